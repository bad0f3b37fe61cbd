import { foldCodePoint, isCombining, isInvisible, latinLookAlike } from './fold-table.ts';
import { collapseSpacedText } from './spaced-text.ts';

/**
 * One way of reading a message, shared by every detector: invisible characters gone, look-alike letters and digits
 * folded. Each character of `text` knows which UTF-16 range of the original it came from.
 */
export interface View {
  readonly text: string;
  /** Same length as `text`. */
  readonly lower: string;
  /** View ranges somebody spelled letter by letter. */
  readonly spelled: readonly { readonly start: number; readonly end: number }[];
  /** Offset in the original where the character at `index` starts. */
  startOf(index: number): number;
  /** Offset in the original where the character at `index` ends. */
  endOf(index: number): number;
}

/** Characters under construction, with the original range of each. */
export interface Folding {
  characters: string[];
  starts: number[];
  ends: number[];
  spelled: { start: number; end: number }[];
}

// Text of these characters only, with no letter standing alone beside another and no markup, reads as it is written.
const plain = /^[\n\r\t\u0020-\u007e\u00a0\u00a2-\u00ac\u00ae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026]*$/;
const needsLook = /\*\*|\|\||~~|`|(?<![A-Za-z\dÀ-ſ])[A-Za-zÀ-ſ][^A-Za-z\dÀ-ſ\n]{1,3}[A-Za-zÀ-ſ\d](?![A-Za-z\dÀ-ſ])/;

/** Folds `original`. Never throws; lone surrogates stay as they are. */
export function viewOf(original: string): View {
  if (plain.test(original) && !needsLook.test(original)) return plainView(original);

  const folding: Folding = { characters: [], starts: [], ends: [], spelled: [] };
  fold(original, folding);
  foldLookAlikes(folding);
  dropMarkupInsideWords(folding);
  return foldedView(collapseSpacedText(folding));
}

function plainView(text: string): View {
  return { text, lower: lowerKeepingLength(text), spelled: [], startOf: (index) => index, endOf: (index) => index + 1 };
}

function foldedView({ characters, starts, ends, spelled }: Folding): View {
  const text = characters.join('');
  return {
    text,
    lower: lowerKeepingLength(text),
    spelled,
    startOf: (index) => starts[index] ?? 0,
    endOf: (index) => ends[index] ?? 0,
  };
}

function lowerKeepingLength(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let kept = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    const small = unit.toLowerCase();
    kept += small.length === 1 ? small : unit;
  }
  return kept;
}

function fold(original: string, folding: Folding): void {
  for (let at = 0; at < original.length;) {
    const code = original.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    if (isCombining(code)) addMark(folding, original.slice(at, at + width), at + width);
    else if (!isInvisible(code) && !(code === 0x20 && standsBetweenLetterSigns(original, at)))
      at = addCharacter(original, folding, { at, code, width });
    at += width;
  }
}

function addCharacter(
  original: string,
  { characters, starts, ends }: Folding,
  { at, code, width }: { readonly at: number; readonly code: number; readonly width: number },
): number {
  const add = (text: string, end: number): void => {
    for (let index = 0; index < text.length; index++) {
      characters.push(text.charAt(index));
      starts.push(at);
      ends.push(end);
    }
  };
  const flagEnd = flagPairEnd(original, at);
  if (flagEnd > 0) {
    add('\uFFFC', flagEnd);
    return flagEnd - width;
  }
  const character = atSign(original, at) ? '@' : original.slice(at, at + width);
  add(code < 0x80 ? character : foldCodePoint(code, character), at + width);
  return at;
}

// «🇴 🇱 🇦»: signs that each are one letter, set apart by single spaces.
function standsBetweenLetterSigns(original: string, space: number): boolean {
  return isLetterSign(original.codePointAt(space + 1) ?? 0) && isLetterSign(original.codePointAt(space - 2) ?? 0);
}

function isLetterSign(code: number): boolean {
  return (code >= 0x1f1e6 && code <= 0x1f1ff) || (code >= 0x1f130 && code <= 0x1f189);
}

// «ⓐ» on its own inside a word stands for @; among other circled letters it is a letter.
function atSign(original: string, at: number): boolean {
  const circled = (index: number): boolean => /[\u24b6-\u24e9]/.test(original.charAt(index));
  return (
    original.charAt(at) === 'ⓐ' &&
    at > 0 &&
    !circled(at - 1) &&
    !circled(at + 1) &&
    original.charAt(at + 1).trim() !== ''
  );
}

// Two regional letters on their own are a country's flag; longer rows spell something.
function flagPairEnd(original: string, at: number): number {
  const regional = (index: number): boolean => {
    const code = original.codePointAt(index) ?? 0;
    return code >= 0x1f1e6 && code <= 0x1f1ff;
  };
  const alone = regional(at) && regional(at + 2) && !regional(at + 4) && !(at >= 2 && regional(at - 2));
  return alone ? at + 4 : 0;
}

function addMark({ characters, ends }: Folding, mark: string, end: number): void {
  const last = characters.length - 1;
  const base = characters[last];
  if (base === undefined) return;
  ends[last] = end;
  const composed = (base + mark).normalize('NFC');
  if (composed.length === 1) characters[last] = composed;
}

const letter = /^\p{L}$/u;
const latin = /^\p{Script=Latin}$/u;

function foldLookAlikes({ characters }: Folding): void {
  for (let start = 0; start < characters.length;) {
    let end = start;
    let hasLatin = false;
    let hasOther = false;
    while (end < characters.length && letter.test(characters[end] ?? '')) {
      const character = characters[end] ?? '';
      if (latinLookAlike(character) !== undefined) hasOther = true;
      else if (latin.test(character)) hasLatin = true;
      end++;
    }
    if (hasLatin && hasOther) {
      for (let index = start; index < end; index++) {
        const character = characters[index] ?? '';
        characters[index] = latinLookAlike(character) ?? character;
      }
    }
    start = end + 1;
  }
}

function dropMarkupInsideWords(folding: Folding): void {
  const { characters, starts, ends } = folding;
  const at = (index: number): string => characters[index] ?? '';
  const keep: Folding = { characters: [], starts: [], ends: [], spelled: [] };
  for (let index = 0; index < characters.length;) {
    const mark = at(index);
    const length = mark === '`' ? 1 : at(index + 1) === mark && '*|~'.includes(mark) && mark !== '' ? 2 : 0;
    if (length > 0 && letter.test(keep.characters.at(-1) ?? '') && letter.test(at(index + length))) {
      index += length;
      continue;
    }
    keep.characters.push(mark);
    keep.starts.push(starts[index] ?? 0);
    keep.ends.push(ends[index] ?? 0);
    index++;
  }
  folding.characters = keep.characters;
  folding.starts = keep.starts;
  folding.ends = keep.ends;
}
