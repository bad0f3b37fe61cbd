import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startWorker } from '../../../src/roles/worker.ts';
import type { Worker } from '../../../src/roles/worker.ts';
import { createLog } from '../../../src/system/log.ts';
import { createMetrics } from '../../../src/system/metrics.ts';
import { openFlowScene } from './scene.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let worker: Worker;
beforeEach(async () => {
  scene = await openFlowScene();
});
afterEach(async () => {
  await worker.stop();
  await scene.store.close();
});

/** Throws the first times it is asked about a thing, and then does it. */
function failing<Given extends { readonly id: string }, T>(times: number, work: (given: Given) => Promise<T>) {
  const failed = new Map<string, number>();
  return (given: Given): Promise<T> => {
    const before = failed.get(given.id) ?? 0;
    if (before >= times) return work(given);
    failed.set(given.id, before + 1);
    throw new Error('a stage that fails');
  };
}

const start = (times: { readonly inbox: number; readonly outbox: number }): Worker =>
  startWorker({
    now: scene.now,
    store: scene.store,
    handleInbound: failing(times.inbox, scene.handle),
    deliverOutbox: failing(times.outbox, scene.deliver),
    eraseExpired: () => Promise.resolve({}),
    tellGaps: () => Promise.resolve(false),
    selfAudit: () => Promise.resolve(false),
    log: createLog('silent'),
    metrics: createMetrics(),
  });

/** Time passes until it is so; a message that was dropped never makes it so. */
async function until(isSo: () => boolean): Promise<void> {
  for (let seconds = 0; !isSo(); seconds += 1) {
    if (seconds > 200) throw new Error('it did not come');
    scene.pass(1_000);
    worker.wake();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const entries = () => scene.said.filter(({ speech }) => speech.kind === 'case-entry');

describe('a stage that throws (F-49)', () => {
  it.each([
    ['when a message is handled', { inbox: 3, outbox: 0 }],
    ['when a post is delivered', { inbox: 0, outbox: 3 }],
    ['in both', { inbox: 2, outbox: 2 }],
  ])('%s is tried again, and what was written reaches staff once', async (_name, times) => {
    worker = start(times);
    await scene.accept(scene.message('hei, er dere der'), 'm:1');
    worker.wake();
    await until(() => entries().length > 0);
    for (let extra = 0; extra < 20; extra += 1) {
      scene.pass(1_000);
      worker.wake();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(entries()).toHaveLength(1);
    expect(await scene.store.stats(scene.now())).toMatchObject({ inboxWaiting: 0 });
  });
});
