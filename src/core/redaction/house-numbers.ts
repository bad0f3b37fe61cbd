import streets from './data/streets.json' with { type: 'json' };
import type { Message } from './message.ts';
import { readNumberWord } from './number-words.ts';
import { isStreetShaped } from './street-shapes.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const numberWords = words(streets.numberWords);
const apartLinks = words(streets.apartLinks);
const unitWords = words(streets.unitWords);
const numberSigns = words('nummer nr number no husnr husnummer');
const datedOrCounted = words(streets.datedOrCounted);
const livingWords = words('bor bur bodde budde live lives heime hjemme');

/** Where a house number was read. */
export interface HouseNumber {
  /** Index of its last token. */
  readonly last: number;
  /** View offset where it ends. */
  readonly end: number;
}

/** The number behind the street whose last token is `street`: «12», «12 B», «nr. 12», «tjueto b». */
export function houseNumber(message: Pick<Message, 'tokens'>, street: number): HouseNumber | undefined {
  const { tokens } = message;
  let at = street + 1;
  const line = tokens[street]?.line;
  while (at <= street + 8 && isBetween(tokens[at])) at++;
  const token = tokens[at];
  if (token === undefined || (token.line !== line && !aloneOnNextLine(tokens, street, at))) return undefined;
  if (token.kind === 'digits') return inDigits(message, at);
  return token.kind === 'word' ? inWords(message, at) : undefined;
}

// «**Myrvollbakken** nummer **62**», «Fagerlia nr=13»
function isBetween(token: Message['tokens'][number] | undefined): boolean {
  return (
    token !== undefined && (numberSigns.has(token.lower) || (token.kind === 'mark' && '*_|`.=#'.includes(token.text)))
  );
}

function inDigits(message: Pick<Message, 'tokens'>, at: number): HouseNumber | undefined {
  const { tokens } = message;
  const token = tokens[at];
  if (token === undefined || token.text.length > 4 || token.text.startsWith('0')) return undefined;
  // Four digits and a town are a postcode.
  const after = tokens[at + 1];
  if (token.text.length === 4 && (after?.casing === 'title' || after?.start === token.end)) return undefined;
  if (isCountedOrDated(message, at)) return undefined;
  const letter = tokens[at + 1];
  const glued = letter?.start === token.end && /^\p{L}$/u.test(letter.text);
  if (letter !== undefined && (glued || isHouseLetter(message, at + 1))) return { last: at + 1, end: letter.end };
  const unit = letter;
  const decimal =
    unit !== undefined &&
    '.,/:'.includes(unit.text) &&
    tokens[at + 2]?.kind === 'digits' &&
    tokens[at + 2]?.start === unit.end &&
    tokens[at + 2]?.text.length !== 4;
  if (unit?.start === token.end && (unit.kind === 'word' || ':%'.includes(unit.text) || decimal)) return undefined;
  return { last: at, end: token.end };
}

function inWords(message: Pick<Message, 'tokens'>, at: number): HouseNumber | undefined {
  const { tokens } = message;
  const token = tokens[at];
  if (token === undefined || token.lower === 'en' || token.lower === 'ei') return undefined;
  const whole = readNumberWord(token.lower);
  const spoken = whole ?? (token.text.length > 4 ? readNumberWord(token.lower.slice(0, -1)) : undefined);
  if (spoken === undefined || spoken.digits.length > 3) return undefined;
  const next = spoken.tens ? tokens[at + 1] : undefined;
  const unit = next?.kind === 'word' ? readNumberWord(next.lower) : undefined;
  const last = unit?.digits.length === 1 ? at + 1 : (joinedNumber(message, at) ?? at);
  const withLetter = isHouseLetter(message, last + 1) ? last + 1 : last;
  return { last: withLetter, end: tokens[withLetter]?.end ?? token.end };
}

// «firehundre og to», «fire og førti»
function joinedNumber({ tokens }: Pick<Message, 'tokens'>, at: number): number | undefined {
  if (!/^(?:og|å)$/.test(tokens[at + 1]?.lower ?? '') || tokens[at + 2]?.kind !== 'word') return undefined;
  const [first, second] = [tokens[at], tokens[at + 2]].map((token) => readNumberWord(token?.lower ?? ''));
  const hundreds = first?.digits.length === 3 && (second?.digits.length ?? 9) <= 2;
  return hundreds || (first?.digits.length === 1 && second?.tens === true) ? at + 2 : undefined;
}

// «12 B», «ni b»: one letter with a space before it and nothing glued to it.
function isHouseLetter({ tokens }: Pick<Message, 'tokens'>, at: number): boolean {
  const letter = tokens[at];
  if (letter === undefined || letter.start !== (tokens[at - 1]?.end ?? -9) + 1 || !/^[A-Ha-h]$/.test(letter.text))
    return false;
  return tokens[at + 1]?.start !== letter.end || tokens[at + 1]?.kind === 'mark';
}

// A street that ends its line, and a house number with nothing but its letter on the next.
function aloneOnNextLine(tokens: Message['tokens'], street: number, at: number): boolean {
  const name = tokens[street];
  const number = tokens[at];
  if (name === undefined || number?.kind !== 'digits' || at !== street + 1) return false;
  if (name.casing === 'lower' || !isStreetShaped(name.lower) || number.line !== name.line + 1) return false;
  const after = tokens[at + 1];
  const letter = after?.line === number.line && /^[A-Ha-h]$/.test(after.text) ? 1 : 0;
  return tokens[at + 1 + letter]?.line !== number.line;
}

// «innlagt 6. mai», «22 59 13 00», «162,31», «timelønn 160 kr»; not «12, 3. etasje»
function isCountedOrDated({ tokens }: Pick<Message, 'tokens'>, at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind === 'digits')
    return (
      next.text.length !== 4 &&
      !/^(?:etasje|etg|et)/.test(tokens[at + (tokens[at + 2]?.text === '.' ? 3 : 2)]?.lower ?? '')
    );
  const after = next?.kind === 'mark' && '.,/-:'.includes(next.text) ? tokens[at + 2] : next;
  if (after?.kind === 'word' && datedOrCounted.has(after.lower)) return true;
  return next?.kind === 'mark' && next.end === after?.start && after.kind === 'digits' && after.text.length !== 4;
}

/** View offset of a number before the street whose first token is `first`: «nummer 14 i Lerkeveien», «12 Baker Street», «bor tjueåtte A i Lerkeveien». */
export function numberBefore({ tokens }: Message, first: number): number | undefined {
  const joined = tokens[first - 1]?.lower === 'i' || tokens[first - 1]?.lower === 'in';
  const nearest = joined ? first - 2 : first - 1;
  const lettered = joined && /^[A-Ha-h]$/.test(tokens[nearest]?.text ?? '') ? nearest - 1 : nearest;
  const number = tokens[lettered];
  const counted = number?.kind === 'digits' && number.text.length <= 3;
  if (!joined) return counted ? number.start : undefined;
  const spoken = number?.kind === 'word' && (readNumberWord(number.lower)?.digits.length ?? 9) <= 3;
  if (number === undefined || (!counted && !spoken)) return undefined;
  const word = tokens[lettered - (tokens[lettered - 1]?.text === '.' ? 2 : 1)];
  if (numberWords.has(word?.lower ?? '')) return word?.start;
  return livingWords.has(word?.lower ?? '') ? number.start : undefined;
}

/**
 * House numbers, stairs and flats that stand apart from their street: «husnummeret mitt er 26», «blokk 7», «oppgang B».
 * Only worth masking in a message that names a street.
 */
export function apartNumbers(message: Message): readonly { readonly start: number; readonly end: number }[] {
  const { tokens } = message;
  const found: { start: number; end: number }[] = [];
  tokens.forEach((token, index) => {
    if (token.kind === 'mark') return;
    const unit = unitBefore(message, index);
    if (unit !== undefined && /^(?:\d{1,4}|[a-h]|[hulk]0\d{3})$/i.test(token.text)) {
      const letter = tokens[index + 1];
      const glued = letter?.start === token.end && /^[a-h]$/i.test(letter.text);
      found.push({ start: unit, end: glued ? letter.end : token.end });
      return;
    }
    if (!announcedApart(message, index)) return;
    const number = token.kind === 'digits' ? inDigits(message, index) : inWords(message, index);
    const counted = datedOrCounted.has(tokens[(number?.last ?? index) + 1]?.lower ?? '');
    const sign = tokens[index - (tokens[index - 1]?.text === '.' ? 2 : 1)];
    const start = sign !== undefined && numberSigns.has(sign.lower) ? sign.start : token.start;
    if (number !== undefined && !counted) found.push({ start, end: number.end });
  });
  return found;
}

function unitBefore({ tokens }: Message, index: number): number | undefined {
  const nearest = tokens[index - 1];
  const skipped =
    nearest !== undefined && ['.', ':', 'nr', 'nummer'].includes(nearest.lower) ? tokens[index - 2] : nearest;
  return skipped?.kind === 'word' && unitWords.has(skipped.lower) ? skipped.start : undefined;
}

function announcedApart({ tokens }: Message, index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 4; at--) {
    const lower = tokens[at]?.lower ?? '';
    if (numberWords.has(lower)) return true;
    if (!apartLinks.has(lower)) return false;
  }
  return false;
}
