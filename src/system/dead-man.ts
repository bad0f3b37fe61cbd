import { minuteMs, secondMs } from '../core/time.ts';
import type { Secret } from '../settings/secret.ts';
import { startWorkLoop } from './work-loop.ts';
import type { WorkLoop } from './work-loop.ts';

interface Options {
  /** An outside monitor's address; it calls people when it has not been told for a while. */
  readonly url: Secret<string>;
  /** What does not work right now; empty when everything does. */
  readonly trouble: () => Promise<readonly string[]>;
  readonly onFault: (fault: unknown) => void;
  /** Milliseconds between two tellings. */
  readonly everyMs?: number;
}

const patienceMs = 10 * secondMs;

/** The outside monitor did not take it. */
class MonitorRefused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the monitor answered ${status}`);
    this.name = 'MonitorRefused';
    this.status = status;
  }
}

/**
 * Tells an outside monitor that the service works, and only while it truly does: silence is what calls people. Sends
 * nothing but the request itself. Source: RELIABILITY F-62, §3 Dead-man.
 */
export const startDeadMan = ({ url, trouble, onFault, everyMs = minuteMs }: Options): WorkLoop =>
  startWorkLoop({
    async step() {
      const wrong = await trouble();
      if (wrong.length > 0) return;
      const response = await fetch(url.reveal(), { method: 'POST', signal: AbortSignal.timeout(patienceMs) });
      await response.body?.cancel();
      if (!response.ok) onFault(new MonitorRefused(response.status));
    },
    idleMs: everyMs,
    faultMs: everyMs,
    onFault,
  });
