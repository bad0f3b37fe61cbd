import type { Lane, Snowflake } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { DmCursor, GatewaySession, InboxEntry, IntakeProgress, Lease, LeasedInbox } from '../../ports.ts';
import { leaseUntil, sortable } from '../leases.ts';
import { readable } from '../readable.ts';
import { unreadableRetryMs } from '../retention.ts';
import { place } from '../places.ts';
import { inboundCodec } from '../records/inbound-record.ts';
import { cursorCodec, sessionCodec } from '../records/other-records.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, integer, text } from './connection.ts';
import type { Row } from './connection.ts';
import { clockToleranceMs, createKey, destroyKey, nextLeaseToken, requireKey } from './context.ts';
import type { Context } from './context.ts';

const channelPseudonym = ({ vault, keys }: Context, channelId: string): string =>
  Buffer.from(vault.mac(keys.pseudonyms, 'cursor', [channelId])).toString('base64url');

function saveProgress(context: Context, { intake, session, cursor }: IntakeProgress): void {
  const { db, sealing, keys } = context;
  db.run(
    'INSERT INTO sessions (intake, body) VALUES (?, ?) ON CONFLICT (intake) DO UPDATE SET body = excluded.body',
    intake,
    sealing.seal(sessionCodec, session, keys.store, place.session(intake)),
  );
  if (!cursor) return;
  const channel = channelPseudonym(context, cursor.channelId);
  // Two intakes share the cursors, and the slower one must not move them back.
  db.run(
    `INSERT INTO cursors (channel, last_message, body) VALUES (?, ?, ?) ON CONFLICT (channel)
     DO UPDATE SET last_message = excluded.last_message, body = excluded.body WHERE excluded.last_message > last_message`,
    channel,
    sortable(cursor.lastMessageId),
    sealing.seal(cursorCodec, cursor, keys.store, place.cursor(channel)),
  );
}

export function accept(
  context: Context,
  entry: InboxEntry | undefined,
  progress: IntakeProgress | undefined,
): 'accepted' | 'duplicate' {
  const { db, sealing } = context;
  return db.write(() => {
    if (progress) saveProgress(context, progress);
    if (!entry) return 'accepted';
    if (db.run('INSERT INTO seen (id, at) VALUES (?, ?) ON CONFLICT DO NOTHING', entry.id, entry.receivedAt) === 0) {
      return 'duplicate';
    }
    const key = createKey(context, keyOwner.inbox(entry.id));
    db.run(
      `INSERT INTO inbox (id, lane, position, received_at, not_before, set_at, body) VALUES (?, ?, ?, ?, 0, ?, ?)`,
      entry.id,
      entry.lane,
      sortable(entry.order),
      entry.receivedAt,
      entry.receivedAt,
      sealing.seal(inboundCodec, entry.inbound, key, place.inbox(entry.id)),
    );
    return 'accepted';
  });
}

export function loadSession({ db, sealing, keys }: Context, intake: string): GatewaySession | undefined {
  const row = db.get('SELECT body FROM sessions WHERE intake = ?', intake);
  return row && sealing.open(sessionCodec, bytes(row, 'body'), keys.store, place.session(intake));
}

export function dropSession({ db }: Context, intake: string): void {
  db.write(() => db.run('DELETE FROM sessions WHERE intake = ?', intake));
}

export function listDmCursors({ db, sealing, keys, report }: Context): readonly DmCursor[] {
  return readable(
    db.all('SELECT channel, body FROM cursors ORDER BY last_message DESC'),
    (row) => sealing.open(cursorCodec, bytes(row, 'body'), keys.store, place.cursor(text(row, 'channel'))),
    (row, code) => {
      report({ kind: 'unreadable', record: 'cursor', id: text(row, 'channel'), code });
    },
  );
}

function toEntry(context: Context, row: Row): InboxEntry {
  const id = text(row, 'id');
  const key = requireKey(context, keyOwner.inbox(id));
  return {
    id,
    lane: text(row, 'lane') as Lane,
    order: BigInt(text(row, 'position')).toString() as Snowflake,
    inbound: context.sealing.open(inboundCodec, bytes(row, 'body'), key, place.inbox(id)),
    receivedAt: integer(row, 'received_at'),
  };
}

/** Leases and delays were measured by a clock that has since been set back: count them from now instead. */
function reanchor({ db }: Context, now: Instant): void {
  db.run(
    'UPDATE inbox SET lease_until = 0, not_before = ?1 + max(0, not_before - set_at), set_at = ?1 WHERE set_at > ?2',
    now,
    now + clockToleranceMs,
  );
}

const nextInbox = `
  SELECT * FROM inbox AS i WHERE not_before <= ?1 AND lease_until <= ?1
    AND NOT EXISTS (SELECT 1 FROM inbox AS e WHERE e.lane = i.lane AND e.unreadable = 0
                    AND (e.position, e.seq) < (i.position, i.seq))
    AND NOT EXISTS (SELECT 1 FROM inbox AS l WHERE l.lane = i.lane AND l.lease_until > ?1)
  ORDER BY position, seq LIMIT 1`;

export function claimInbox(context: Context, now: Instant, leaseMs: number): LeasedInbox | undefined {
  const { db, report } = context;
  // A power cut ends the holder too.
  return db.writeSoon(() => {
    reanchor(context, now);
    for (let row = db.get(nextInbox, now); row; row = db.get(nextInbox, now)) {
      const seq = integer(row, 'seq');
      const attempt = integer(row, 'attempts') + 1;
      try {
        const entry = toEntry(context, row);
        const lease = { token: nextLeaseToken(context), until: leaseUntil(now, leaseMs) };
        db.run(
          `UPDATE inbox SET lease_token = ?, lease_until = ?, holder = ?, attempts = ?, set_at = ?, unreadable = 0
           WHERE seq = ?`,
          lease.token,
          lease.until,
          context.holder,
          attempt,
          now,
          seq,
        );
        return { ...entry, lease, attempt };
      } catch (error) {
        if (!(error instanceof StoreFault)) throw error;
        // One record that cannot be opened must not keep the others of its lane waiting.
        db.run(
          'UPDATE inbox SET unreadable = 1, not_before = ?, set_at = ?, attempts = ? WHERE seq = ?',
          now + unreadableRetryMs,
          now,
          attempt,
          seq,
        );
        report({ kind: 'unreadable', record: 'inbox', id: text(row, 'id'), code: error.code });
      }
    }
    return undefined;
  });
}

export function releaseInbox({ db }: Context, id: string, lease: Lease, notBefore: Instant): void {
  db.writeSoon(() =>
    db.run(
      'UPDATE inbox SET lease_until = 0, not_before = ? WHERE id = ? AND lease_token = ? AND lease_until > 0',
      notBefore,
      id,
      lease.token,
    ),
  );
}

/** Whether the entry is still this holder's. */
export const holdsInbox = ({ db }: Context, id: string, lease: Lease): Row | undefined =>
  db.get('SELECT position FROM inbox WHERE id = ? AND lease_token = ? AND lease_until > 0', id, lease.token);

/** The words and the key they were sealed under, in the caller's transaction. */
export function removeInbox(context: Context, id: string): void {
  context.db.run('DELETE FROM inbox WHERE id = ?', id);
  destroyKey(context, keyOwner.inbox(id));
}
