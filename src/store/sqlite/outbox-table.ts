import type { CaseId, Lane } from '../../core/ids.ts';
import type { Dispatch, OutboxEntry, Posted } from '../../core/outbox.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { Lease, LeasedOutbox, Settlement } from '../../ports.ts';
import { leaseUntil } from '../leases.ts';
import { unreadableRetryMs } from '../retention.ts';
import { place } from '../places.ts';
import { caseOfDispatch, dispatchCodec, entryOfDispatch, postedCodec } from '../records/outbox-record.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, integer, optionalInteger, text } from './connection.ts';
import type { Row } from './connection.ts';
import { clockToleranceMs, createKey, nextLeaseToken, requireKey } from './context.ts';
import type { Context } from './context.ts';

/**
 * In the caller's transaction. An id that was queued before stays as it is.
 * @param triedAt when an earlier life of this store may have sent it already; the deliverer then looks for a copy first
 */
export function queue(context: Context, entry: OutboxEntry, triedAt?: Instant): void {
  const { db, sealing } = context;
  if (db.get('SELECT 1 FROM outbox WHERE id = ?', entry.id)) return;
  const key = createKey(context, keyOwner.outbox(entry.id));
  const { dispatch } = entry;
  db.run(
    `INSERT INTO outbox (id, lane, priority, urgency, kind, case_id, entry_id, queued_at, due_at, not_before, set_at,
                         erase_at, first_tried_at, body)
     VALUES (?1, ?2, ?3, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?7, ?9, ?10, ?11)`,
    entry.id,
    entry.lane,
    entry.priority,
    dispatch.kind,
    caseOfDispatch(dispatch),
    entryOfDispatch(dispatch),
    entry.queuedAt,
    entry.notBefore,
    entry.eraseAt,
    triedAt ?? null,
    sealing.seal(dispatchCodec, dispatch, key, place.outbox(entry.id)),
  );
  // What stands before an alert in its lane is as urgent as the alert.
  if (entry.notBefore <= entry.queuedAt) {
    db.run(
      `UPDATE outbox SET urgency = ?1 WHERE state = 'waiting' AND lane = ?2 AND urgency > ?1`,
      entry.priority,
      entry.lane,
    );
  }
}

function reanchor({ db }: Context, now: Instant): void {
  db.run(
    `UPDATE outbox SET lease_until = 0, not_before = ?1 + max(0, not_before - set_at), set_at = ?1
     WHERE state = 'waiting' AND set_at > ?2`,
    now,
    now + clockToleranceMs,
  );
}

/** An entry planned for later (a step of the ladder) holds nobody up before its time. */
const nextOutbox = `
  SELECT * FROM outbox AS o WHERE state = 'waiting' AND not_before <= ?1 AND lease_until <= ?1
    AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.state = 'waiting' AND e.lane = o.lane AND e.seq < o.seq
                    AND e.unreadable = 0 AND NOT (e.attempts = 0 AND e.due_at > e.queued_at AND e.not_before > ?1))
    AND NOT EXISTS (SELECT 1 FROM outbox AS l WHERE l.state = 'waiting' AND l.lane = o.lane AND l.lease_until > ?1)
  ORDER BY urgency, seq LIMIT ?2`;

function toEntry(context: Context, row: Row): OutboxEntry {
  const id = text(row, 'id');
  const key = requireKey(context, keyOwner.outbox(id));
  return {
    id,
    lane: text(row, 'lane') as Lane,
    priority: integer(row, 'priority') as OutboxEntry['priority'],
    dispatch: context.sealing.open(dispatchCodec, bytes(row, 'body'), key, place.outbox(id)),
    queuedAt: integer(row, 'queued_at'),
    notBefore: integer(row, 'not_before'),
    eraseAt: integer(row, 'erase_at'),
  };
}

function lease(context: Context, row: Row, now: Instant, leaseMs: number): LeasedOutbox | undefined {
  const { db, report } = context;
  const seq = integer(row, 'seq');
  const attempt = integer(row, 'attempts') + 1;
  try {
    const entry = toEntry(context, row);
    const held = { token: nextLeaseToken(context), until: leaseUntil(now, leaseMs) };
    db.run(
      `UPDATE outbox SET lease_token = ?, lease_until = ?, holder = ?, attempts = ?, set_at = ?, unreadable = 0
       WHERE seq = ?`,
      held.token,
      held.until,
      context.holder,
      attempt,
      now,
      seq,
    );
    const firstTriedAt = optionalInteger(row, 'first_tried_at');
    return { ...entry, lease: held, attempt, ...(firstTriedAt === undefined ? {} : { firstTriedAt }) };
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    db.run(
      'UPDATE outbox SET unreadable = 1, not_before = ?, set_at = ?, attempts = ? WHERE seq = ?',
      now + unreadableRetryMs,
      now,
      attempt,
      seq,
    );
    report({ kind: 'unreadable', record: 'outbox', id: text(row, 'id'), code: error.code });
    return undefined;
  }
}

export function claimOutbox(context: Context, now: Instant, leaseMs: number, limit: number): readonly LeasedOutbox[] {
  return context.db.writeSoon(() => {
    reanchor(context, now);
    const claimed = new Map<Lane, LeasedOutbox>();
    for (const row of context.db.all(nextOutbox, now, limit)) {
      if (claimed.has(text(row, 'lane') as Lane)) continue;
      const entry = lease(context, row, now, leaseMs);
      if (entry) claimed.set(entry.lane, entry);
    }
    return [...claimed.values()];
  });
}

/**
 * Whatever waits when the store is opened may have been sent by a holder whose note of it did not reach the disk: the
 * deliverer looks for a copy first, when the nonce no longer answers for it.
 */
export function countAsTried({ db }: Context): void {
  db.write(() =>
    db.run(
      `UPDATE outbox SET first_tried_at = max(queued_at, due_at) WHERE state = 'waiting' AND first_tried_at IS NULL`,
    ),
  );
}

export function markAttempt({ db }: Context, id: string, held: Lease, at: Instant): 'noted' | 'lost-lease' {
  // After a power cut, every entry counts as tried; see `countAsTried`.
  const changed = db.writeSoon(() =>
    db.run(
      `UPDATE outbox SET first_tried_at = coalesce(first_tried_at, ?)
       WHERE id = ? AND state = 'waiting' AND lease_token = ? AND lease_until > 0`,
      at,
      id,
      held.token,
    ),
  );
  return changed === 1 ? 'noted' : 'lost-lease';
}

export function settleOutbox(
  context: Context,
  id: string,
  held: Lease,
  outcome: Settlement,
  follow: readonly OutboxEntry[],
): 'settled' | 'lost-lease' {
  const { db } = context;
  // Undone, it is sent again under the same nonce, or its copy is found.
  return db.writeSoon(() => {
    const row = db.get('SELECT state, lease_until FROM outbox WHERE id = ? AND lease_token = ?', id, held.token);
    if (!row) return 'lost-lease';
    // Told twice by the same holder: it is settled, and what follows is queued.
    if (text(row, 'state') === outcome.kind) return 'settled';
    if (text(row, 'state') !== 'waiting' || integer(row, 'lease_until') === 0) return 'lost-lease';
    applySettlement(context, id, outcome);
    for (const entry of follow) queue(context, entry);
    return 'settled';
  });
}

function applySettlement(context: Context, id: string, outcome: Settlement): void {
  const { db, sealing } = context;
  switch (outcome.kind) {
    case 'retry':
      db.run('UPDATE outbox SET lease_until = 0, not_before = ? WHERE id = ?', outcome.notBefore, id);
      return;
    case 'undeliverable':
      db.run(
        `UPDATE outbox SET state = 'undeliverable', lease_until = 0, settled_at = ?, reason = ? WHERE id = ?`,
        outcome.at,
        outcome.reason,
        id,
      );
      return;
    case 'sent': {
      const key = requireKey(context, keyOwner.outbox(id));
      const posted = outcome.posted && sealing.seal(postedCodec, outcome.posted, key, place.posted(id));
      db.run(
        `UPDATE outbox SET state = 'sent', lease_until = 0, settled_at = ?, posted = ? WHERE id = ?`,
        outcome.at,
        posted ?? null,
        id,
      );
    }
  }
}

export function findPosted(
  context: Context,
  caseId: CaseId,
  kind: Dispatch['kind'],
  entryId: string | undefined,
): Posted | undefined {
  const { db, sealing } = context;
  const row = db.get(
    `SELECT id, posted FROM outbox WHERE case_id = ?1 AND kind = ?2 AND (?3 IS NULL OR entry_id = ?3)
     AND posted IS NOT NULL ORDER BY seq DESC LIMIT 1`,
    caseId,
    kind,
    entryId ?? null,
  );
  if (!row) return undefined;
  const id = text(row, 'id');
  const key = requireKey(context, keyOwner.outbox(id));
  return sealing.open(postedCodec, bytes(row, 'posted'), key, place.posted(id));
}
