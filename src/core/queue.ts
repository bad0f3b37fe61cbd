import type { Case } from './case.ts';
import { ladderStepMs } from './ladder.ts';
import type { CaseId, Lane } from './ids.ts';
import type { CaseDue, Dispatch, OutboxEntry, SenderNotice } from './outbox.ts';
import { caseErasure, retention } from './retention.ts';
import { secondMs } from './time.ts';
import type { Instant } from './time.ts';
import { isUrgent } from './triage/assessment.ts';
import type { Severity } from './triage/assessment.ts';

/** Where and when something is queued, and what it is counted under. */
export interface Queueing {
  /** What caused it; with the dispatch it makes the row's id, so that the same cause queues the same thing once. */
  readonly cause: string;
  readonly lane: Lane;
  readonly at: Instant;
  readonly eraseAt: Instant;
}

const entryFor = (to: Queueing, priority: OutboxEntry['priority'], dispatch: Dispatch, part: string): OutboxEntry => ({
  id: `${to.cause}:${part}`,
  lane: to.lane,
  priority,
  dispatch,
  queuedAt: to.at,
  notBefore: to.at,
  eraseAt: to.eraseAt,
});

/**
 * What staff see of one entry: the card and thread first when the case is new, then the entry, then the card brought up to
 * date; at once when the level is another than the card says.
 */
export function queueEntryForStaff(
  to: Queueing,
  current: Case,
  entryId: string,
  levelBefore: Severity,
): readonly OutboxEntry[] {
  const priority = isUrgent(current.severity) ? 0 : 1;
  const caseId = current.id;
  const isNew = current.version === 0;
  const opening: readonly Dispatch[] = [
    { kind: 'case-card', caseId },
    { kind: 'case-thread', caseId },
  ];
  const refreshed = entryFor(to, priority, { kind: 'card-refresh', caseId }, 'card-refresh');
  return [
    ...(isNew ? opening.map((dispatch) => entryFor(to, priority, dispatch, dispatch.kind)) : []),
    entryFor(to, priority, { kind: 'case-entry', caseId, entryId }, 'entry'),
    ...(isNew ? [] : [levelBefore === current.severity ? soonRefreshed(to, caseId) : refreshed]),
  ];
}

/** Words staff have not met: in the thread where they have one, else with its card and its thread. */
export function queueCaseForStaff(
  to: Queueing,
  current: Case,
  entryIds: readonly string[],
  isMet: boolean,
): readonly OutboxEntry[] {
  const priority = isUrgent(current.severity) ? 0 : 1;
  const caseId = current.id;
  const places: readonly Dispatch[] = isMet
    ? [{ kind: 'card-refresh', caseId }]
    : [
        { kind: 'case-card', caseId },
        { kind: 'case-thread', caseId },
      ];
  return [
    ...places.map((dispatch) => entryFor(to, priority, dispatch, dispatch.kind)),
    ...entryIds.map((entryId, n) => entryFor(to, priority, { kind: 'case-entry', caseId, entryId }, `entry-${n}`)),
  ];
}

/** How long the card may lag behind what was written; the entries themselves never do. */
const refreshMs = 20 * secondMs;

/** One refresh for everything written within a while: the card is only a summary, and Discord counts every request. */
function soonRefreshed(to: Queueing, caseId: CaseId): OutboxEntry {
  const turn = Math.floor(to.at / refreshMs);
  // Due a little after the turn has ended, so that what is committed at its end is in it.
  const notBefore = (turn + 1) * refreshMs + 2 * secondMs;
  return {
    ...entryFor({ ...to, cause: `${caseId}:${turn}` }, 2, { kind: 'card-refresh', caseId }, 'refresh'),
    notBefore,
  };
}

export const queueForStaff = (to: Queueing, dispatch: Dispatch, priority: OutboxEntry['priority'] = 1): OutboxEntry =>
  entryFor(to, priority, dispatch, dispatch.kind === 'case-note' ? `note-${dispatch.note.kind}` : dispatch.kind);

/** One step of the ladder. It has a lane of its own, so that nothing about the case can hold an alert back. */
export const queueAlert = (to: Queueing, current: Case, severity: Severity, step: number): OutboxEntry => ({
  ...entryFor(to, 0, { kind: 'case-alert', caseId: current.id, severity, step }, `alert-${step}`),
  notBefore: to.at + (step === 0 ? 0 : ladderStepMs),
});

/** An appointment with a case; kept once, however often the same one is made. */
export const queueDue = (to: Queueing, caseId: CaseId, due: CaseDue, at: Instant): OutboxEntry => ({
  ...entryFor(to, 1, { kind: 'case-due', caseId, due }, duePart(due)),
  notBefore: at,
});

function duePart(due: CaseDue): string {
  if (due.kind === 'unanswered') return `due-${due.reminder}`;
  return due.kind === 'choice' ? 'due-choice' : 'due';
}

/** A text of the service itself to the sender. */
export const queueNotice = (to: Queueing, current: Case, notice: SenderNotice): OutboxEntry =>
  entryFor(
    to,
    notice.kind === 'safe-reply' ? 0 : 1,
    {
      kind: 'sender-notice',
      to: { userId: current.senderId, ...(current.dmChannelId ? { channelId: current.dmChannelId } : {}) },
      municipalityId: current.municipalityId,
      caseId: current.id,
      language: current.language,
      notice,
    },
    `to-sender-${notice.kind}`,
  );

/** A row about a case lives as long as the case, as it stands. */
export const queueingForCase = (cause: string, lane: Lane, current: Case, at: Instant): Queueing => ({
  cause,
  lane,
  at,
  eraseAt: caseErasure(current),
});

export const looseErasure = (at: Instant): Instant => at + retention.looseNoticeMs;
