import { z } from 'zod';
import type { Instant } from '../core/time.ts';
import { appendDurably, contentOf, replaceDurably } from './durable-file.ts';
import type { Erasure } from './erasures.ts';

/** One erasure. No words and nobody's name: only what is gone, and when it went. */
export interface LedgerLine {
  /** Counts from 1. */
  readonly n: number;
  readonly at: Instant;
  readonly erased: Erasure;
}

/** Lies outside the store, so that an old copy of that cannot bring back what was erased. */
export interface ErasureLedger {
  /** Durable when it returns. Returns the number of the last line. */
  append(at: Instant, erased: readonly Erasure[]): number;
  /** Adds lines that were numbered elsewhere, in their order. Durable when it returns. */
  copy(lines: readonly LedgerLine[]): void;
  last(): LedgerLine | undefined;
  /** Lines after `n`. */
  since(n: number): readonly LedgerLine[];
  /** Forgets lines older than `at`: no copy that old exists any more. */
  forgetBefore(at: Instant): void;
}

const line = z.object({
  n: z.number().int(),
  at: z.number().int(),
  erased: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['case', 'dossier']), caseId: z.string() }),
    z.object({ kind: z.literal('entry'), caseId: z.string(), entryId: z.string() }),
  ]),
});

/** The one form a line is written in, so that two can be compared as text. */
export const formatLine = ({ n, at, erased }: LedgerLine): string => JSON.stringify({ n, at, erased });

/** Nothing for what is no line. */
export function readLine(text: string): LedgerLine | undefined {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** For a store of which no copies are kept. */
export const noLedger: ErasureLedger = {
  append: () => 0,
  copy: () => undefined,
  last: () => undefined,
  since: () => [],
  forgetBefore: () => undefined,
};

export function openErasureLedger(file: string): ErasureLedger {
  // A last line without its end was being written when the power went: what it announces was not committed either.
  const endsMidLine = (): boolean => !['', '\n'].includes(contentOf(file).slice(-1));
  const read = (): readonly LedgerLine[] =>
    contentOf(file)
      .split('\n')
      .slice(0, -1)
      // A damaged line must not keep the service from starting: what it named is erased by its deadline all the same.
      .flatMap((text) => readLine(text) ?? []);

  const format = (lines: readonly LedgerLine[]): string => lines.map((entry) => `${formatLine(entry)}\n`).join('');

  const copy = (added: readonly LedgerLine[]): void => {
    if (added.length === 0) return;
    if (endsMidLine()) replaceDurably(file, format([...read(), ...added]));
    else appendDurably(file, format(added));
  };

  return {
    append(at, erased) {
      const last = read().at(-1)?.n ?? 0;
      copy(erased.map((item, index) => ({ n: last + 1 + index, at, erased: item })));
      return last + erased.length;
    },
    copy,
    last: () => read().at(-1),
    since: (n) => read().filter((entry) => entry.n > n),
    forgetBefore(at) {
      const lines = read();
      // The last line stays whatever its age: it carries the number that the next one counts from.
      const kept = lines.filter((entry, index) => entry.at >= at || index === lines.length - 1);
      if (kept.length === lines.length) return;
      replaceDurably(file, format(kept));
    },
  };
}
