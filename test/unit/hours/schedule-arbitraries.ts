import fc from 'fast-check';
import { parseSchedule } from '../../../src/core/hours/schedule.ts';
import type { Schedule } from '../../../src/core/hours/schedule.ts';
import { dateText } from './minute-oracle.ts';

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Favours midnight and the hours that summer time takes away and gives back. */
const minuteOfDay = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 1439 }) },
  { weight: 1, arbitrary: fc.integer({ min: 90, max: 210 }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 60, 120, 150, 180, 1080, 1320, 1439) },
);

/** Intervals of one day that do not overlap: cut points in order, in pairs; the last may run past midnight. */
const dayOfIntervals = fc
  .tuple(fc.uniqueArray(minuteOfDay, { maxLength: 6 }), fc.boolean(), fc.boolean())
  .map(([cuts, joinNext, reverse]) => {
    const ordered = cuts.toSorted((a, b) => a - b);
    const pairs: [string, string][] = [];
    for (let index = 0; index < ordered.length; index += joinNext ? 1 : 2) {
      const from = ordered[index];
      if (from === undefined) break;
      const last = index + 1 >= ordered.length;
      // The last interval ends before it begins: past midnight, at most a whole day.
      const to = last ? (ordered[0] ?? 0) : (ordered[index + 1] ?? 0);
      pairs.push([clock(from), clock(to)]);
    }
    return reverse ? pairs.toReversed() : pairs;
  });

const week = fc.record({
  monday: dayOfIntervals,
  tuesday: dayOfIntervals,
  wednesday: dayOfIntervals,
  thursday: dayOfIntervals,
  friday: dayOfIntervals,
  saturday: dayOfIntervals,
  sunday: dayOfIntervals,
});

/** Valid schedules of all kinds, with exceptions near the days looked at. */
export const scheduleAround = (firstDay: number, days: number): fc.Arbitrary<Schedule> =>
  fc
    .record({
      weekly: fc.oneof({ weight: 4, arbitrary: week }, { weight: 1, arbitrary: fc.constant({}) }),
      publicHolidays: fc.constantFrom('closed', 'open'),
      exceptions: fc.uniqueArray(
        fc.record({
          date: fc.integer({ min: firstDay - 3, max: firstDay + days }).map(dateText),
          intervals: dayOfIntervals,
          reason: fc.constantFrom('Planleggingsdag', 'Julaften'),
        }),
        { maxLength: 6, selector: ({ date }) => date },
      ),
    })
    .map((written) => {
      const parsed = parseSchedule(written);
      if (!parsed.ok) throw new Error(`the generator wrote a bad schedule: ${JSON.stringify(parsed.faults)}`);
      return parsed.schedule;
    });
