import { compareSnowflakes } from '../snowflake.ts';
import type { Message } from './model.ts';

/** The messages of one channel, oldest first. */
export class MessageLog {
  readonly #ordered: Message[] = [];
  readonly #byId = new Map<string, Message>();

  get size(): number {
    return this.#ordered.length;
  }

  add(message: Message): void {
    this.#ordered.push(message);
    this.#byId.set(message.id, message);
  }

  get(id: string): Message | undefined {
    return this.#byId.get(id);
  }

  delete(id: string): boolean {
    if (!this.#byId.delete(id)) return false;
    this.#ordered.splice(this.#firstAtOrAfter(id), 1);
    return true;
  }

  newest(): Message | undefined {
    return this.#ordered.at(-1);
  }

  /** The newest `limit` messages older than `id` (or of all), newest first. */
  before(id: string | null, limit: number): readonly Message[] {
    const end = id === null ? this.#ordered.length : this.#firstAtOrAfter(id);
    return this.#ordered.slice(Math.max(0, end - limit), end).reverse();
  }

  /** The oldest `limit` messages newer than `id`; handed out newest first, as Discord does. */
  after(id: string, limit: number): readonly Message[] {
    let start = this.#firstAtOrAfter(id);
    if (this.#ordered[start]?.id === id) start += 1;
    return this.#ordered.slice(start, start + limit).reverse();
  }

  /** About `limit` messages around `id` with `id` itself in the middle, newest first. */
  around(id: string, limit: number): readonly Message[] {
    const half = Math.floor(limit / 2);
    const middle = this.#byId.get(id);
    return [...this.after(id, half), ...(middle === undefined ? [] : [middle]), ...this.before(id, half)].slice(
      0,
      limit,
    );
  }

  pinned(): readonly Message[] {
    return this.#ordered.filter((message) => message.pinnedAt !== null);
  }

  #firstAtOrAfter(id: string): number {
    let low = 0;
    let high = this.#ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const at = this.#ordered[middle];
      if (at !== undefined && compareSnowflakes(at.id, id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
