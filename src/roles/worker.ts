import { minuteMs, secondMs } from '../core/time.ts';
import { backoffMs } from '../flows/deliver-outbox.ts';
import type { DeliverOutcome } from '../flows/deliver-outbox.ts';
import type { HandleOutcome } from '../flows/handle-message.ts';
import type { Clock, LeasedInbox, LeasedOutbox, Store } from '../ports.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';
import type { Metrics } from '../system/metrics.ts';
import { startWorkLoop } from '../system/work-loop.ts';
import { startWorkPool } from '../system/work-pool.ts';
import type { RunningRole } from './role.ts';

interface WorkerOptions {
  readonly now: Clock;
  readonly store: Pick<Store, 'claimInbox' | 'releaseInbox' | 'claimOutbox' | 'settleOutbox'>;
  readonly handleInbound: (entry: LeasedInbox) => Promise<HandleOutcome>;
  /** Erases what is out of time; how many records went, per kind. */
  readonly eraseExpired: () => Promise<Readonly<Record<string, number>>>;
  readonly deliverOutbox: (row: LeasedOutbox) => Promise<DeliverOutcome>;
  /** Tells staff of times the service was away; true when there was something to tell. */
  readonly tellGaps: () => Promise<boolean>;
  /** Once a day: looks for what should be gone; true when it was done now. */
  readonly selfAudit: () => Promise<boolean>;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Worker extends RunningRole {
  /** Something was taken in or queued: look now. */
  readonly wake: () => void;
}

/**
 * How long what a process holds is left alone when the process is gone. Short, since a message waits for it. Work that
 * takes longer may be done twice at once: the nonce makes one post of two, and only the later holder can settle.
 */
const leaseMs = 4 * secondMs;
/** How long a process that was not woken waits before it looks: work may come from another process. */
const idleMs = 200;
/** Redaction and triage take one message at a time; more at once only wait under their leases. */
const inboxWidth = 3;
const outboxWidth = 32;
const retentionMs = 10 * minuteMs;
const gapMs = 5 * secondMs;
/** How often it is looked whether a new day has begun. */
const selfAuditMs = 15 * minuteMs;

/** Takes what is in the inbox to cases, and what is in the outbox to Discord. */
export function startWorker(options: WorkerOptions): Worker {
  const { now, store, handleInbound, deliverOutbox, eraseExpired, tellGaps, selfAudit, log, metrics } = options;
  const onFault = (part: string) => (fault: unknown) => {
    metrics.faults.inc({ part });
    log.error(`${part}.fault`, describeFault(fault));
  };

  const inbox = startWorkPool<LeasedInbox>({
    async claim() {
      const entry = await store.claimInbox(now(), leaseMs);
      return entry ? [entry] : [];
    },
    run: handle,
    idleMs,
    width: inboxWidth,
    onFault: onFault('inbox'),
  });

  async function handle(entry: LeasedInbox): Promise<void> {
    try {
      const outcome = await handleInbound(entry);
      if (outcome.kind === 'stale') await store.releaseInbox(entry.id, entry.lease, now());
    } catch (fault) {
      onFault('inbox')(fault);
      await store.releaseInbox(entry.id, entry.lease, now() + backoffMs(entry.attempt, 0));
    }
    outbox.wake();
  }

  const outbox = startWorkPool<LeasedOutbox>({
    claim: (limit) => store.claimOutbox(now(), leaseMs, limit),
    run: deliver,
    idleMs,
    width: outboxWidth,
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
      const erased = await eraseExpired();
      const count = Object.values(erased).reduce((sum, one) => sum + one, 0);
      if (count > 0) log.info('retention.erased', { count });
    },
    idleMs: retentionMs,
    onFault: onFault('retention'),
  });

  const audit = startWorkLoop({
    async step() {
      if (await selfAudit()) log.info('retention.audited');
    },
    idleMs: selfAuditMs,
    onFault: onFault('self-audit'),
  });

  const gaps = startWorkLoop({ step: tellGaps, idleMs: gapMs, onFault: onFault('gaps') });

  return {
    wake() {
      inbox.wake();
      outbox.wake();
    },
    missing: () => [],
    async stop() {
      await Promise.all([inbox.stop(), gaps.stop()]);
      await Promise.all([outbox.stop(), retention.stop(), audit.stop()]);
    },
  };
}
