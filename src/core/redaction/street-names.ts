import streets from './data/streets.json' with { type: 'json' };
import { houseNumber } from './house-numbers.ts';
import { postcodeEnd } from './address-tail.ts';
import { readableLeet } from './leet.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import { wordsBefore } from './message.ts';
import { isLooselyStreetShaped, isRoadOfNoName, isStreetShaped, makesStreet } from './street-shapes.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const leadWords = words(streets.leadWords);
const locatives = words(streets.locatives);
const publicStreets = words(streets.publicStreets);

/** Where a street name was read: token range, and whether the shape alone makes it an address in a message about home. */
export interface Street {
  readonly first: number;
  readonly last: number;
  readonly sure: boolean;
  /** A name with a capital that nothing but a street ends like. */
  readonly plain: boolean;
}

/** The street whose last token is `index`, if the shape of the words there is that of a street name. */
export function streetAt(message: Message, index: number): Street | undefined {
  const { tokens, bits } = message;
  const token = tokens[index];
  if (token === undefined) return undefined;
  if (makesStreet(token.lower)) {
    const first = leadingNames(message, index);
    if (first === index) return villageRoad(message, index);
    const lead = tokens[index - 1];
    const named = lead?.casing !== 'lower' || lead.lower.endsWith('s') || leadWords.has(lead.lower);
    return { first, last: index, plain: false, sure: named || !/(?:[en]n|ta|a)$/.test(token.lower) };
  }
  const plain = readableLeet(token.lower);
  const lower = plain === token.lower || isStreetShaped(plain) ? plain : readableLeet(token.lower, 'i');
  const known = bits[index] ?? 0;
  const afterDate = lower.includes('-') && tokens[index - 1]?.text === '.' && tokens[index - 2]?.kind === 'digits';
  const joined = lower.includes('-') && makesStreet(lower.slice(lower.lastIndexOf('-') + 1));
  if ((known & lexeme.word) !== 0 && (known & lexeme.compound) === 0 && token.casing === 'lower' && !joined)
    return undefined;
  if (isRoadOfNoName(lower) && (houseNumber(message, index) === undefined || /^(?:riks|fylkes|europa)v/.test(lower)))
    return undefined;
  const short =
    /^\p{L}{3,20}(?:gt|vn|v)$/u.test(lower) &&
    (tokens[index + 1]?.text === '.' || lower.endsWith('gt')) &&
    houseNumber(message, index) !== undefined;
  const strong = short || joined || isStreetShaped(lower);
  const weak = !strong && isLooselyStreetShaped(lower);
  if (!strong && !weak) return undefined;
  const first = afterDate ? index - 2 : properNamesBefore(message, index);
  const named = token.casing === 'title' && !token.opensSentence;
  return {
    plain: strong && named && (known & lexeme.place) === 0 && !publicStreets.has(lower),
    first,
    last: index,
    sure:
      (strong && ((known & lexeme.compound) === 0 || (token.casing !== 'lower' && !token.opensSentence))) ||
      (weak &&
        (known & lexeme.place) === 0 &&
        token.casing !== 'lower' &&
        ((known & lexeme.word) === 0 || ((known & lexeme.compound) !== 0 && !token.opensSentence))) ||
      announcedAsStreet(message, first),
  };
}

// «Veien 5, 3480 Filtvet»: no more than a number, but a postcode behind it.
function villageRoad(message: Message, index: number): Street | undefined {
  const number = houseNumber(message, index);
  const postcode = number === undefined ? undefined : postcodeEnd(message, number.last);
  return postcode === undefined ? undefined : { first: index, last: index, sure: false, plain: false };
}

// «Øvre Møllenberg tverrgate»: words with capitals, and words like «øvre», right before the street itself.
function properNamesBefore({ tokens, bits }: Message, index: number): number {
  let first = index;
  for (let at = index - 1; at >= 0 && index - at <= 3; at--) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.line !== tokens[index]?.line) break;
    const proper = token.casing === 'title' && !token.opensSentence && ((bits[at] ?? 0) & lexeme.functionWord) === 0;
    if (!leadWords.has(token.lower) && !(proper && index - at <= 2)) break;
    first = at;
  }
  return first;
}

function announcedAsStreet(message: Message, first: number): boolean {
  const before = wordsBefore(message, first, 3);
  return before.includes('gata') || before.includes('adressen') || before.includes('adressa');
}

// «Olav Tryggvasons gate», «Øvre Fritzøe gate», «midtåsen terrasse», «prof. brochs gt»
function leadingNames({ tokens, bits }: Message, head: number): number {
  let first = head;
  for (let at = head - 1; at >= 0 && head - at <= 5; at--) {
    const token = tokens[at];
    if (token === undefined) break;
    const dotted = token.text === '.' && tokens[at - 1]?.kind === 'word' && (tokens[at - 1]?.text.length ?? 9) <= 4;
    if (dotted) continue;
    if (token.kind !== 'word') break;
    const known = bits[at] ?? 0;
    const nearest = at === head - 1;
    const named = (known & (lexeme.given | lexeme.surname | lexeme.compound)) !== 0;
    const common =
      ((known & lexeme.functionWord) !== 0 && !(token.casing === 'title' && (known & lexeme.given) !== 0)) ||
      ((known & lexeme.word) !== 0 && !named);
    const proper = token.casing !== 'lower' && !(token.opensSentence && common);
    const split = nearest && (known & lexeme.noun) !== 0 && houseNumber({ tokens }, head) !== undefined;
    const lowered = (!common && (nearest || named || known === 0)) || split;
    const genitive =
      nearest && token.lower.endsWith('s') && token.lower.length > 4 && (known & lexeme.functionWord) === 0;
    if (!proper && !lowered && !genitive && !leadWords.has(token.lower)) break;
    first = at;
  }
  return first;
}

/** A word no list holds, after a word of place, before a house number: «i Hestehagen 75», «utanfor skogbrynet 14». */
export function unknownPlaceWithNumber(message: Message, index: number): Street | undefined {
  const { tokens, bits } = message;
  const token = tokens[index];
  const known = bits[index] ?? 0;
  if (token === undefined || token.text.length < 4 || (known & lexeme.wellKnown) !== 0) return undefined;
  if (isRoadOfNoName(token.lower)) return undefined;
  // «i Lunden femten»: a word that families and places share.
  const shared = (known & lexeme.surname) !== 0 && token.casing === 'title' && !token.opensSentence;
  if ((known & lexeme.word) !== 0 && !shared) return undefined;
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
  const postcode = postcodeEnd(message, number.last) !== undefined;
  return placed || postcode ? { first, last: index, sure: false, plain: false } : undefined;
}
