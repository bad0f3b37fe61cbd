import type { Instant } from '../../core/time.ts';
import { auditRetentionMs, cursorRetentionMs, rememberedMs } from '../retention.ts';
import { eraseAudit } from './audit.ts';
import { integer } from './context.ts';
import type { Context } from './context.ts';
import { eraseScript } from './lua.ts';

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
    // A channel last used exactly that long ago is still read back.
    const until = kind === 'cursors' ? `(${now - ageMs}` : String(now - ageMs);
    counts[kind] = await untilNone(async () =>
      integer(await context.connection.run(eraseScript, kind, until, batchRecords)),
    );
  }
  counts['audit'] = await untilNone(() => eraseAudit(context, now - auditRetentionMs));
  if (Object.values(counts).some((count) => count > 0)) await rewriteLog(context);
  return counts;
}

async function untilNone(erase: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let erased = await erase(); erased > 0; erased = await erase()) total += erased;
  return total;
}

/** What was erased is still in the append-only file until that is written anew. */
async function rewriteLog({ connection }: Context): Promise<void> {
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
