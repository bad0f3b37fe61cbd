import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWeek, writeWeek } from '../../../src/core/setup/week-text.ts';

const everyDay = <Day>(day: Day) => ({
  monday: day,
  tuesday: day,
  wednesday: day,
  thursday: day,
  friday: day,
  saturday: day,
  sunday: day,
});

describe('a week as people write it', () => {
  it.each([
    ['mandag 18-20', { monday: [['18:00', '20:00']] }],
    [
      'Man 18.00–20.30, 22:00-02:00',
      {
        monday: [
          ['18:00', '20:30'],
          ['22:00', '02:00'],
        ],
      },
    ],
    [
      'ons: kl. 9 til 15 og 18 - 20',
      {
        wednesday: [
          ['09:00', '15:00'],
          ['18:00', '20:00'],
        ],
      },
    ],
    ['laurdag 12-16\nsøn 24-02', { saturday: [['12:00', '16:00']], sunday: [['00:00', '02:00']] }],
    ['fredag 18-24', { friday: [['18:00', '00:00']] }],
    ['', {}],
  ])('%j is read', (text, days) => {
    const read = readWeek(text);
    expect(read.ok && read.week).toMatchObject(days);
  });

  it.each([
    'mandag',
    'mandag stengt',
    'måndag 18',
    'mandag 25-26',
    'mandag 18.60-20',
    'ma 18-20',
    '18-20',
    'mandag 18-20, sent',
  ])('gives the line back that cannot be read: %j', (line) => {
    expect(readWeek(`tirsdag 18-20\n${line}`)).toEqual({ ok: false, line });
  });

  it('is read as it was written', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
    const day = fc.array(fc.tuple(time, time), { maxLength: 3 });
    fc.assert(
      fc.property(fc.record(everyDay(day)), (week) => {
        expect(readWeek(writeWeek(week))).toEqual({ ok: true, week });
      }),
      { numRuns: 300 },
    );
  });
});
