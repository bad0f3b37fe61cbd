import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import { formatLine, readLine } from '../erasure-ledger.ts';
import type { RestoredFrom } from '../maintenance.ts';
import { auditRetentionMs } from '../retention.ts';
import { integer, list, optional, text } from './context.ts';
import type { Context } from './context.ts';
import { rewriteLog } from './erase.ts';
import { countAsTriedScript, eraseAgainScript, setBackScript } from './lua/restored.ts';

type Known = Pick<Context, 'connection' | 'ledger' | 'highWater' | 'now'>;

/** One script does at most this many lines, so that alerts never wait long behind it. */
const batchLines = 200;

export interface Restored {
  readonly at: Instant;
  readonly from: RestoredFrom;
}

/** When an old copy was last put back; nothing when that never was. */
export async function lastRestored({ connection }: Pick<Context, 'connection'>): Promise<Restored | undefined> {
  const [at, from] = list(await connection.call('HMGET', 'meta', 'restored_at', 'restored_from'));
  const known = optional(at, integer);
  return known === undefined ? undefined : { at: known, from: text(from) === 'nothing' ? 'nothing' : 'copy' };
}

/** Whether this machine has seen the store further on than it is. */
export async function isOldCopy({ connection, ledger, highWater }: Known): Promise<boolean> {
  const given = optional(await connection.call('HGET', 'meta', 'lease'), integer) ?? 0;
  if (given < highWater.value()) return true;
  const last = ledger.last();
  return last !== undefined && (await connection.call('ZSCORE', 'erased', formatLine(last))) === null;
}

/**
 * Makes an old copy fit to go on from: its leases and sessions are void, and what was erased since is erased again.
 * Stopped half-way, it is still known as an old copy and done again.
 */
export async function settleOldCopy(known: Known, from: RestoredFrom): Promise<void> {
  const { connection, ledger, highWater, now } = known;
  await connection.run(setBackScript, now(), from, highWater.value());
  const lines = ledger.since(0).map(formatLine);
  for (let n = 0; n === 0 || n < lines.length; n += batchLines) {
    await connection.run(eraseAgainScript, ...lines.slice(n, n + batchLines));
  }
  await rewriteLog(known);
}

export const countAsTried = ({ connection }: Pick<Context, 'connection'>): Promise<unknown> =>
  connection.run(countAsTriedScript);

/**
 * Makes what writes down on this machine how far the store has come, and what it has erased since the last time. Erasures
 * stay in the store, so nothing is lost when this ends half-way: the next process begins where the ledger does.
 * @throws StoreFault `unavailable` also when the ledger cannot be written
 */
export function makeKeepLedger(context: Context): () => Promise<void> {
  const { connection, ledger, highWater, now } = context;
  // Reading a year of erasures every time would hold everything else up.
  let copied: number | undefined;
  return async () => {
    const highest = highWater.value();
    const answer = await connection.call('HMGET', 'meta', 'lease', 'erasures', 'restored_at');
    const [given = 0, erasures = 0, restored] = list(answer).map((value) => optional(value, integer));
    if (given < highest || restored !== context.restoredAt) refuseSetBack(context);
    highWater.raise(given);
    highWater.keep();

    if (erasures === copied) return;
    const noted = list(await connection.call('ZRANGEBYSCORE', 'erased', `(${ledger.last()?.n ?? 0}`, '+inf'));
    ledger.copy(noted.flatMap((line) => readLine(text(line)) ?? []));
    ledger.forgetBefore(now() - auditRetentionMs);
    copied = erasures;
  };
}

/** What this process knows is of another time than the store: it must be opened anew, by somebody who knows as much. */
export function refuseSetBack({ report, highWater }: Pick<Context, 'report' | 'highWater'>): never {
  report({ kind: 'set-back' });
  highWater.keep();
  throw new StoreFault('unavailable');
}
