import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scheduledIntervals } from '../../../src/core/hours/intervals.ts';
import { stateAt } from '../../../src/core/hours/opening-state.ts';
import type { Schedule } from '../../../src/core/hours/schedule.ts';
import { MinuteOracle, dateText, dayNumber } from './minute-oracle.ts';
import { scheduleAround } from './schedule-arbitraries.ts';
import knownHolidays from './public-holidays.json' with { type: 'json' };

const dayMs = 86_400_000;
const sample = <Value>(arbitrary: fc.Arbitrary<Value>, count: number, seed: number): Value[] =>
  fc.sample(arbitrary, { numRuns: count, seed });

/** What the oracle says about a minute; a change in the last days it knows is not counted as one. */
function oracleState(oracle: MinuteOracle, now: number, knownUntil: number) {
  const change = oracle.nextChange(now);
  const next = change !== undefined && change < knownUntil ? change : undefined;
  return oracle.isOpen(now) ? { kind: 'open', until: next } : { kind: 'closed', next };
}

/** Beyond `knownUntil` the oracle is blind, so an answer out there counts as none. */
function answeredState(schedule: Schedule, now: number, knownUntil: number) {
  const state = stateAt(schedule, now);
  const within = (instant: number | undefined) => (instant !== undefined && instant < knownUntil ? instant : undefined);
  return state.kind === 'open'
    ? { kind: 'open', until: within(state.until) }
    : { kind: 'closed', next: within(state.next) };
}

/** Moments where product and oracle differ, with both answers. */
const disagreements = (schedule: Schedule, oracle: MinuteOracle, moments: readonly number[], knownUntil: number) =>
  moments
    .map((now) => ({
      now,
      expected: oracleState(oracle, now, knownUntil),
      actual: answeredState(schedule, now, knownUntil),
    }))
    .filter(({ expected, actual }) => !isDeepStrictEqual(expected, actual));

const turns = ['2026-03-25', '2026-10-21', '2027-03-24', '2030-10-23', '2044-03-23'].map(dayNumber);
const holidayWeeks = ['2026-03-30', '2026-05-10', '2026-12-20', '2027-05-12', '2035-12-21', '2049-04-11'].map(
  dayNumber,
);

describe('opening hours against an oracle that looks at every minute', () => {
  it.each([...turns, ...holidayWeeks])('list the same intervals from day %i, for random schedules', (firstDay) => {
    const days = 9;
    fc.assert(
      fc.property(scheduleAround(firstDay, days), (schedule) => {
        const expected = new MinuteOracle(schedule, firstDay, days).runs();
        expect(scheduledIntervals(schedule, dateText(firstDay), days)).toEqual(expected);
      }),
      { numRuns: 150, seed: 20_261_122 },
    );
  });

  it.each([...turns, ...holidayWeeks])('tell the same state every twenty minutes from day %i', (firstDay) => {
    for (const schedule of sample(scheduleAround(firstDay, 9), 6, firstDay)) {
      const oracle = new MinuteOracle(schedule, firstDay - 2, 30);
      const moments = Array.from({ length: 9 * 72 }, (_, index) => firstDay * dayMs + index * 20 * 60_000);
      expect(disagreements(schedule, oracle, moments, (firstDay + 26) * dayMs)).toEqual([]);
    }
  });

  it('agree over ten years, for each change of state and the minutes beside it', { timeout: 30_000 }, () => {
    const firstDay = dayNumber('2026-01-01');
    const days = 3_653;
    for (const schedule of sample(scheduleAround(firstDay, days), 3, 7)) {
      const oracle = new MinuteOracle(schedule, firstDay, days);
      const runs = oracle.runs();
      expect(scheduledIntervals(schedule, dateText(firstDay), days)).toEqual(runs);

      const knownUntil = (firstDay + days - 2) * dayMs;
      const moments = runs
        .flatMap(({ opens, closes }) => [opens - 60_000, opens, closes - 1, closes])
        .filter((now) => now >= (firstDay + 2) * dayMs && now < knownUntil);
      expect(disagreements(schedule, oracle, moments, knownUntil)).toEqual([]);
    }
  });

  it('agree on every public holiday from 2020 to 2060', () => {
    const [schedule] = sample(
      scheduleAround(dayNumber('2070-01-01'), 1).filter(
        ({ weekly, publicHolidays }) =>
          publicHolidays === 'closed' && Object.values(weekly).every((day) => day.length > 0),
      ),
      1,
      3,
    );
    if (!schedule) throw new Error('no schedule was generated');
    for (const [year, monthDays] of Object.entries(knownHolidays)) {
      for (const monthDay of monthDays) {
        const day = dayNumber(`${year}-${monthDay}`);
        expect(scheduledIntervals(schedule, dateText(day), 1)).toEqual([]);
        expect(scheduledIntervals(schedule, dateText(day - 1), 4)).toEqual(
          new MinuteOracle(schedule, day - 1, 4).runs(),
        );
      }
    }
  });
});
