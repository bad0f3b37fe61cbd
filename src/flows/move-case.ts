import type { Act } from '../core/access.ts';
import type { Case, StaffRef } from '../core/case.ts';
import { holderOf, isSameAgain, moveCase } from '../core/case-moves.ts';
import type { Move, MoveStop } from '../core/case-moves.ts';
import { setAsideUntil, unansweredMs } from '../core/case-times.ts';
import type { CloseLaterChoice, SnoozeChoice } from '../core/case-times.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { CaseNote } from '../core/outbox.ts';
import type { Instant } from '../core/time.ts';
import { mayPerform } from '../core/access.ts';
import type { Municipalities, Staff, Store } from '../ports.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePlan, CasePress, Refusal } from './act-on-case.ts';
import { isUrgent } from '../core/triage/assessment.ts';

/** What is wanted of a case; `moveCase` says whether its state allows it. */
export type WantedMove =
  | { readonly kind: 'release' | 'take-over' | 'reopen' }
  | { readonly kind: 'snooze'; readonly choice: SnoozeChoice }
  | { readonly kind: 'close-later'; readonly choice: CloseLaterChoice }
  | { readonly kind: 'offer'; readonly to: Snowflake };

export type MoveCaseOutcome =
  | { readonly kind: 'moved'; readonly move: WantedMove['kind']; readonly case: Case }
  | (MoveStop & { readonly caseNumber: number })
  /** The sender has another conversation open already: there is one at a time. */
  | { readonly kind: 'other-open'; readonly caseNumber: number }
  /** Whoever is asked to take over may not read conversations. */
  | { readonly kind: 'not-staff' }
  | Refusal;

export interface MoveCaseDeps extends CaseActDeps {
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly store: CaseActDeps['store'] & Pick<Store, 'findOpenCase'>;
  /** Who somebody is now, as Discord says. */
  readonly colleagues: { find(municipalityId: Municipality['id'], id: Snowflake): Promise<Staff | undefined> };
}

const actFor: Readonly<Record<WantedMove['kind'], Act>> = {
  release: 'case.move',
  'take-over': 'case.move',
  snooze: 'case.move',
  'close-later': 'case.move',
  offer: 'case.move',
  reopen: 'case.reopen',
};

const eventFor: Readonly<Record<WantedMove['kind'], string>> = {
  release: 'case.released',
  'take-over': 'case.taken-over',
  snooze: 'case.snoozed',
  'close-later': 'case.close-planned',
  offer: 'case.offered',
  reopen: 'case.reopened',
};

/**
 * Purpose: say who has a case and when it is looked at again. Personal data: case id, staff ids and signatures. What nobody has
 * any more calls the one on duty again when it is worrying, and is reminded of otherwise.
 */
export const makeMoveCase =
  (deps: MoveCaseDeps) =>
  async (press: CasePress, wanted: WantedMove): Promise<MoveCaseOutcome> => {
    const { staff } = press;
    const by = { id: staff.id, signature: staff.signature };
    const municipality = deps.municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, actFor[wanted.kind])) return { kind: 'not-permitted' };
    const to = wanted.kind === 'offer' ? await colleague(deps, municipality, wanted.to) : undefined;
    if (wanted.kind === 'offer' && !to) return { kind: 'not-staff' };

    const outcome = await actOnCase<Exclude<MoveCaseOutcome, Refusal>>(
      deps,
      press,
      actFor[wanted.kind],
      async (current, at) => {
        const moving = moveCase(current, moveOf(wanted, municipality, to, at), by, at);
        if (moving.kind !== 'moved') return { ...moving, caseNumber: current.number };
        if (wanted.kind === 'reopen') {
          const other = await deps.store.findOpenCase(current.municipalityId, current.sender);
          if (other) return { kind: 'other-open', caseNumber: other.number };
        }
        if (isSameAgain(current, moving.case)) return { kind: 'moved', move: wanted.kind, case: current };
        const note = noteOf(wanted, current, moving.case, by, to);
        return {
          kind: 'go',
          case: moving.case,
          event: eventFor[wanted.kind],
          note,
          ...appointment(moving.case, current, municipality, at),
        };
      },
    );
    return outcome.kind === 'done' ? { kind: 'moved', move: wanted.kind, case: outcome.case } : outcome;
  };

async function colleague(
  { colleagues }: MoveCaseDeps,
  { id }: Municipality,
  asked: Snowflake,
): Promise<StaffRef | undefined> {
  const found = await colleagues.find(id, asked);
  return found && mayPerform(found.roles, 'case.claim') ? { id: found.id, signature: found.signature } : undefined;
}

function moveOf(wanted: WantedMove, { hours }: Municipality, to: StaffRef | undefined, at: Instant): Move {
  switch (wanted.kind) {
    case 'snooze':
      return { kind: 'snooze', until: setAsideUntil(wanted.choice, hours, at) };
    case 'close-later':
      return { kind: 'close-later', until: setAsideUntil(wanted.choice, hours, at) };
    case 'offer':
      if (!to) throw new Error('nobody to offer the case to');
      return { kind: 'offer', to };
    default:
      return wanted;
  }
}

function noteOf(wanted: WantedMove, before: Case, after: Case, { signature }: StaffRef, to?: StaffRef): CaseNote {
  switch (wanted.kind) {
    case 'release':
      return { kind: 'released', signature };
    case 'reopen':
      return { kind: 'reopened', signature };
    case 'take-over': {
      const from = holderOf(before)?.signature;
      return { kind: 'taken-over', signature, ...(from === undefined ? {} : { from }) };
    }
    case 'offer':
      if (!to) throw new Error('nobody to offer the case to');
      return { kind: 'offered', caseId: after.id, signature, to };
    case 'snooze':
    case 'close-later': {
      if (after.state.kind !== 'waiting') throw new Error('a case set aside is not waiting');
      const { until, then } = after.state;
      return { kind: 'set-aside', signature, until, then };
    }
  }
}

/** What must happen by itself after the move, so that nobody is forgotten. */
function appointment(
  after: Case,
  before: Case,
  { conversation }: Municipality,
  at: Instant,
): Pick<CasePlan, 'due' | 'alertsAgain'> {
  const { state, severity } = after;
  if (state.kind === 'waiting') return { due: { due: { kind: 'set-aside', until: state.until }, at: state.until } };
  if (state.kind !== 'open') return {};
  const isWorrying = isUrgent(severity);
  const since = after.unansweredSince ?? at;
  return {
    ...(isWorrying ? { alertsAgain: true } : {}),
    ...(before.unansweredSince === undefined
      ? {
          due: {
            due: { kind: 'unanswered', since, reminder: 0 },
            at: at + unansweredMs(severity, conversation.unansweredMinutes),
          },
        }
      : {}),
  };
}
