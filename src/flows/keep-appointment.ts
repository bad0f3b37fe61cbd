import { keepingOf } from '../core/retention.ts';
import type { Case } from '../core/case.ts';
import { moveCase } from '../core/case-moves.ts';
import { unansweredMs } from '../core/case-times.ts';
import type { CaseDue, CaseReminder, Dispatch } from '../core/outbox.ts';
import { queueDue, queueForStaff, queueingForCase } from '../core/queue.ts';
import { countsOfAct } from '../core/statistics/counting.ts';
import type { Instant } from '../core/time.ts';
import type { Change, Clock, Municipalities, Presence, Pseudonyms, Store } from '../ports.ts';
import { planChanges } from './act-on-case.ts';
import { counting } from './counting.ts';
import { worryCloseMsIn } from './close-case.ts';
import { showingCase } from './show-case.ts';
import type { ShowCaseDeps } from './show-case.ts';
import { isUrgent } from '../core/triage/assessment.ts';

export interface KeepAppointmentDeps extends ShowCaseDeps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly presence: Presence;
  readonly store: ShowCaseDeps['store'] & Pick<Store, 'findCase' | 'listEntries' | 'commit'>;
}

type Appointment = Extract<Dispatch, { kind: 'case-due' }>;

/**
 * Purpose: do what time brings to a case: back to its holder, closed as planned, or a reminder that somebody waits. Personal
 * data: case id. An appointment is void when the case has moved on; kept twice, it acts once.
 * @throws StoreFault, and the appointment is kept later
 */
export const makeKeepAppointment = (deps: KeepAppointmentDeps) => {
  const { now, store } = deps;

  const keep = async ({ caseId, due }: Appointment): Promise<'kept' | 'void'> => {
    const current = await store.findCase(caseId);
    const at = now();
    const cause = current && causeOf(current, due);
    if (!current || cause === undefined) return 'void';
    const changes = await changesFor(deps, current, due, cause, at);
    const outcome = await store.commit({
      cause,
      at,
      basedOn: [{ caseId, version: current.version }],
      changes,
    });
    return outcome === 'stale' ? keep({ kind: 'case-due', caseId, due }) : 'kept';
  };
  return keep;
};

function changesFor(
  deps: KeepAppointmentDeps,
  current: Case,
  due: CaseDue,
  cause: string,
  at: Instant,
): readonly Change[] | Promise<readonly Change[]> {
  switch (due.kind) {
    case 'set-aside':
      return backFromAside(deps, current, cause, at);
    case 'unanswered':
      return remind(deps, current, due, cause, at);
    case 'choice':
      return showUnchosen(deps, current, cause, at);
  }
}

/** Short, since ids of the outbox begin with it. */
const stamp = (at: Instant): string => at.toString(36);

/** What keeping this appointment is called, so that it is done once; nothing when it is void. */
function causeOf({ id, state, unansweredSince, choice }: Case, due: CaseDue): string | undefined {
  switch (due.kind) {
    case 'set-aside':
      return state.kind === 'waiting' && state.until === due.until ? `aside:${id}:${stamp(due.until)}` : undefined;
    case 'unanswered':
      return state.kind !== 'closed' && unansweredSince === due.since
        ? `waits:${id}:${stamp(due.since)}:${due.reminder}`
        : undefined;
    case 'choice':
      return state.kind !== 'closed' && choice?.unseenUntil === due.until ? `unchosen:${id}` : undefined;
  }
}

/** Nobody waits longer for a choice that may never come: the one who stands in has it, and it may still be moved. */
async function showUnchosen(
  deps: KeepAppointmentDeps,
  current: Case,
  cause: string,
  at: Instant,
): Promise<readonly Change[]> {
  const municipality = deps.municipalities.find(current.municipalityId);
  if (!municipality) return [];
  const entries = await deps.store.listEntries(current.id);
  return showingCase(deps, { cause, case: current, entries, municipality, at });
}

function backFromAside(deps: KeepAppointmentDeps, current: Case, cause: string, at: Instant): readonly Change[] {
  const { state } = current;
  if (state.kind !== 'waiting') return [];
  if (state.then === 'close') {
    const worryCloseMs = worryCloseMsIn(deps.municipalities, current);
    const closing = moveCase(current, { kind: 'close', worryCloseMs }, state.by, at);
    if (closing.kind === 'moved')
      return planChanges(
        deps,
        { cause },
        {
          kind: 'go',
          case: closing.case,
          event: 'case.closed',
          details: { cause: 'time' },
          note: { kind: 'closed-by-time' },
          notice: { kind: 'case-closed', keeping: keepingOf(closing.case) },
          changes: counting(current.municipalityId, at, countsOfAct(current, closing.case, at)),
        },
        at,
      );
  }
  const resuming = moveCase(current, { kind: 'resume' }, state.by, at);
  if (resuming.kind !== 'moved') return [];
  return [
    ...planChanges(deps, { cause }, { kind: 'go', case: resuming.case, event: 'case.resumed' }, at),
    reminding(deps, current, { kind: state.then === 'close' ? 'not-closed' : 'set-aside-over' }, cause, at),
  ];
}

/** Told where somebody is there to hear it; asked again later in any case, until the sender has an answer. */
async function remind(
  deps: KeepAppointmentDeps,
  current: Case,
  { since, reminder }: Extract<CaseDue, { kind: 'unanswered' }>,
  cause: string,
  at: Instant,
): Promise<readonly Change[]> {
  const { municipalities, presence, pseudonyms } = deps;
  const municipality = municipalities.find(current.municipalityId);
  const isHeard = municipality !== undefined && (await presence.isStaffed(municipality, at));
  const isSetAside = current.state.kind === 'waiting';
  const next = { kind: 'unanswered', since, reminder: reminder + 1 } as const;
  const waitMs = unansweredMs(current.severity, municipality?.conversation.unansweredMinutes ?? 30, reminder + 1);
  const lane = pseudonyms.lane('case', `${current.id}:due`);
  return [
    ...(isHeard && !isSetAside ? [reminding(deps, current, { kind: 'unanswered', since }, cause, at)] : []),
    {
      kind: 'queue',
      entry: queueDue(queueingForCase(cause, lane, current, at), current.id, next, at + waitMs),
    },
  ];
}

function reminding(
  { pseudonyms }: KeepAppointmentDeps,
  current: Case,
  about: CaseReminder,
  cause: string,
  at: Instant,
): Change {
  const to = queueingForCase(cause, pseudonyms.lane('case', current.id), current, at);
  const priority = isUrgent(current.severity) ? 0 : 1;
  return { kind: 'queue', entry: queueForStaff(to, { kind: 'case-reminder', caseId: current.id, about }, priority) };
}
