import { describe, expect, it } from 'vitest';
import { easterSunday, publicHolidayOn, publicHolidays } from '../../../src/core/hours/public-holidays.ts';
// Written by the library date-holidays 3 («NO», type public); month and day per year.
import knownHolidays from './public-holidays.json' with { type: 'json' };

describe('public holidays', () => {
  it.each(Object.entries(knownHolidays))('agree with an independent calendar in %s', (year, expected) => {
    const ours = new Set(publicHolidays(Number(year)).map(({ date }) => date));
    expect([...ours]).toEqual(expected.map((monthDay) => `${year}-${monthDay}`));
  });

  it('covers 2020 to 2060 in the independent calendar', () => {
    expect(Object.keys(knownHolidays)).toHaveLength(41);
  });

  it.each([
    ['1954-04-18', 1954],
    ['1981-04-19', 1981],
    ['2000-04-23', 2000],
    ['2008-03-23', 2008],
    ['2038-04-25', 2038],
    ['2285-03-22', 2285],
  ])('finds Easter Sunday on %s', (date, year) => {
    expect(easterSunday(year).toString()).toBe(date);
  });

  it('names the day', () => {
    expect(publicHolidayOn('2026-05-14')?.id).toBe('kristi-himmelfartsdag');
  });

  it.each(['2026-12-24', '2026-12-31', '2026-04-04', '2026-05-23'])(
    'leaves out %s, which no law makes a holiday',
    (date) => {
      expect(publicHolidayOn(date)).toBeUndefined();
    },
  );
});
