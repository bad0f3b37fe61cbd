import { minuteMs, secondMs } from '../core/time.ts';
import { backoffMs } from '../flows/deliver-outbox.ts';
import type { DeliverOutcome } from '../flows/deliver-outbox.ts';
import type { HandleOutcome } from '../flows/handle-message.ts';
import type { Clock, LeasedInbox, LeasedOutbox, Store } from '../ports.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';
import type { Metrics } from '../system/metrics.ts';
import { startWorkLoop } from '../system/work-loop.ts';
import type { RunningRole } from './role.ts';

interface WorkerOptions {
  readonly now: Clock;
  readonly store: Pick<Store, 'claimInbox' | 'releaseInbox' | 'claimOutbox' | 'settleOutbox' | 'eraseExpired'>;
  readonly handleInbound: (entry: LeasedInbox) => Promise<HandleOutcome>;
  readonly deliverOutbox: (row: LeasedOutbox) => Promise<DeliverOutcome>;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Worker extends RunningRole {
  /** Something was taken in or queued: look now. */
  readonly wake: () => void;
}

const leaseMs = 30 * secondMs;
/** How long a process that was not woken waits before it looks: work may come from another process. */
const idleMs = 200;
const outboxBatch = 8;
const retentionMs = 10 * minuteMs;

/** Takes what is in the inbox to cases, and what is in the outbox to Discord. */
export function startWorker({ now, store, handleInbound, deliverOutbox, log, metrics }: WorkerOptions): Worker {
  const onFault = (part: string) => (fault: unknown) => {
    metrics.faults.inc({ part });
    log.error(`${part}.fault`, describeFault(fault));
  };

  const inbox = startWorkLoop({
    async step() {
      const entry = await store.claimInbox(now(), leaseMs);
      if (!entry) return false;
      try {
        const outcome = await handleInbound(entry);
        if (outcome.kind === 'stale') await store.releaseInbox(entry.id, entry.lease, now());
      } catch (fault) {
        onFault('inbox')(fault);
        await store.releaseInbox(entry.id, entry.lease, now() + backoffMs(entry.attempt, 0));
      }
      outbox.wake();
      return true;
    },
    idleMs,
    concurrency: 4,
    onFault: onFault('inbox'),
  });

  const outbox = startWorkLoop({
    async step() {
      const rows = await store.claimOutbox(now(), leaseMs, outboxBatch);
      await Promise.all(rows.map(deliver));
      return rows.length > 0;
    },
    idleMs,
    concurrency: 4,
    onFault: onFault('outbox'),
  });

  async function deliver(row: LeasedOutbox): Promise<void> {
    const dispatch = row.dispatch.kind;
    try {
      const outcome = await deliverOutbox(row);
      metrics.delivered.inc({ dispatch, outcome });
      if (dispatch === 'case-alert' && outcome === 'sent')
        metrics.alertSeconds.observe((now() - row.queuedAt) / secondMs);
      if (outcome === 'undeliverable') log.warn('outbox.undeliverable', { outboxId: row.id, dispatch });
    } catch (fault) {
      onFault('outbox')(fault);
      const notBefore = now() + backoffMs(row.attempt, row.priority);
      await store.settleOutbox(row.id, row.lease, { kind: 'retry', notBefore }, []);
    }
  }

  const retention = startWorkLoop({
    async step() {
      const erased = await store.eraseExpired(now());
      const count = Object.values(erased).reduce((sum, one) => sum + one, 0);
      if (count > 0) log.info('retention.erased', { count });
      return false;
    },
    idleMs: retentionMs,
    concurrency: 1,
    onFault: onFault('retention'),
  });

  return {
    wake() {
      inbox.wake();
      outbox.wake();
    },
    missing: () => [],
    async stop() {
      await inbox.stop();
      await Promise.all([outbox.stop(), retention.stop()]);
    },
  };
}
