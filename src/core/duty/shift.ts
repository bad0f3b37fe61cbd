import { stateAt } from '../hours/opening-state.ts';
import type { Schedule } from '../hours/schedule.ts';
import { hourMs } from '../time.ts';
import type { Instant } from '../time.ts';

/** How long before opening somebody may check in. */
export const earlyCheckInMs = 2 * hourMs;
/** Nobody is on duty longer than this after one check-in, also where no closing is planned. */
export const longestShiftMs = 16 * hourMs;

/** When a shift that begins now lasts, or why none can begin. */
export type Shift =
  | { readonly kind: 'shift'; readonly from: Instant; readonly until: Instant }
  | { readonly kind: 'too-early'; readonly next: Instant }
  | { readonly kind: 'nothing-planned' };

/** A shift lasts until closing. Check-in is for opening hours, and for the two hours before them. */
export function shiftFrom(schedule: Schedule, now: Instant): Shift {
  const state = stateAt(schedule, now);
  if (state.kind === 'open') return shift(now, state.until);
  const { next } = state;
  if (next === undefined) return { kind: 'nothing-planned' };
  if (next - now > earlyCheckInMs) return { kind: 'too-early', next };
  const opened = stateAt(schedule, next);
  return shift(next, opened.kind === 'open' ? opened.until : undefined);
}

const shift = (from: Instant, until: Instant | undefined): Shift => ({
  kind: 'shift',
  from,
  until: Math.min(until ?? Infinity, from + longestShiftMs),
});
