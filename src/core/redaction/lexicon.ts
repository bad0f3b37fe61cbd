import commonWords from './data/common-words.json' with { type: 'json' };
import givenNames from './data/given-names.json' with { type: 'json' };
import internationalNames from './data/international-names.json' with { type: 'json' };
import nameCues from './data/name-cues.json' with { type: 'json' };
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
  /** A word only because two words make it up; street names are made the same way. */
  compound: 512,
} as const;

/** Looks words up; what it answers is a sum of `lexeme` bits, 0 for a word no list holds. */
export interface Lexicon {
  readonly of: (lower: string) => number;
  /** The same for words a list holds as they stand, 0 for all others: nothing is taken apart, so it is quick. */
  readonly listed: (lower: string) => number;
}

// Made when first asked: whoever only imports redaction does not wait for it.
let built: ReadonlyMap<string, number> | undefined;

function base(): ReadonlyMap<string, number> {
  return (built ??= buildBase());
}

/** Nouns that end names of families, streets and schools as often as words. */
const nameEndings = new Set(
  'berg berget bakken bakke dal dalen vik viken haug haugen lund lunden holm holmen strand stranda land sund nes eng enga hagen stad gata gate veien vegen vei veg plass plassen tun tunet skole skolen skule skulen skog skogen stein steinen hus huset park parken torg torget tårnet toppen topp fjell fjellet kroken krok lia myra bru brua elva åsen ås sletta mo moen heim hall hallen sen rud nøkkel stien sti kai kaia brygge brygga svingen sving'.split(
    ' ',
  ),
);

function buildBase(): Map<string, number> {
  const words = new Map<string, number>();
  const add = (list: readonly string[], bits: number): void => {
    for (const word of list) if (word !== '') words.set(word, (words.get(word) ?? 0) | bits);
  };
  const names = Object.entries(givenNames).filter(([key]) => !['source', 'licence', 'date'].includes(key));
  for (const [key, list] of names) {
    // Short names from afar are short words here: they need a capital or a cue.
    const shortest =
      key === 'nordic' || key === 'diminutive' || key === 'sami' ? 0 : key.startsWith('vietnamese') ? 5 : 4;
    for (const name of list.split(' '))
      if (name.length >= shortest || words.has(name)) add([name], lexeme.given);
      else add([name], lexeme.given | lexeme.rare);
  }
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
  add(commonWords.chat.split(' '), lexeme.word);
  add(commonWords.sami.split(' '), lexeme.word);
  for (const word of `${nameCues.people} ${nameCues.kin}`.split(' '))
    if (((words.get(word) ?? 0) & lexeme.given) === 0) add([word], lexeme.word);
  add(commonWords.nouns.split(' ').flatMap(nounForms), lexeme.word | lexeme.noun);
  add(commonWords.verbs.split(' ').flatMap(verbForms), lexeme.word);
  add(commonWords.adjectives.split(' ').flatMap(adjectiveForms), lexeme.word);
  // Names only the wide list knows give way to every word and stay weak: they need a capital or a cue.
  const addWide = (list: string, bit: number): void => {
    for (const name of list.split(' ')) {
      if (!isWord(words, name) && ((words.get(name) ?? 0) & bit) === 0) add([name], bit | lexeme.rare);
    }
  };
  addWide(internationalNames.given, lexeme.given);
  addWide(internationalNames.surnames, lexeme.surname);
  for (const name of nameOverrides.namesBeforeWords.split(' '))
    words.set(name, (words.get(name) ?? 0) & ~(lexeme.word | lexeme.noun | lexeme.functionWord));
  for (const word of nameOverrides.wordsBeforeNames.split(' '))
    words.set(word, ((words.get(word) ?? 0) & ~(lexeme.given | lexeme.surname)) | lexeme.word);
  for (const name of nameOverrides.namesThatAreWords.split(' '))
    words.set(name, (words.get(name) ?? 0) | lexeme.word | lexeme.given);
  for (const name of nameOverrides.surnamesThatAreWords.split(' '))
    words.set(name, (words.get(name) ?? 0) | lexeme.word | lexeme.surname);
  for (const name of nameOverrides.sureNames.split(' ')) words.set(name, lexeme.given);
  for (const name of nameOverrides.namesInNorwegian.split(' '))
    words.set(name, (words.get(name) ?? 0) | lexeme.englishWord);
  return words;
}

function isWord(words: ReadonlyMap<string, number>, word: string): boolean {
  return ((words.get(word) ?? 0) & lexeme.word) !== 0;
}

/**
 * @param localNames names a municipality adds; they count as given names and are never taken for words
 * A word no list holds is also looked up without what follows an apostrophe, by the parts around its hyphens, and as a
 * compound of two words.
 */
export function createLexicon(localNames: readonly string[]): Lexicon {
  const local = new Set(localNames.map((name) => name.toLowerCase()));
  const listed = base();
  const known =
    local.size === 0
      ? (lower: string): number | undefined => listed.get(lower)
      : (lower: string): number | undefined => (local.has(lower) ? lexeme.given : listed.get(lower));
  return { of: (lower) => known(lower) ?? composed(lower), listed: (lower) => known(lower) ?? 0 };
}

/** True for a word a list holds as it stands, whatever kind. Quick: nothing is taken apart. */
export function isListed(lower: string): boolean {
  return base().has(lower);
}

function composed(lower: string): number {
  const apostrophe = lower.search(/['’]/);
  if (apostrophe > 0) return isWord(base(), lower.slice(0, apostrophe)) ? lexeme.word : 0;
  if (lower.includes('-')) {
    const parts = lower.split('-');
    const words = parts.filter((part) => part.length === 1 || isWord(base(), part)).length;
    return words === parts.length ||
      (parts[0]?.length === 1 && words > 0) ||
      (parts[0]?.length === 1 && parts.length === 2)
      ? lexeme.word
      : 0;
  }
  return isCompound(lower) ? lexeme.word | lexeme.noun | lexeme.compound : 0;
}

// «nabojente», «sykebilen», «skolegårdsvakt»: a known word, perhaps a linking s or e, and a known noun.
function isCompound(lower: string): boolean {
  if (lower.length < 7 || lower.length > 28) return false;
  tails ??= hashesOfNouns();
  let hash = 0;
  let compound = false;
  // From the end: a longer tail decides over a shorter one.
  for (let at = lower.length - 1; at >= 3; at--) {
    hash = extended(hash, lower.charCodeAt(at));
    if (at > lower.length - 3 || ((tails[hash >> 3] ?? 0) & (1 << (hash & 7))) === 0) continue;
    const tail = lower.slice(at);
    if (((base().get(tail) ?? 0) & lexeme.noun) === 0) continue;
    if (nameEndings.has(tail)) compound = false;
    else if (endsStem(lower.slice(0, at))) compound = true;
  }
  return compound;
}

function endsStem(left: string): boolean {
  return isStem(left) || (/[se]$/.test(left) && isStem(left.slice(0, -1)));
}

/** One bit for each hash some noun has when read from its end: spares a look in the list for nearly all tails that are none. */
let tails: Uint8Array | undefined;
const tailBits = 20;

function extended(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & ((1 << tailBits) - 1);
}

function hashesOfNouns(): Uint8Array {
  const seen = new Uint8Array((1 << tailBits) >> 3);
  for (const [word, bits] of base()) {
    if ((bits & lexeme.noun) === 0) continue;
    let hash = 0;
    for (let at = word.length - 1; at >= 0; at--) hash = extended(hash, word.charCodeAt(at));
    seen[hash >> 3] = (seen[hash >> 3] ?? 0) | (1 << (hash & 7));
  }
  return seen;
}

function isStem(left: string): boolean {
  return left.length >= 3 && isWord(base(), left);
}
