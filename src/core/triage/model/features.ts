import type { ConceptHit } from '../lexicon/find-concepts.ts';

/** Hashed features of one stretch of a message: 32-bit hashes, and how much each kind counts. */
export interface Features {
  readonly hashes: number[];
  readonly values: number[];
  /** First and last token each feature came from, for explaining; -1 when it has no place. */
  readonly from: number[];
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
  return (hash ^ (hash >>> 12)) >>> 0;
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

export const featureWeights = {
  word: 0.8,
  pair: 0.35,
  skip: 0.15,
  characters: 1.2,
  concept: 1.2,
  concepts: 0.4,
  shape: 0.5,
};

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
  const features: Features = { hashes: [], values: [], from: [] };
  const add = (hash: number, value: number, from: number): void => {
    features.hashes.push(hash);
    features.values.push(value);
    features.from.push(from);
  };
  const hashed: number[] = [];
  const length = end - start;
  const scale = length > 12 ? Math.sqrt(12 / length) : 1;
  for (let index = start; index < end; index += 1) {
    const root = hashText(seeds.word, stem(words[index] ?? ''));
    hashed.push(root);
    add(root, featureWeights.word * scale, index);
  }
  for (let index = 0; index + 1 < hashed.length; index += 1) {
    const here = hashed[index] ?? 0;
    add(
      mix(Math.imul(here, 31) ^ Math.imul((hashed[index + 1] ?? 0) + seeds.pair, prime)),
      featureWeights.pair * scale,
      start + index,
    );
    if (index + 2 < hashed.length) {
      add(
        mix(Math.imul(here, 37) ^ Math.imul((hashed[index + 2] ?? 0) + seeds.skip, prime)),
        featureWeights.skip * scale,
        start + index,
      );
    }
  }
  addCharacters(features, words, start, end);
  addConcepts(add, hits, start, end);
  add(
    hashText(seeds.shape, length <= 2 ? 'short' : length <= 5 ? 'middle' : length <= 12 ? 'long' : 'longer'),
    featureWeights.shape,
    -1,
  );
  return features;
}

function addCharacters(features: Features, words: readonly string[], start: number, end: number): void {
  let text = ' ';
  const owner: number[] = [start];
  for (let index = start; index < end; index += 1) {
    const word = words[index] ?? '';
    text += `${word} `;
    for (let letter = 0; letter <= word.length; letter += 1) owner.push(index);
  }
  const first = features.hashes.length;
  for (let at = 0; at + 3 <= text.length; at += 1) {
    let hash = seeds.characters;
    for (let size = 1; size <= 4 && at + size <= text.length; size += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at + size - 1), prime);
      if (size < 3) continue;
      features.hashes.push(mix(hash + size));
      features.values.push(0);
      features.from.push(owner[at + 1] ?? -1);
    }
  }
  const count = features.hashes.length - first;
  const value = featureWeights.characters / Math.sqrt(Math.max(count, 24));
  for (let index = first; index < features.values.length; index += 1) features.values[index] = value;
}

function addConcepts(
  add: (hash: number, value: number, from: number) => void,
  hits: readonly ConceptHit[],
  start: number,
  end: number,
): void {
  const seen: number[] = [];
  const places: number[] = [];
  for (const hit of hits) {
    if (hit.start < start || hit.start >= end) continue;
    const id = hit.concept * 2 + (hit.negated ? 1 : 0);
    if (seen.includes(id)) continue;
    seen.push(id);
    places.push(hit.start);
  }
  for (let index = 0; index < seen.length; index += 1) {
    const id = seen[index] ?? 0;
    add(mix(seeds.concept + Math.imul(id + 1, 0x9e3779b1)), featureWeights.concept, places[index] ?? -1);
  }
  const most = Math.min(seen.length, 24);
  for (let one = 0; one < most; one += 1) {
    for (let two = one + 1; two < most; two += 1) {
      const low = Math.min(seen[one] ?? 0, seen[two] ?? 0);
      const high = Math.max(seen[one] ?? 0, seen[two] ?? 0);
      add(
        mix(seeds.concepts + Math.imul(low * 1024 + high + 1, 0x85ebca6b)),
        featureWeights.concepts,
        places[one] ?? -1,
      );
    }
  }
}
