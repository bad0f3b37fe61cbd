/** Cyrillic and Greek letters that look like Latin ones. Used only in words that mix scripts or stand among Latin words. */
const lookalikes = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    е: 'e',
    о: 'o',
    р: 'p',
    с: 'c',
    у: 'y',
    х: 'x',
    і: 'i',
    ї: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    т: 't',
    ѕ: 's',
    ԁ: 'd',
    ɡ: 'g',
    г: 'r',
    п: 'n',
    и: 'u',
    л: 'l',
    д: 'd',
    α: 'a',
    β: 'b',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    η: 'n',
    ω: 'w',
    σ: 'o',
  }),
);

/** Digits and signs that stand for a letter inside a word. */
const leetLetters = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '8': 'b',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'l',
    '+': 't',
  }),
);

const letter = /^[\p{L}]$/u;
const keptNordic = new Set(['å', 'æ', 'ø']);
const namedFolds = new Map(
  Object.entries({ ä: 'æ', ö: 'ø', đ: 'd', ð: 'd', ŋ: 'n', ŧ: 't', ł: 'l', ı: 'i', ß: 'ss', œ: 'ø', þ: 't' }),
);

/**
 * One character as triage compares it: lower case, compatibility forms resolved, accents dropped except in æ, ø and å.
 * Returns the empty string for marks that carry no letter.
 */
export function foldCharacter(character: string): string {
  let folded = '';
  for (const part of character.normalize('NFKC').toLowerCase()) {
    if (keptNordic.has(part)) folded += part;
    else folded += namedFolds.get(part) ?? part.normalize('NFD').replace(/\p{M}/gu, '');
  }
  return namedFolds.get(folded) ?? folded;
}

/** Folding of every character below U+0250, worked out once. `null` marks one that is no letter and no digit. */
const table: readonly (string | null)[] = Array.from({ length: 0x250 }, (_, code) => {
  const folded = foldCharacter(String.fromCharCode(code));
  return Array.from(folded).every((part) => letter.test(part) || (part >= '0' && part <= '9')) && folded !== ''
    ? folded
    : null;
});

const isInvisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0x2060 && code <= 0x2064) ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  code === 0xfeff ||
  code === 0x34f ||
  code === 0x180e;

export type FoldedCharacter =
  { readonly kind: 'word'; readonly text: string } | { readonly kind: 'invisible' | 'other' };
const invisible: FoldedCharacter = { kind: 'invisible' };
const other: FoldedCharacter = { kind: 'other' };
const lowTable: readonly FoldedCharacter[] = table.map((folded, code) =>
  folded === null ? (isInvisible(code) ? invisible : other) : { kind: 'word', text: folded },
);

/** What one code point is to triage: part of a word, nothing at all, or something else. */
export function readCharacter(codePoint: number): FoldedCharacter {
  const low = lowTable[codePoint];
  if (low !== undefined) return low;
  if (isInvisible(codePoint)) return invisible;
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  if (folded === '') return invisible;
  return Array.from(folded).every((part) => letter.test(part) || (part >= '0' && part <= '9'))
    ? { kind: 'word', text: folded }
    : other;
}

export const isLatin = (word: string): boolean => /\p{Script=Latin}/u.test(word);
export const hasForeignLetters = (word: string): boolean => /[^\p{Script=Latin}\p{N}\p{P}\p{S}]/u.test(word);

/** The word with look-alike letters replaced by the Latin ones they imitate. */
export const withoutLookalikes = (word: string): string =>
  Array.from(word)
    .map((character) => lookalikes.get(character) ?? character)
    .join('');

/** The word with digits and signs read as letters; `one` says how the digit 1 is read. */
export const withoutLeet = (word: string, one: 'i' | 'l'): string =>
  Array.from(word)
    .map((sign) => (sign === '1' ? one : (leetLetters.get(sign) ?? sign)))
    .join('');
