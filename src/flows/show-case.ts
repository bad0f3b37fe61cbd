import type { Case, CaseEntry } from '../core/case.ts';
import { unansweredMs } from '../core/case-times.ts';
import { noticeKey, recontactKey } from '../core/decide.ts';
import type { Municipality } from '../core/municipality.ts';
import type { CaseNote, SenderNotice } from '../core/outbox.ts';
import { queueAlert, queueCaseForStaff, queueDue, queueForStaff, queueingForCase, queueNotice } from '../core/queue.ts';
import { caseErasure, retention } from '../core/retention.ts';
import type { Instant } from '../core/time.ts';
import type { Change, Presence, Pseudonyms, SenderRecord, Store } from '../ports.ts';
import { counting } from './counting.ts';
import { recontactOf } from './recontact.ts';
import { isUrgent } from '../core/triage/assessment.ts';

export interface ShowCaseDeps {
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly presence: Pick<Presence, 'isStaffed'>;
  readonly store: Pick<Store, 'findSender' | 'findRecontacts' | 'findDossier'>;
}

export interface Showing {
  /** Makes the rows' ids. At most 45 characters. */
  readonly cause: string;
  readonly case: Case;
  readonly entries: readonly CaseEntry[];
  readonly municipality: Municipality;
  readonly at: Instant;
  readonly note?: CaseNote;
  /** Staff have the case before them already, with other words in it. */
  readonly isMet?: boolean;
  /** The message that makes it worry brings its own texts to the sender. */
  readonly isSenderToldElsewhere?: boolean;
}

/**
 * A case that no staff member has met, as changes that put it before those of this municipality: card, thread, words,
 * calls when it worries, and the sender is told who has it.
 */
export async function showingCase(deps: ShowCaseDeps, showing: Showing): Promise<readonly Change[]> {
  const { pseudonyms, presence, store } = deps;
  const { cause, entries, municipality, at, note, isMet = false, isSenderToldElsewhere = false } = showing;
  const current = withoutWait(showing.case);
  const { id: caseId, municipalityId, sender, severity } = current;
  const [record, recontact, staffed] = await Promise.all([
    store.findSender(municipalityId, sender),
    recontactOf(store, municipalityId, sender),
    presence.isStaffed(municipality, at),
  ]);
  const to = (lane: string) => queueingForCase(cause, pseudonyms.lane('case', lane), current, at);
  const staff = to(caseId);
  const isWorrying = isUrgent(severity);
  const notices: readonly SenderNotice[] = isSenderToldElsewhere
    ? []
    : [...(record ? [] : [{ kind: 'first-contact' } as const]), { kind: 'received', staffed }];
  const sending = queueingForCase(cause, pseudonyms.lane('sender', current.senderId), current, at);
  const rows = [
    ...queueCaseForStaff(
      staff,
      current,
      entries.map(({ id }) => id),
      isMet,
    ),
    ...(note ? [queueForStaff(staff, { kind: 'case-note', caseId, note })] : []),
    ...(recontact
      ? [queueForStaff(staff, { kind: 'case-note', caseId, note: { kind: 'recontact', ...recontact } }, 0)]
      : []),
    ...(isWorrying || recontact
      ? [queueAlert(to(`${caseId}:alert`), current, isWorrying ? severity : 'serious', 0)]
      : []),
    ...reminding(showing, current, to(`${caseId}:due`)),
    ...notices.map((notice) => queueNotice(sending, current, notice)),
  ];
  return [
    { kind: 'save-case', case: current, eraseAt: caseErasure(current) },
    ...rows.map((entry) => ({ kind: 'queue', entry }) as const),
    ...counting(municipalityId, at, [
      ...(isMet ? [] : (['case'] as const)),
      ...entries.filter(isMessage).map(() => 'message' as const),
    ]),
    ...(isSenderToldElsewhere
      ? []
      : [
          ...counting(municipalityId, at, record ? [] : ['first-contact']),
          remembering(current, record, at, [...notices.map(noticeKey), ...(recontact ? [recontactKey] : [])]),
        ]),
    {
      kind: 'audit',
      entry: {
        event: 'case.opened',
        at,
        municipalityId,
        caseId,
        details: { severity, chosen: note?.kind === 'chosen' },
      },
    },
  ];
}

const isMessage = ({ editOf }: CaseEntry): boolean => editOf === undefined;

function withoutWait(current: Case): Case {
  const { choice, ...rest } = current;
  return choice ? { ...rest, choice: { candidates: choice.candidates } } : rest;
}

function reminding({ municipality, at }: Showing, current: Case, to: Parameters<typeof queueDue>[0]) {
  const { unansweredSince: since, id, severity } = current;
  if (since === undefined) return [];
  const dueAt = since + unansweredMs(severity, municipality.conversation.unansweredMinutes);
  return [queueDue(to, id, { kind: 'unanswered', since, reminder: 0 }, Math.max(at, dueAt))];
}

const remembering = (
  { municipalityId, sender, openedAt }: Case,
  record: SenderRecord | undefined,
  at: Instant,
  sent: readonly string[],
): Change => ({
  kind: 'save-sender',
  record: {
    ...record,
    municipalityId,
    sender,
    firstContactAt: record?.firstContactAt ?? openedAt,
    lastNoticeAt: { ...record?.lastNoticeAt, ...Object.fromEntries(sent.map((key) => [key, at])) },
    eraseAt: at + retention.senderRecordMs,
  },
});
