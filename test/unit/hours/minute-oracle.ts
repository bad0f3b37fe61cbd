import type { LocalInterval, Schedule } from '../../../src/core/hours/schedule.ts';
import knownHolidays from './public-holidays.json' with { type: 'json' };

/**
 * Opening hours worked out the slow way: one byte per minute, summer time by the rule of the EU directive, holidays from
 * a table. Shares no code with the product and uses neither Temporal nor Intl. Valid for Norway 2020–2060.
 */
export class MinuteOracle {
  readonly firstDay: number;
  readonly #startMinute: number;
  readonly #open: Uint8Array;

  /** @param firstDay days since 1970-01-01; the days `firstDay` … `firstDay + days - 1` are filled in, and nothing else */
  constructor(schedule: Schedule, firstDay: number, days: number) {
    this.firstDay = firstDay;
    this.#startMinute = firstDay * 1440 - 180;
    this.#open = new Uint8Array(days * 1440 + 2 * 1440 + 360);
    for (let day = firstDay; day < firstDay + days; day += 1) {
      for (const [opens, closes] of writtenFor(schedule, day)) {
        const from = minutes(opens);
        const to = minutes(closes) <= from ? minutes(closes) + 1440 : minutes(closes);
        const start = Math.min(...clockReads(day * 1440 + from));
        const end = Math.max(...clockReads(day * 1440 + to));
        for (let minute = start; minute < end; minute += 1) this.#open[minute - this.#startMinute] = 1;
      }
    }
  }

  isOpen(instant: number): boolean {
    return this.#open[Math.floor(instant / 60_000) - this.#startMinute] === 1;
  }

  /** The first minute after `instant` whose state differs, as an instant; undefined when none is filled in. */
  nextChange(instant: number): number | undefined {
    const from = Math.floor(instant / 60_000) - this.#startMinute;
    const found = this.#open.indexOf(this.#open[from] === 1 ? 0 : 1, from);
    return found < 0 ? undefined : (found + this.#startMinute) * 60_000;
  }

  runs(): { opens: number; closes: number }[] {
    const runs: { opens: number; closes: number }[] = [];
    let opens = this.#open.indexOf(1);
    while (opens >= 0) {
      const closes = this.#open.indexOf(0, opens);
      runs.push({ opens: (opens + this.#startMinute) * 60_000, closes: (closes + this.#startMinute) * 60_000 });
      opens = this.#open.indexOf(1, closes);
    }
    return runs;
  }
}

const minutes = (time: string): number => {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? NaN) * 60 + (minute ?? NaN);
};

export const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
export const dateText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** Days since 1970 of the last Sunday in March (2) or October (9). */
function lastSunday(year: number, month: number): number {
  const lastDay = Date.UTC(year, month + 1, 0) / 86_400_000;
  return lastDay - ((lastDay + 4) % 7);
}

/** Minutes ahead of UTC in Norway at a UTC minute: summer time runs between the two last Sundays at 01:00 UTC. */
export function offsetAt(utcMinute: number): number {
  const year = new Date(utcMinute * 60_000).getUTCFullYear();
  const from = lastSunday(year, 2) * 1440 + 60;
  const to = lastSunday(year, 9) * 1440 + 60;
  return utcMinute >= from && utcMinute < to ? 120 : 60;
}

/** Every UTC minute at which the clock on the wall shows this local minute; a skipped one is read an hour later. */
function clockReads(localMinute: number): number[] {
  const showing = (shown: number) => [shown - 120, shown - 60].filter((utc) => utc + offsetAt(utc) === shown);
  const reads = showing(localMinute);
  return reads.length > 0 ? reads : showing(localMinute + 60);
}

const weekdayFromThursday = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'] as const;
const holidays = new Set(
  Object.entries(knownHolidays).flatMap(([year, days]) => days.map((monthDay) => `${year}-${monthDay}`)),
);

function writtenFor({ weekly, exceptions, publicHolidays }: Schedule, day: number): readonly LocalInterval[] {
  const date = dateText(day);
  for (const exception of exceptions) if (exception.date === date) return exception.intervals;
  if (publicHolidays === 'closed' && holidays.has(date)) return [];
  // 1 January 1970 was a Thursday.
  const weekday = weekdayFromThursday[day % 7];
  return weekday ? weekly[weekday] : [];
}
