import type { OpeningState } from '../hours/opening-state.ts';
import { minuteMs } from '../time.ts';
import type { Instant } from '../time.ts';
import { peopleOnDuty } from './duty-book.ts';
import type { DutyBook, DutyPerson } from './duty-book.ts';

/** Something the passing of time, or a change of the schedule, has brought. */
export type DutyEvent =
  /** The last ones on duty were checked out by closing. */
  | { readonly kind: 'shift-over'; readonly at: Instant }
  /** Open, and somebody is there. `until` names the opening: each is told once. */
  | { readonly kind: 'opened'; readonly until: Instant }
  | { readonly kind: 'closed'; readonly until: Instant };

export interface DutyTurn {
  readonly book: DutyBook;
  readonly events: readonly DutyEvent[];
}

/** An opening or closing noticed later than this, e.g. after downtime, is not told any more. */
export const tellWithinMs = 30 * minuteMs;

/** A change of the schedule is known to every process within this time; before that a check-in may know more than we do. */
const settledMs = minuteMs;

/**
 * The book as it is at `now`, and what is to be told about it. Nothing to tell: the same book. Applied twice at the same
 * moment it tells nothing the second time. A schedule that now closes earlier ends shifts; one that closes later lengthens
 * none, since nobody has said that they stay.
 */
export function turnDuty(book: DutyBook, state: OpeningState, now: Instant): DutyTurn {
  const isOver = ({ from, until }: DutyPerson): boolean =>
    until <= now || (state.kind === 'closed' && from + settledMs <= now);
  const left = book.people.filter((person) => !isOver(person));
  const over = book.people.filter(isOver);
  const events: DutyEvent[] = [];
  if (over.length > 0 && left.length === 0)
    events.push({ kind: 'shift-over', at: Math.min(Math.max(...over.map(({ until }) => until)), now) });

  let { announced } = book;
  const closedEarly = over.some(({ until }) => until > now);
  if (announced && (announced.until <= now || closedEarly)) {
    if (announced.told && now - announced.until <= tellWithinMs)
      events.push({ kind: 'closed', until: announced.until });
    announced = undefined;
  }

  const here = peopleOnDuty({ people: left }, now);
  if (!announced && here.length > 0 && state.kind === 'open' && state.until !== undefined) {
    const since = Math.min(...here.map(({ from }) => from));
    announced = { until: state.until, told: now - since <= tellWithinMs };
    if (announced.told) events.push({ kind: 'opened', until: state.until });
  }

  const isSame = over.length === 0 && announced === book.announced;
  return { book: isSame ? book : { people: left, ...(announced ? { announced } : {}) }, events };
}
