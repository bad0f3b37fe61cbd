import { withoutLeet } from './characters.ts';
import { standardSpelling } from './spelling.ts';
import { emptyTokens, type Tokens } from './tokens.ts';
import { vowellessWords } from './vowelless-words.ts';

/** What repairing needs to know about words. Built once by `gatherWordKnowledge`. */
export interface WordKnowledge {
  /** Every word that needs no repair, other spellings of it among them. */
  readonly known: ReadonlySet<string>;
  /** True for a word that starts with one of the lexicon's word beginnings. */
  readonly hasKnownBeginning: (word: string) => boolean;
  /** Words a masked, vowelless or slipped spelling may be repaired to, and word beginnings counted as words. */
  readonly sensitive: readonly string[];
  readonly sensitiveSet: ReadonlySet<string>;
  readonly bySkeleton: ReadonlyMap<string, string>;
  readonly bySlip: ReadonlyMap<string, string>;
  /** How the words in `sensitive` and `bySlip` begin: most words are no slip of any of them by that alone. */
  readonly slipBeginnings: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

const vowels = /[aeiouyæøå]/gu;
const shortestSlip = 6;
/** From this length one letter may be another; shorter words may only have two letters swapped, one missing or one too many. */
const longSlip = 8;
const mostSuggestions = 12;
const longestRepairable = 80;
const skippedLetterCost = 3;
const longestPiece = 16;
/** Letters that say how a word begins. */
const beginning = 4;

export const skeleton = (word: string): string => word.replace(vowels, '');

const withoutLetter = (word: string, index: number): string => word.slice(0, index) + word.slice(index + 1);

/** Prepares the look-ups. `sensitive` are the words worth guessing at; `known` every word that needs no repair. */
export function gatherWordKnowledge(
  sensitive: readonly string[],
  known: ReadonlySet<string>,
  hasKnownBeginning: (word: string) => boolean,
): WordKnowledge {
  const bySlip = new Map<string, string>();
  const bySkeleton = new Map<string, string>();
  const byLength = new Map<number, string[]>();
  for (const word of sensitive) {
    const list = byLength.get(word.length) ?? [];
    list.push(word);
    byLength.set(word.length, list);
    if (word.length >= shortestSlip)
      for (let index = 0; index < word.length; index += 1) {
        const shorter = withoutLetter(word, index);
        if (!bySlip.has(shorter)) bySlip.set(shorter, word);
      }
    const bones = skeleton(word);
    if (bones.length >= 4 && !bySkeleton.has(bones)) bySkeleton.set(bones, word);
  }
  const slipBeginnings = new Set([...sensitive, ...bySlip.keys()].map((word) => word.slice(0, beginning)));
  return {
    known,
    hasKnownBeginning,
    sensitive,
    sensitiveSet: new Set(sensitive),
    bySkeleton,
    bySlip,
    slipBeginnings,
    byLength,
  };
}

export const isKnown = (word: string, knowledge: WordKnowledge): boolean =>
  knowledge.known.has(word) || knowledge.hasKnownBeginning(word);

const fits = (word: string, mask: string): boolean => {
  for (let index = 0; index < mask.length; index += 1)
    if (mask[index] !== '*' && mask[index] !== word[index]) return false;
  return true;
};

/** The first known word that fits, where `*` stands for one letter. */
function unmask(mask: string, knowledge: WordKnowledge): string | undefined {
  const same = knowledge.byLength.get(mask.length)?.find((word) => fits(word, mask));
  return (
    same ??
    knowledge.sensitive.find(
      (word) => word.length < mask.length && word.length >= 5 && fits(word, mask.slice(0, word.length)),
    )
  );
}

function unleet(word: string, knowledge: WordKnowledge): string | undefined {
  if (word.includes('*')) {
    const masked = unmask(withoutLeet(word, 'i'), knowledge);
    if (masked !== undefined) return masked;
    return undefined;
  }
  const readings = [withoutLeet(word.replace(/4$/, 'å'), 'i'), withoutLeet(word, 'i'), withoutLeet(word, 'l')];
  readings.push(withoutLeet(word.replaceAll('4', 'å'), 'i'));
  const found = readings.find((reading) => isKnown(reading, knowledge));
  return found ?? readings[0];
}

const sameLetters = (one: string, two: string): boolean =>
  Array.from(one).sort().join('') === Array.from(two).sort().join('');

/** The likeliest intended word for one that is not known, or nothing. */
function guess(word: string, knowledge: WordKnowledge): string | undefined {
  const spoken = vowellessWords.get(word);
  if (spoken !== undefined) return spoken;
  if (word.length >= 4) {
    const found = knowledge.bySkeleton.get(word);
    if (found !== undefined) return found;
  }
  const single = word.replace(/(\p{L})\1$/u, '$1');
  if (single !== word && knowledge.known.has(single)) return single;
  if (word.length < shortestSlip - 1) return undefined;
  const longer = knowledge.bySlip.get(word);
  if (longer !== undefined) return longer;
  const mayBegin = knowledge.slipBeginnings.has(word.slice(0, beginning));
  for (let index = 0; index < (mayBegin ? word.length : beginning); index += 1) {
    const shorter = withoutLetter(word, index);
    if (shorter.length >= shortestSlip && knowledge.sensitiveSet.has(shorter)) return shorter;
    const swapped = knowledge.bySlip.get(shorter);
    if (
      swapped !== undefined &&
      swapped.length === word.length &&
      (word.length >= longSlip || sameLetters(swapped, word))
    ) {
      return swapped;
    }
  }
  return undefined;
}

/** Words that sentences are made of and compounds are not: without one, a long word is just a long word. */
const sentenceWords = new Set(
  'jeg meg du deg han hun hen de dem vi oss dere er var har hadde vil skal ikke aldri kan orker nå i med til the you they was have want not'.split(
    ' ',
  ),
);

/** A sentence written as one word, cut into known words. Nothing when it is an ordinary long word. */
function sentenceIn(word: string, knowledge: WordKnowledge): readonly string[] | undefined {
  const words = segment(word, knowledge);
  return words?.some((piece) => sentenceWords.has(standardSpelling(piece) ?? piece)) ? words : undefined;
}

/** Cuts a long unbroken word into known words, fewest first; one letter too many is skipped. Nothing when that fails. */
export function segment(word: string, knowledge: WordKnowledge): readonly string[] | undefined {
  if (word.length < 4 || word.length > longestRepairable) return undefined;
  const dearest = word.length / 2;
  const words: (readonly string[] | undefined)[] = [[]];
  const costs: number[] = [0];
  for (let end = 1; end <= word.length; end += 1) {
    words[end] = words[end - 1];
    costs[end] = (costs[end - 1] ?? 0) + skippedLetterCost;
    for (let start = Math.max(0, end - longestPiece); start < end; start += 1) {
      const cost = (costs[start] ?? 0) + (end - start < 3 ? 2 : 1);
      if (cost > dearest || cost >= (costs[end] ?? 0)) continue;
      const piece = word.slice(start, end);
      if (piece !== 'i' && (piece.length === 1 || !knowledge.known.has(piece))) continue;
      words[end] = [...(words[start] ?? []), piece];
      costs[end] = cost;
    }
  }
  const whole = words[word.length];
  return whole !== undefined && whole.length > 1 && (costs[word.length] ?? 0) <= dearest ? whole : undefined;
}

const hasLeet = (word: string): boolean =>
  /\p{L}/u.test(word) && /[\d*@$!|]/.test(word) && !/^\d+(?:[a-zåæø]{1,3}|\.)$/u.test(word);

/** «4lt»: a number with a unit as a rule, a disguised word where others are. */
const mayBeLeet = (word: string, knowledge: WordKnowledge): boolean =>
  /^\d\p{L}{2,3}$/u.test(word) && isKnown(withoutLeet(word, 'i'), knowledge);

interface Draft extends Tokens {
  readonly disguised: number[];
  changed: boolean;
}

/** A repaired message, and which of its tokens had been disguised with signs, digits or gaps rather than just misspelt. */
export interface Repaired extends Tokens {
  readonly disguised: readonly number[];
}

function append(draft: Draft, tokens: Tokens, from: number, to: number, words: readonly string[]): void {
  words.forEach((word, index) => {
    draft.words.push(word);
    draft.starts.push(tokens.starts[from] ?? 0);
    draft.ends.push(tokens.ends[to] ?? 0);
    draft.pauses.push(index === 0 ? (tokens.pauses[from] ?? 0) : 0);
    draft.wideGaps.push(index === 0 && (tokens.wideGaps[from] ?? false));
  });
}

/**
 * Joins letters written one by one. The rarer kind of gap stands between words: «s k a l  d ø» and «s.k.a.l d.ø» are two
 * words each.
 */
function joinLetters(
  tokens: Tokens,
  from: number,
  knowledge: WordKnowledge,
): { readonly end: number; readonly words: readonly string[] } | undefined {
  let end = from;
  while (end < tokens.words.length && (tokens.words[end] ?? '').length === 1) end += 1;
  if (end - from < 3) return undefined;
  const wide = tokens.wideGaps.slice(from + 1, end);
  const mostlyWide = wide.filter(Boolean).length > wide.length / 2;
  const words: string[] = [];
  let word = '';
  for (let index = from; index < end; index += 1) {
    if (word !== '' && tokens.wideGaps[index] !== mostlyWide) {
      words.push(word);
      word = '';
    }
    word += tokens.words[index] ?? '';
  }
  words.push(word);
  return {
    end,
    words: words.flatMap((joined) =>
      isKnown(joined, knowledge) ? [joined] : (segment(joined, knowledge) ?? [guess(joined, knowledge) ?? joined]),
    ),
  };
}

/** The message with obfuscated and misspelt words repaired, or nothing when there is nothing to repair. */
export function repair(tokens: Tokens, knowledge: WordKnowledge): Repaired | undefined {
  const draft: Draft = { ...emptyTokens(), disguised: [], changed: false };
  let suggestions = 0;
  for (let index = 0; index < tokens.words.length; index += 1) {
    const word = tokens.words[index] ?? '';
    if (word.length === 1) {
      const joined = joinLetters(tokens, index, knowledge);
      if (joined !== undefined) {
        joined.words.forEach((_, position) => draft.disguised.push(draft.words.length + position));
        append(draft, tokens, index, joined.end - 1, joined.words);
        draft.changed = true;
        index = joined.end - 1;
        continue;
      }
    }
    let words: readonly string[] | undefined;
    if (suggestions < mostSuggestions * 4 && word.length <= longestRepairable && !isKnown(word, knowledge)) {
      suggestions += 1;
      if (hasLeet(word) || (draft.disguised.length > 0 && mayBeLeet(word, knowledge))) {
        const plain = unleet(word, knowledge);
        if (plain !== undefined) draft.disguised.push(draft.words.length);
        if (plain !== undefined) words = [isKnown(plain, knowledge) ? plain : (guess(plain, knowledge) ?? plain)];
      } else {
        const guessed = guess(word, knowledge);
        words =
          guessed === undefined ? (word.length >= 9 ? sentenceIn(word, knowledge) : undefined) : guessed.split(' ');
      }
    }
    if (words === undefined) append(draft, tokens, index, index, [word]);
    else {
      append(draft, tokens, index, index, words);
      draft.changed = true;
    }
  }
  return draft.changed ? draft : undefined;
}

/** Share of the words that are known, 0–1. Numbers count as known. */
export function knownShare(tokens: Tokens, knowledge: WordKnowledge): number {
  if (tokens.words.length === 0) return 1;
  let known = 0;
  for (const word of tokens.words) if (/^\d+$/.test(word) || isKnown(word, knowledge)) known += 1;
  return known / tokens.words.length;
}

/** The message read from its last letter to its first. Places point at the whole original. */
export function reversed(tokens: Tokens): Tokens {
  const last = tokens.ends.at(-1) ?? 0;
  return {
    words: tokens.words.map((word) => Array.from(word).reverse().join('')).reverse(),
    starts: tokens.words.map(() => tokens.starts[0] ?? 0),
    ends: tokens.words.map(() => last),
    pauses: tokens.words.map(() => 0),
    wideGaps: tokens.words.map(() => false),
  };
}
