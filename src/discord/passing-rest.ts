import type { REST, RouteLike } from '@discordjs/rest';

/** A request that has taken this long is taken for one that hangs, milliseconds. */
export const hangsAfterMs = 500;

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** Requests that go past one that hangs. */
export interface PassingRest {
  /** Both ways, for whoever listens to the answers. */
  readonly ways: readonly REST[];
  send<Answer>(method: Method, route: RouteLike, ask: (way: REST) => Promise<Answer>): Promise<Answer>;
}

/**
 * The library sends one request at a time to a route, so one that Discord never answers holds up all behind it. While one
 * hangs, what comes after it goes by `spare`, which is otherwise unused: what `usual` knows of Discord's limits stays whole.
 *
 * @param monotonic milliseconds on a clock that never jumps
 */
export function createPassingRest(usual: REST, spare: REST, monotonic: () => number): PassingRest {
  /** When each request that is on its way by `usual` was sent, per route; the oldest first. */
  const sent = new Map<string, Set<{ readonly at: number }>>();

  return {
    ways: [usual, spare],
    async send(method, route, ask) {
      const key = `${method} ${route.replace(/(?<=\/messages\/)\d+/, ':id')}`;
      const before = sent.get(key) ?? new Set();
      const [oldest] = before;
      if (oldest && monotonic() - oldest.at > hangsAfterMs) return ask(spare);
      const one = { at: monotonic() };
      sent.set(key, before.add(one));
      try {
        return await ask(usual);
      } finally {
        before.delete(one);
        if (before.size === 0) sent.delete(key);
      }
    },
  };
}
