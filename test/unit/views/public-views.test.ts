import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../src/core/contacts.ts';
import { stateAt } from '../../../src/core/hours/opening-state.ts';
import { catalogueLanguages } from '../../../src/core/language.ts';
import { ordinaryKeeping } from '../../../src/core/retention.ts';
import { helpNow } from '../../../src/discord/views/help-now.ts';
import { openingHours } from '../../../src/discord/views/opening-hours.ts';
import { presenceOf } from '../../../src/discord/views/presence.ts';
import { privacy } from '../../../src/discord/views/privacy.ts';
import { publicCard } from '../../../src/discord/views/public-card.ts';
import { senderNotice } from '../../../src/discord/views/sender-notice.ts';
import { whoAreYou } from '../../../src/discord/views/who-are-you.ts';
import { worriedFriend } from '../../../src/discord/views/worried-friend.ts';
import type { OnDuty } from '../../../src/ports.ts';
import { bodyFaults, labelsOf, routesOf, textOf, textsOf } from './body-faults.ts';
import * as sample from './samples.ts';

const { municipality, contacts, hours, openTime, closedTime, neverOpen, signature } = sample;
const said = (notice: Parameters<typeof senderNotice>[0], now: number, more = {}) =>
  textOf(senderNotice(notice, sample.context('nb', now, more)));

describe('presence', () => {
  it.each([
    [{ kind: 'open', until: 5 }, true, { kind: 'staffed', until: 5 }],
    [{ kind: 'open', until: 5 }, false, { kind: 'without-duty', until: 5 }],
    [{ kind: 'open', until: 5 }, undefined, { kind: 'hours', until: 5 }],
    [{ kind: 'open' }, true, { kind: 'staffed', until: undefined }],
    [{ kind: 'closed', next: 9 }, true, { kind: 'closed', next: 9 }],
    [{ kind: 'closed' }, false, { kind: 'unplanned' }],
  ] as const)('of %j with somebody there: %s is %j', (state, staffed, expected) => {
    expect(presenceOf(state, staffed)).toEqual(expected);
  });
});

describe('the receipt', () => {
  it('tells an open service from a closed one', () => {
    expect(said({ kind: 'received', staffed: true }, openTime)).toContain('Vi har åpent nå, til kl. 21.00');
    expect(said({ kind: 'received', staffed: false }, openTime)).toContain('ingen er pålogget akkurat nå');
    expect(said({ kind: 'received', staffed: false }, openTime, { municipality: neverOpen })).toContain(
      'ingen åpningstid er planlagt',
    );
  });

  it('gives the next opening in words and in the reader’s own time, and the emergency numbers, when closed', () => {
    const text = said({ kind: 'received', staffed: false }, closedTime);
    expect(text).toContain('Vi åpner i morgen kl. 18.00 (hos deg: <t:1795453200:f>).');
    for (const number of ['nodnummer-politi', 'nodnummer-ambulanse', 'legevakt', 'alarmtelefonen'] as const) {
      expect(text).toContain(contacts.required[number].phone.written);
    }
  });

  it('says closed when the notice was queued in the last minute and is sent after closing', () => {
    const text = said({ kind: 'received', staffed: true }, sample.at('2026-11-23T21:00'));
    expect(text).toContain('ingen leser den nå. Vi åpner i morgen kl. 18.00');
  });
});

describe('the other notices', () => {
  it('name the kinds that were taken out, never how to find them, with the way to delete and the safer ways', () => {
    const text = said({ kind: 'removed', kinds: ['PHONE', 'NAME', 'NAME'] }, openTime);
    expect(text).toContain('et telefonnummer og 2 navn');
    expect(text).toContain('«Slett melding»');
    expect(text).toContain(municipality.visit.phone);
    expect(text).toContain(municipality.visit.address);
  });

  it('say what did not come along and why', () => {
    const text = said(
      {
        kind: 'omitted',
        omitted: [
          { kind: 'image', count: 1 },
          { kind: 'voice', count: 2 },
        ],
      },
      openTime,
    );
    expect(text).toContain('1 bilde og 2 talemeldinger');
    expect(text).toContain('ulovlig å ha');
  });

  it('give both times when messages may have been missed', () => {
    const text = said(
      { kind: 'maybe-missed', from: sample.at('2026-11-21T14:05'), until: sample.at('2026-11-21T14:40') },
      openTime,
    );
    expect(text).toContain('mellom lørdag 21. november kl. 14.05 og kl. 14.40');
  });

  it('give the emergency numbers first and an honest no when the service is not active', () => {
    const [first = '', second = ''] = textsOf(senderNotice({ kind: 'not-active' }, sample.context('nb', openTime)));
    expect(first).toMatch(/^Ring med en gang/u);
    expect(first).toContain('Ingen leser det du skriver her');
    expect(second).toContain(`**${contacts.required['nodnummer-politi'].phone.written}**`);
  });

  it('send a sender without a municipality to the numbers too', () => {
    const text = said({ kind: 'first-contact' }, openTime, { municipality: undefined });
    expect(text).toContain('Denne boten er ikke i bruk her');
  });

  it('say how long the text is kept when the talk is over, and where to go next', () => {
    const text = said({ kind: 'case-closed' }, openTime);
    expect(text).toContain(`etter ${ordinaryKeeping.conversationHours} timer`);
    expect(text).toContain('https://www.ung.no/hjelp');
  });

  it('do not let a name act', () => {
    const text = said({ kind: 'case-taken', signature: '**Kari** @everyone, saksbehandler' }, openTime);
    expect(text).toContain('\\*\\*Kari\\*\\* \\@everyone, saksbehandler, leser det du skrev');
  });
});

describe('the card', () => {
  const card = (now: number, onDuty?: readonly OnDuty[]) =>
    publicCard(municipality, contacts, { state: stateAt(hours, now), now, onDuty });

  it('has the seven buttons, writing first', () => {
    expect(labelsOf(card(openTime))).toEqual([
      'Skriv til oss',
      'Hjelp nå',
      'Når er dere her?',
      'Hvem er dere?',
      'Personvern',
      'Bekymret for en venn',
      'Tilbakemelding',
    ]);
    expect(routesOf(card(openTime))).toEqual([
      'write-to-us',
      'help-now',
      'opening-hours',
      'who-are-you',
      'privacy',
      'worried-friend',
      'feedback',
    ]);
  });

  it('is open only when somebody is there', () => {
    expect(textOf(card(openTime, [{ signature, themes: ['school'] }]))).toContain(
      '**Åpent nå**, til kl. 21.00.\nPå jobb: Kari, saksbehandler.\nI dag: skole.',
    );
    expect(textOf(card(openTime, []))).toContain('**Ingen er pålogget akkurat nå.**');
    expect(textOf(card(openTime))).toContain('**Åpningstid nå**');
    expect(textOf(card(openTime))).not.toContain('På jobb');
  });

  it('invites nobody to write while the service is not approved, and keeps the way to help', () => {
    const body = publicCard(municipality, contacts, {
      state: stateAt(hours, openTime),
      onDuty: [{ signature, themes: [] }],
      approved: false,
      now: openTime,
    });
    expect(textOf(body)).toContain('er ikke i bruk på Discord nå. Ingen leser det du skriver her');
    expect(textOf(body)).not.toMatch(/Åpent nå|På jobb|Skriv til oss/u);
    expect(routesOf(body)).toEqual(['help-now', 'opening-hours', 'who-are-you', 'privacy', 'feedback']);
    expect(textOf(openingHours(municipality, 'nb', { now: openTime, staffed: true, approved: false }))).toContain(
      'Ingen leser det du skriver her',
    );
  });

  it('names the next opening by date, so that it stays true', () => {
    const text = textOf(card(closedTime, [{ signature, themes: [] }]));
    expect(text).toContain('**Stengt nå.** Vi åpner mandag 23. november kl. 18.00');
    expect(text).not.toContain('i morgen');
    expect(text).not.toContain('På jobb');
  });

  it('shows service and municipality together, and a way without Discord', () => {
    const [title = ''] = textsOf(card(openTime));
    expect(title).toBe('# Utekontakten i Eksempelvik kommune');
    expect(textOf(card(openTime))).toContain(municipality.visit.phone);
  });
});

describe('«Hjelp nå»', () => {
  const page = (
    now: number,
    register = contacts,
    own: { readonly municipality?: typeof municipality } = { municipality },
  ) => helpNow({ contacts: register, ...own, language: 'nb', now });

  it('gives the emergency numbers in bold plain text before anything else', () => {
    const [, numbers = ''] = textsOf(page(openTime));
    expect(numbers.split('\n').map((line) => /^\*\*(.+?)\*\*/u.exec(line)?.[1])).toEqual(
      ['nodnummer-politi', 'nodnummer-ambulanse', 'nodnummer-brann', 'legevakt', 'alarmtelefonen'].map(
        (id) => contacts.contacts.find((contact) => contact.id === id)?.phone?.written,
      ),
    );
  });

  it('shows the municipality’s own, and works without one', () => {
    expect(textOf(page(openTime))).toContain('Barnevernvakten i Eksempelvik');
    expect(textOf(page(openTime, contacts, {}))).not.toContain('Eksempelvik');
    expect(bodyFaults(page(openTime, contacts, {}))).toEqual([]);
  });

  it('puts a service under «Åpent nå» only when its hours are checked and it is open', () => {
    const checked: Contact = { ...contacts.required['mental-helse'], checkedAt: '2026-11-01' };
    const register = { ...contacts, contacts: [checked] };
    expect(textOf(page(openTime, register, {}))).toContain('**Åpent nå**\n**116 123**');
    expect(textOf(page(openTime, { ...contacts, contacts: [{ ...checked, checkedAt: null }] }, {}))).not.toContain(
      'Åpent nå',
    );
  });

  it('says how many it leaves out of a long register, and still fits one message', () => {
    const many = Array.from({ length: 60 }, (_, index): Contact => ({
      ...contacts.required['mental-helse'],
      id: `linje-${index}`,
      phone: { written: String(10_000_000 + index), digits: String(10_000_000 + index) },
    }));
    const body = page(openTime, { ...contacts, contacts: many }, { municipality: { ...municipality, contacts: many } });
    expect(bodyFaults(body)).toEqual([]);
    expect(textOf(body)).toMatch(/Og \d+ til\./u);
  });

  it('gives no number twice', () => {
    const numbers = [...textOf(page(openTime)).matchAll(/^\*\*([\d ]+)\*\*/gmu)].map(([, number]) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('the opening hours page', () => {
  it('shows seven days with exceptions and public holidays by name', () => {
    const week = textOf(openingHours(municipality, 'nb', { now: openTime }));
    expect(week).toContain('mandag 23. november: kl. 18.00–21.00');
    expect(week).toContain('onsdag 25. november: stengt (Planleggingsdag)');
    expect(week).toContain('fredag 27. november: kl. 19.00–02.00');
    expect(week).toContain('søndag 29. november: stengt');
    const may = textOf(openingHours(municipality, 'nb', { now: sample.at('2027-05-15T12:00') }));
    expect(may).toContain('mandag 17. mai: stengt (grunnlovsdagen)');
  });

  it('lets no reason act', () => {
    const odd = {
      ...municipality,
      hours: { ...hours, exceptions: [{ date: '2026-11-25', intervals: [], reason: '**fri** @here' }] },
    };
    expect(textOf(openingHours(odd, 'nb', { now: openTime }))).toContain('(\\*\\*fri\\*\\* \\@here)');
  });
});

describe.each(catalogueLanguages)('the pages in %s', (language) => {
  it('give all three duties in the municipality’s own words, and the ways without Discord', () => {
    const text = textOf(whoAreYou(municipality, language)).replaceAll('\\', '');
    for (const duty of Object.values(municipality.duties)) expect(text).toContain(duty[language] ?? duty.nb);
    for (const way of Object.values(municipality.visit)) expect(text).toContain(way);
  });

  it('name the controller, the data protection officer, Discord, the deadlines and the statement', () => {
    const text = textOf(privacy(municipality, language));
    const { name, organisationNumber, dataProtectionOfficer, privacyStatement } = municipality;
    for (const fact of [
      name,
      organisationNumber,
      dataProtectionOfficer.email,
      privacyStatement,
      'Discord Inc.',
      '72',
      '30',
    ]) {
      expect(text).toContain(fact);
    }
  });

  it('begin with the number to call when a friend is in danger', () => {
    const [first = ''] = textsOf(worriedFriend(municipality, contacts, language, { takesIn: true }));
    expect(first).toContain(contacts.required['nodnummer-ambulanse'].phone.written);
    expect(routesOf(worriedFriend(municipality, contacts, language, { takesIn: true }))).toEqual([
      'write-to-us',
      'help-now',
    ]);
  });

  it('fit one message with the longest texts a municipality may write', () => {
    const long = 'Ord '.repeat(149).trim();
    const duties = { taushetsplikt: { nb: long }, avvergingsplikt: { nb: long }, opplysningsplikt: { nb: long } };
    expect(bodyFaults(whoAreYou({ ...municipality, duties }, language))).toEqual([]);
  });
});
