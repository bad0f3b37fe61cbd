import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { Instant } from '../core/time.ts';
import { StoreFault } from '../ports.ts';
import type { Erasure } from './erasures.ts';

/** Lies beside the database, so that an old copy of that cannot bring back what was erased. */
export interface LedgerLine {
  /** Counts from 1. */
  readonly n: number;
  readonly at: Instant;
  readonly erased: Erasure;
}

export interface ErasureLedger {
  /** Durable when it returns. Returns the number of the last line. */
  append(at: Instant, erased: readonly Erasure[]): number;
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

/** A database in memory has no copies. */
export const noLedger: ErasureLedger = { append: () => 0, since: () => [], forgetBefore: () => undefined };

export const ledgerFileOf = (databaseFile: string): string => `${databaseFile}.erased`;

export function openErasureLedger(databaseFile: string): ErasureLedger {
  const file = ledgerFileOf(databaseFile);

  const content = (): string => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
      throw new StoreFault('unavailable', { cause: error });
    }
  };
  // A last line without its end was being written when the power went: what it announces was not committed either.
  const endsMidLine = (): boolean => !['', '\n'].includes(content().slice(-1));
  const read = (): readonly LedgerLine[] =>
    content()
      .split('\n')
      .slice(0, -1)
      .flatMap((text) => {
        // A damaged line must not keep the service from starting: what it named is erased by its deadline all the same.
        try {
          return [line.parse(JSON.parse(text))];
        } catch {
          return [];
        }
      });

  const writeAll = (target: string, flag: 'a' | 'w', content: string): void => {
    try {
      const handle = openSync(target, flag, 0o600);
      try {
        writeSync(handle, content);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    } catch (error) {
      throw new StoreFault('unavailable', { cause: error });
    }
  };
  const replaceAll = (text: string): void => {
    writeAll(`${file}.new`, 'w', text);
    renameSync(`${file}.new`, file);
  };
  const format = (lines: readonly LedgerLine[]): string => lines.map((entry) => `${JSON.stringify(entry)}\n`).join('');

  return {
    append(at, erased) {
      const lines = read();
      const last = lines.at(-1)?.n ?? 0;
      if (erased.length === 0) return last;
      const added = format(erased.map((item, index) => ({ n: last + 1 + index, at, erased: item })));
      if (endsMidLine()) replaceAll(format(lines) + added);
      else writeAll(file, 'a', added);
      return last + erased.length;
    },
    since: (n) => read().filter((entry) => entry.n > n),
    forgetBefore(at) {
      const lines = read();
      // The last line stays whatever its age: it carries the number that the next one counts from.
      const kept = lines.filter((entry, index) => entry.at >= at || index === lines.length - 1);
      if (kept.length === lines.length) return;
      replaceAll(format(kept));
    },
  };
}
