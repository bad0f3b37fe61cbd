import type { Case, CaseState, StaffRef } from './case.ts';
import { minuteMs } from './time.ts';
import type { Instant } from './time.ts';
import { isUrgent } from './triage/assessment.ts';

/** What staff, or time, may do to a case's state. A new message of the sender is `raiseCase`. */
export type Move =
  /** «Jeg tar den», and going on with what one has set aside. */
  | { readonly kind: 'claim' }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'release' }
  /** Asks a colleague to take over. */
  | { readonly kind: 'offer'; readonly to: StaffRef }
  | { readonly kind: 'snooze'; readonly until: Instant }
  /** Closes by itself then, unless the sender writes before. */
  | { readonly kind: 'close-later'; readonly until: Instant }
  /** @param worryCloseMs how long after a worrying message a hand-over step is needed first */
  | { readonly kind: 'close'; readonly worryCloseMs: number }
  | { readonly kind: 'reopen' }
  /** The time a case was set aside to has come. */
  | { readonly kind: 'resume' };

export type MoveStop =
  | { readonly kind: 'already-claimed'; readonly by: StaffRef }
  | { readonly kind: 'already-yours' }
  /** Somebody must take it first. */
  | { readonly kind: 'not-taken' }
  | { readonly kind: 'closed' | 'already-closed' | 'not-closed' | 'not-waiting' }
  /** A worrying message is too fresh: record a hand-over step, or wait until then. */
  | { readonly kind: 'too-soon'; readonly until: Instant };

export type Moving = { readonly kind: 'moved'; readonly case: Case } | MoveStop;

type Cell = 'yes' | Exclude<MoveStop['kind'], 'too-soon'>;

/**
 * Every move in every state. «yes» leads on, sometimes with a condition of its own; anything else is why not.
 * A worrying case nobody has taken is taken before it is closed.
 */
export const moveTable: Readonly<Record<Move['kind'], Readonly<Record<CaseState['kind'], Cell>>>> = {
  claim: { open: 'yes', claimed: 'already-claimed', waiting: 'yes', closed: 'closed' },
  'take-over': { open: 'yes', claimed: 'yes', waiting: 'yes', closed: 'closed' },
  release: { open: 'not-taken', claimed: 'yes', waiting: 'yes', closed: 'closed' },
  offer: { open: 'not-taken', claimed: 'yes', waiting: 'yes', closed: 'closed' },
  snooze: { open: 'not-taken', claimed: 'yes', waiting: 'yes', closed: 'closed' },
  'close-later': { open: 'not-taken', claimed: 'yes', waiting: 'yes', closed: 'closed' },
  close: { open: 'yes', claimed: 'yes', waiting: 'yes', closed: 'already-closed' },
  reopen: { open: 'not-closed', claimed: 'not-closed', waiting: 'not-closed', closed: 'yes' },
  resume: { open: 'not-waiting', claimed: 'not-waiting', waiting: 'yes', closed: 'closed' },
};

/** The case after the move, or why it stays as it is. */
export function moveCase(current: Case, move: Move, by: StaffRef, at: Instant): Moving {
  const cell = moveTable[move.kind][current.state.kind];
  if (cell === 'already-claimed') return { kind: cell, by: holderOf(current) ?? by };
  if (cell !== 'yes') return { kind: cell };
  const stop = conditionOf(current, move, by, at);
  if (stop) return stop;
  const moved = { ...current, state: stateAfter(current, move, by, at) };
  // What nobody has is waited for from now on.
  return {
    kind: 'moved',
    case: move.kind === 'release' ? { ...moved, unansweredSince: current.unansweredSince ?? at } : moved,
  };
}

/** The same thing asked for again this soon is an impatient hand. */
export const onceWithinMs = minuteMs;

/** Whether a move asks only for what was done a moment ago: nobody needs to hear of it twice. */
export function isSameAgain({ state: before }: Case, { state: after }: Case): boolean {
  if (before.kind === 'waiting' && after.kind === 'waiting')
    return before.then === after.then && Math.abs(after.until - before.until) < onceWithinMs;
  return (
    before.kind === 'claimed' &&
    after.kind === 'claimed' &&
    before.offeredTo !== undefined &&
    before.offeredTo.id === after.offeredTo?.id &&
    after.at - before.at < onceWithinMs
  );
}

/** Who has the case; nobody while it is open. */
export const holderOf = ({ state }: Case): StaffRef | undefined => (state.kind === 'open' ? undefined : state.by);

function conditionOf(current: Case, move: Move, by: StaffRef, at: Instant): MoveStop | undefined {
  const holder = holderOf(current);
  switch (move.kind) {
    case 'claim':
      return holder && holder.id !== by.id ? { kind: 'already-claimed', by: holder } : undefined;
    case 'take-over':
      return holder?.id === by.id ? { kind: 'already-yours' } : undefined;
    case 'offer':
      return holder?.id === move.to.id ? { kind: 'already-claimed', by: holder } : undefined;
    case 'close':
      return current.state.kind === 'open' && isUrgent(current.severity)
        ? { kind: 'not-taken' }
        : freshWorry(current, move, at);
    default:
      return undefined;
  }
}

/** A step that takes a worry further than this conversation: something done, or a service that has it. */
function freshWorry(
  { worriedAt, incident, handedOver }: Case,
  { worryCloseMs }: Extract<Move, { kind: 'close' }>,
  at: Instant,
): MoveStop | undefined {
  if (worriedAt === undefined || at >= worriedAt + worryCloseMs) return undefined;
  const isDone = incident !== undefined && incident.action !== 'none-yet' && incident.at >= worriedAt;
  const isHandedOver = handedOver !== undefined && handedOver.at >= worriedAt;
  return isDone || isHandedOver ? undefined : { kind: 'too-soon', until: worriedAt + worryCloseMs };
}

function stateAfter(current: Case, move: Move, by: StaffRef, at: Instant): CaseState {
  const holder = holderOf(current) ?? by;
  switch (move.kind) {
    case 'claim':
    case 'take-over':
    case 'reopen':
      return { kind: 'claimed', by, at };
    case 'release':
      return { kind: 'open' };
    case 'offer':
      return { kind: 'claimed', by: holder, at, offeredTo: move.to };
    case 'snooze':
      return { kind: 'waiting', by: holder, at, until: move.until, then: 'remind' };
    case 'close-later':
      return { kind: 'waiting', by: holder, at, until: move.until, then: 'close' };
    case 'resume':
      return { kind: 'claimed', by: holder, at };
    case 'close':
      return { kind: 'closed', by, at };
  }
}
