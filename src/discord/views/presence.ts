import { stateAt } from '../../core/hours/opening-state.ts';
import type { OpeningState } from '../../core/hours/opening-state.ts';
import type { Schedule } from '../../core/hours/schedule.ts';
import type { Instant } from '../../core/time.ts';

/** What may truthfully be said about whether a human answers. */
export type Presence =
  /** Opening hours, and somebody is checked in. */
  | { readonly kind: 'staffed'; readonly until: Instant | undefined }
  /** Opening hours; whether somebody is checked in is not known here. */
  | { readonly kind: 'hours'; readonly until: Instant | undefined }
  /** Opening hours, but nobody is checked in. */
  | { readonly kind: 'without-duty'; readonly until: Instant | undefined }
  | { readonly kind: 'closed'; readonly next: Instant }
  | { readonly kind: 'unplanned' };

/** @param staffed whether somebody is checked in; undefined when not known. Outside opening hours it changes nothing. */
export function presenceOf(state: OpeningState, staffed: boolean | undefined): Presence {
  if (state.kind === 'closed')
    return state.next === undefined ? { kind: 'unplanned' } : { kind: 'closed', next: state.next };
  const kind = staffed === undefined ? 'hours' : staffed ? 'staffed' : 'without-duty';
  return { kind, until: state.until };
}

export const presenceAt = (hours: Schedule, now: Instant, staffed: boolean | undefined): Presence =>
  presenceOf(stateAt(hours, now), staffed);
