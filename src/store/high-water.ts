import { contentOf, replaceDurably } from './durable-file.ts';

/**
 * The highest fencing token known to have been given. A store gives them in rising order and never forgets how far it
 * has come: one that has given fewer is an old copy.
 */
export interface HighWater {
  value(): number;
  raise(token: number): void;
  /** Writes it down for the next start. Durable when it returns. @throws StoreFault `unavailable` */
  keep(): void;
}

/** Known for as long as the process lives. */
export function createHighWater(from = 0): HighWater {
  let highest = from;
  return {
    value: () => highest,
    raise(token) {
      highest = Math.max(highest, token);
    },
    keep: () => undefined,
  };
}

/** It lies beside the erasure ledger. */
export const highWaterFileOf = (ledger: string): string => `${ledger}.reached`;

/** @throws StoreFault `unavailable` when the file is there and cannot be read */
export function openHighWater(file: string): HighWater {
  const found = Number(contentOf(file));
  // What is no number says nothing about how far the store has come.
  let written = Number.isSafeInteger(found) ? found : 0;
  const known = createHighWater(written);
  return {
    ...known,
    keep() {
      const value = known.value();
      if (value === written) return;
      replaceDurably(file, `${value}\n`);
      written = value;
    },
  };
}
