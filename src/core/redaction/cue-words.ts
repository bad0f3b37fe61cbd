import { isListed } from './lexicon.ts';

/** A set of cue words that also knows their commonest slips of the finger. */
export interface CueWords {
  readonly has: (lower: string) => boolean;
}

/**
 * @param list words with spaces between, in lower case
 * Words of five letters or more are also known with two neighbouring letters swapped or one letter missing, unless
 * that spells a word or a name.
 */
export function cueWords(list: string): CueWords {
  // Made when first asked: whoever only imports redaction does not wait for it.
  let known: ReadonlySet<string> | undefined;
  const has = (lower: string): boolean => (known ??= withSlips(list)).has(lower);
  // «telefon'n», «lærer'n»
  const cut = (lower: string): boolean => /['’][nae]?n?$/.test(lower) && has(lower.slice(0, lower.search(/['’]/)));
  return { has: (lower) => has(lower) || ((lower.includes("'") || lower.includes('’')) && cut(lower)) };
}

function withSlips(list: string): ReadonlySet<string> {
  const words = list.split(' ');
  const known = new Set(words);
  for (const word of words) {
    if (word.length < 5) continue;
    for (let at = 0; at < word.length; at++) {
      const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
      const missing = word.slice(0, at) + word.slice(at + 1);
      for (const slip of [swapped, missing]) {
        if (slip.length >= 4 && !isListed(slip)) known.add(slip);
      }
    }
  }
  return known;
}
