import type { Instant } from '../time.ts';
import type { LocalDate } from './local-date.ts';
import { publicHolidayOn } from './public-holidays.ts';
import { weekdays } from './schedule.ts';
import type { LocalInterval, Schedule } from './schedule.ts';

/** Open from `opens` up to, not including, `closes`. */
export interface Interval {
  readonly opens: Instant;
  readonly closes: Instant;
}

/** A schedule with its exceptions looked up by day. */
export type DayLookup = (date: Temporal.PlainDate) => readonly LocalInterval[];

/** What is written for a day: its exception, else nothing on a closed public holiday, else the week's. */
export function makeDayLookup({ weekly, publicHolidays, exceptions }: Schedule): DayLookup {
  const exceptionOn = new Map(exceptions.map(({ date, intervals }) => [date, intervals]));
  return (date) => {
    const day = date.toString();
    const exception = exceptionOn.get(day);
    if (exception) return exception;

    const weekday = weekdays[date.dayOfWeek - 1];
    const intervals = weekday ? weekly[weekday] : [];
    // Working out Easter costs more than a day without opening hours is worth.
    if (intervals.length === 0 || publicHolidays === 'open') return intervals;
    return publicHolidayOn(day) ? [] : intervals;
  };
}

/**
 * One day's intervals as instants, in order of opening; those without length are dropped.
 * A local time inside the spring gap moves forward by the gap. One that occurs twice in autumn means the first for an
 * opening and the last for a closing, so that nobody is told «closed» while somebody sits there.
 */
export function intervalsOn(
  date: Temporal.PlainDate,
  written: readonly LocalInterval[],
  timeZone: string,
): readonly Interval[] {
  return written
    .map(([opens, closes]) => {
      // Times are `HH:mm` with leading zeros, so they compare as text.
      const lastDay = closes <= opens ? date.add({ days: 1 }) : date;
      return {
        opens: toInstant(date, opens, timeZone, 'compatible'),
        closes: toInstant(lastDay, closes, timeZone, 'later'),
      };
    })
    .filter(({ opens, closes }) => opens < closes)
    .sort((a, b) => a.opens - b.opens);
}

const toInstant = (date: Temporal.PlainDate, time: string, timeZone: string, disambiguation: 'compatible' | 'later') =>
  date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;

/** Joins intervals that touch or overlap. They must come in order of opening; each is given out when it can no longer grow. */
export function* merged(intervals: Iterable<Interval>): Generator<Interval> {
  let current: Interval | undefined;
  for (const next of intervals) {
    if (current && next.opens <= current.closes) {
      current = { opens: current.opens, closes: Math.max(current.closes, next.closes) };
    } else {
      if (current) yield current;
      current = next;
    }
  }
  if (current) yield current;
}

/**
 * The opening hours that belong to the local days from `from`, `days` of them: in order, joined where they touch, empty
 * ones dropped. What began the day before is not among them; the last may close after the last day.
 * @throws RangeError when `from` is not a day
 */
export function scheduledIntervals(schedule: Schedule, from: LocalDate, days: number): readonly Interval[] {
  const lookUp = makeDayLookup(schedule);
  const first = Temporal.PlainDate.from(from, { overflow: 'reject' });
  const perDay = Array.from({ length: days }, (_, index) => {
    const date = first.add({ days: index });
    return intervalsOn(date, lookUp(date), schedule.timeZone);
  });
  return [...merged(perDay.flat())];
}
