import type { Instant } from '../../core/time.ts';
import { auditRetentionMs, cursorRetentionMs, rememberedMs } from '../retention.ts';
import { countAuditBefore, eraseAudit } from './audit.ts';
import { integer, list } from './context.ts';
import type { Context } from './context.ts';
import { eraseScript, forgetErasuresScript, overdueScript } from './lua/erase.ts';

/** One script erases at most this many records, so that alerts never wait long behind it. */
const batchRecords = 200;

/** Kinds with a deadline of their own, and how far before now theirs lies. */
const kinds: Readonly<Record<string, number>> = {
  originals: 0,
  entries: 0,
  cases: 0,
  dossiers: 0,
  senders: 0,
  outbox: 0,
  seen: rememberedMs,
  causes: rememberedMs,
  cursors: cursorRetentionMs,
};

export async function eraseExpired(context: Context, now: Instant): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const [kind, ageMs] of Object.entries(kinds)) {
    const until = lastExpired(kind, now - ageMs);
    counts[kind] = await untilNone(async () =>
      integer(await context.connection.run(eraseScript, kind, until, batchRecords, now)),
    );
  }
  await untilNone(async () =>
    integer(await context.connection.run(forgetErasuresScript, now - auditRetentionMs, batchRecords)),
  );
  counts['audit'] = await untilNone(() => eraseAudit(context, now - auditRetentionMs));
  if (Object.values(counts).some((count) => count > 0)) await rewriteLog(context);
  return counts;
}

/** What erasure should have taken by then and has not. */
export async function countOverdue(context: Context, at: Instant): Promise<Readonly<Record<string, number>>> {
  const asked = Object.entries(kinds).map(([kind, ageMs]) => [kind, lastExpired(kind, at - ageMs)] as const);
  const counts = list(await context.connection.run(overdueScript, ...asked.flat()));
  return {
    ...Object.fromEntries(asked.map(([kind], n) => [kind, integer(counts[n])])),
    audit: await countAuditBefore(context, at - auditRetentionMs),
  };
}

/** A channel last used exactly that long ago is still read back. */
const lastExpired = (kind: string, until: Instant): string => (kind === 'cursors' ? `(${until}` : String(until));

async function untilNone(erase: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let erased = await erase(); erased > 0; erased = await erase()) total += erased;
  return total;
}

/** What was erased is still in the append-only file until that is written anew. */
export async function rewriteLog({ connection }: Pick<Context, 'connection'>): Promise<void> {
  await connection.everyServer(async (server) => {
    try {
      await server.bgrewriteaof();
    } catch (error) {
      // One is under way or planned already: that one, or the next erasure, does it.
      const isUnderWay = error instanceof Error && /already|in progress|child/i.test(error.message);
      if (!isUnderWay) throw error;
    }
  });
}
