import { ActivityType, Routes } from 'discord-api-types/v10';
import { secondMs } from '../core/time.ts';
import { createApp } from '../discord/app.ts';
import { createClient, loadPieces, provideApp } from '../discord/client.ts';
import type { Municipality } from '../core/municipality.ts';
import type { KnownDuty } from '../flows/duty/known-duty.ts';
import type { Clock } from '../ports.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';
import type { Metrics } from '../system/metrics.ts';
import { keepPresenceTrue } from './presence-keeper.ts';
import type { RunningRole } from './role.ts';

interface AppRoleOptions extends Omit<Parameters<typeof createApp>[0], 'report'> {
  readonly token: string;
  readonly now: Clock;
  readonly keepDuty: (municipality: Municipality) => Promise<unknown>;
  readonly knownDuty: KnownDuty;
  /** The folder that holds the pieces. */
  readonly root: URL;
  /** Another Discord-compatible server, without a trailing slash. */
  readonly api?: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Asks Discord until it answers; a question that hangs is given up by the signal. */
  readonly patiently: <Answer>(ask: (signal: AbortSignal) => Promise<Answer>) => Promise<Answer>;
  /** A short random reference people can quote. */
  readonly reference: () => string;
}

/** How long Discord may take to let the app in before it counts as a fault. */
const loginLimitMs = 30 * secondMs;

/** The part that answers commands, buttons and forms, ready to connect. */
export interface PreparedApp {
  /** Connects. @throws Discord's refusal */
  start(): Promise<RunningRole>;
}

/** Loads every piece. @throws PieceFault */
export async function prepareApp(options: AppRoleOptions): Promise<PreparedApp> {
  const { token, root, api, log, metrics, patiently, reference } = options;
  const client = createClient({
    ...(api ? { api } : {}),
    patiently,
    onTrouble(level) {
      metrics.faults.inc({ part: 'framework' });
      log[level]('framework.trouble');
    },
  });
  const report = (fault: unknown, piece: string): string => {
    const quoted = reference();
    metrics.faults.inc({ part: 'app' });
    log.error('app.fault', { piece, reference: quoted, ...describeFault(fault) });
    return quoted;
  };
  provideApp(createApp({ ...options, report }));
  client.on('error', (fault) => {
    report(fault, 'gateway');
  });
  await loadPieces(client, root);
  return {
    async start() {
      // An outage is waited for; the limit is for what comes after.
      await client.rest.setToken(token).get(Routes.gatewayBot());
      await withinLimit(client.login(token));
      const presence = keepPresenceTrue({
        ...options,
        show(activity) {
          client.user?.setActivity({ type: ActivityType.Custom, name: 'status', state: activity });
        },
        onFault(fault) {
          report(fault, 'presence');
        },
      });
      return {
        missing: () => (client.isReady() ? [] : ['app: no gateway session']),
        async stop() {
          await presence.stop();
          await client.destroy();
        },
      };
    },
  };
}

/** A gateway that closes before it says hello leaves the login waiting for ever. Source: STACK, discord.js. */
async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error('Discord did not let the app in'));
    }, loginLimitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
