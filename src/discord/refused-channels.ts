import { minuteMs, secondMs } from '../core/time.ts';

/** Remembers who has refused us, so that a refusal is not asked for again and again. */
export interface RefusedChannels {
  /** How long to leave it alone, milliseconds; 0 when it may be asked. */
  restMs(place: string): number;
  refused(place: string): void;
  accepted(place: string): void;
}

const firstRestMs = secondMs;
const longestRestMs = 5 * minuteMs;
/** More than this many places are not remembered: the oldest are asked again. */
const mostPlaces = 5_000;

/**
 * A rest after each refusal, doubled up to five minutes. Ten thousand refused requests in ten minutes would shut the
 * whole program out. Source: RELIABILITY F-12; Discord, «Invalid request limit».
 * @param monotonic milliseconds on a clock that never jumps
 */
export function createRefusedChannels(monotonic: () => number): RefusedChannels {
  const known = new Map<string, { readonly times: number; readonly until: number }>();
  return {
    restMs: (place) => Math.max(0, (known.get(place)?.until ?? 0) - monotonic()),
    refused(place) {
      const times = (known.get(place)?.times ?? 0) + 1;
      known.delete(place);
      known.set(place, { times, until: monotonic() + Math.min(firstRestMs * 2 ** (times - 1), longestRestMs) });
      if (known.size > mostPlaces) for (const oldest of [...known.keys()].slice(0, 1)) known.delete(oldest);
    },
    accepted(place) {
      known.delete(place);
    },
  };
}
