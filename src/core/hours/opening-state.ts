import type { Instant } from '../time.ts';
import { intervalsOn, makeDayLookup, merged } from './intervals.ts';
import type { DayLookup, Interval } from './intervals.ts';
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

  for (const interval of merged(upcoming(schedule, makeDayLookup(schedule), today, dayCount))) {
    if (interval.closes <= now) continue;
    if (interval.opens > now) return { kind: 'closed', next: interval.opens };
    return interval.closes < horizon ? { kind: 'open', until: interval.closes } : { kind: 'open' };
  }
  return { kind: 'closed' };
}

/** Intervals in order of opening: every day up to the horizon that may have some, then the exceptions beyond it. */
function* upcoming(
  { timeZone, weekly, exceptions }: Schedule,
  lookUp: DayLookup,
  today: Temporal.PlainDate,
  dayCount: number,
): Generator<Interval> {
  const hasWeek = weekdays.some((weekday) => weekly[weekday].length > 0);
  const dailyUntil = hasWeek ? dayCount : -lookBackDays;
  for (let offset = -lookBackDays; offset < dailyUntil; offset += 1) {
    const date = today.add({ days: offset });
    yield* intervalsOn(date, lookUp(date), timeZone);
  }
  const firstUnseen = today.add({ days: dailyUntil }).toString();
  const later = exceptions.filter(({ date }) => date >= firstUnseen).sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const { date, intervals } of later) yield* intervalsOn(Temporal.PlainDate.from(date), intervals, timeZone);
}
