import { DefaultRestOptions, REST } from '@discordjs/rest';
import { secondMs } from '../core/time.ts';

interface RestOptions {
  readonly token: string;
  /** Another Discord-compatible server, without a trailing slash. */
  readonly api?: string;
  /** Discord has answered a post of a message, and nothing has been made of the answer yet. */
  readonly onPostAnswered?: () => void;
}

/** A pause longer than this is taken by the outbox, not by a request that waits. */
const longestWaitMs = 2 * secondMs;

/**
 * One attempt per request, five seconds long: the outbox repeats, with backoff and a stable nonce. The library's own
 * retries come within milliseconds and without either. Source: RELIABILITY §3 REST settings, F-08.
 */
export const createRest = ({ token, api, onPostAnswered }: RestOptions): REST =>
  new REST({
    version: '10',
    retries: 0,
    timeout: 5 * secondMs,
    invalidRequestWarningInterval: 100,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > longestWaitMs,
    ...(api ? { api } : {}),
    ...(onPostAnswered ? { makeRequest: told(onPostAnswered) } : {}),
  }).setToken(token);

const told =
  (onPostAnswered: () => void): (typeof DefaultRestOptions)['makeRequest'] =>
  async (url, init) => {
    const response = await DefaultRestOptions.makeRequest(url, init);
    if (init.method === 'POST' && /\/channels\/\d+\/messages$/.test(url)) onPostAnswered();
    return response;
  };
