import type { Inbound, InboundMessage } from '../core/inbound.ts';
import { secondMs } from '../core/time.ts';

/** Messages that Discord has handed over and the store has not taken yet. */
export interface HeldUp {
  /** From here on until `safe`, the store owes this one. */
  arrived(id: string, inbound: Inbound): void;
  safe(id: string): void;
  /** The store refused, or took something. */
  refused(): void;
  took(): void;
  /** Those that wait because the store has refused for long; empty while it works, however busy it is. */
  late(): readonly InboundMessage[];
  /** All that wait, for whatever reason. */
  all(): readonly InboundMessage[];
}

/** A store that is back within this has made nobody wait: a restart of Redis, another writer. */
const patienceMs = 5 * secondMs;

/** @param monotonic milliseconds on a clock that never jumps */
export function createHeldUp(monotonic: () => number): HeldUp {
  const waiting = new Map<string, Inbound>();
  let refusingSince: number | undefined;
  const all = () => [...waiting.values()].filter((inbound) => inbound.kind === 'message');
  return {
    arrived(id, inbound) {
      waiting.set(id, inbound);
    },
    safe(id) {
      waiting.delete(id);
    },
    refused() {
      refusingSince ??= monotonic();
    },
    took() {
      refusingSince = undefined;
    },
    late() {
      if (refusingSince === undefined || monotonic() - refusingSince < patienceMs) return [];
      return all();
    },
    all,
  };
}
