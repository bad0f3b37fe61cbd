import { RESTEvents } from '@discordjs/rest';
import type { RouteLike } from '@discordjs/rest';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import { secondMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports.ts';
import type { Budget, Urgency } from './budget.ts';
import type { PassingRest } from './passing-rest.ts';
import { isPassing } from './refusal.ts';

interface Asking {
  readonly urgency: Urgency;
  readonly query?: URLSearchParams;
}

interface Telling {
  readonly urgency: Urgency;
  readonly body: object;
  /** The channel whose own limit counts the request. */
  readonly channelId?: Snowflake;
  /** From 1. The first attempt waits least; see `patienceMs`. Absent for what is not tried again. */
  readonly attempt?: number;
  /** Not to be sent when its turn comes after this. */
  readonly notAfter?: Instant;
}

/** The turn came too late; nothing was sent. */
class TurnMissed extends Error {
  constructor() {
    super('the turn came too late');
    this.name = 'TurnMissed';
  }
}

/** Requests to Discord that wait for their turn. One attempt each, reading apart; faults are the library's own. */
export interface PacedRest {
  get<Answer>(route: RouteLike, asking: Asking): Promise<Answer>;
  post<Answer>(route: RouteLike, telling: Telling): Promise<Answer>;
  patch<Answer>(route: RouteLike, telling: Telling): Promise<Answer>;
  put(route: RouteLike, asking: Asking): Promise<void>;
  delete(route: RouteLike, asking: Asking): Promise<void>;
  /** How far Discord's clock is ahead of ours, milliseconds; whole seconds, since its answers tell no more. */
  clockAheadMs(): number;
}

const longestPatienceMs = 5 * secondMs;
/** Nothing can come of reading again, and whatever is to be posted waits for what is read before it. */
const readPatienceMs = 0.8 * secondMs;
const readAttempts = 3;

/**
 * How long Discord may take, milliseconds. A request that hangs is given up early and sent again: it costs nothing when the
 * first had arrived, since a post has its nonce and an edit only repeats itself. Where Discord is slow for everybody, the
 * third attempt and those after it wait longer. Source: RELIABILITY F-10.
 */
const patienceMs = (attempt: number): number => Math.min(1.2 * secondMs * Math.max(1, attempt - 1), longestPatienceMs);

export function createPacedRest(passing: PassingRest, budget: Budget, now: Clock): PacedRest {
  let aheadMs = 0;

  for (const way of passing.ways) {
    way.on(RESTEvents.Response, ({ path, method }, { headers }) => {
      const date = Date.parse(headers.get('date') ?? '');
      if (!Number.isNaN(date) && Math.abs(date - now()) > 2 * secondMs) aheadMs = date - now();
      else if (!Number.isNaN(date)) aheadMs = 0;
      const channelId = /^\/channels\/(\d+)\/messages$/.exec(path)?.[1] ?? '';
      if (method !== 'POST' || !isSnowflake(channelId)) return;
      const remaining = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN);
      const resetAfter = Number(headers.get('x-ratelimit-reset-after') ?? Number.NaN);
      if (Number.isNaN(remaining) || Number.isNaN(resetAfter)) return;
      budget.heard(channelId, { remaining, resetAfterMs: resetAfter * secondMs });
    });
  }

  const limited = (attempt?: number): { readonly signal: AbortSignal } => ({
    signal: AbortSignal.timeout(attempt === undefined ? longestPatienceMs : patienceMs(attempt)),
  });

  async function read(route: RouteLike, asking: Asking, attempt = 1): Promise<unknown> {
    const { urgency, query } = asking;
    await budget.turn(urgency);
    try {
      return await passing.send('GET', route, urgency, (way) =>
        way.get(route, { signal: AbortSignal.timeout(readPatienceMs * attempt), ...(query ? { query } : {}) }),
      );
    } catch (fault) {
      if (attempt === readAttempts || !isPassing(fault)) throw fault;
    }
    return read(route, asking, attempt + 1);
  }

  return {
    get: async <Answer>(route: RouteLike, asking: Asking) => (await read(route, asking)) as Answer,
    async post<Answer>(route: RouteLike, { urgency, body, channelId, attempt, notAfter }: Telling) {
      await budget.turn(urgency, channelId);
      const answer = await passing.send('POST', route, urgency, (way) => {
        if (notAfter !== undefined && now() > notAfter) throw new TurnMissed();
        return way.post(route, { ...limited(attempt), body });
      });
      return answer as Answer;
    },
    async patch<Answer>(route: RouteLike, { urgency, body, attempt }: Telling) {
      await budget.turn(urgency);
      const answer = await passing.send('PATCH', route, urgency, (way) =>
        way.patch(route, { ...limited(attempt), body }),
      );
      return answer as Answer;
    },
    async put(route: RouteLike, { urgency }: Asking) {
      await budget.turn(urgency);
      await passing.send('PUT', route, urgency, (way) => way.put(route, limited()));
    },
    async delete(route: RouteLike, { urgency }: Asking) {
      await budget.turn(urgency);
      await passing.send('DELETE', route, urgency, (way) => way.delete(route, limited()));
    },
    clockAheadMs: () => aheadMs,
  };
}
