import { mayPerform } from '../core/access.ts';
import type { Act } from '../core/access.ts';
import { isUnseen } from '../core/case.ts';
import type { Case, CaseEntry } from '../core/case.ts';
import type { CaseId } from '../core/ids.ts';
import type { CaseDue, CaseNote, Dispatch, SenderNotice } from '../core/outbox.ts';
import { queueFollowUps } from '../core/follow-up.ts';
import { queueAlert, queueDue, queueForStaff, queueingForCase, queueNotice } from '../core/queue.ts';
import type { Queueing } from '../core/queue.ts';
import { caseErasure } from '../core/retention.ts';
import { countsOfAct } from '../core/statistics/counting.ts';
import type { Instant } from '../core/time.ts';
import type { AuditEntry, Change, Clock, Pseudonyms, Staff, Store } from '../ports.ts';
import { counting } from './counting.ts';
import { isUrgent } from '../core/triage/assessment.ts';

export interface CaseActDeps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly store: Pick<Store, 'findCase' | 'commit'>;
}

/** One press or form of a staff member on one case. */
export interface CasePress {
  /** The interaction id: the same press acts once. */
  readonly cause: string;
  readonly staff: Staff;
  readonly caseId: CaseId;
}

/** A case of another municipality does not exist for a person, nor one whose sender may still mean another. */
export type Refusal = { readonly kind: 'not-permitted' | 'not-found' };

export const isRefusal = (outcome: { readonly kind: string }): outcome is Refusal =>
  outcome.kind === 'not-permitted' || outcome.kind === 'not-found';

/** What a press leads to; `event` and `details` go to the audit. */
export interface CasePlan {
  readonly kind: 'go';
  readonly case: Case;
  readonly event: string;
  readonly details?: NonNullable<AuditEntry['details']>;
  readonly note?: CaseNote;
  readonly notice?: SenderNotice;
  /** A reply of staff: stored, shown in the thread and sent to the sender. */
  readonly reply?: CaseEntry;
  /** When the case is to be looked at again. */
  readonly due?: { readonly due: CaseDue; readonly at: Instant };
  /** Nobody has a worrying case any more: the ladder begins from its first step. */
  readonly alertsAgain?: boolean;
  /** Further changes of the same commit. */
  readonly changes?: readonly Change[];
}

/** The case, when this person may do this to it: the roles are those of this very press. */
export async function findForPress(
  store: Pick<Store, 'findCase'>,
  { staff, caseId }: CasePress,
  act: Act,
): Promise<{ readonly kind: 'found'; readonly case: Case } | Refusal> {
  if (!mayPerform(staff.roles, act)) return { kind: 'not-permitted' };
  const found = await store.findCase(caseId);
  return found?.municipalityId === staff.municipalityId && !isUnseen(found)
    ? { kind: 'found', case: found }
    : { kind: 'not-found' };
}

/**
 * Authorise, load, plan, commit: what every act on a case has in common. The role is that of this very press. When
 * somebody else changed the case meanwhile, the plan is made again on what it has become.
 */
export async function actOnCase<Stop extends { readonly kind: string }>(
  deps: CaseActDeps,
  press: CasePress,
  act: Act,
  plan: (current: Case, at: Instant) => CasePlan | Stop | Promise<CasePlan | Stop>,
): Promise<{ readonly kind: 'done'; readonly case: Case } | Stop | Refusal> {
  const { caseId, cause } = press;
  const found = await findForPress(deps.store, press, act);
  if (found.kind !== 'found') return found;
  const current = found.case;

  const at = deps.now();
  const planned = await plan(current, at);
  if (!isPlan(planned)) return planned;
  const outcome = await deps.store.commit({
    cause: `interaction:${cause}`,
    at,
    basedOn: [{ caseId, version: current.version }],
    changes: [
      ...planChanges(deps, press, planned, at),
      ...answeredCall(deps, press, current, planned.case, at),
      ...counting(current.municipalityId, at, countsOfAct(current, planned.case, at)),
    ],
  });
  return outcome === 'stale' ? actOnCase(deps, press, act, plan) : { kind: 'done', case: planned.case };
}

/** The call that stands in the staff channel says who came, so that nobody else answers it. */
function answeredCall(
  { pseudonyms }: CaseActDeps,
  { cause }: CasePress,
  before: Case,
  after: Case,
  at: Instant,
): readonly Change[] {
  const isCalledFor = isUrgent(after.severity);
  if (!isCalledFor || before.state.kind !== 'open' || after.state.kind === 'open') return [];
  // Its own lane, behind a call that is on its way.
  const to = queueingForCase(`i${cause}`, pseudonyms.lane('case', `${after.id}:alert`), after, at);
  return [{ kind: 'queue', entry: queueForStaff(to, { kind: 'alert-refresh', caseId: after.id }) }];
}

const isPlan = (value: CasePlan | { readonly kind: string }): value is CasePlan => value.kind === 'go';

/** Whoever has had a serious case is asked, the next day, whether it has been talked through. Source: 003:88 (C218). */
function debriefing({ id, number, municipalityId, severity, state }: Case, to: Queueing): readonly Change[] {
  if (state.kind !== 'closed' || (severity !== 'serious' && severity !== 'acute')) return [];
  const about = { cause: to.cause, lane: to.lane, municipalityId, caseId: id, caseNumber: number, at: to.at };
  return queueFollowUps(about, { kind: 'debrief' }).map((entry) => ({ kind: 'queue', entry }));
}

/** A plan as changes of state, for one commit. */
export function planChanges(
  { pseudonyms }: Pick<CaseActDeps, 'pseudonyms'>,
  { cause, staff }: Pick<CasePress, 'cause'> & { readonly staff?: Staff },
  plan: CasePlan,
  at: Instant,
): readonly Change[] {
  const { case: next, note, notice, reply, event, details, due, alertsAgain = false } = plan;
  const caseId = next.id;
  const queueing = (kind: 'case' | 'sender', id: string) =>
    queueingForCase(`i${cause}`, pseudonyms.lane(kind, id), next, at);
  const toStaff = queueing('case', caseId);
  const toSender = queueing('sender', next.senderId);
  const staffPosts: readonly Dispatch[] = [
    ...(reply ? [{ kind: 'case-entry', caseId, entryId: reply.id } as const] : []),
    { kind: 'card-refresh', caseId },
    ...(note ? [{ kind: 'case-note', caseId, note } as const] : []),
  ];
  const rows = [
    ...(reply ? [queueForStaff(toSender, { kind: 'sender-reply', caseId, entryId: reply.id })] : []),
    ...staffPosts.map((dispatch) => queueForStaff(toStaff, dispatch)),
    ...(notice ? [queueNotice(toSender, next, notice)] : []),
    ...(due ? [queueDue(queueing('case', `${caseId}:due`), caseId, due.due, due.at)] : []),
    ...(alertsAgain ? [queueAlert(queueing('case', `${caseId}:alert`), next, next.severity, 0)] : []),
  ];
  return [
    { kind: 'save-case', case: next, eraseAt: caseErasure(next) },
    ...(reply ? [{ kind: 'save-entry', entry: reply, eraseAt: caseErasure(next) } as const] : []),
    ...rows.map((entry) => ({ kind: 'queue', entry }) as const),
    ...(plan.changes ?? []),
    ...debriefing(next, queueing('case', `${caseId}:follow`)),
    {
      kind: 'audit',
      entry: {
        event,
        at,
        municipalityId: next.municipalityId,
        caseId,
        ...(staff ? { by: staff.id } : {}),
        ...(details ? { details } : {}),
      },
    },
  ];
}
