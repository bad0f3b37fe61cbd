import { describe, expect, it } from 'vitest';
import { emoji, methods, promises } from '../../../src/core/texts/banned-words.ts';
import { sentencesOf, wordsOf } from '../../../src/core/texts/reading.ts';
import { categories } from '../../../src/core/triage/assessment.ts';
import { emergencyNumbers } from '../../../src/discord/views/contact-lines.ts';
import { senderNotice } from '../../../src/discord/views/sender-notice.ts';
import { worriedFriend } from '../../../src/discord/views/worried-friend.ts';
import { textOf, textsOf } from './body-faults.ts';
import * as sample from './samples.ts';

const numbers = emergencyNumbers(sample.contacts);
const said = {
  nb: { care: 'på alvor', adult: 'en voksen', friendHours: 'i åpningstiden', wait: 'ikke vent på oss' },
  nn: { care: 'på alvor', adult: 'ein vaksen', friendHours: 'i opningstida', wait: 'ikkje vent på oss' },
  en: { care: 'seriously', adult: 'an adult', friendHours: 'during opening hours', wait: 'do not wait for us' },
} as const;
/** Written here; what Northern Sámi lacks is shown in bokmål. */
const languages = ['nb', 'nn', 'en'] as const;
const hours = [
  ['open', sample.openTime, true],
  ['closed', sample.closedTime, false],
] as const;

const rows = languages.flatMap((language) =>
  (['acute', 'serious'] as const).flatMap((severity) =>
    [...categories.map((category) => [category]), []].flatMap((worries) =>
      hours.map(([when, now, staffed]) => {
        const notice = { kind: 'safe-reply', severity, categories: worries, staffed } as const;
        const parts = textsOf(senderNotice(notice, sample.context(language, now)));
        return [language, severity, worries.join('') || 'no category', when, { worries, parts }] as const;
      }),
    ),
  ),
);

describe.each(rows)('the safe reply in %s to %s, %s, %s', (language, severity, _, when, { worries, parts }) => {
  const [action = '', care = ''] = parts;
  // The last part tells that the answer is automatic.
  const whoReads = parts.at(-2) ?? '';
  const text = parts.join('\n');
  const threat = worries.some((worry) => worry === 'threat_to_staff');

  it('says first whom to call', () => {
    const [first = ''] = sentencesOf(action);
    expect(first).toMatch(/^(?:Ring|Call) /u);
    expect(Object.values<string>({ ...numbers }).filter((number) => first.includes(number))).not.toEqual([]);
  });

  it('gives an emergency number for danger', () => {
    expect([numbers.police, numbers.ambulance].some((number) => action.includes(number))).toBe(true);
  });

  it('takes it seriously, and names an adult to go to unless staff are threatened', () => {
    expect(care).toContain(said[language].care);
    expect(care.includes(said[language].adult)).toBe(!threat);
  });

  it('gives a number to talk on when it is serious and not an emergency', () => {
    expect(action.includes(numbers.childrensLine)).toBe(severity === 'serious');
  });

  it('ends with who reads and when', () => {
    const open = { nb: 'Vi har åpent nå', nn: 'Vi har ope no', en: 'We are open now' }[language];
    const closed = { nb: 'Vi åpner', nn: 'Vi opnar', en: 'We open' }[language];
    expect(whoReads).toContain(when === 'open' ? open : closed);
  });

  it('asks nothing, promises nothing, names no way to be hurt, and can be read in one go', () => {
    expect(text).not.toContain('?');
    for (const banned of [promises, methods, emoji]) expect(text).not.toMatch(banned);
    expect(wordsOf(text).length).toBeLessThanOrEqual(90);
  });
});

describe.each(languages)('«Bekymret for en venn» in %s', (language) => {
  const parts = textsOf(worriedFriend(sample.municipality, sample.contacts, language, { takesIn: true }));

  it('says first whom to call, then that one should not carry it alone, then what to do', () => {
    const [action = '', care = '', steps = ''] = parts;
    expect(action.split('\n')[1]).toMatch(/^(?:Ring|Call) /u);
    expect(sentencesOf(care).length).toBeLessThanOrEqual(2);
    expect(steps.split('\n').length).toBeGreaterThan(2);
    expect(steps).toContain(said[language].adult);
  });

  it('says when staff read, and not to wait for them', () => {
    expect(parts.at(-1)).toContain(said[language].friendHours);
    expect(parts.at(-1)).toContain(said[language].wait);
    expect(parts.at(-1)).toContain(numbers.childrensLine);
  });

  it('asks nothing, promises nothing and names no way to be hurt', () => {
    const text = textOf(worriedFriend(sample.municipality, sample.contacts, language, { takesIn: true }));
    expect(text).not.toContain('?');
    for (const banned of [promises, methods, emoji]) expect(text).not.toMatch(banned);
  });
});
