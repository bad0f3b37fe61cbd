import { hasForeignLetters, isLatin, readCharacter, withoutLookalikes } from './characters.ts';
import { emojiWords } from './emoji-words.ts';

/** Pause between a token and the one before it. */
export const pause = { none: 0, clause: 1, sentence: 2 } as const;

/** A message cut into folded words, each with its place in the original (UTF-16 code units, end exclusive). */
export interface Tokens {
  readonly words: string[];
  readonly starts: number[];
  readonly ends: number[];
  /** `pause` before each token. */
  readonly pauses: number[];
  /** True where two or more spaces, a dot or a dash came before the token. */
  readonly wideGaps: boolean[];
}

export const emptyTokens = (): Tokens => ({ words: [], starts: [], ends: [], pauses: [], wideGaps: [] });

const inWordSigns = new Set(['*', '@', '$', '!', '|', '·', '•']);
const apostrophes = new Set(["'", '’', '´', '`', '‘']);
const sentenceSigns = new Set(['.', '!', '?', '\n', '…', ';']);
const clauseSigns = new Set([',', ':', '–', '—', '(', ')', '«', '»', '"', '“', '”', '/']);

/** What a redacted place is read as, so that redaction in front does not lower recall. */
const placeholders: readonly (readonly [string, string])[] = [
  ['navn', 'navnx'],
  ['namn', 'navnx'],
  ['name', 'navnx'],
  ['adr', 'stedx'],
  ['sted', 'stedx'],
  ['stad', 'stedx'],
  ['skole', 'skolen'],
  ['skule', 'skolen'],
  ['school', 'skolen'],
];
const longestPlaceholder = 28;
/** Signs in a row that may hide letters of one word. */
const longestMask = 6;
const space = 0x20;

function placeholderAt(text: string, at: number): { readonly word: string; readonly end: number } | null {
  const ahead = text.slice(at + 1, at + longestPlaceholder);
  const length = ahead.indexOf(']');
  if (length < 1) return null;
  const inside = ahead.slice(0, length).toLowerCase();
  if (!/^[\p{L}\d -]+$/u.test(inside)) return null;
  const known = placeholders.find(([start]) => inside.startsWith(start));
  return { word: known?.[1] ?? 'skjultx', end: at + length + 2 };
}

const isWordAt = (text: string, at: number): boolean =>
  at >= 0 && at < text.length && readCharacter(text.codePointAt(at) ?? 0).kind === 'word';

/** True when a sign such as `*` or `!` stands between letters and is therefore part of the word. */
function signBelongsToWord(text: string, at: number, inWord: boolean): boolean {
  if (!inWord) return false;
  let next = at + 1;
  while (next <= at + longestMask && inWordSigns.has(text[next] ?? '')) next += 1;
  return isWordAt(text, next);
}

/** «Jeg. Skal. Dø.»: a sentence of one word runs on into the next. */
function joinShoutedWords({ pauses }: Tokens): void {
  for (let index = pauses.length - 1; index > 0; index -= 1) {
    if (pauses[index] === pause.sentence && pauses[index - 1] === pause.sentence) pauses[index] = pause.clause;
  }
}

/** Cuts a message into folded words. Linear in the length of the text; never throws. */
export function tokenise(text: string): Tokens {
  const tokens = emptyTokens();
  let word = '';
  let start = 0;
  let gap: number = pause.sentence;
  let spaces = 0;
  let wide = false;
  let sawLatin = false;
  let sawForeign = false;

  const push = (value: string, from: number, to: number): void => {
    tokens.words.push(value);
    tokens.starts.push(from);
    tokens.ends.push(to);
    tokens.pauses.push(gap);
    tokens.wideGaps.push(wide || spaces > 1);
    gap = pause.none;
    spaces = 0;
    wide = false;
  };
  const finish = (to: number): void => {
    if (word === '') return;
    push(word, start, to);
    word = '';
  };

  for (let at = 0; at < text.length;) {
    const codePoint = text.codePointAt(at) ?? 0;
    const width = codePoint > 0xffff ? 2 : 1;
    const folded = readCharacter(codePoint);
    if (folded.kind === 'word') {
      if (word === '') start = at;
      word += folded.text;
      if (codePoint > 0x24f) {
        if (isLatin(folded.text)) sawLatin = true;
        else if (hasForeignLetters(folded.text)) sawForeign = true;
      } else if (codePoint > 0x40) sawLatin = true;
    } else if (folded.kind === 'other') {
      if (codePoint === space) {
        finish(at);
        spaces += 1;
        at += 1;
        continue;
      }
      const sign = width === 1 ? (text[at] ?? '') : '';
      if (apostrophes.has(sign) && word !== '' && isWordAt(text, at + 1)) {
        at += width;
        continue;
      }
      if (inWordSigns.has(sign) && signBelongsToWord(text, at, word !== '')) {
        word += sign === '·' || sign === '•' ? '*' : sign;
        at += width;
        continue;
      }
      finish(at);
      if (sign === '[') {
        const placeholder = placeholderAt(text, at);
        if (placeholder !== null) {
          push(placeholder.word, at, placeholder.end);
          at = placeholder.end;
          continue;
        }
      }
      const emoji = codePoint > 0x2000 ? emojiWords.get(codePoint) : undefined;
      if (emoji !== undefined) push(emoji, at, at + width);
      else if (sentenceSigns.has(sign)) {
        gap = pause.sentence;
        wide = true;
      } else if (clauseSigns.has(sign)) gap = Math.max(gap, pause.clause);
    }
    at += width;
  }
  finish(text.length);

  joinShoutedWords(tokens);
  if (sawForeign && sawLatin) {
    for (let index = 0; index < tokens.words.length; index += 1) {
      const value = tokens.words[index] ?? '';
      if (hasForeignLetters(value)) tokens.words[index] = withoutLookalikes(value);
    }
  }
  return tokens;
}
