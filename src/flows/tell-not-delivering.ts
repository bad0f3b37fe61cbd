import { minuteMs } from '../core/time.ts';
import type { AlertWebhook, Clock, Municipalities, Store } from '../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'stats'>;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly webhook: Pick<AlertWebhook, 'report'>;
  /** A gateway could not be called; it is tried again. */
  readonly onFault: (fault: unknown) => void;
}

/** An alert that has been due this long has not been shown, whatever the reason: in time for a person to look elsewhere. */
const patienceMs = 3 * minuteMs;
/** While it lasts, people are called again this often. */
const againMs = 15 * minuteMs;

/**
 * Purpose: call people outside Discord when Discord takes nothing, so that the ladder does not stand still on its first
 * rung. Personal data: none; which case it is stands in the database. Several processes, and repeated attempts, call under
 * one key, which the gateway knows again. Source: RELIABILITY F-61, F-62
 */
export const makeTellNotDelivering = ({ now, store, municipalities, webhook, onFault }: Deps) => {
  let called = '';
  return async (): Promise<void> => {
    const at = now();
    const { oldestAlertMs } = await store.stats(at);
    if (oldestAlertMs < patienceMs) return;
    const round = Math.floor((oldestAlertMs - patienceMs) / againMs);
    const occasion = `not-delivering:${at - oldestAlertMs}:${round}`;
    if (occasion === called) return;
    const calls = await Promise.allSettled(
      municipalities.all().map((one) => webhook.report(one, { kind: 'not-delivering' }, `${occasion}:${one.id}`)),
    );
    const faults = calls.filter((call) => call.status === 'rejected');
    for (const { reason } of faults) onFault(reason);
    if (faults.length === 0) called = occasion;
  };
};
