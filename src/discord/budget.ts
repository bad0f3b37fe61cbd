import type { Snowflake } from '../core/ids.ts';

/** 0 alerts, 1 replies and receipts, 2 the rest, 3 reading back history. */
export type Urgency = 0 | 1 | 2 | 3;

/** Shares Discord's patience out: what is urgent goes first, and a part is kept for it. */
export interface Budget {
  /** Resolves when a request of this urgency may go. @param channelId where it posts, when Discord counts that apart */
  turn(urgency: Urgency, channelId?: Snowflake): Promise<void>;
  /** What Discord said after a post in this channel. */
  heard(channelId: Snowflake, said: { readonly remaining: number; readonly resetAfterMs: number }): void;
}

interface BudgetOptions {
  /** Requests a second in all. Source: Discord, «Rate limits»: 50, interactions not counted. */
  readonly perSecond: number;
  /** Milliseconds on a clock that never jumps. */
  readonly monotonic: () => number;
}

/** Tokens that must be left over when a request of each urgency goes, out of `leastBurst`. */
const keptBack: Readonly<Record<Urgency, number>> = { 0: 0, 1: 6, 2: 9, 3: 12 };
const leastBurst = 20;
/** Posts of a channel's window that only an alert may take. */
const channelReserve = 1;
const urgencies = [0, 1, 2, 3] as const;

interface Waiting {
  readonly channelId: Snowflake | undefined;
  readonly go: () => void;
}

/** A bucket of tokens with a queue per urgency. Nothing is dropped; who waits, waits for the next token. */
export function createBudget({ perSecond, monotonic }: BudgetOptions): Budget {
  const burst = Math.max(leastBurst, Math.round(perSecond * 0.4));
  const queues: Readonly<Record<Urgency, Waiting[]>> = { 0: [], 1: [], 2: [], 3: [] };
  const channels = new Map<Snowflake, { remaining: number; readonly resetAt: number }>();
  let tokens = burst;
  let filledAt = monotonic();
  let timer: NodeJS.Timeout | undefined;

  function refill(): void {
    const now = monotonic();
    tokens = Math.min(burst, tokens + ((now - filledAt) * perSecond) / 1_000);
    filledAt = now;
  }

  /** Only Discord knows a channel's window; where it has said nothing, it lets through. */
  function channelLets(channelId: Snowflake | undefined, urgency: Urgency): boolean {
    const window = channelId && channels.get(channelId);
    if (!window) return true;
    if (monotonic() >= window.resetAt) {
      channels.delete(channelId);
      return true;
    }
    if (window.remaining <= (urgency === 0 ? 0 : channelReserve)) return false;
    window.remaining -= 1;
    return true;
  }

  function serve(): void {
    refill();
    for (const urgency of urgencies) {
      const queue = queues[urgency];
      for (let index = 0; index < queue.length && tokens - 1 >= keptBack[urgency];) {
        const waiting = queue[index];
        if (waiting && channelLets(waiting.channelId, urgency)) {
          tokens -= 1;
          queue.splice(index, 1);
          waiting.go();
        } else index += 1;
      }
    }
    const someoneWaits = urgencies.some((urgency) => queues[urgency].length > 0);
    if (someoneWaits) timer ??= setTimeout(again, 1_000 / perSecond);
  }
  function again(): void {
    timer = undefined;
    serve();
  }

  return {
    turn: (urgency, channelId) =>
      new Promise((resolve) => {
        queues[urgency].push({ channelId, go: resolve });
        serve();
      }),
    heard(channelId, { remaining, resetAfterMs }) {
      channels.set(channelId, { remaining, resetAt: monotonic() + resetAfterMs });
    },
  };
}
