import { isSentWord } from './announced-handles.ts';
import { isPartOfApp } from './app-cues.ts';
import { isBirthWord, isDateWord, isNamedDay } from './detect-dates.ts';
import { isHomeWord } from './detect-addresses.ts';
import { isAddressWord } from './detect-emails.ts';
import { isAddingWord } from './detect-handles.ts';
import { isDirection } from './detect-positions.ts';
import { isSchoolHead } from './detect-schools.ts';
import { isVehicleWord } from './detect-vehicles.ts';
import { hint } from './hints.ts';
import type { Lexicon } from './lexicon.ts';
import { readGluedNumberWords, readNumberWord, repeatOf } from './number-words.ts';
import { isPlatform } from './platform-words.ts';
import { readsBackwards } from './reversed.ts';
import { isFarmWord } from './rural-places.ts';
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

const announcements: readonly (readonly [bit: number, announces: (lower: string) => boolean])[] = [
  [hint.platform, isPlatform],
  [hint.mail, isAddressWord],
  [hint.streetHead, isStreetHead],
  [
    hint.street,
    (lower) =>
      makesStreet(lower) || isStreetShaped(lower) || isLooselyStreetShaped(lower) || /(?:gt|v|vn)$/.test(lower),
  ],
  [hint.schoolHead, isSchoolHead],
  [hint.school, (lower) => /skol|skul|sk\dl|gymnas|vgs$|^montessori|^steiner/.test(lower)],
  [hint.date, isDateWord],
  [hint.mixed, (lower) => /[\d-]/.test(lower)],
  [hint.backwards, readsBackwards],
  [hint.birth, isBirthWord],
  [hint.namedDay, isNamedDay],
  [hint.vehicle, isVehicleWord],
  [hint.home, isHomeWord],
  [hint.farm, isFarmWord],
  [hint.direction, isDirection],
  [hint.adding, isAddingWord],
  [hint.sent, isSentWord],
  [hint.app, isPartOfApp],
];

function hintsOf(lower: string): number {
  const whole = readNumberWord(lower) !== undefined;
  const spoken = whole || readGluedNumberWords(lower) !== undefined || repeatOf(lower) > 1;
  let hints = (spoken ? hint.number : 0) | (whole ? hint.wholeNumber : 0);
  for (const [bit, announces] of announcements) if (announces(lower)) hints |= bit;
  return hints;
}
