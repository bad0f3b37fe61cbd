import type { ConceptHit } from '../lexicon/find-concepts.ts';

/** Hashed features of one stretch of a message, kind by kind: all of one kind count the same. */
export interface Features {
  /** 32-bit hashes. */
  readonly hashes: readonly number[];
  /** The token each feature came from, for explaining; -1 when it has no place. */
  readonly from: readonly number[];
  /** Where each kind ends in `hashes` (exclusive), and how much one feature of it counts. */
  readonly ends: readonly number[];
  readonly values: readonly number[];
}

const offset = 0x811c9dc5;
const prime = 0x01000193;

function hashText(seed: number, text: string): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), prime);
  return mix(hash);
}

const mix = (value: number): number => {
  let hash = value ^ (value >>> 15);
  hash = Math.imul(hash, 0x2c1b3c6d);
  return hash ^ (hash >>> 12);
};

const seeds = {
  word: hashText(offset, 'w'),
  pair: hashText(offset, 'p'),
  skip: hashText(offset, 's'),
  characters: hashText(offset, 'c'),
  concept: hashText(offset, 'k'),
  concepts: hashText(offset, 'q'),
  shape: hashText(offset, 'h'),
};

const endings = ['ene', 'ane', 'ende', 'ing', 'te', 'et', 'en', 'er', 'de', 'es', 'ed', 'a', 'e', 's'];

/** The word without its inflection, roughly: enough to bring «plager», «plaga» and «plaget» together. */
export function stem(word: string): string {
  if (word.length < 5) return word;
  for (const ending of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return word.slice(0, -ending.length);
  }
  return word;
}

const featureWeights = {
  word: 0.8,
  pair: 0.35,
  skip: 0.15,
  characters: 1.2,
  concept: 1.2,
  concepts: 0.4,
  shape: 0.5,
};

/** Words above which every word counts less, and character features below which they count no more. */
const mostFullWords = 12;
const fewestCharacters = 24;
/** Different concepts whose pairs are looked at. */
const mostPaired = 24;
const space = 32;

interface Draft {
  readonly hashes: number[];
  readonly from: number[];
}

/**
 * Features of the words in `[start, end)` and the concepts found there.
 * Source of the mixture: word 1–2-grams and character 3–4-grams, plus concepts and pairs of concepts.
 */
export function extractFeatures(
  words: readonly string[],
  hits: readonly ConceptHit[],
  start: number,
  end: number,
): Features {
  const draft: Draft = { hashes: [], from: [] };
  const ends: number[] = [];
  const values: number[] = [];
  const close = (value: number): void => {
    ends.push(draft.hashes.length);
    values.push(value);
  };
  const length = end - start;
  const scale = length > mostFullWords ? Math.sqrt(mostFullWords / length) : 1;

  for (let index = start; index < end; index += 1) add(draft, hashText(seeds.word, stem(words[index] ?? '')), index);
  close(featureWeights.word * scale);
  addPairs(draft, 1, 31, seeds.pair, length);
  close(featureWeights.pair * scale);
  addPairs(draft, 2, 37, seeds.skip, length);
  close(featureWeights.skip * scale);
  const before = draft.hashes.length;
  addCharacters(draft, words, start, end);
  close(featureWeights.characters / Math.sqrt(Math.max(draft.hashes.length - before, fewestCharacters)));
  const concepts = addConcepts(draft, hits, start, end);
  close(featureWeights.concept);
  addConceptPairs(draft, concepts);
  close(featureWeights.concepts);
  add(draft, shapeHash(length), -1);
  close(featureWeights.shape);
  return { ...draft, ends, values };
}

function add({ hashes, from }: Draft, hash: number, token: number): void {
  hashes.push(hash);
  from.push(token);
}

/** Two words of the first `length`, `apart` from each other: their own features stand first in the draft. */
function addPairs(draft: Draft, apart: number, factor: number, seed: number, length: number): void {
  for (let index = 0; index + apart < length; index += 1) {
    const one = draft.hashes[index] ?? 0;
    const other = draft.hashes[index + apart] ?? 0;
    add(draft, mix(Math.imul(one, factor) ^ Math.imul(other + seed, prime)), draft.from[index] ?? -1);
  }
}

/** Every three and four characters in a row, the spaces around words among them. */
function addCharacters({ hashes, from }: Draft, words: readonly string[], start: number, end: number): void {
  // Unfinished hashes of the last one, two and three characters, and the tokens of the last three.
  let one = Math.imul(seeds.characters ^ space, prime);
  let two = 0;
  let three = 0;
  let last = start;
  let beforeLast = start;
  let read = 1;
  for (let index = start; index < end; index += 1) {
    const word = words[index] ?? '';
    for (let letter = 0; letter <= word.length; letter += 1) {
      const code = letter === word.length ? space : word.charCodeAt(letter);
      const four = Math.imul(three ^ code, prime);
      three = Math.imul(two ^ code, prime);
      two = Math.imul(one ^ code, prime);
      one = Math.imul(seeds.characters ^ code, prime);
      read += 1;
      if (read > 2) {
        hashes.push(mix(three + 3));
        from.push(last);
      }
      if (read > 3) {
        hashes.push(mix(four + 4));
        from.push(beforeLast);
      }
      beforeLast = last;
      last = index;
    }
  }
}

/** The concepts that begin in `[start, end)`, each once, denied ones apart. Returns their places in the draft. */
function addConcepts(
  draft: Draft,
  hits: readonly ConceptHit[],
  start: number,
  end: number,
): { readonly ids: readonly number[]; readonly places: readonly number[] } {
  const ids: number[] = [];
  const places: number[] = [];
  for (const hit of hits) {
    if (hit.start < start || hit.start >= end) continue;
    const id = hit.concept * 2 + (hit.negated ? 1 : 0);
    if (ids.includes(id)) continue;
    ids.push(id);
    places.push(hit.start);
    add(draft, mix(seeds.concept + Math.imul(id + 1, 0x9e3779b1)), hit.start);
  }
  return { ids, places };
}

function addConceptPairs(
  draft: Draft,
  { ids, places }: { readonly ids: readonly number[]; readonly places: readonly number[] },
): void {
  const most = Math.min(ids.length, mostPaired);
  for (let one = 0; one < most; one += 1) {
    for (let two = one + 1; two < most; two += 1) {
      const low = Math.min(ids[one] ?? 0, ids[two] ?? 0);
      const high = Math.max(ids[one] ?? 0, ids[two] ?? 0);
      add(draft, mix(seeds.concepts + Math.imul(low * 1024 + high + 1, 0x85ebca6b)), places[one] ?? -1);
    }
  }
}

const shapes = (['short', 'middle', 'long', 'longer'] as const).map((name) => hashText(seeds.shape, name));
const shapeHash = (length: number): number => shapes[length <= 2 ? 0 : length <= 5 ? 1 : length <= 12 ? 2 : 3] ?? 0;
