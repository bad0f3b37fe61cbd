import { createIntake } from '../intake/gateway.ts';
import type { Intake, IntakeOptions } from '../intake/gateway.ts';
import { secondMs } from '../core/time.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';
import type { Metrics } from '../system/metrics.ts';
import type { RunningRole } from './role.ts';

interface IntakeRoleOptions extends Omit<IntakeOptions, 'onEvent' | 'onFault'> {
  /** One or two gateway sessions; two survive one of them being away for longer than its session lives. */
  readonly count: 1 | 2;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface IntakeRole extends RunningRole {
  /** Resolves when the first session is up; rejects when none can begin. */
  readonly up: Promise<void>;
  /** Tells at once of every message that is not stored. */
  giveUp(): Promise<void>;
}

/** Two heartbeats of Discord's and a little: after this a silent connection is a dead one. Source: F-02, §3 Dead-man. */
const longestSilenceMs = 90 * secondMs;

/** Starts the gateway sessions that take direct messages in. */
export function startIntakes(options: IntakeRoleOptions): IntakeRole {
  const { count, log, metrics, onAccepted } = options;
  const intakes = Array.from({ length: count }, (_, index): Intake => {
    const intake = `${options.name}-${index + 1}`;
    return createIntake({
      ...options,
      name: intake,
      onAccepted() {
        metrics.accepted.inc();
        onAccepted();
      },
      onEvent(event, code) {
        if (event === 'duplicate') metrics.duplicates.inc();
        else log.info(`intake.${event}`, { intake, ...(code === undefined ? {} : { code }) });
      },
      onFault(fault) {
        metrics.faults.inc({ part: 'intake' });
        log.error('intake.fault', { intake, ...describeFault(fault) });
      },
    });
  });
  const up = Promise.any(intakes.map((intake) => intake.start()));
  // Whoever waits for it hears of it; until somebody does, it is nobody's fault.
  up.catch(() => undefined);
  const hears = (intake: Intake): boolean => intake.isReady() && intake.silentMs() < longestSilenceMs;
  return {
    up,
    missing: () => [
      ...(intakes.some(hears) ? [] : ['intake: no gateway session']),
      ...(intakes.every((intake) => intake.isKeeping()) ? [] : ['intake: messages cannot be stored']),
    ],
    async giveUp() {
      await Promise.all(intakes.map((intake) => intake.giveUp()));
    },
    async stop() {
      await Promise.all(intakes.map((intake) => intake.stop()));
    },
  };
}
