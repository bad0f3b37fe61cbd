import type { View } from './view.ts';

export type TokenKind = 'word' | 'digits' | 'mark';
/** How the letters of a word stand: `ida`, `Ida`, `IDA`, `iDa`. */
export type Casing = 'lower' | 'title' | 'upper' | 'mixed';

/** A word, a row of digits, or one other character, at view offsets. Spaces are not tokens. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly casing: Casing;
  /** First word of a sentence, line or quotation, where a capital says nothing. */
  readonly opensSentence: boolean;
  /** Index of the line the token stands on, from 0. */
  readonly line: number;
}

const other = 0;
const letterUnit = 1;
const digitUnit = 2;
const spaceUnit = 3;
const breakUnit = 4;

const letterPattern = /[\p{L}\p{M}]/u;
const table = new Uint8Array(0x3000);
for (let code = 0; code < table.length; code++) {
  const unit = String.fromCharCode(code);
  if (code >= 48 && code <= 57) table[code] = digitUnit;
  else if (unit === '\n' || unit === '\r' || unit === '\u2028') table[code] = breakUnit;
  else if (unit.trim() === '') table[code] = spaceUnit;
  else if (letterPattern.test(unit)) table[code] = letterUnit;
}

function unitAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < table.length) return table[code] ?? other;
  // Surrogate halves hold letters of rare scripts and symbols; neither is split by treating them as one mark each.
  return letterPattern.test(text.charAt(index)) ? letterUnit : other;
}

/** Splits a view. Linear in its length. */
export function tokensOf({ text, lower }: View, isSmallWord: (lower: string) => boolean): readonly Token[] {
  const tokens: Token[] = [];
  let opens = true;
  let line = 0;
  for (let at = 0; at < text.length;) {
    const unit = unitAt(text, at);
    if (unit === spaceUnit || unit === breakUnit) {
      if (unit === breakUnit) {
        opens = true;
        line++;
      }
      at++;
      continue;
    }
    const dollarWord = text.charAt(at) === '$' && unitAt(text, at + 1) === letterUnit;
    const wholeEnd =
      unit === letterUnit || dollarWord ? wordEnd(text, at + 1) : unit === digitUnit ? digitsEnd(text, at + 1) : at + 1;
    const kind = unit === letterUnit || dollarWord ? 'word' : unit === digitUnit ? 'digits' : 'mark';
    const end = kind === 'word' ? beforeGluedDigits(lower, at, wholeEnd, isSmallWord) : wholeEnd;
    const piece = text.slice(at, end);
    const plainLower = dollarWord ? `s${lower.slice(at + 1, end)}` : lower.slice(at, end);
    const small = kind === 'word' ? plainLower.replaceAll('@', 'a') : plainLower;
    tokens.push({
      kind,
      start: at,
      end,
      text: piece,
      lower: small,
      casing: casingOf(piece, small),
      opensSentence: opens,
      line,
    });
    opens = kind === 'mark' ? opens || '.!?:"«“>\uFFFC•'.includes(piece) : false;
    at = end;
  }
  return tokens;
}

// «på93345938»: a small word and a number written together are two tokens; «isak2011» is one.
function beforeGluedDigits(lower: string, start: number, end: number, isSmallWord: (lower: string) => boolean): number {
  if (unitAt(lower, end - 1) !== digitUnit) return end;
  const glued = /^(\p{L}{2,12})\d{3,}$/u.exec(lower.slice(start, Math.min(end, start + 40)));
  return glued?.[1] !== undefined && isSmallWord(glued[1]) ? start + glued[1].length : end;
}

function digitsEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && unitAt(text, end) === digitUnit) end++;
  return end;
}

function wordEnd(text: string, from: number): number {
  let end = from;
  for (; end < text.length; end++) {
    const unit = unitAt(text, end);
    if (unit === letterUnit || unit === digitUnit) continue;
    if (text.charAt(end) === '@' && isLetterA(text, from - 1, end)) continue;
    if (text.charAt(end) === '$' && end - from >= 2 && unitAt(text, end + 1) !== digitUnit) continue;
    const joins = "'’-$".includes(text.charAt(end)) && unitAt(text, end + 1) === letterUnit;
    if (!joins) break;
  }
  return end;
}

const shortAfterA = /^@\p{L}[\p{L}\d]{0,5}(?![\p{L}\p{N}._@-]| ?\.)/u;
const longAfterA = /^@\p{Ll}{1,14}(?![\p{L}\p{N}._@-]| ?\.)/u;

// «K@ri», «S@ndnesveien»: short, and too little after it for an address.
function isLetterA(text: string, start: number, at: number): boolean {
  if (at - start > 4) return false;
  const pattern = /^\p{Lu}/u.test(text.charAt(start)) ? longAfterA : shortAfterA;
  return pattern.test(text.slice(at, at + 20));
}

function casingOf(text: string, lower: string): Casing {
  if (text === lower) return 'lower';
  const rest = text.slice(1);
  if (text.charAt(0) !== lower.charAt(0)) {
    if (rest === lower.slice(1)) return 'title';
    if (text === text.toUpperCase()) return 'upper';
    // Hyphenated and prefixed names: «Per-Inge», «McKay», «D'Angelo».
    if (/^\p{Lu}[\p{Ll}'’]{0,2}(?:\p{Lu}\p{Ll}+|[\p{Ll}]*[-'’]\p{Lu}?\p{Ll}*)$/u.test(text)) return 'title';
  }
  return text === text.toUpperCase() ? 'upper' : 'mixed';
}
