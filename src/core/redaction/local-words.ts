import { z } from 'zod';
import { catalogueLanguages } from '../language.ts';
import type { CatalogueLanguage } from '../language.ts';
import { RawText } from '../raw-text.ts';
import { createRedactor } from './redact.ts';

const most = 500;
const word = z.string().trim().min(3, 'needs at least three letters').max(60, 'is longer than 60 characters');
const list = z.array(word).max(most, `has more than ${most} entries`).readonly().default([]);
const sentence = z.string().trim().min(1, 'is empty').max(300, 'is longer than 300 characters');

/**
 * What a municipality adds to the lists of redaction: names the product lacks, and schools and streets that mean a school
 * or an address here even alone. Every entry stands in an example with the masked text it is to give.
 */
export const localWordsSchema = z
  .strictObject({
    names: list,
    schools: list,
    streets: list,
    examples: z
      .array(z.strictObject({ text: sentence, masked: sentence }).readonly())
      .max(most, `has more than ${most} entries`)
      .readonly()
      .default([]),
  })
  .readonly();
export type LocalWords = z.output<typeof localWordsSchema>;

export const noLocalWords: LocalWords = { names: [], schools: [], streets: [], examples: [] };

/** Something about local words that must be put right before they are used. */
export interface LocalWordsFault {
  /** Keys and indexes from the local words down to what is wrong. */
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/**
 * Redacts every example with `local` in use and compares. Answers nothing when all is well: each entry is masked in an
 * example, and each example comes out as it says, with placeholders in any language of the service: a municipality may
 * change its own language without writing its examples anew.
 * @param protectedNumbers digits of the municipality's own numbers, which examples may hold
 */
export function faultsOfLocalWords(local: LocalWords, protectedNumbers: readonly string[]): readonly LocalWordsFault[] {
  const entries = (['names', 'schools', 'streets'] as const).flatMap((key) =>
    local[key].map((entry, index) => ({ path: [key, index], entry })),
  );
  if (entries.length === 0 && local.examples.length === 0) return [];
  const unmasked = entries
    .filter(({ entry }) => !local.examples.some((example) => masks(example, entry)))
    .map(({ path }) => ({ path, message: 'has no example that holds it and masks it; write one in examples' }));
  const redactor = createRedactor({ protectedNumbers, ...redactorWords([local]) });
  const wrong = local.examples.flatMap(({ text, masked }, index) => {
    const given = (language: CatalogueLanguage): string =>
      redactor.redact(new RawText(text), {
        language,
        memory: { entries: [] },
        digest: (value) => value,
        earlier: [],
      }).text;
    if (catalogueLanguages.some((language) => given(language) === masked)) return [];
    return [{ path: ['examples', index, 'masked'], message: `is not what comes out: ${given('nb')}` }];
  });
  return [...unmasked, ...wrong];
}

function masks({ text, masked }: LocalWords['examples'][number], entry: string): boolean {
  const plain = (words: string): string => words.toLowerCase().replaceAll(/\s+/g, ' ');
  return plain(text).includes(plain(entry)) && !plain(masked).includes(plain(entry));
}

/** Local words of all municipalities together, as a redactor takes them. */
export function redactorWords(all: readonly LocalWords[]): {
  readonly localNames: readonly string[];
  readonly localSchools: readonly string[];
  readonly localStreets: readonly string[];
} {
  const union = (key: 'names' | 'schools' | 'streets'): readonly string[] =>
    [...new Set(all.flatMap((local) => local[key]))].sort();
  return { localNames: union('names'), localSchools: union('schools'), localStreets: union('streets') };
}
