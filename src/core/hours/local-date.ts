import type { Instant } from '../time.ts';

/** A day in a service's own time zone: `YYYY-MM-DD`. */
export type LocalDate = string;

const localDatePattern = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists in the calendar, written `YYYY-MM-DD`; false for 30 February. */
export function isLocalDate(value: string): value is LocalDate {
  if (!localDatePattern.test(value)) return false;
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

/** What Norwegians write, `31.1.2027`, and what machines write, `2027-01-31`; nothing when it is no date. */
export function readDate(written: string): LocalDate | undefined {
  const text = written.trim();
  const [, day, month, year] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/u.exec(text) ?? [];
  const iso = day && month && year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return isLocalDate(iso) ? iso : undefined;
}

/** True for a named IANA zone such as `Europe/Oslo`. Bare offsets are refused: they know no summer time. */
export function isTimeZone(value: string): boolean {
  if (!/^[a-z]/i.test(value)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
    return true;
  } catch (cause) {
    if (cause instanceof RangeError) return false;
    throw cause;
  }
}

export const localDateOf = (instant: Instant, timeZone: string): LocalDate =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Midnight, or the first moment of the day where summer time skips it. */
export const startOfDay = (date: LocalDate, timeZone: string): Instant =>
  Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;

/** ISO 8601 to the second with the zone's offset at that time, e.g. `2026-12-20T18:00:00+01:00`. */
export const formatInstant = (instant: Instant, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
