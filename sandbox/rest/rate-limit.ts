import { createHash } from 'node:crypto';
import type { Settings } from '../control-api.ts';

interface Window {
  limit: number;
  left: number;
  endsAt: number;
}

export interface Verdict {
  /** Set on every answer of a route that has a bucket. */
  readonly headers: Readonly<Record<string, string>>;
  readonly refused: { readonly retryAfterMs: number; readonly scope: 'user' | 'global' } | null;
}

const GLOBAL_PER_SECOND = 50;

/** Requests per window of a bucket when rates are as strict as Discord's; measured figures vary, the headers are the truth. */
function realistic(method: string, path: string): readonly [limit: number, windowMs: number] {
  if (path === '/channels/:channel/messages' && method === 'POST') return [5, 5_000];
  if (path === '/channels/:channel/messages/:message' && method === 'PATCH') return [5, 5_000];
  if (path === '/channels/:channel/messages/:message' && method === 'DELETE') return [5, 1_000];
  if (path === '/channels/:channel' && method === 'PATCH') return [2, 600_000];
  if (path.startsWith('/webhooks/')) return [5, 2_000];
  return [50, 1_000];
}

/** Buckets by method, route and the channel, guild or webhook in the path. Times are monotonic milliseconds. */
export class RateLimits {
  readonly #windows = new Map<string, Window>();
  #global: Window = { limit: GLOBAL_PER_SECOND, left: GLOBAL_PER_SECOND, endsAt: 0 };

  take(
    mode: Settings['rateLimits'],
    method: string,
    path: string,
    major: string,
    countsGlobally: boolean,
    now: number,
    wallNow: number,
  ): Verdict {
    const [limit, windowMs] = mode === 'discord' ? realistic(method, path) : [10_000, 1_000];
    if (mode === 'discord' && countsGlobally) {
      if (now >= this.#global.endsAt)
        this.#global = { limit: GLOBAL_PER_SECOND, left: GLOBAL_PER_SECOND, endsAt: now + 1_000 };
      if (this.#global.left <= 0)
        return { headers: {}, refused: { retryAfterMs: this.#global.endsAt - now, scope: 'global' } };
      this.#global.left -= 1;
    }
    const bucket = bucketOf(method, path);
    const key = `${bucket}:${major}`;
    let window = this.#windows.get(key);
    if (window === undefined || now >= window.endsAt || window.limit !== limit) {
      window = { limit, left: limit, endsAt: now + windowMs };
      this.#windows.set(key, window);
      if (this.#windows.size > 5_000) this.#forgetEnded(now);
    }
    const refused = window.left <= 0;
    if (!refused) window.left -= 1;
    const resetAfterMs = window.endsAt - now;
    const headers = {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': String(window.left),
      'x-ratelimit-reset': ((wallNow + resetAfterMs) / 1000).toFixed(3),
      'x-ratelimit-reset-after': (resetAfterMs / 1000).toFixed(3),
      'x-ratelimit-bucket': bucket,
    };
    return { headers, refused: refused ? { retryAfterMs: resetAfterMs, scope: 'user' } : null };
  }

  #forgetEnded(now: number): void {
    for (const [key, { endsAt }] of this.#windows) {
      if (endsAt < now) this.#windows.delete(key);
    }
  }
}

const buckets = new Map<string, string>();

function bucketOf(method: string, path: string): string {
  const key = `${method} ${path}`;
  const known = buckets.get(key);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(key).digest('hex').slice(0, 32);
  buckets.set(key, made);
  return made;
}
