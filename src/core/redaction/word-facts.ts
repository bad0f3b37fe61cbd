import { isDateWord } from './detect-dates.ts';
import { isAddressWord } from './detect-emails.ts';
import { isSchoolHead } from './detect-schools.ts';
import { hint } from './hints.ts';
import type { Lexicon } from './lexicon.ts';
import { readGluedNumberWords, readNumberWord, repeatOf } from './number-words.ts';
import { isPlatform } from './platform-words.ts';
import { readsBackwards } from './reversed.ts';
import { isLooselyStreetShaped, isStreetHead, isStreetShaped, makesStreet } from './street-shapes.ts';

/** Everything known about one word in lower case: `lexeme` bits and `hint` bits. */
export interface WordFacts {
  readonly bits: number;
  readonly hints: number;
}

export type FactsOf = (lower: string) => WordFacts;

/**
 * One table of what is known about words, filled as they come. Words of the lists only are kept: what somebody wrote is
 * remembered for one trip, where a second look meets the same words.
 */
export function createWordFacts(lexicon: Lexicon): () => FactsOf {
  const kept = new Map<string, WordFacts>();
  return () => {
    const strange = new Map<string, WordFacts>();
    return (lower) => {
      const before = kept.get(lower) ?? strange.get(lower);
      if (before !== undefined) return before;
      const facts = { bits: lexicon.of(lower), hints: hintsOf(lower) };
      (lexicon.listed(lower) === 0 ? strange : kept).set(lower, facts);
      return facts;
    };
  };
}

function hintsOf(lower: string): number {
  const whole = readNumberWord(lower) !== undefined;
  const spoken = whole || readGluedNumberWords(lower) !== undefined || repeatOf(lower) > 1;
  const street =
    makesStreet(lower) || isStreetShaped(lower) || isLooselyStreetShaped(lower) || /(?:gt|v|vn)$/.test(lower);
  return (
    (spoken ? hint.number : 0) |
    (whole ? hint.wholeNumber : 0) |
    (isPlatform(lower) ? hint.platform : 0) |
    (isAddressWord(lower) ? hint.mail : 0) |
    (isStreetHead(lower) ? hint.streetHead : 0) |
    (street ? hint.street : 0) |
    (isSchoolHead(lower) ? hint.schoolHead : 0) |
    (/skol|skul|sk\dl|gymnas|vgs$|^montessori|^steiner/.test(lower) ? hint.school : 0) |
    (isDateWord(lower) ? hint.date : 0) |
    (/[\d-]/.test(lower) ? hint.mixed : 0) |
    (readsBackwards(lower) ? hint.backwards : 0)
  );
}
