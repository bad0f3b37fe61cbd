import { sentThings } from './announced-handles.ts';
import { isPartOfApp } from './app-cues.ts';
import { homeWords } from './detect-addresses.ts';
import { birthWordsInContext, dateWords, namedDays, speaksOfBirth } from './detect-dates.ts';
import { addressWords } from './detect-emails.ts';
import { addingWords } from './detect-handles.ts';
import { franchises } from './detect-names.ts';
import { northWords } from './detect-positions.ts';
import { schoolHeads } from './detect-schools.ts';
import { speaksOfVehicle } from './detect-vehicles.ts';
import { hint } from './hints.ts';
import type { Lexicon } from './lexicon.ts';
import { readGluedNumberWords, readNumberWord, repeatOf } from './number-words.ts';
import { isPlatform } from './platform-words.ts';
import { backwards } from './reversed.ts';
import { ruralWords } from './rural-places.ts';
import { spellingWords } from './spelled-by-names.ts';
import { hasStreetShape, streetHeads } from './street-shapes.ts';

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
      const known = lexicon.listed(lower);
      const facts = { bits: known === 0 ? lexicon.of(lower) : known, hints: hintsOf(lower) };
      (known === 0 ? strange : kept).set(lower, facts);
      return facts;
    };
  };
}

/** Hints of the words that give them as they stand. */
const listed: readonly (readonly [bit: number, words: Iterable<string>])[] = [
  [hint.mail, addressWords],
  [hint.streetHead, streetHeads],
  [hint.schoolHead, schoolHeads],
  [hint.date, dateWords],
  [hint.namedDay, namedDays],
  [hint.birth, birthWordsInContext],
  [hint.home, homeWords],
  [hint.farm, ruralWords],
  [hint.direction, northWords],
  [hint.adding, addingWords],
  [hint.sent, sentThings],
  [hint.backwards, backwards],
  [hint.spelling, spellingWords],
  [hint.franchise, franchises],
];

/** Hints a word gives by its shape, by a part of it, or also with a slip of the finger. */
const told: readonly (readonly [bit: number, tells: (lower: string) => boolean])[] = [
  [hint.platform, isPlatform],
  [hint.birth, speaksOfBirth],
  [hint.vehicle, speaksOfVehicle],
  [hint.app, isPartOfApp],
  [hint.school, (lower) => /skol|skul|sk\dl|gymnas|vgs$|^montessori|^steiner/.test(lower)],
  [hint.street, hasStreetShape],
  [hint.mixed, (lower) => /[\d-]/.test(lower)],
];

// One table for all lists: a word is looked up once, not once for each.
let hintsOfListed: ReadonlyMap<string, number> | undefined;

function tableOfListed(): ReadonlyMap<string, number> {
  const table = new Map<string, number>();
  for (const [bit, words] of listed) for (const word of words) table.set(word, (table.get(word) ?? 0) | bit);
  return table;
}

function hintsOf(lower: string): number {
  hintsOfListed ??= tableOfListed();
  const whole = readNumberWord(lower) !== undefined;
  const spoken = whole || readGluedNumberWords(lower) !== undefined || repeatOf(lower) > 1;
  let hints = (hintsOfListed.get(lower) ?? 0) | (spoken ? hint.number : 0) | (whole ? hint.wholeNumber : 0);
  for (const [bit, tells] of told) if (tells(lower)) hints |= bit;
  return hints;
}
