import type { CaseId } from '../core/ids.ts';
import type { CaseNote, Dispatch, OutboxEntry, UndeliverableReason } from '../core/outbox.ts';
import { ladderStepMs } from '../core/ladder.ts';
import { minuteMs, secondMs } from '../core/time.ts';
import type { LeasedOutbox, Messenger, Pseudonyms, Settlement, Store } from '../ports.ts';
import { makeComposeSpeech } from './compose-speech.ts';
import type { ComposeSpeechDeps } from './compose-speech.ts';
import { makeRemoveCopies } from './data-subject/remove-copies.ts';
import type { RemoveCopiesDeps } from './data-subject/remove-copies.ts';
import { makeKeepAppointment } from './keep-appointment.ts';
import type { KeepAppointmentDeps } from './keep-appointment.ts';

export interface DeliverOutboxDeps extends ComposeSpeechDeps, KeepAppointmentDeps, RemoveCopiesDeps {
  readonly pseudonyms: Pick<Pseudonyms, 'nonce' | 'marker' | 'lane'>;
  readonly messenger: Messenger;
  readonly store: ComposeSpeechDeps['store'] &
    KeepAppointmentDeps['store'] &
    RemoveCopiesDeps['store'] &
    Pick<Store, 'markAttempt' | 'settleOutbox'>;
  /** How long Discord is trusted to recognise a nonce; after it, a copy is looked for before posting again. */
  readonly nonceWindowMs: number;
}

export type DeliverOutcome = Settlement['kind'] | 'lost-lease' | 'nothing-to-say';

/** What is left of the lease when a request goes out, so that nobody else begins while it is on its way. */
const sendingMs = 1.5 * secondMs;

/** Between attempts to delete a post: a right that is missing is given by a person. */
const removalPauseMs = 15 * minuteMs;

const longestWaitMs: Readonly<Record<OutboxEntry['priority'], number>> = {
  0: secondMs,
  1: 2 * secondMs,
  2: 15 * secondMs,
};

/**
 * Waiting before the next attempt: 0.25 s, doubled up to a second or two where a person waits. Not longer, since it is the
 * budget and not the pause that spares Discord, and a row that was unlucky some times in a row must not pay for it.
 */
export const backoffMs = (attempt: number, priority: OutboxEntry['priority']): number =>
  Math.min(250 * 2 ** Math.min(attempt - 1, 12), longestWaitMs[priority]);

/**
 * Purpose: send one row of the outbox and settle it. Personal data: what the row's case holds. The only code that sends
 * unprompted. At-least-once, made exactly-once by a stable nonce and, past the nonce window, by looking for the copy.
 * Faults of Discord are `retry`; only a permanent refusal by the sender's side is `undeliverable`.
 */
export const makeDeliverOutbox = (deps: DeliverOutboxDeps) => {
  const { now, store, messenger, pseudonyms, nonceWindowMs } = deps;
  const compose = makeComposeSpeech(deps);
  const keepAppointment = makeKeepAppointment(deps);
  const removeCopies = makeRemoveCopies(deps);

  return async (row: LeasedOutbox): Promise<DeliverOutcome> => {
    if (row.dispatch.kind === 'case-due') {
      await keepAppointment(row.dispatch);
      const kept = await store.settleOutbox(row.id, row.lease, { kind: 'sent', at: now() }, []);
      return kept === 'lost-lease' ? 'lost-lease' : 'nothing-to-say';
    }
    if (row.dispatch.kind === 'remove-copies') {
      const isLeft = (await removeCopies(row.dispatch)) === 'left';
      const settlement: Settlement = isLeft
        ? { kind: 'retry', notBefore: now() + removalPauseMs }
        : { kind: 'sent', at: now() };
      const settled = await store.settleOutbox(row.id, row.lease, settlement, []);
      return settled === 'lost-lease' ? 'lost-lease' : settlement.kind;
    }
    const speech = await compose(row.dispatch);
    if (!speech) {
      await store.settleOutbox(row.id, row.lease, { kind: 'sent', at: now() }, []);
      return 'nothing-to-say';
    }
    if (row.firstTriedAt === undefined && (await store.markAttempt(row.id, row.lease, now())) === 'lost-lease')
      return 'lost-lease';
    const copyMayExist = row.firstTriedAt !== undefined && now() - row.firstTriedAt > nonceWindowMs;
    const delivery = await messenger.deliver(speech, {
      nonce: (part) => pseudonyms.nonce(part === 0 ? row.id : `${row.id}#${part}`),
      marker: pseudonyms.marker(row.id),
      urgency: row.priority,
      attempt: row.attempt,
      notAfter: row.lease.until - sendingMs,
      ...(copyMayExist ? { lookForCopySince: row.firstTriedAt } : {}),
    });
    const settlement = settlementOf(row, delivery);
    const settled = await store.settleOutbox(row.id, row.lease, settlement, followUp(row, settlement));
    return settled === 'lost-lease' ? 'lost-lease' : settlement.kind;
  };

  function settlementOf(row: LeasedOutbox, delivery: Awaited<ReturnType<Messenger['deliver']>>): Settlement {
    switch (delivery.kind) {
      case 'posted':
        return { kind: 'sent', at: now(), ...(delivery.posted ? { posted: delivery.posted } : {}) };
      case 'later':
        return {
          kind: 'retry',
          notBefore: now() + Math.max(delivery.afterMs ?? 0, backoffMs(row.attempt, row.priority)),
        };
      case 'undeliverable':
        return { kind: 'undeliverable', reason: delivery.reason, at: now() };
    }
  }

  /** The next step of the ladder after an alert; word to staff when the sender cannot be reached. */
  function followUp(row: LeasedOutbox, settlement: Settlement): readonly OutboxEntry[] {
    const { dispatch } = row;
    if (settlement.kind === 'retry') return [];
    if (dispatch.kind === 'case-alert') {
      const step = dispatch.step + 1;
      const at = now();
      const { lane, priority, eraseAt } = row;
      const id = row.id.replace(/-\d+$/, `-${step}`);
      return [
        { id, lane, priority, eraseAt, dispatch: { ...dispatch, step }, queuedAt: at, notBefore: at + ladderStepMs },
      ];
    }
    if (dispatch.kind === 'sender-thread' && settlement.kind === 'sent')
      return tellStaff(row, dispatch.caseId, { kind: 'reply-by-thread' });
    if (settlement.kind !== 'undeliverable') return [];
    const { reason } = settlement;
    if (dispatch.kind === 'sender-reply' && dispatch.via === undefined && reason === 'dm-closed')
      return anotherWay(row, dispatch);
    const note = failureNote(dispatch, reason);
    return note && 'caseId' in dispatch && dispatch.caseId ? tellStaff(row, dispatch.caseId, note) : [];
  }

  /** Direct messages are closed: a private thread with the sender, and word of the reply in it. */
  function anotherWay(
    row: LeasedOutbox,
    dispatch: Extract<Dispatch, { kind: 'sender-reply' }>,
  ): readonly OutboxEntry[] {
    const { lane, priority, eraseAt } = row;
    const at = now();
    const next = { lane, priority, eraseAt, queuedAt: at, notBefore: at };
    return [
      { ...next, id: `${row.id}:thread`, dispatch: { kind: 'sender-thread', caseId: dispatch.caseId } },
      { ...next, id: `${row.id}:via`, dispatch: { ...dispatch, via: 'thread' } },
    ];
  }

  function tellStaff(row: LeasedOutbox, caseId: CaseId, note: CaseNote): readonly OutboxEntry[] {
    const at = now();
    return [
      {
        id: `${row.id}:told`,
        lane: pseudonyms.lane('case', caseId),
        priority: 0,
        dispatch: { kind: 'case-note', caseId, note },
        queuedAt: at,
        notBefore: at,
        eraseAt: row.eraseAt,
      },
    ];
  }
};

/** What staff are told when the sender could not be reached; nothing for what was never meant for the sender. */
function failureNote(dispatch: Dispatch, reason: UndeliverableReason): CaseNote | undefined {
  switch (dispatch.kind) {
    case 'sender-reply':
    case 'reply-change':
      return { kind: 'reply-not-delivered', reason };
    case 'sender-thread':
      return { kind: 'reply-not-delivered', reason: 'dm-closed' };
    case 'reply-withdrawal':
      return { kind: 'reply-not-withdrawn' };
    case 'sender-notice':
      return { kind: 'notice-not-delivered', reason };
    default:
      return undefined;
  }
}
