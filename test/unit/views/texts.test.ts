import { describe, expect, it } from 'vitest';
import { catalogueLanguage, catalogueLanguages } from '../../../src/core/language.ts';
import { emoji, methods, promises } from '../../../src/core/texts/banned-words.ts';
import { openNow } from '../../../src/core/contacts.ts';
import type { Contact, NationalContacts } from '../../../src/core/contacts.ts';
import { categories } from '../../../src/core/triage/assessment.ts';
import { emergencyNumbers } from '../../../src/discord/views/contact-lines.ts';
import { senderNotice } from '../../../src/discord/views/sender-notice.ts';
import { writeToUsForm } from '../../../src/discord/views/write-to-us-form.ts';
import { lix, sentencesOf, wordsOf } from '../../../src/core/texts/reading.ts';
import { textOf, textsOf } from './body-faults.ts';
import { forms as ordinaryForms, publicBodies as ordinaryBodies } from './every-body.ts';
import { feedbackForms, presencePublicBodies } from './presence-bodies.ts';
import * as sample from './samples.ts';

const publicBodies = [...ordinaryBodies, ...presencePublicBodies];
const forms = [...ordinaryForms, ...feedbackForms];
const { contacts, closedTime, openTime, municipality } = sample;
const numbers = emergencyNumbers(contacts);
const allNumbers = Object.values<string>({ ...numbers });

describe('every text to the public', () => {
  const texts = [
    ...publicBodies.map(([name, body]) => [name, textOf(body)] as const),
    ...forms.map(([name, form]) => [name, textOf(form)] as const),
  ];

  it('promises nothing the service cannot keep', () => {
    expect(texts.filter(([, text]) => promises.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('has no emoji', () => {
    expect(texts.filter(([, text]) => emoji.test(text)).map(([name]) => name)).toEqual([]);
  });

  it('names no way to be hurt', () => {
    expect(
      texts.filter(([, text]) => methods.test(text)).map(([name, text]) => [name, methods.exec(text)?.[0]]),
    ).toEqual([]);
  });

  it('is easy to read: LIX at most 40', () => {
    expect(
      texts.map(([name, text]) => [name, Math.round(lix(text))] as const).filter(([, score]) => score > 40),
    ).toEqual([]);
  });

  it.each(['ta piller', 'hoppe', 'begå selvmord', 'cutting'])('would be stopped if it said «%s», too', (text) => {
    expect(text).toMatch(methods);
  });

  it.each(['Dette er en trygg kanal', 'Du er anonym', 'Vi svarer alltid', 'Vi garanterer svar', 'A safe channel'])(
    'would be stopped if it said «%s»',
    (text) => {
      expect(text).toMatch(promises);
    },
  );
});

describe.each(catalogueLanguages)('the first contact in %s', (language) => {
  const everyHour = [
    sample.context(language, openTime),
    sample.context(language, openTime, { staffed: true }),
    sample.context(language, openTime, { staffed: false }),
    sample.context(language, closedTime),
    sample.context(language, sample.at('2026-11-25T12:00')),
    sample.context(language, openTime, { municipality: sample.neverOpen }),
  ].map((context) => textOf(senderNotice({ kind: 'first-contact' }, context)));

  it('is at most 80 words, at every hour', () => {
    for (const text of everyHour) expect(wordsOf(text).length, text).toBeLessThanOrEqual(80);
  });

  it('says first who we are, then that a bot passes it on, the numbers, to write little, and the duty to tell', () => {
    const order: Readonly<Record<typeof language, readonly string[]>> = {
      nb: [
        'Utekontakten',
        'bot',
        'menneske',
        '112',
        '116 111',
        'for lite',
        'taushetsplikt',
        'Discord-kontoen',
        'https://',
      ],
      nn: ['Utekontakten', 'bot', 'menneske', '112', '116 111', 'for lite', 'teieplikt', 'Discord-kontoen', 'https://'],
      en: [
        'Utekontakten',
        'bot',
        'human',
        '112',
        '116 111',
        'too little',
        'confidential',
        'Discord account',
        'https://',
      ],
    };
    const text = textOf(senderNotice({ kind: 'first-contact' }, sample.context(language, closedTime)));
    const places = order[language].map((word) => text.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    for (const number of allNumbers) expect(text).toContain(number);
  });

  it('stands above the field of «Skriv til oss» as well', () => {
    const form = writeToUsForm(municipality, { contacts, language, now: closedTime });
    expect(textsOf(form)[0]).toBe(
      textsOf(senderNotice({ kind: 'first-contact' }, sample.context(language, closedTime)))[0],
    );
  });
});

describe('a safe reply', () => {
  const replies = sample.everyContext.flatMap((context) =>
    sample.everyNotice.flatMap((notice) =>
      notice.kind === 'safe-reply' ? [{ context, notice, text: textOf(senderNotice(notice, context)) }] : [],
    ),
  );

  it('gives a number to call in its first sentence', () => {
    for (const { text } of replies) {
      const [first = ''] = sentencesOf(text);
      expect(first).toMatch(/^(?:Ring|Call) /u);
      expect(
        allNumbers.some((number) => first.includes(number)),
        first,
      ).toBe(true);
    }
  });

  it('asks no question', () => {
    for (const { text } of replies) expect(text).not.toContain('?');
  });

  it('is at most 90 words', () => {
    for (const { text } of replies) expect(wordsOf(text).length, text).toBeLessThanOrEqual(90);
  });

  const saidOnDuty: Readonly<Record<(typeof catalogueLanguages)[number], readonly [reads: string, nobody: string]>> = {
    nb: ['Vi har åpent nå', 'Ingen hos oss er på jobb nå'],
    nn: ['Vi har ope no', 'Ingen hos oss er på jobb no'],
    en: ['We are open now', 'Nobody here is at work now'],
  };

  it('says that somebody reads only when somebody is on duty inside opening hours', () => {
    for (const { context, notice, text } of replies) {
      const [reads, nobody] = saidOnDuty[catalogueLanguage(context.language)];
      const open =
        context.municipality === undefined || (context.municipality === municipality && context.now === openTime);
      expect([text.includes(reads), text.includes(nobody)]).toEqual([
        notice.staffed && open,
        !(notice.staffed && open),
      ]);
    }
  });

  it.each([
    ['acute', 'suicide', 'ambulance'],
    ['acute', 'self_harm', 'ambulance'],
    ['acute', 'abuse_home', 'police'],
    ['acute', 'violence_threat', 'police'],
    ['serious', 'suicide', 'urgentCare'],
    ['serious', 'sexual_abuse', 'childrensLine'],
    ['concern', 'bullying', 'childrensLine'],
  ] as const)('to an %s message about %s begins with the number for %s', (severity, worry, number) => {
    const notice = { kind: 'safe-reply', severity, categories: [worry], staffed: false } as const;
    const [first = ''] = sentencesOf(textOf(senderNotice(notice, sample.context('nb', closedTime))));
    expect(first).toMatch(new RegExp(`^Ring ${numbers[number]} `, 'u'));
  });

  it('gives both numbers when it is not clear which is needed', () => {
    for (const worries of [[], ['suicide', 'abuse_home']] as const) {
      const notice = { kind: 'safe-reply', severity: 'acute', categories: worries, staffed: true } as const;
      const [first = ''] = sentencesOf(textOf(senderNotice(notice, sample.context('nb', openTime))));
      expect(first).toContain(numbers.ambulance);
      expect(first).toContain(numbers.police);
    }
  });

  it('does not comfort somebody who threatens staff', () => {
    const notice = { kind: 'safe-reply', severity: 'acute', categories: ['threat_to_staff'], staffed: true } as const;
    expect(textOf(senderNotice(notice, sample.context('nb', openTime)))).not.toContain('alene');
  });

  const line = (id: string, themes: Contact['themes'], more: Partial<Contact> = {}): Contact => ({
    ...contacts.required['mental-helse'],
    id,
    names: { nb: id },
    phone: { written: '12 34 56 78', digits: '12345678' },
    themes,
    checkedAt: '2026-11-01',
    hours: { kind: 'always', basis: 'provider' },
    ...more,
  });
  const withLines = (...lines: readonly Contact[]): NationalContacts => ({ ...contacts, contacts: lines });
  const suicidal = { kind: 'safe-reply', severity: 'acute', categories: ['suicide'], staffed: false } as const;
  const alone = { municipality: { ...municipality, contacts: [] } };

  it('names at most two services, those made for the worry first', () => {
    const register = withLines(
      line('linje-alle', [], { phone: { written: '11', digits: '111' } }),
      line('linje-selvmord', ['suicide'], { phone: { written: '22', digits: '222' } }),
      line('linje-mat', ['eating'], { phone: { written: '33', digits: '333' } }),
      line('linje-to', [], { phone: { written: '44', digits: '444' } }),
    );
    const text = textOf(senderNotice(suicidal, { ...sample.context('nb', closedTime, alone), contacts: register }));
    expect(text).toContain('Åpent nå: 22 linje-selvmord og 11 linje-alle.');
    expect(text).not.toContain('linje-mat');
    expect(text).not.toContain('linje-to');
  });

  it.each([
    ['nobody has checked', { checkedAt: null }],
    ['checked too long ago', { checkedAt: '2026-06-01' }],
    ['closed now', { hours: { kind: 'scheduled', schedule: sample.hours } }],
    ['for adults only', { audience: { fromAge: 18 } }],
  ] as const)('leaves out a service that is %s', (_, more) => {
    const register = withLines(line('linje', ['suicide'], more));
    const text = textOf(senderNotice(suicidal, { ...sample.context('nb', closedTime, alone), contacts: register }));
    expect(text).not.toContain('linje');
  });

  it('never names a service that may be closed', () => {
    for (const { context, text } of replies) {
      const named = text.split('\n').find((part) => /^(?:Åpent nå|Ope no|Open now):/u.test(part)) ?? '';
      const here = [...contacts.contacts, ...(context.municipality?.contacts ?? [])];
      for (const contact of here.filter(({ phone }) => phone && named.includes(`${phone.written} `))) {
        expect(
          here.some((same) => same.phone?.digits === contact.phone?.digits && openNow(same, context.now) === 'open'),
        ).toBe(true);
      }
    }
  });

  it('knows a first number for every category', () => {
    for (const category of categories) {
      const notice = { kind: 'safe-reply', severity: 'acute', categories: [category], staffed: true } as const;
      const [first = ''] = sentencesOf(textOf(senderNotice(notice, sample.context('nb', openTime))));
      expect([numbers.ambulance, numbers.police].filter((number) => first.includes(number))).toHaveLength(1);
    }
  });
});
