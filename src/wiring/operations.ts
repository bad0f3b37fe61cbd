import { minuteMs, secondMs } from '../core/time.ts';
import type { RunningRole } from '../roles/role.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { startDeadMan } from '../system/dead-man.ts';
import { describeFault } from '../system/fault.ts';
import { startOperationsServer } from '../system/operations-server.ts';
import type { Ground } from './ground.ts';
import type { SpeechWays } from './speech.ts';
import type { WorkerRole } from './worker.ts';

/** Beyond these the service does not «work», whatever else does. Source: RELIABILITY §3 Dead-man. */
const longestAlertWaitMs = 60 * secondMs;
const longestCanaryAgeMs = 12 * minuteMs;

interface Running {
  readonly roles: () => readonly RunningRole[];
  readonly worker: () => WorkerRole | undefined;
}

/** What is missing before a message gets to staff; empty when it does. */
const readinessOf =
  ({ opened, now }: Ground, { roles }: Running) =>
  async (): Promise<readonly string[]> => {
    const faults = await opened.stats(now()).then(
      ({ oldestAlertMs }) => (oldestAlertMs < longestAlertWaitMs ? [] : ['outbox: an alert has not been sent']),
      () => ['store: cannot be read'],
    );
    return [...faults, ...roles().flatMap((role) => role.missing())];
  };

/** Health and metrics. @throws SettingsRefused when the port cannot be used */
export function startOperations(ground: Ground, running: Running): ReturnType<typeof startOperationsServer> {
  const { settings, opened, now, metrics } = ground;
  return startOperationsServer({
    port: settings.operationsPort,
    readiness: readinessOf(ground, running),
    async metrics() {
      const stats = await opened.stats(now());
      metrics.inboxWaiting.set(stats.inboxWaiting);
      metrics.outboxWaiting.set(stats.outboxWaiting);
      metrics.oldestAlertSeconds.set(stats.oldestAlertMs / secondMs);
      const worker = running.worker();
      if (worker) metrics.canaryAgeSeconds.set((now() - worker.canaryArrivedAt()) / secondMs);
      return metrics.registry.metrics();
    },
  }).catch((cause: unknown) => {
    throw new SettingsRefused('OPERATIONS_PORT', `port ${settings.operationsPort} cannot be used`, { cause });
  });
}

/** Tells an outside monitor while everything works; nothing when there is none to tell. */
export function watchedFromOutside(ground: Ground, { paced }: SpeechWays, running: Running): readonly RunningRole[] {
  const { settings, now, metrics, log } = ground;
  if (!settings.deadManUrl) return [];
  const readiness = readinessOf(ground, running);
  const deadMan = startDeadMan({
    url: settings.deadManUrl,
    async trouble() {
      const worker = running.worker();
      const canaryIsLate = worker && now() - worker.canaryArrivedAt() > longestCanaryAgeMs;
      await paced.get('/users/@me', { urgency: 2 });
      return [...(await readiness()), ...(canaryIsLate ? ['canary: has not arrived'] : [])];
    },
    onFault(fault) {
      metrics.faults.inc({ part: 'dead-man' });
      log.error('dead-man.fault', describeFault(fault));
    },
  });
  return [{ missing: () => [], stop: () => deadMan.stop() }];
}
