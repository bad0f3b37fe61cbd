import type { LocalDate } from './local-date.ts';

/** A Norwegian public holiday. The id is its key in the text catalogues. */
export interface PublicHoliday {
  readonly id: PublicHolidayId;
  readonly date: LocalDate;
}

const fixed = {
  'forste-nyttarsdag': '01-01',
  'forste-mai': '05-01',
  'syttende-mai': '05-17',
  'forste-juledag': '12-25',
  'andre-juledag': '12-26',
} as const;

/** Days after Easter Sunday. */
const movable = {
  skjaertorsdag: -3,
  langfredag: -2,
  'forste-paskedag': 0,
  'andre-paskedag': 1,
  'kristi-himmelfartsdag': 39,
  'forste-pinsedag': 49,
  'andre-pinsedag': 50,
} as const;

export type PublicHolidayId = keyof typeof fixed | keyof typeof movable;

/** Easter Sunday in the Gregorian calendar. Source: J. Meeus, "Astronomical Algorithms", chapter 8; valid from 1583. */
export function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const dayCount = epact + toSunday - 7 * correction + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(dayCount / 31), day: (dayCount % 31) + 1 });
}

const entries = <Key extends string, Value>(table: Readonly<Record<Key, Value>>): [Key, Value][] =>
  Object.entries(table) as [Key, Value][];

/**
 * The twelve public holidays of a year, by date. Christmas Eve and New Year's Eve are not among them: a service that is
 * closed then says so with an exception.
 * Source: lov om helligdager og helligdagsfred § 2; lov om 1 og 17 mai som høgtidsdager.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year);
  const prefix = String(year).padStart(4, '0');
  return [
    ...entries(fixed).map(([id, monthDay]) => ({ id, date: `${prefix}-${monthDay}` })),
    ...entries(movable).map(([id, days]) => ({ id, date: easter.add({ days }).toString() })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The public holiday on a day, or undefined. Two on one day (17 May and Whitsun) give one of them. */
export const publicHolidayOn = (date: LocalDate): PublicHoliday | undefined =>
  publicHolidays(Number(date.slice(0, 4))).find((holiday) => holiday.date === date);
