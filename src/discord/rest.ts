import { DefaultRestOptions, REST, RESTEvents } from '@discordjs/rest';
import { secondMs } from '../core/time.ts';

interface RestOptions {
  readonly token: string;
  /** Another Discord-compatible server, without a trailing slash. */
  readonly api?: string;
  /** How many requests a second the budget lets through; absent: fewer than Discord's own limit. */
  readonly perSecond?: number;
  /** Discord has answered a post of a message, and nothing has been made of the answer yet. */
  readonly onPostAnswered?: () => void;
  /**
   * Discord has answered 401. The library forgets the token then, and every later request fails without reaching Discord.
   * Source: RELIABILITY §1.7.
   */
  readonly onUnauthorised?: () => void;
}

/** Source: Discord, «Rate limits». Beyond it the library waits, in order of arrival: the budget is to stay below. */
const discordPerSecond = 50;
/** A pause longer than this is taken by the outbox, not by a request that waits. */
const longestWaitMs = 2 * secondMs;

/**
 * One attempt per request, five seconds long: the outbox repeats, with backoff and a stable nonce. The library's own
 * retries come within milliseconds and without either. Source: RELIABILITY §3 REST settings, F-08.
 */
export function createRest({
  token,
  api,
  perSecond = discordPerSecond,
  onPostAnswered,
  onUnauthorised,
}: RestOptions): REST {
  const rest = new REST({
    version: '10',
    retries: 0,
    globalRequestsPerSecond: Math.max(discordPerSecond, perSecond),
    timeout: 5 * secondMs,
    invalidRequestWarningInterval: 100,
    rejectOnRateLimit: ({ timeToReset }) => timeToReset > longestWaitMs,
    ...(api ? { api } : {}),
    ...(onPostAnswered ? { makeRequest: told(onPostAnswered) } : {}),
  }).setToken(token);
  rest.on(RESTEvents.Response, (_request, { status }) => {
    if (status === 401) onUnauthorised?.();
  });
  return rest;
}

const told =
  (onPostAnswered: () => void): (typeof DefaultRestOptions)['makeRequest'] =>
  async (url, init) => {
    const response = await DefaultRestOptions.makeRequest(url, init);
    if (init.method === 'POST' && /\/channels\/\d+\/messages$/.test(url)) onPostAnswered();
    return response;
  };
