/**
 * What one message costs the store, from intake to sent, with few and with many cases stored:
 * `node bench/store/cost-per-message.ts [--store sqlite|redis] [--cases 1000,10000] [--messages 500]`.
 * The stores are filled through the port, a hundred cases to a commit and without an outbox. Then all sizes take turns, a
 * few messages each, so that whatever else the machine does meets them alike: compare the rows, not single figures. Each
 * Redis size has a server of its own, started here with what production demands; CPU time is this process's alone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { StoreFault } from '../../src/ports.ts';
import type { Store } from '../../src/ports.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { RawText } from '../../src/core/raw-text.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import { createKeyring, nameMasterKey } from '../../src/system/keyring.ts';
import { RedisServer } from '../../test/contract/redis-server.ts';
import {
  aCase,
  anEntry,
  caseId,
  commitOf,
  lane,
  message,
  noon,
  post,
  snowflakeOf,
} from '../../test/contract/samples.ts';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite' },
    cases: { type: 'string', default: '1000,10000,100000' },
    messages: { type: 'string', default: '1000' },
  },
});
const sizes = values.cases.split(',').map(Number);
const messages = Number(values.messages);
const keyring = createKeyring([nameMasterKey(Buffer.alloc(32, 1))]);
const eraseAt = noon + 1e10;
const words = new RawText('Eksempel på en melding av vanlig lengde, skrevet for å måle og ikke av noen. '.repeat(3));

/** One message to the end: five steps, each durable. */
async function handle(store: Store, n: number): Promise<readonly number[]> {
  const name = `c${n}`;
  const times = [performance.now()];
  const lap = (): void => {
    times.push(performance.now());
  };
  const entry = message(n, { lane: lane(name), order: snowflakeOf(noon + n) });
  await store.accept({ ...entry, inbound: { ...entry.inbound, text: words } as typeof entry.inbound }, undefined);
  lap();
  const held = await store.claimInbox(noon + n + 1, 30_000);
  lap();
  if (held?.id !== entry.id) throw new Error('another message was handed out');
  const outcome = await store.commit(
    commitOf(
      held.id,
      [
        { kind: 'save-case', case: aCase(name), eraseAt },
        { kind: 'save-entry', entry: anEntry(name, held.id), eraseAt },
        { kind: 'seal-original', caseId: caseId(name), entryId: held.id, original: words, eraseAt },
        {
          kind: 'queue',
          entry: post(`post:${n}`, { lane: lane(name), priority: 0, queuedAt: noon + n, notBefore: noon + n, eraseAt }),
        },
        { kind: 'audit', entry: { event: 'case.opened', at: noon, caseId: caseId(name) } },
      ],
      { finishes: held, basedOn: [{ caseId: caseId(name), version: 0 }] },
    ),
  );
  lap();
  if (outcome !== 'committed') throw new Error(outcome);
  const [due] = await store.claimOutbox(noon + n + 1, 30_000, 1);
  lap();
  if (due?.id !== `post:${n}`) throw new Error('another post was handed out');
  const posted = { channelId: entry.order, messageId: entry.order };
  await store.settleOutbox(due.id, due.lease, { kind: 'sent', posted, at: noon }, []);
  lap();
  return times.slice(1).map((time, at) => time - (times[at] ?? 0));
}

/** A Redis that rewrites its log under a bulk load may refuse for a moment; a commit said again changes nothing. */
async function patiently(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (fault) {
      if (!(fault instanceof StoreFault) || fault.code !== 'unavailable') throw fault;
      await wait(100);
    }
  }
}

/** Puts cases there that nobody works on. Returns how many are stored then. */
async function fill(store: Store, from: number, to: number): Promise<number> {
  const batch = 100;
  let stored = from;
  while (stored + batch <= to) {
    const names = Array.from({ length: batch }, (_, n) => `c${stored + 1 + n}`);
    const basedOn = names.map((name) => ({ caseId: caseId(name), version: 0 }));
    const changes = names.flatMap(
      (name) =>
        [
          { kind: 'save-case', case: aCase(name), eraseAt },
          { kind: 'save-entry', entry: anEntry(name, `entry-${name}`), eraseAt },
          { kind: 'seal-original', caseId: caseId(name), entryId: `entry-${name}`, original: words, eraseAt },
        ] as const,
    );
    await patiently(() => store.commit(commitOf(`fill:${stored}`, changes, { basedOn })));
    stored += batch;
  }
  return stored;
}

const percentile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};
const ms = (value: number): string => value.toFixed(2).padStart(7);

interface Filled {
  readonly store: Store;
  readonly laps: (readonly number[])[];
  stored: number;
  cpuMs: number;
  close(): Promise<void>;
}

async function openFilled(size: number): Promise<Filled> {
  const opened = values.store === 'redis' ? await openOnRedis() : await openOnFile();
  const stored = await fill(opened.store, 0, size);
  return { ...opened, laps: [], stored, cpuMs: 0 };
}

async function openOnRedis() {
  const server = await RedisServer.start();
  const store = await openRedisStore({ url: server.url, keyring, clock: () => noon });
  return { store, close: () => store.close().then(() => server.dispose()) };
}

async function openOnFile() {
  const folder = mkdtempSync(join(tmpdir(), 'utekontakt-bench-'));
  const store = await openSqliteStore({ file: join(folder, 'store.db'), keyring, clock: () => noon });
  const close = async (): Promise<void> => {
    await store.close();
    rmSync(folder, { recursive: true });
  };
  return { store, close };
}

const turnMessages = 20;

async function takeTurn(filled: Filled): Promise<void> {
  const before = process.cpuUsage();
  for (let n = 0; n < turnMessages; n += 1) filled.laps.push(await handle(filled.store, (filled.stored += 1)));
  const { user, system } = process.cpuUsage(before);
  filled.cpuMs += (user + system) / 1000;
}

const all: Filled[] = [];
try {
  for (const size of sizes) all.push(await openFilled(size));
  for (const filled of all) await takeTurn(filled);
  // The first turn only warms up.
  for (const filled of all) Object.assign(filled, { cpuMs: 0, laps: [] });
  for (let done = 0; done < messages; done += turnMessages) for (const filled of all) await takeTurn(filled);

  console.log('  cases | CPU ms | p50 ms | p99 ms | p50 of accept, claim, commit, claim outbox, settle');
  for (const [n, { laps, cpuMs }] of all.entries()) {
    const totals = laps.map((lap) => lap.reduce((a, b) => a + b, 0));
    const steps = [0, 1, 2, 3, 4].map((at) =>
      percentile(
        laps.map((lap) => lap[at] ?? 0),
        0.5,
      ),
    );
    const columns = [cpuMs / laps.length, percentile(totals, 0.5), percentile(totals, 0.99)];
    console.log([String(sizes[n]).padStart(7), ...columns.map(ms), steps.map(ms).join('')].join(' |'));
  }
} finally {
  for (const filled of all) await filled.close();
}
