import streets from './data/streets.json' with { type: 'json' };
import type { HouseNumber } from './house-numbers.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const unitWords = words(streets.unitWords);
const postWords = words(streets.postWords);
const postLinks = words('er og sted poststed = : mitt vårt . nr nummer is my min');
const flat = /^[HULK]0\d{3}$/i;
const floorWord = /^(?:etg|etasje|etasjen|etj|floor)$/;
const ordinalFloor = words(
  'første fyrste andre annen tredje fjerde femte sjette sjuende syvende åttende niende tiende øverste nederste',
);
/** Flat, stairs, floor, postcode and one more. */
const mostPieces = 5;

/** True for a flat number after the pattern of Kartverket, like H0101. */
export function isFlatNumber(lower: string): boolean {
  return lower.length === 5 && flat.test(lower);
}

/** End of what hangs on to a house number: flat, stairs, floor, postcode and post town, in any order. */
export function restOfAddress(message: Message, number: HouseNumber): number {
  let { last, end } = number;
  for (let piece = 0; piece < mostPieces; piece++) {
    const next = pieceAt(message, last);
    if (next === undefined) break;
    ({ last, end } = next);
  }
  return end;
}

function pieceAt(message: Message, last: number): HouseNumber | undefined {
  const { tokens } = message;
  const post = postcodeEnd(message, last);
  if (post !== undefined) return post;
  let at = last + 1;
  while (tokens[at]?.kind === 'mark' && ',-/().'.includes(tokens[at]?.text ?? '') && at <= last + 3) at++;
  const token = tokens[at];
  if (token === undefined || token.line !== tokens[last]?.line) return undefined;
  if (isFlatNumber(token.lower)) return { last: at, end: token.end };
  return unitAt(message, at) ?? floorAt(message, at) ?? careOf(message, at);
}

// «c/o Kirkens Bymisjon»
function careOf({ tokens }: Message, at: number): HouseNumber | undefined {
  if (tokens[at]?.lower !== 'c' || tokens[at + 1]?.text !== '/' || tokens[at + 2]?.lower !== 'o') return undefined;
  let last = at + 2;
  while (last < at + 5 && tokens[last + 1]?.kind === 'word' && tokens[last + 1]?.casing !== 'lower') last++;
  return last === at + 2 ? undefined : { last, end: tokens[last]?.end ?? 0 };
}

// «leil. H0104», «oppgang C», «apartment 12»
function unitAt({ tokens }: Message, at: number): HouseNumber | undefined {
  if (tokens[at]?.kind !== 'word' || !unitWords.has(tokens[at].lower)) return undefined;
  let code = at + 1;
  while (['.', ':', 'nr', 'nummer', '#'].includes(tokens[code]?.lower ?? '') && code <= at + 3) code++;
  const token = tokens[code];
  if (token === undefined || token.line !== tokens[at].line) return undefined;
  const known =
    token.kind === 'digits' ? token.text.length <= 4 : isFlatNumber(token.lower) || /^[a-h]$/.test(token.lower);
  return known ? { last: code, end: token.end } : undefined;
}

// «3. etg», «andre etasje», «etg 4»
function floorAt({ tokens }: Message, at: number): HouseNumber | undefined {
  const token = tokens[at];
  const counted = (token?.kind === 'digits' && token.text.length <= 2) || ordinalFloor.has(token?.lower ?? '');
  if (!counted) return undefined;
  const word = tokens[at + 1]?.text === '.' ? at + 2 : at + 1;
  const floor = tokens[word];
  return floor !== undefined && floorWord.test(floor.lower) ? { last: word, end: floor.end } : undefined;
}

/** Postcode and post town behind the token `last`: «, 8624 Mo i Rana». */
export function postcodeEnd(message: Message, last: number): HouseNumber | undefined {
  const { tokens } = message;
  let at = last + 1;
  while (tokens[at]?.kind === 'mark' && ',-('.includes(tokens[at]?.text ?? '')) at++;
  if (/^(?:no|n)$/i.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === '-') at += 2;
  const code = tokens[at];
  if (code?.kind !== 'digits' || code.text.length !== 4) return undefined;
  return postTown(message, at);
}

function postTown({ tokens, bits }: Message, at: number): HouseNumber | undefined {
  const code = tokens[at];
  if (code === undefined) return undefined;
  let end: HouseNumber = { last: at, end: code.end };
  for (let town = at + 1; town <= at + 3; town++) {
    const token = tokens[town];
    if (token?.kind !== 'word' || token.line !== code.line) break;
    const known = bits[town] ?? 0;
    const small = token.lower === 'i' && tokens[town + 1]?.casing !== 'lower' && tokens[town + 1]?.kind === 'word';
    const placed = (known & lexeme.place) !== 0;
    const named = token.casing !== 'lower' || placed || (town === at + 1 && (known & lexeme.word) === 0);
    if (!named && !small) break;
    end = { last: town, end: token.end };
    if (tokens[town + 1]?.lower !== 'i' && !(tokens[town + 1]?.casing === 'title')) break;
  }
  return end;
}

/**
 * Postcodes that need no street: after words that announce one («postnummeret mitt er 5541 Kolnes»), after a post box,
 * behind a name and a comma («Myrvang gård, 2390 Moelv»), and before a known town in a message that names a street.
 * @param streets true when the message names a street
 */
export function postalPlaces(
  message: Message,
  streets: boolean,
): readonly { readonly start: number; readonly end: number }[] {
  const { tokens } = message;
  const found: { start: number; end: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.kind !== 'digits') return;
    const box = tokens[index - (tokens[index - 1]?.text === '.' ? 2 : 1)];
    if (box?.kind === 'word' && /^(?:postboks|postboksen|pb|boks)$/.test(box.lower) && token.text.length <= 5)
      found.push({ start: box.start, end: restOfAddress(message, { last: index, end: token.end }) });
    if (token.text.length !== 4) return;
    const town = postTown(message, index);
    if (town === undefined) return;
    const known = town.last > index && ((message.bits[town.last] ?? 0) & lexeme.place) !== 0;
    if (announced(message, index) || (streets && known)) found.push({ start: token.start, end: town.end });
    else if (town.last > index && isTown(message, index + 1)) {
      const name = nameBeforeComma(message, index);
      if (name !== undefined) found.push({ start: name, end: town.end });
    }
  });
  return found;
}

function announced({ tokens }: Message, index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 4; at--) {
    const lower = tokens[at]?.lower ?? '';
    if (postWords.has(lower)) return true;
    if (!postLinks.has(lower)) return false;
  }
  return false;
}

function isTown({ tokens, bits }: Message, at: number): boolean {
  return tokens[at]?.casing === 'title' && ((bits[at] ?? 0) & lexeme.functionWord) === 0;
}

function nameBeforeComma({ tokens }: Message, index: number): number | undefined {
  if (tokens[index - 1]?.text !== ',') return undefined;
  let first: number | undefined;
  for (let at = index - 2; at >= 0 && at >= index - 5; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.line !== tokens[index]?.line) break;
    if (token.casing === 'title') first = at;
    else if (
      at !== index - 2 ||
      !/^(?:gård|gard|gaard|borettslag|sameie|terrasse|tun|gate|vei|veg|hytte)$/.test(token.lower)
    )
      break;
  }
  return first === undefined ? undefined : tokens[first]?.start;
}
