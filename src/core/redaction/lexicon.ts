import commonWords from './data/common-words.json' with { type: 'json' };
import givenNames from './data/given-names.json' with { type: 'json' };
import internationalNames from './data/international-names.json' with { type: 'json' };
import nameOverrides from './data/name-overrides.json' with { type: 'json' };
import places from './data/places.json' with { type: 'json' };
import surnames from './data/surnames.json' with { type: 'json' };
import wellKnown from './data/well-known.json' with { type: 'json' };
import { adjectiveForms, nounForms, verbForms } from './word-forms.ts';

/** What the lists know about a word in lower case; bits may be combined. */
export const lexeme = {
  given: 1,
  surname: 2,
  word: 4,
  place: 8,
  wellKnown: 16,
  /** So frequent that it is never a name without a capital and a cue. */
  functionWord: 32,
  noun: 64,
  /** A name only the wide international list holds. */
  rare: 128,
  /** A name that is also an English word, and in Norwegian text a name all the same. */
  englishWord: 256,
} as const;

/** Looks words up; what it answers is a sum of `lexeme` bits, 0 for a word no list holds. */
export interface Lexicon {
  readonly of: (lower: string) => number;
}

const base = buildBase();

function buildBase(): Map<string, number> {
  const words = new Map<string, number>();
  const add = (list: readonly string[], bits: number): void => {
    for (const word of list) if (word !== '') words.set(word, (words.get(word) ?? 0) | bits);
  };
  const names = Object.entries(givenNames).filter(([key]) => !['source', 'licence', 'date'].includes(key));
  for (const [, list] of names) add(list.split(' '), lexeme.given);
  add(surnames.norwegian.split(' '), lexeme.surname);
  add(surnames['sami-kven'].split(' '), lexeme.surname);
  add(surnames.world.split(' '), lexeme.surname);
  add(places.norway.split(' '), lexeme.place);
  add(places.world.split(' '), lexeme.place);
  add(wellKnown.things.split(' '), lexeme.wellKnown | lexeme.word);
  add(wellKnown.characters.split(' '), lexeme.wellKnown);
  add(wellKnown.publicFigures.split(' '), lexeme.wellKnown);
  add(commonWords.function.split(' '), lexeme.word | lexeme.functionWord);
  add(commonWords.english.split(' '), lexeme.word);
  add(commonWords.slang.split(' '), lexeme.word);
  add(commonWords.sami.split(' '), lexeme.word);
  add(commonWords.nouns.split(' ').flatMap(nounForms), lexeme.word | lexeme.noun);
  add(commonWords.verbs.split(' ').flatMap(verbForms), lexeme.word);
  add(commonWords.adjectives.split(' ').flatMap(adjectiveForms), lexeme.word);
  // Names only the wide list knows give way to every word and stay weak: they need a capital or a cue.
  for (const name of internationalNames.given.split(' ')) if (!isWord(words, name)) add([name], lexeme.given | lexeme.rare);
  for (const name of internationalNames.surnames.split(' ')) if (!isWord(words, name)) add([name], lexeme.surname | lexeme.rare);
  for (const name of nameOverrides.namesBeforeWords.split(' ')) words.set(name, (words.get(name) ?? 0) & ~(lexeme.word | lexeme.noun | lexeme.functionWord));
  for (const word of nameOverrides.wordsBeforeNames.split(' ')) words.set(word, ((words.get(word) ?? 0) & ~(lexeme.given | lexeme.surname)) | lexeme.word);
  for (const name of nameOverrides.namesThatAreWords.split(' ')) words.set(name, (words.get(name) ?? 0) | lexeme.word);
  for (const name of nameOverrides.namesInNorwegian.split(' ')) words.set(name, (words.get(name) ?? 0) | lexeme.englishWord);
  return words;
}

function isWord(words: ReadonlyMap<string, number>, word: string): boolean {
  return ((words.get(word) ?? 0) & lexeme.word) !== 0;
}

/** @param localNames names a municipality adds; they count as given names and are never taken for words. */
export function createLexicon(localNames: readonly string[]): Lexicon {
  const local = new Set(localNames.map((name) => name.toLowerCase()));
  if (local.size === 0) return { of: (lower) => base.get(lower) ?? 0 };
  return { of: (lower) => (local.has(lower) ? lexeme.given : (base.get(lower) ?? 0)) };
}
