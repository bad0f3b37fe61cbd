import type { CaseId, Lane, Snowflake } from '../../core/ids.ts';
import { snowflakeInstant } from '../../core/ids.ts';
import type { Dispatch, OutboxEntry, Posted } from '../../core/outbox.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type {
  DmCursor,
  GatewaySession,
  InboxEntry,
  IntakeProgress,
  Lease,
  LeasedInbox,
  LeasedOutbox,
  Settlement,
} from '../../ports.ts';
import { leaseUntil, sortable } from '../leases.ts';
import { readable } from '../readable.ts';
import { unreadableRetryMs } from '../retention.ts';
import { place } from '../places.ts';
import { inboundCodec } from '../records/inbound-record.ts';
import { cursorCodec, sessionCodec } from '../records/other-records.ts';
import { caseOfDispatch, dispatchCodec, entryOfDispatch, postedCodec } from '../records/outbox-record.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, fields, integer, list, optional, text } from './context.ts';
import type { Context } from './context.ts';
import {
  acceptScript,
  claimScript,
  markScript,
  postedScript,
  releaseScript,
  settleScript,
  takeOverScript,
  unreadableScript,
} from './lua/queues.ts';
import { refuseSetBack } from './restored.ts';

const channelPseudonym = ({ vault, keys }: Context, channelId: string): string =>
  Buffer.from(vault.mac(keys.pseudonyms, 'cursor', [channelId])).toString('base64url');

function progressValues(context: Context, progress: IntakeProgress | undefined): readonly (string | Uint8Array)[] {
  if (!progress) return ['', '', ''];
  const { intake, session, cursor } = progress;
  const { sealing, keys } = context;
  const sealed = sealing.seal(sessionCodec, session, keys.store, place.session(intake));
  if (!cursor) return [JSON.stringify({ intake }), sealed, ''];
  const channel = channelPseudonym(context, cursor.channelId);
  const last = sortable(cursor.lastMessageId);
  const at = String(snowflakeInstant(cursor.lastMessageId));
  return [
    JSON.stringify({ intake, channel, last, at }),
    sealed,
    sealing.seal(cursorCodec, cursor, keys.store, place.cursor(channel)),
  ];
}

export async function accept(
  context: Context,
  entry: InboxEntry | undefined,
  progress: IntakeProgress | undefined,
): Promise<'accepted' | 'duplicate'> {
  const { connection, sealing, vault } = context;
  const values = progressValues(context, progress);
  if (!entry) {
    await connection.run(acceptScript, ...values, '', '', '');
    return 'accepted';
  }
  const { secret, wrapped } = sealing.newKey(keyOwner.inbox(entry.id));
  const head = {
    id: entry.id,
    lane: entry.lane,
    pos: sortable(entry.order),
    ra: String(entry.receivedAt),
    kid: vault.kid,
  };
  const body = sealing.seal(inboundCodec, entry.inbound, secret, place.inbox(entry.id));
  const answer = await connection.run(acceptScript, ...values, JSON.stringify(head), body, wrapped);
  return text(answer) === 'duplicate' ? 'duplicate' : 'accepted';
}

export async function loadSession(
  { connection, sealing, keys }: Context,
  intake: string,
): Promise<GatewaySession | undefined> {
  const sealed = optional(await connection.call('HGET', 'sessions', intake), bytes);
  return sealed && sealing.open(sessionCodec, sealed, keys.store, place.session(intake));
}

export async function dropSession({ connection }: Context, intake: string): Promise<void> {
  await connection.call('HDEL', 'sessions', intake);
}

const positionLength = 20;

export async function listDmCursors({ connection, sealing, keys, report }: Context): Promise<readonly DmCursor[]> {
  const known = [...fields(await connection.call('HGETALL', 'cursors'))].map(([channel, value]) => ({
    channel,
    last: bytes(value).subarray(0, positionLength).toString(),
    sealed: bytes(value).subarray(positionLength),
  }));
  return readable(
    known.toSorted((a, b) => (a.last < b.last ? 1 : -1)),
    ({ channel, sealed }) => sealing.open(cursorCodec, sealed, keys.store, place.cursor(channel)),
    ({ channel }, code) => {
      report({ kind: 'unreadable', record: 'cursor', id: channel, code });
    },
  );
}

interface Claimed {
  readonly id: string;
  readonly item: ReadonlyMap<string, unknown>;
  readonly wrapped: Buffer | undefined;
  readonly lease: Lease;
  readonly attempt: number;
}

async function claim(
  context: Context,
  queue: 'inbox' | 'outbox',
  now: Instant,
  leaseMs: number,
  limit: number,
): Promise<readonly Claimed[]> {
  const { connection, holder, highWater } = context;
  const answer = await connection.run(claimScript, queue, now, leaseMs, limit, holder, highWater.value());
  if (!Array.isArray(answer)) return refuseSetBack(context);
  return list(answer).map((row) => {
    const [id, item, wrapped] = list(row);
    const found = fields(item);
    const token = integer(found.get('lt'));
    highWater.raise(token);
    return {
      id: text(id),
      item: found,
      wrapped: optional(wrapped, bytes),
      lease: { token, until: leaseUntil(now, leaseMs) },
      attempt: integer(found.get('att')),
    };
  });
}

function keyOf({ sealing }: Context, owner: string, wrapped: Buffer | undefined): Uint8Array {
  if (!wrapped) throw new StoreFault('corrupt');
  return sealing.openKey(owner, wrapped);
}

/** One record that cannot be opened must not keep the others of its lane waiting. */
async function setAside(
  context: Context,
  record: 'inbox' | 'outbox',
  { id, lease }: Claimed,
  now: Instant,
  error: unknown,
): Promise<void> {
  if (!(error instanceof StoreFault)) throw error;
  await context.connection.run(unreadableScript, record, id, lease.token, now + unreadableRetryMs);
  context.report({ kind: 'unreadable', record, id, code: error.code });
}

export async function takeOver({ connection, holder }: Context): Promise<void> {
  if (holder !== '') await connection.run(takeOverScript, holder);
}

export async function claimInbox(context: Context, now: Instant, leaseMs: number): Promise<LeasedInbox | undefined> {
  for (;;) {
    const [claimed] = await claim(context, 'inbox', now, leaseMs, 1);
    if (!claimed) return undefined;
    const { id, item, lease, attempt } = claimed;
    try {
      const key = keyOf(context, keyOwner.inbox(id), claimed.wrapped);
      return {
        id,
        lane: text(item.get('lane')) as Lane,
        order: BigInt(text(item.get('pos'))).toString() as Snowflake,
        inbound: context.sealing.open(inboundCodec, bytes(item.get('b')), key, place.inbox(id)),
        receivedAt: integer(item.get('ra')),
        lease,
        attempt,
      };
    } catch (error) {
      await setAside(context, 'inbox', claimed, now, error);
    }
  }
}

export async function releaseInbox(
  { connection }: Context,
  id: string,
  lease: Lease,
  notBefore: Instant,
): Promise<void> {
  await connection.run(releaseScript, 'inbox', id, lease.token, notBefore);
}

function toOutbox(context: Context, { id, item, wrapped, lease, attempt }: Claimed): LeasedOutbox {
  const key = keyOf(context, keyOwner.outbox(id), wrapped);
  const firstTriedAt = optional(item.get('ft'), integer);
  return {
    id,
    lane: text(item.get('lane')) as Lane,
    priority: integer(item.get('prio')) as OutboxEntry['priority'],
    dispatch: context.sealing.open(dispatchCodec, bytes(item.get('b')), key, place.outbox(id)),
    queuedAt: integer(item.get('qa')),
    notBefore: integer(item.get('nb')),
    eraseAt: integer(item.get('ea')),
    lease,
    attempt,
    ...(firstTriedAt === undefined ? {} : { firstTriedAt }),
  };
}

export async function claimOutbox(
  context: Context,
  now: Instant,
  leaseMs: number,
  limit: number,
): Promise<readonly LeasedOutbox[]> {
  const opened: LeasedOutbox[] = [];
  for (const claimed of await claim(context, 'outbox', now, leaseMs, limit)) {
    try {
      opened.push(toOutbox(context, claimed));
    } catch (error) {
      await setAside(context, 'outbox', claimed, now, error);
    }
  }
  return opened;
}

/**
 * An entry as a script takes it, with its sealed dispatch and its key.
 * @param triedAt when an earlier life of this store may have sent it already; the deliverer then looks for a copy first
 */
export function queueValues({ sealing, vault }: Context, entry: OutboxEntry, triedAt?: Instant) {
  const { secret, wrapped } = sealing.newKey(keyOwner.outbox(entry.id));
  const { dispatch } = entry;
  return {
    head: {
      id: entry.id,
      lane: entry.lane,
      prio: String(entry.priority),
      kind: dispatch.kind,
      case: caseOfDispatch(dispatch),
      entry: entryOfDispatch(dispatch),
      qa: String(entry.queuedAt),
      nb: String(entry.notBefore),
      ea: String(entry.eraseAt),
      kid: vault.kid,
      ...(triedAt === undefined ? {} : { ft: String(triedAt) }),
    },
    body: sealing.seal(dispatchCodec, dispatch, secret, place.outbox(entry.id)),
    wrapped,
  };
}

export async function markAttempt(
  { connection }: Context,
  id: string,
  lease: Lease,
  at: Instant,
): Promise<'noted' | 'lost-lease'> {
  return text(await connection.run(markScript, id, lease.token, at)) === 'noted' ? 'noted' : 'lost-lease';
}

export async function settleOutbox(
  context: Context,
  id: string,
  lease: Lease,
  outcome: Settlement,
  follow: readonly OutboxEntry[],
): Promise<'settled' | 'lost-lease'> {
  const { connection, sealing } = context;
  let posted: Uint8Array | string = '';
  if (outcome.kind === 'sent' && outcome.posted) {
    const wrapped = await findOutboxKey(context, id);
    if (!wrapped) return 'lost-lease';
    posted = sealing.seal(postedCodec, outcome.posted, sealing.openKey(keyOwner.outbox(id), wrapped), place.posted(id));
  }
  const told =
    outcome.kind === 'retry'
      ? { kind: outcome.kind, nb: String(outcome.notBefore) }
      : {
          kind: outcome.kind,
          at: String(outcome.at),
          ...(outcome.kind === 'undeliverable' ? { reason: outcome.reason } : {}),
        };
  const queued = follow.map((entry) => queueValues(context, entry));
  const answer = await connection.run(
    settleScript,
    id,
    lease.token,
    JSON.stringify(told),
    posted,
    JSON.stringify(queued.map(({ head }) => head)),
    ...queued.flatMap(({ body, wrapped }) => [body, wrapped]),
  );
  return text(answer) === 'settled' ? 'settled' : 'lost-lease';
}

async function findOutboxKey({ connection }: Context, id: string): Promise<Buffer | undefined> {
  for (const kid of list(await connection.call('SMEMBERS', 'kids'))) {
    const wrapped = optional(await connection.call('HGET', `keys:${text(kid)}`, keyOwner.outbox(id)), bytes);
    if (wrapped) return wrapped;
  }
  return undefined;
}

export async function findPosted(
  context: Context,
  caseId: CaseId,
  kind: Dispatch['kind'],
  entryId: string | undefined,
): Promise<Posted | undefined> {
  const name = entryId === undefined ? kind : `${kind} ${entryId}`;
  const [row] = list(await context.connection.run(postedScript, caseId, name));
  if (row === undefined) return undefined;
  const [id, sealed, wrapped] = list(row);
  const key = keyOf(context, keyOwner.outbox(text(id)), optional(wrapped, bytes));
  return context.sealing.open(postedCodec, bytes(sealed), key, place.posted(text(id)));
}
