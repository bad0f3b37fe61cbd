import type { REST, RouteLike } from '@discordjs/rest';
import type { Urgency } from './budget.ts';
import { takeMostUrgent } from './most-urgent.ts';

/** A request that has taken this long is taken for one that hangs, milliseconds. */
export const hangsAfterMs = 500;

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One request at a time to a route, the most urgent first; one that hangs is passed. */
export interface PassingRest {
  /** Both ways, for whoever listens to the answers. */
  readonly ways: readonly REST[];
  /** @param ask called when its turn has come */
  send<Answer>(
    method: Method,
    route: RouteLike,
    urgency: Urgency,
    ask: (way: REST) => Promise<Answer>,
  ): Promise<Answer>;
}

interface Line {
  readonly busy: Set<REST>;
  /** What goes by the usual way has not been answered for long. */
  hangs: boolean;
  readonly waiting: { readonly urgency: Urgency; readonly go: (way: REST) => void }[];
}

/**
 * The library sends one request at a time to a route, in the order they came, so one that Discord never answers holds up
 * all behind it until their time is out too. Here they wait outside of it, and while one hangs the next go by `spare`,
 * which is otherwise unused: what `usual` knows of Discord's limits stays whole.
 */
export function createPassingRest(usual: REST, spare: REST): PassingRest {
  const lines = new Map<string, Line>();

  function next(key: string, line: Line): void {
    const way = line.busy.has(usual) ? spare : usual;
    if (line.busy.has(way) || (way === spare && !line.hangs)) return;
    const first = takeMostUrgent(line.waiting);
    if (first) {
      line.busy.add(way);
      first.go(way);
    } else if (line.busy.size === 0) lines.delete(key);
  }

  return {
    ways: [usual, spare],
    async send(method, route, urgency, ask) {
      const key = `${method} ${route.replace(/(?<=\/messages\/)\d+/, ':id')}`;
      const line = lines.get(key) ?? { busy: new Set(), hangs: false, waiting: [] };
      lines.set(key, line);
      const way = await new Promise<REST>((go) => {
        line.waiting.push({ urgency, go });
        next(key, line);
      });
      const hung = setTimeout(() => {
        if (way === usual) line.hangs = true;
        next(key, line);
      }, hangsAfterMs);
      try {
        return await ask(way);
      } finally {
        clearTimeout(hung);
        if (way === usual) line.hangs = false;
        line.busy.delete(way);
        next(key, line);
      }
    },
  };
}
