import streets from './data/streets.json' with { type: 'json' };
import { lexeme } from './lexicon.ts';
import type { Message, Sighting } from './message.ts';
import { wordsBefore } from './message.ts';
import { readNumberWord } from './number-words.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const strongEndings = words(streets.strongEndings);
const weakEndings = words(streets.weakEndings);
const longestEnding = 12;
const headWords = words(streets.headWords);
const leadWords = words(streets.leadWords);
const homeCues = words(streets.homeCues);
const locatives = words(
  'i på til ved foran fra frå utenfor utanfor mot hjå hos adressen adressa adresse address is in at to from bosatt er gata heter bor bur nær rundt bak mellom over bosted av dáppe dás ássá',
);
const numberWords = words('nummer nr husnummer nummeret husnr husnummeret oppgang inngang number');
const flat = /^[HULK]0\d{3}$/i;

/** True for a word with the ending of a street name. */
export function isStreetShaped(lower: string): boolean {
  return hasEnding(lower, strongEndings, 3);
}

/** True for «gate», «vei» and the like, which make a street of the words before them. */
export function isStreetHead(lower: string): boolean {
  return headWords.has(lower) || lower === 'gata' || lower === 'adressen' || lower === 'adressa';
}

const lastTwo = new Set([...strongEndings, ...weakEndings].map((ending) => ending.slice(-2)));

function hasEnding(lower: string, endings: ReadonlySet<string>, shortest: number): boolean {
  if (!lastTwo.has(lower.slice(-2))) return false;
  for (let length = shortest; length <= longestEnding && length + 2 <= lower.length; length++) {
    if (endings.has(lower.slice(-length))) return true;
  }
  return false;
}

/** Where a street name was read: token range, and how sure the shape alone makes it. */
interface Street {
  readonly first: number;
  readonly last: number;
  readonly sure: boolean;
}

/** @param localStreets names without number that always mean an address, in lower case */
export function detectAddresses(message: Message, localStreets: ReadonlySet<string>): readonly Sighting[] {
  const { tokens } = message;
  const found: Sighting[] = [];
  const looseStreets: Sighting[] = [];
  const livesHere = tokens.some(({ kind, lower }) => kind === 'word' && homeCues.has(lower));
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) break;
    if (token.kind === 'word' && token.text.length === 5 && flat.test(token.lower)) {
      found.push({ start: token.start, end: token.end, kind: 'ADDRESS', ruleId: 'address.flat' });
      continue;
    }
    if (token.kind !== 'word') continue;
    const local = localStreets.has(token.lower) ? { first: index, last: index, sure: true } : undefined;
    const street = local ?? streetAt(message, index) ?? unknownPlaceWithNumber(message, index);
    if (street === undefined) continue;
    const number = houseNumber(message, street.last);
    const start = numberBefore(message, street.first) ?? tokens[street.first]?.start ?? 0;
    if (start < (tokens[street.first]?.start ?? 0) && street.sure) {
      const end = number === undefined ? (tokens[street.last]?.end ?? 0) : restOfAddress(message, number);
      found.push({ start, end, kind: 'ADDRESS', ruleId: 'address.street-number' });
      continue;
    }
    if (number !== undefined) {
      const end = restOfAddress(message, number);
      found.push({ start, end, kind: 'ADDRESS', ruleId: 'address.street-number' });
      index = lastTokenBefore(message, end, street.last);
    } else if (street.sure && (local !== undefined || (livesHere && !publicStreet(message, street)))) {
      found.push({ start, end: tokens[street.last]?.end ?? 0, kind: 'ADDRESS', ruleId: 'address.street-name' });
    } else
      looseStreets.push({ start, end: tokens[street.last]?.end ?? 0, kind: 'ADDRESS', ruleId: 'address.street-name' });
  }
  return found.length > 0 || looseStreets.length > 0 ? [...found, ...apartNumber(message, found, looseStreets)] : found;
}

// «gata er Lerkeveien, nummeret er 45»: a street and, later, a house number on its own.
function apartNumber({ tokens }: Message, found: readonly Sighting[], loose: readonly Sighting[]): readonly Sighting[] {
  const number = tokens.find(
    (token, index) =>
      (token.kind === 'digits' && token.text.length <= 3 && numberWords.has(tokens[index - 1]?.lower ?? '')) ||
      (token.kind === 'digits' &&
        token.text.length <= 3 &&
        ['er', ':', 'is'].includes(tokens[index - 1]?.lower ?? '') &&
        numberWords.has(tokens[index - 2]?.lower ?? '')),
  );
  if (number === undefined || found.some(({ start, end }) => number.start >= start && number.start < end)) return [];
  return [...loose, { start: number.start, end: number.end, kind: 'ADDRESS', ruleId: 'address.apart-number' }];
}

function lastTokenBefore({ tokens }: Message, end: number, from: number): number {
  let at = from;
  while ((tokens[at + 1]?.start ?? Infinity) < end) at++;
  return at;
}

// Street names alone near words of home only: after «i», «på» or a heading, not in «gikk forbi Storgata».
function publicStreet(message: Message, { first }: Street): boolean {
  const before = wordsBefore(message, first, 2);
  return ['forbi', 'gjennom', 'langs', 'ned', 'opp'].includes(before[0] ?? '');
}

function streetAt(message: Message, index: number): Street | undefined {
  const { tokens, bits } = message;
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (headWords.has(token.lower)) {
    const first = leadingNames(message, index);
    return first < index ? { first, last: index, sure: true } : undefined;
  }
  const known = bits[index] ?? 0;
  if ((known & lexeme.word) !== 0 && (known & lexeme.compound) === 0 && token.casing === 'lower') return undefined;
  const short =
    /^\p{L}{3,20}(?:gt|vn|v)$/u.test(token.lower) &&
    (tokens[index + 1]?.text === '.' || token.lower.endsWith('gt')) &&
    houseNumber(message, index) !== undefined;
  const strong = short || isStreetShaped(token.lower);
  const weak = !strong && hasEnding(token.lower, weakEndings, 2);
  if (!strong && !weak) return undefined;
  const lead = tokens[index - 1];
  const first = lead?.kind === 'word' && leadWords.has(lead.lower) ? index - 1 : index;
  return {
    first,
    last: index,
    sure:
      (strong && ((known & lexeme.compound) === 0 || (token.casing !== 'lower' && !token.opensSentence))) ||
      (weak &&
        token.casing !== 'lower' &&
        ((known & lexeme.word) === 0 || ((known & lexeme.compound) !== 0 && !token.opensSentence))) ||
      announcedAsStreet(message, first),
  };
}

function announcedAsStreet(message: Message, first: number): boolean {
  const before = wordsBefore(message, first, 3);
  return before.includes('gata') || before.includes('adressen') || before.includes('adressa');
}

// «Olav Tryggvasons gate», «Øvre Fritzøe gate», «midtåsen terrasse»
function leadingNames({ tokens, bits }: Message, head: number): number {
  let first = head;
  for (let at = head - 1; at >= 0 && head - at <= 4; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    const dotted = token.text === '.' && tokens[at - 1]?.kind === 'word' && (tokens[at - 1]?.text.length ?? 9) <= 3;
    if (dotted) continue;
    if (token.kind !== 'word') break;
    const known = bits[at] ?? 0;
    const nearest = at === head - 1;
    const common =
      (known & lexeme.functionWord) !== 0 ||
      ((known & lexeme.word) !== 0 && (known & (lexeme.given | lexeme.surname)) === 0);
    const proper = token.casing !== 'lower' && !(token.opensSentence && common);
    const lowered = !common && (nearest || (known & (lexeme.given | lexeme.surname)) !== 0);
    const genitive =
      nearest && token.lower.endsWith('s') && token.lower.length > 4 && (known & lexeme.functionWord) === 0;
    if (!proper && !lowered && !genitive && !leadWords.has(token.lower)) break;
    first = at;
  }
  return first;
}

// A word no list holds, after a word of place, before a house number: «i Hestehagen 75», «utanfor skogbrynet 14».
function unknownPlaceWithNumber(message: Message, index: number): Street | undefined {
  const { tokens, bits } = message;
  const token = tokens[index];
  const known = bits[index] ?? 0;
  if (token === undefined || token.text.length < 4 || (known & (lexeme.word | lexeme.wellKnown)) !== 0)
    return undefined;
  if ((known & lexeme.given) !== 0 && (known & lexeme.rare) === 0) return undefined;
  if ((known & lexeme.place) !== 0 && token.casing === 'lower') return undefined;
  const number = houseNumber(message, index);
  if (number === undefined) return undefined;
  let first = index;
  const lead = tokens[index - 1];
  if (lead?.kind === 'word' && (leadWords.has(lead.lower) || (lead.casing === 'title' && !lead.opensSentence)))
    first = index - 1;
  const before = tokens[first - 1];
  const placed =
    before !== undefined &&
    before.line === token.line &&
    (locatives.has(before.lower) ||
      (before.kind === 'mark' && ':"*_|`'.includes(before.text) && token.casing !== 'lower'));
  if (tokens[number.last]?.kind === 'word' && (tokens[number.last]?.text.length ?? 0) < 4 && number.last === index + 1)
    return undefined;
  const postcode = postcodeEnd(message, number) > 0;
  return placed || postcode ? { first, last: index, sure: false } : undefined;
}

// «nummer 14 i Lerkeveien», «12 Baker Street»
function numberBefore({ tokens }: Message, first: number): number | undefined {
  const nearest = tokens[first - 1];
  const joined = nearest?.lower === 'i' || nearest?.lower === 'in';
  const digits = joined ? tokens[first - 2] : nearest;
  if (digits?.kind !== 'digits' || digits.text.length > 3) return undefined;
  const word = tokens[first - (joined ? 3 : 2)]?.lower ?? '';
  return !joined || ['nummer', 'nr', 'number', 'hus'].includes(word) ? digits.start : undefined;
}

interface HouseNumber {
  /** Index of its last token. */
  readonly last: number;
  readonly end: number;
}

function houseNumber({ tokens }: Message, street: number): HouseNumber | undefined {
  let at = street + 1;
  const line = tokens[street]?.line;
  while (['nummer', 'nr', 'number', '.'].includes(tokens[at]?.lower ?? '') && at <= street + 3) at++;
  while (tokens[at]?.kind === 'mark' && '*_|`'.includes(tokens[at]?.text ?? '') && at <= street + 5) at++;
  const token = tokens[at];
  if (token === undefined || (token.line !== line && !aloneOnNextLine(tokens, street, at))) return undefined;
  if (token.kind === 'digits') {
    if (token.text.length > 3 || token.text.startsWith('0')) return undefined;
    if (isCountedOrDated({ tokens }, at)) return undefined;
    const letter = tokens[at + 1];
    const glued = letter?.start === token.end && /^\p{L}$/u.test(letter.text);
    const apart =
      letter !== undefined &&
      letter.start === token.end + 1 &&
      /^[A-Ha-h]$/.test(letter.text) &&
      !/^[\p{L}]/u.test(tokens[at + 2]?.start === letter.end ? (tokens[at + 2]?.text ?? '') : '');
    if (glued || apart) return { last: at + 1, end: letter.end };
    const unit = tokens[at + 1];
    if (
      unit?.start === token.end &&
      (unit.kind === 'word' ||
        ':%'.includes(unit.text) ||
        ('.,/:'.includes(unit.text) &&
          tokens[at + 2]?.kind === 'digits' &&
          tokens[at + 2]?.start === unit.end &&
          tokens[at + 2]?.text.length !== 4))
    )
      return undefined;
    return { last: at, end: token.end };
  }
  if (token.kind !== 'word') return undefined;
  const spoken =
    readNumberWord(token.lower) ?? (token.text.length > 4 ? readNumberWord(token.lower.slice(0, -1)) : undefined);
  if (spoken === undefined || spoken.digits.length > 3 || token.lower === 'en' || token.lower === 'ei')
    return undefined;
  const next = spoken.tens ? tokens[at + 1] : undefined;
  const unit = next?.kind === 'word' ? readNumberWord(next.lower) : undefined;
  return unit?.digits.length === 1 && next !== undefined
    ? { last: at + 1, end: next.end }
    : { last: at, end: token.end };
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

const datedOrCounted = words(
  'januar februar mars april mai juni juli august september oktober november desember jan feb mar apr jun jul aug sep okt nov des kr kroner år prosent ganger timer min minutter sekunder uker dager måneder mnd poeng meter km kg liter stk',
);

// «innlagt 6. mai», «22 59 13 00», «162,31», «timelønn 160 kr»
function isCountedOrDated({ tokens }: Pick<Message, 'tokens'>, at: number): boolean {
  const next = tokens[at + 1];
  if (next?.kind === 'digits') return next.text.length !== 4 && !/^(?:etasje|etg|et)/.test(tokens[at + 3]?.lower ?? '');
  const after = next?.kind === 'mark' && '.,/-:'.includes(next.text) ? tokens[at + 2] : next;
  if (after?.kind === 'word' && datedOrCounted.has(after.lower)) return true;
  return next?.kind === 'mark' && next.end === after?.start && after.kind === 'digits' && after.text.length !== 4;
}

/** End of flat, postcode and post town after a house number. */
function restOfAddress(message: Message, number: HouseNumber): number {
  const { tokens } = message;
  let at = number.last;
  let end = number.end;
  let next = at + 1;
  while (tokens[next]?.kind === 'mark' && ',-/'.includes(tokens[next]?.text ?? '')) next++;
  const flatToken = tokens[next];
  if (flatToken !== undefined && flat.test(flatToken.lower)) {
    at = next;
    end = flatToken.end;
  }
  const post = postcodeEnd(message, { last: at, end });
  return post > 0 ? post : end;
}

// «, 8624 Mo i Rana»
function postcodeEnd({ tokens, bits }: Message, number: HouseNumber): number {
  let at = number.last + 1;
  while (tokens[at]?.kind === 'mark' && ',-'.includes(tokens[at]?.text ?? '')) at++;
  if (/^(?:no|n)$/i.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === '-') at += 2;
  const code = tokens[at];
  if (code?.kind !== 'digits' || code.text.length !== 4) return 0;
  let end = code.end;
  for (let town = at + 1; town <= at + 3; town++) {
    const token = tokens[town];
    if (token?.kind !== 'word' || token.line !== code.line) break;
    const known = bits[town] ?? 0;
    const small = token.lower === 'i' && tokens[town + 1]?.casing !== 'lower' && tokens[town + 1]?.kind === 'word';
    const placed = (known & lexeme.place) !== 0;
    const named = token.casing !== 'lower' || placed || (town === at + 1 && (known & lexeme.word) === 0);
    if (!named && !small) break;
    end = token.end;
    if (tokens[town + 1]?.lower !== 'i' && !(tokens[town + 1]?.casing === 'title')) break;
  }
  return end;
}
