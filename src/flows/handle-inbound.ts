import type { Case, CaseEntry } from '../core/case.ts';
import type { Inbound } from '../core/inbound.ts';
import { noticeKey } from '../core/decide.ts';
import { queueForStaff, queueingForCase, queueNotice } from '../core/queue.ts';
import { caseErasure, keepingOf, retention } from '../core/retention.ts';
import { minuteMs } from '../core/time.ts';
import type { Change, LeasedInbox, Store } from '../ports.ts';
import { makeHandleMessage } from './handle-message.ts';
import type { HandleMessageDeps, HandleOutcome } from './handle-message.ts';

export interface HandleInboundDeps extends HandleMessageDeps {
  readonly store: HandleMessageDeps['store'] & Pick<Store, 'findCaseByEntry' | 'listEntries' | 'commit'>;
}

/**
 * Purpose: act on one thing a young person did. An edit is redacted and assessed again and never overwrites the first
 * wording; a deletion takes the words away from staff and store. Source: DESIGN §5 «Edits and deletions».
 */
export const makeHandleInbound = (deps: HandleInboundDeps) => {
  const handleMessage = makeHandleMessage(deps);
  return async (leased: LeasedInbox): Promise<HandleOutcome> => {
    const { inbound } = leased;
    switch (inbound.kind) {
      case 'message':
        return handleMessage(leased, inbound);
      case 'edit':
        return handleMessage(
          leased,
          { ...inbound, kind: 'message', omitted: [] },
          { entryId: `${inbound.messageId}-e${inbound.at}`, editOf: inbound.messageId },
        );
      case 'deletion':
        return handleDeletion(deps, leased, inbound);
    }
  };
};

/** Several deleted in a row are one act. */
const deletionCooldownMs = 5 * minuteMs;

/** The words go; that there was a message, and when it was deleted, stays. A sealed original follows its own deadline. */
async function handleDeletion(
  { store, now, pseudonyms }: HandleInboundDeps,
  leased: LeasedInbox,
  inbound: Extract<Inbound, { kind: 'deletion' }>,
): Promise<HandleOutcome> {
  const current = await store.findCaseByEntry(inbound.messageId);
  const entries = current ? await store.listEntries(current.id) : [];
  const gone = entries.filter(({ id, editOf }) => id === inbound.messageId || editOf === inbound.messageId);
  const outcome = await store.commit({
    cause: `deletion:${inbound.messageId}`,
    at: now(),
    finishes: { id: leased.id, lease: leased.lease },
    basedOn: [],
    changes: current ? [...gone.flatMap((entry) => withdrawal(current, entry)), ...(await receipt(current))] : [],
  });
  return outcome === 'stale' ? { kind: 'stale' } : { kind: 'handled' };

  /** Told once for several deleted in a row. */
  async function receipt(of: Case): Promise<readonly Change[]> {
    const [first] = gone.filter(({ body }) => body.kind !== 'deleted-by-sender');
    const record = await store.findSender(of.municipalityId, of.sender);
    if (!first || !record) return [];
    const notice = {
      kind: 'deletion-done',
      sealed: gone.some(({ severity }) => severity !== 'none'),
      keeping: keepingOf(of),
    } as const;
    const key = noticeKey(notice);
    const last = record.lastNoticeAt[key];
    const at = now();
    if (last !== undefined && at - last < deletionCooldownMs) return [];
    const to = queueingForCase(`d${first.id}`, pseudonyms.lane('sender', of.senderId), of, at);
    return [
      { kind: 'queue', entry: queueNotice(to, of, notice) },
      {
        kind: 'save-sender',
        record: {
          ...record,
          lastNoticeAt: { ...record.lastNoticeAt, [key]: at },
          eraseAt: at + retention.senderRecordMs,
        },
      },
    ];
  }

  function withdrawal(of: Case, entry: CaseEntry): readonly Change[] {
    const staff = queueingForCase(`d${entry.id}`, pseudonyms.lane('case', of.id), of, now());
    return [
      {
        kind: 'save-entry',
        entry: { ...entry, body: { kind: 'deleted-by-sender', at: inbound.at } },
        eraseAt: caseErasure(of),
      },
      { kind: 'queue', entry: queueForStaff(staff, { kind: 'entry-refresh', caseId: of.id, entryId: entry.id }) },
    ];
  }
}
