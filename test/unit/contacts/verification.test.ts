import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../src/core/contacts/contact.ts';
import type { Contact } from '../../../src/core/contacts/contact.ts';
import { inLanguage } from '../../../src/core/contacts/localised.ts';
import { isOverdue, openNow, shownHours, verificationDueOn } from '../../../src/core/contacts/verification.ts';

const evenings = { kind: 'scheduled', schedule: { weekly: { monday: [['18:00', '20:00']] } } };

const contact = (changes: Record<string, unknown>): Contact =>
  contactSchema.parse({
    id: 'eksempeltelefonen',
    kind: 'helpline',
    names: { nb: 'Eksempeltelefonen' },
    about: { nb: 'Oppdiktet.' },
    phone: { written: '12 34 50 99', digits: '12345099' },
    audience: {},
    languages: [],
    themes: [],
    hours: evenings,
    source: 'Oppdiktet',
    owner: 'Oppdiktet',
    checkedAt: '2026-08-14',
    mandatory: false,
    ...changes,
  });

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
// Monday 23 November; the hundredth day after 14 August is Sunday 22 November.
const mondayEvening = at('2026-11-23T19:00:00+01:00');

describe('isOverdue', () => {
  it.each([
    ['counts the hundredth day as checked', '2026-08-14', '2026-11-22T23:59:59+01:00', false],
    ['is overdue when the hundredth day has passed in Norway', '2026-08-14', '2026-11-23T00:00:00+01:00', true],
    ['counts the day of the check', '2026-11-23', '2026-11-23T00:00:00+01:00', false],
    ['does not trust a check dated tomorrow', '2026-11-24', '2026-11-23T19:00:00+01:00', true],
    ['is overdue when nobody has checked', null, '2026-11-23T19:00:00+01:00', true],
  ])('%s', (_, checkedAt, now, overdue) => {
    expect(isOverdue(contact({ checkedAt }), at(now))).toBe(overdue);
  });

  it('tells the last day a check counts', () => {
    expect(verificationDueOn(contact({}))).toBe('2026-11-22');
    expect(verificationDueOn(contact({ checkedAt: null }))).toBeUndefined();
  });
});

describe('shownHours and openNow', () => {
  const always = (basis: string) => ({ kind: 'always', basis });

  it.each<[string, Record<string, unknown>, ReturnType<typeof openNow>]>([
    ['is open inside checked hours', { checkedAt: '2026-11-01' }, 'open'],
    [
      'is closed outside checked hours',
      { checkedAt: '2026-11-01', hours: { kind: 'scheduled', schedule: { weekly: {} } } },
      'closed',
    ],
    ['is unknown when the check is overdue', {}, 'unknown'],
    ['is unknown when nobody has checked', { checkedAt: null }, 'unknown'],
    ['is unknown without hours', { checkedAt: '2026-11-01', hours: { kind: 'unknown' } }, 'unknown'],
    ['is open round the clock when checked', { checkedAt: '2026-11-01', hours: always('provider') }, 'open'],
    ['does not claim an unchecked provider is open', { checkedAt: null, hours: always('provider') }, 'unknown'],
    [
      'is open round the clock by law, checked or not',
      { kind: 'legevakt', checkedAt: null, hours: always('law') },
      'open',
    ],
  ])('%s', (_, changes, expected) => {
    const one = contact(changes);
    expect(openNow(one, mondayEvening)).toBe(expected);
    expect(shownHours(one, mondayEvening).kind === 'unknown').toBe(expected === 'unknown');
  });
});

describe('contactSchema', () => {
  it.each<[string, Record<string, unknown>]>([
    ['neither phone nor url', { phone: undefined }],
    ['a number written with letters', { phone: { written: '116 1II', digits: '116111' } }],
    ['digits that differ from the written number', { phone: { written: '116 111', digits: '116117' } }],
    ['a country code', { phone: { written: '+47 12 34 50 99', digits: '4712345099' } }],
    ['an address without https', { url: 'http://eksempelvik.example' }],
    ['no bokmål name', { names: { en: 'Example line' } }],
    ['an unknown field', { hidden: true }],
    ['a helpline that claims a law keeps it open', { hours: { kind: 'always', basis: 'law' } }],
    ['an age of minus one', { audience: { fromAge: -1 } }],
    ['a schedule that overlaps itself', { hours: { kind: 'scheduled', schedule: { weekly: { monday: [['10:00', '12:00'], ['11:00', '13:00']] } } } }], // prettier-ignore
  ])('refuses %s', (_, changes) => {
    expect(() => contact(changes)).toThrow();
  });
});

describe('inLanguage', () => {
  it.each([
    ['nb', 'Hei'],
    ['nn', 'Hei der'],
    ['en', 'Hei'],
  ] as const)('reads %s as %s, bokmål where nothing else is written', (language, expected) => {
    expect(inLanguage({ nb: 'Hei', nn: 'Hei der' }, language)).toBe(expected);
  });
});
