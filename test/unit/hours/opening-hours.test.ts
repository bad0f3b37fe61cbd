import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduledIntervals } from '../../../src/core/hours/intervals.ts';
import { formatInstant, isLocalDate, isTimeZone, localDateOf } from '../../../src/core/hours/local-date.ts';
import { stateAt } from '../../../src/core/hours/opening-state.ts';
import { parseSchedule } from '../../../src/core/hours/schedule.ts';
import type { Schedule } from '../../../src/core/hours/schedule.ts';

function schedule(written: unknown): Schedule {
  const parsed = parseSchedule(written);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.schedule;
}

const oslo = 'Europe/Oslo';
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const listed = (written: unknown, from: string, days: number) =>
  scheduledIntervals(schedule(written), from, days).map(({ opens, closes }) => [
    formatInstant(opens, oslo),
    formatInstant(closes, oslo),
  ]);

const everyDay = (...intervals: [string, string][]) => ({
  monday: intervals,
  tuesday: intervals,
  wednesday: intervals,
  thursday: intervals,
  friday: intervals,
  saturday: intervals,
  sunday: intervals,
});

describe('scheduledIntervals', () => {
  it.each<[string, unknown, string, number, string[][]]>([
    [
      'gives a shift past midnight to the day it starts on',
      { weekly: { friday: [['22:00', '02:00']] } },
      '2026-11-20',
      1,
      [['2026-11-20T22:00:00+01:00', '2026-11-21T02:00:00+01:00']],
    ],
    [
      'leaves out the night that began the day before',
      { weekly: { friday: [['22:00', '02:00']] } },
      '2026-11-21',
      1,
      [],
    ],
    [
      'sorts a day and joins what touches',
      { weekly: { monday: [['20:00', '22:00'], ['10:00', '12:00'], ['18:00', '20:00']] } }, // prettier-ignore
      '2026-11-23',
      1,
      [
        ['2026-11-23T10:00:00+01:00', '2026-11-23T12:00:00+01:00'],
        ['2026-11-23T18:00:00+01:00', '2026-11-23T22:00:00+01:00'],
      ],
    ],
    [
      'joins a night with the morning it overlaps',
      { weekly: { monday: [['22:00', '08:00']], tuesday: [['07:00', '10:00']] } },
      '2026-11-23',
      2,
      [['2026-11-23T22:00:00+01:00', '2026-11-24T10:00:00+01:00']],
    ],
    [
      'reads equal opening and closing as a whole day',
      { weekly: { monday: [['00:00', '00:00']] } },
      '2026-11-23',
      1,
      [['2026-11-23T00:00:00+01:00', '2026-11-24T00:00:00+01:00']],
    ],
    [
      'lets the exception replace the day, holiday or not',
      {
        weekly: everyDay(['18:00', '20:00']),
        exceptions: [
          { date: '2026-12-24', intervals: [], reason: 'Julaften' },
          { date: '2026-12-25', intervals: [['12:00', '14:00']], reason: 'Åpent for dem som er alene' },
        ],
      },
      '2026-12-23',
      5,
      [
        ['2026-12-23T18:00:00+01:00', '2026-12-23T20:00:00+01:00'],
        ['2026-12-25T12:00:00+01:00', '2026-12-25T14:00:00+01:00'],
        ['2026-12-27T18:00:00+01:00', '2026-12-27T20:00:00+01:00'],
      ],
    ],
    [
      'cancels what starts on a holiday, and only that',
      { weekly: everyDay(['22:00', '02:00']) },
      '2026-05-13',
      3,
      [
        ['2026-05-13T22:00:00+02:00', '2026-05-14T02:00:00+02:00'],
        ['2026-05-15T22:00:00+02:00', '2026-05-16T02:00:00+02:00'],
      ],
    ],
    [
      'keeps holidays open when asked to',
      { weekly: { thursday: [['18:00', '20:00']] }, publicHolidays: 'open' },
      '2026-05-14',
      1,
      [['2026-05-14T18:00:00+02:00', '2026-05-14T20:00:00+02:00']],
    ],
    [
      'moves a time inside the spring gap forward by the gap',
      { weekly: { sunday: [['02:30', '05:00']] }, publicHolidays: 'open' },
      '2026-03-29',
      1,
      [['2026-03-29T03:30:00+02:00', '2026-03-29T05:00:00+02:00']],
    ],
    [
      'moves a closing inside the spring gap forward too',
      { weekly: { saturday: [['22:00', '02:30']] }, publicHolidays: 'open' },
      '2026-03-28',
      1,
      [['2026-03-28T22:00:00+01:00', '2026-03-29T03:30:00+02:00']],
    ],
    [
      'drops what the spring gap leaves without length',
      { weekly: { sunday: [['02:30', '03:15']] }, publicHolidays: 'open' },
      '2026-03-29',
      1,
      [],
    ],
    [
      'takes the first opening and the last closing of an hour that comes twice',
      { weekly: { sunday: [['02:15', '02:45']] } },
      '2026-10-25',
      1,
      [['2026-10-25T02:15:00+02:00', '2026-10-25T02:45:00+01:00']],
    ],
    ['gives nothing for no days', { weekly: everyDay(['18:00', '20:00']) }, '2026-11-23', 0, []],
  ])('%s', (_, written, from, days, expected) => {
    expect(listed(written, from, days)).toEqual(expected);
  });
});

describe('stateAt', () => {
  const evening = schedule({ weekly: { friday: [['18:00', '02:00']] } });

  it.each<[string, string, ReturnType<typeof stateAt>]>([
    ['is open from the first minute', '2026-11-20T17:00:00Z', { kind: 'open', until: at('2026-11-21T01:00Z') }],
    ['is open past midnight', '2026-11-21T00:59:59.999Z', { kind: 'open', until: at('2026-11-21T01:00Z') }],
    ['is closed at the closing minute', '2026-11-21T01:00:00Z', { kind: 'closed', next: at('2026-11-27T17:00Z') }],
    [
      'is closed the moment before opening',
      '2026-11-20T16:59:59.999Z',
      { kind: 'closed', next: at('2026-11-20T17:00Z') },
    ],
    ['passes over a closed holiday', '2026-12-22T12:00:00Z', { kind: 'closed', next: at('2027-01-08T17:00Z') }],
  ])('%s', (_, now, expected) => {
    expect(stateAt(evening, at(now))).toEqual(expected);
  });

  it('joins intervals over midnight before it says until when', () => {
    const joined = schedule({ weekly: { monday: [['20:00', '00:00']], tuesday: [['00:00', '03:00']] } });
    expect(stateAt(joined, at('2026-11-23T22:00Z'))).toEqual({ kind: 'open', until: at('2026-11-24T02:00Z') });
  });

  it('knows no closing for a service that never closes', () => {
    const always = schedule({ weekly: everyDay(['00:00', '00:00']), publicHolidays: 'open' });
    expect(stateAt(always, at('2026-11-23T22:00Z'))).toEqual({ kind: 'open' });
  });

  it('knows no opening for a service that never opens', () => {
    expect(stateAt(schedule({ weekly: {} }), at('2026-11-23T22:00Z'))).toEqual({ kind: 'closed' });
  });

  it('finds an exception years ahead of an empty week', () => {
    const once = schedule({ weekly: {}, exceptions: [{ date: '2032-06-01', intervals: [['12:00', '13:00']] }] });
    expect(stateAt(once, at('2026-11-23T22:00Z'))).toEqual({ kind: 'closed', next: at('2032-06-01T10:00Z') });
  });

  it('finds the opening after exceptions have closed more than a year', () => {
    const closedDays = Array.from({ length: 500 }, (_, index) => ({
      date: Temporal.PlainDate.from('2026-11-23').add({ days: index }).toString(),
      intervals: [],
    }));
    const reopened = schedule({ weekly: everyDay(['18:00', '20:00']), exceptions: closedDays });
    expect(stateAt(reopened, at('2026-11-23T12:00Z'))).toEqual({ kind: 'closed', next: at('2028-04-06T16:00Z') });
  });

  it.each([NaN, Infinity, -Infinity, Number.MAX_SAFE_INTEGER, -8.64e15, 8.64e15, 0.5])(
    'does not throw at %d',
    (now) => {
      expect(() => stateAt(evening, now)).not.toThrow();
    },
  );

  it('never throws, whatever the instant', () => {
    fc.assert(
      fc.property(fc.double(), (now) => {
        expect(['open', 'closed']).toContain(stateAt(evening, now).kind);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('local dates', () => {
  it.each([
    ['2026-02-28', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-01', false],
    ['20261-01-01', false],
    ['', false],
  ])('knows whether %j exists: %s', (text, exists) => {
    expect(isLocalDate(text)).toBe(exists);
  });

  it.each([
    ['Europe/Oslo', true],
    ['UTC', true],
    ['Europe/Eksempelvik', false],
    ['+01:00', false],
    ['', false],
  ])('knows whether %j is a time zone: %s', (text, known) => {
    expect(isTimeZone(text)).toBe(known);
  });

  it('turns the day at local midnight', () => {
    expect(localDateOf(at('2026-11-22T22:59:59Z'), oslo)).toBe('2026-11-22');
    expect(localDateOf(at('2026-11-22T23:00:00Z'), oslo)).toBe('2026-11-23');
  });
});
