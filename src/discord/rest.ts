import { REST } from '@discordjs/rest';
import { secondMs } from '../core/time.ts';

interface RestOptions {
  readonly token: string;
  /** Another Discord-compatible server, without a trailing slash. */
  readonly api?: string;
}

/** A pause longer than this is taken by the outbox, not by a request that waits. */
const longestWaitMs = 2 * secondMs;

/**
 * One attempt per request, five seconds long: the outbox repeats, with backoff and a stable nonce. The library's own
 * retries come within milliseconds and without either. Source: RELIABILITY §3 REST settings, F-08.
 */
export const createRest = ({ token, api }: RestOptions): REST =>
  new REST({
    version: '10',
    retries: 0,
    timeout: 5 * secondMs,
    invalidRequestWarningInterval: 100,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > longestWaitMs,
    ...(api ? { api } : {}),
  }).setToken(token);
