import type { Instant } from '../time.ts';
import { intervalsOn, makeDayLookup, merged } from './intervals.ts';
import type { Interval } from './intervals.ts';
import { weekdays } from './schedule.ts';
import type { Schedule } from './schedule.ts';

/** What the schedule says about a moment. Whether somebody is there is another question. */
export type OpeningState =
  /** `until` is absent when no closing is planned for as long as is looked ahead. */
  | { readonly kind: 'open'; readonly until?: Instant }
  /** `next` is absent when no opening is planned at all. */
  | { readonly kind: 'closed'; readonly next?: Instant };

/** Longer than a year, so that one weekday a week that meets every holiday is still found. */
const lookAheadDays = 400;
/** An interval lasts at most a day and an autumn hour, so what is open now began today or yesterday. */
const lookBackDays = 2;

const earliest = Date.UTC(1900, 0, 1);
const latest = Date.UTC(9000, 0, 1);

/**
 * Open or closed at `now`, and the next change. Never throws. An instant outside the years 1900–9000 is closed.
 * Every opening is found, however far away: beyond 400 days only exceptions can make the first one.
 */
export function stateAt(schedule: Schedule, now: Instant): OpeningState {
  if (!(now >= earliest && now <= latest)) return { kind: 'closed' };

  const { timeZone, exceptions } = schedule;
  const today = Temporal.Instant.fromEpochMilliseconds(Math.trunc(now)).toZonedDateTimeISO(timeZone).toPlainDate();
  // Exceptions can close as many days as there are of them, and no more.
  const dayCount = lookAheadDays + exceptions.length;
  const horizon = today.add({ days: dayCount }).toZonedDateTime(timeZone).epochMilliseconds;

  for (const interval of merged(upcoming(schedule, today, dayCount))) {
    if (interval.closes <= now) continue;
    if (interval.opens > now) return { kind: 'closed', next: interval.opens };
    return interval.closes < horizon ? { kind: 'open', until: interval.closes } : { kind: 'open' };
  }
  return { kind: 'closed' };
}

/**
 * Intervals in order of opening. A week that opens at all does so on some day before the horizon; without one, only the
 * exceptions can open, whenever they are.
 */
function* upcoming(schedule: Schedule, today: Temporal.PlainDate, dayCount: number): Generator<Interval> {
  const lookUp = makeDayLookup(schedule);
  const first = today.subtract({ days: lookBackDays });
  const hasWeek = weekdays.some((weekday) => schedule.weekly[weekday].length > 0);
  const dates = hasWeek ? daysFrom(first, lookBackDays + dayCount) : exceptionDaysFrom(first, schedule);
  for (const date of dates) yield* intervalsOn(date, lookUp(date), schedule.timeZone);
}

function* daysFrom(first: Temporal.PlainDate, count: number): Generator<Temporal.PlainDate> {
  for (let days = 0; days < count; days += 1) yield first.add({ days });
}

const exceptionDaysFrom = (first: Temporal.PlainDate, { exceptions }: Schedule): readonly Temporal.PlainDate[] =>
  exceptions
    .map(({ date }) => Temporal.PlainDate.from(date))
    .filter((date) => Temporal.PlainDate.compare(date, first) >= 0)
    .sort((a, b) => Temporal.PlainDate.compare(a, b));
