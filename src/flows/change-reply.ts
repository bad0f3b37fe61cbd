import type { Case, CaseEntry } from '../core/case.ts';
import type { Snowflake } from '../core/ids.ts';
import { queueForStaff, queueingForCase } from '../core/queue.ts';
import type { Dispatch } from '../core/outbox.ts';
import { caseErasure } from '../core/retention.ts';
import type { RawText } from '../core/raw-text.ts';
import type { StaffText, StaffTextCheck } from '../core/staff-text.ts';
import type { Instant } from '../core/time.ts';
import type { Change, Store } from '../ports.ts';
import { actOnCase, findForPress } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';
import type { ReplyWarnings } from './reply-to-sender.ts';

interface Deps extends CaseActDeps {
  readonly checkStaffText: StaffTextCheck;
  readonly store: CaseActDeps['store'] & Pick<Store, 'findEntry' | 'listEntries'>;
}

type Stop =
  /** Only whoever wrote a reply may change it or take it back. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'withdrawn-already' }
  | { readonly kind: 'closed'; readonly caseNumber: number };

export type ChangeReplyOutcome =
  | { readonly kind: 'changed'; readonly caseNumber: number }
  | {
      readonly kind: 'needs-confirmation';
      readonly case: Case;
      readonly text: StaffText;
      readonly warnings: ReplyWarnings;
    }
  | Stop
  | Refusal;

export type WithdrawReplyOutcome = { readonly kind: 'withdrawn'; readonly caseNumber: number } | Stop | Refusal;

export type OpenReplyOutcome =
  { readonly kind: 'ready'; readonly case: Case; readonly text: StaffText } | Stop | Refusal;

/** The words a reply has now: its latest wording. */
async function wordingOf({ store }: Pick<Deps, 'store'>, current: Case, id: Snowflake, staffId: Snowflake) {
  const original = await store.findEntry(current.id, id);
  if (original?.from !== 'staff' || original.by !== staffId) return { kind: 'not-yours' } as const;
  if (original.body.kind !== 'text') return { kind: 'withdrawn-already' } as const;
  const later = (await store.listEntries(current.id)).findLast(({ editOf }) => editOf === id);
  return { kind: 'found', original, latest: later ?? original } as const;
}

/** Purpose: the words of one's own reply, to be changed. Personal data: the reply. Changes nothing. */
export const makeOpenReply =
  (deps: Pick<Deps, 'store'>) =>
  async (press: CasePress, replyId: Snowflake): Promise<OpenReplyOutcome> => {
    const found = await findForPress(deps.store, press, 'case.reply');
    if (found.kind !== 'found') return found;
    if (found.case.state.kind === 'closed') return { kind: 'closed', caseNumber: found.case.number };
    const wording = await wordingOf(deps, found.case, replyId, press.staff.id);
    if (wording.kind !== 'found') return wording;
    const { body } = wording.latest;
    return body.kind === 'text' ? { kind: 'ready', case: found.case, text: body.text } : { kind: 'withdrawn-already' };
  };

/**
 * Purpose: give one's own reply another wording, in the sender's conversation too. Personal data: the reply. The first
 * wording stays in the case until the case goes.
 * @param confirmed the writer has seen the preview with its warnings
 */
export const makeChangeReply =
  (deps: Deps) =>
  async (press: CasePress, replyId: Snowflake, words: RawText, confirmed: boolean): Promise<ChangeReplyOutcome> => {
    const { text, personalData, concerns = [] } = deps.checkStaffText(words);
    const outcome = await actOnCase<Exclude<ChangeReplyOutcome, Refusal | { kind: 'changed' }>>(
      deps,
      press,
      'case.reply',
      async (current, at) => {
        if (current.state.kind === 'closed') return { kind: 'closed', caseNumber: current.number };
        const wording = await wordingOf(deps, current, replyId, press.staff.id);
        if (wording.kind !== 'found') return wording;
        if (!confirmed && (personalData.length > 0 || concerns.length > 0))
          return { kind: 'needs-confirmation', case: current, text, warnings: { personalData, concerns } };
        const entry: CaseEntry = {
          ...wording.original,
          id: press.cause,
          at,
          body: { kind: 'text', text },
          editOf: replyId,
        };
        return {
          kind: 'go',
          case: current,
          event: 'case.reply-changed',
          changes: [
            { kind: 'save-entry', entry, eraseAt: caseErasure(current) },
            ...posts(deps, press, current, at, {
              toSender: { kind: 'reply-change', caseId: current.id, entryId: press.cause, replyId },
              toStaff: { kind: 'case-entry', caseId: current.id, entryId: press.cause },
            }),
          ],
        };
      },
    );
    return outcome.kind === 'done' ? { kind: 'changed', caseNumber: outcome.case.number } : outcome;
  };

/**
 * Purpose: take one's own reply back: its words go from the sender's conversation, the thread and the store. Personal data:
 * case id and entry id.
 */
export const makeWithdrawReply =
  (deps: Deps) =>
  async (press: CasePress, replyId: Snowflake): Promise<WithdrawReplyOutcome> => {
    const outcome = await actOnCase<Exclude<WithdrawReplyOutcome, Refusal | { kind: 'withdrawn' }>>(
      deps,
      press,
      'case.reply',
      async (current, at) => {
        const wording = await wordingOf(deps, current, replyId, press.staff.id);
        if (wording.kind !== 'found') return wording;
        const all = await deps.store.listEntries(current.id);
        const gone = all.filter(({ id, editOf }) => id === replyId || editOf === replyId);
        return {
          kind: 'go',
          case: current,
          event: 'case.reply-withdrawn',
          changes: [
            ...gone.map((entry): Change => ({
              kind: 'save-entry',
              entry: { ...entry, body: { kind: 'deleted-by-staff', at } },
              eraseAt: caseErasure(current),
            })),
            ...gone.flatMap((entry, index) =>
              posts(deps, { cause: `${press.cause}w${index}` }, current, at, {
                ...(entry.id === replyId
                  ? { toSender: { kind: 'reply-withdrawal', caseId: current.id, replyId } as const }
                  : {}),
                toStaff: { kind: 'entry-refresh', caseId: current.id, entryId: entry.id },
              }),
            ),
          ],
        };
      },
    );
    return outcome.kind === 'done' ? { kind: 'withdrawn', caseNumber: outcome.case.number } : outcome;
  };

function posts(
  { pseudonyms }: Deps,
  { cause }: Pick<CasePress, 'cause'>,
  current: Case,
  at: Instant,
  { toSender, toStaff }: { readonly toSender?: Dispatch; readonly toStaff: Dispatch },
): readonly Change[] {
  const sender = queueingForCase(`i${cause}`, pseudonyms.lane('sender', current.senderId), current, at);
  const staff = queueingForCase(`i${cause}`, pseudonyms.lane('case', current.id), current, at);
  return [
    ...(toSender ? [{ kind: 'queue', entry: queueForStaff(sender, toSender) } as const] : []),
    { kind: 'queue', entry: queueForStaff(staff, toStaff) },
  ];
}
