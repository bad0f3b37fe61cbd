import streets from './data/streets.json' with { type: 'json' };
import { isFlatNumber, postalPlaces, restOfAddress } from './address-tail.ts';
import { apartNumbers, houseNumber, numberBefore } from './house-numbers.ts';
import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { LocalPhrases } from './local-phrases.ts';
import type { Message, Sighting } from './message.ts';
import { wordsBefore } from './message.ts';
import type { RuleId } from './rules.ts';
import { ruralPlaces } from './rural-places.ts';
import { streetAt, type Street, unknownPlaceWithNumber } from './street-names.ts';

/** Words that speak of where somebody lives. */
export const homeWords: ReadonlySet<string> = new Set(streets.homeCues.split(' '));

const mayBeAddress = hint.street | hint.mixed | hint.farm;

/** @param localStreets names without number that always mean an address */
export function detectAddresses(message: Message, localStreets: LocalPhrases): readonly Sighting[] {
  const { tokens, hints, said, open } = message;
  const numbered = message.hasDigits || (said & hint.number) !== 0;
  if (!numbered && localStreets.size === 0 && (open & mayBeAddress) === 0) return [];
  const found: Sighting[] = [];
  const loose: Sighting[] = [];
  const livesHere = (said & hint.home) !== 0;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token?.kind !== 'word') continue;
    const hinted = hints[index] ?? 0;
    if ((hinted & hint.mixed) !== 0 && isFlatNumber(token.lower)) {
      found.push(address(token.start, token.end, 'address.flat'));
      continue;
    }
    const localLast = localStreets.lastOf(tokens, index);
    const local = localLast === undefined ? undefined : { first: index, last: localLast, sure: true, plain: false };
    const street =
      local ??
      ((hinted & (hint.street | hint.mixed)) !== 0 ? streetAt(message, index) : undefined) ??
      (numbered ? unknownPlaceWithNumber(message, index) : undefined);
    if (street === undefined) continue;
    const own = tokens[street.first]?.start ?? 0;
    const end = tokens[street.last]?.end ?? 0;
    const number = houseNumber(message, street.last);
    const before = street.sure ? numberBefore(message, street.first) : undefined;
    if (number !== undefined || before !== undefined) {
      const whole = restOfAddress(message, number ?? { last: street.last, end });
      found.push(address(before ?? own, whole, 'address.street-number'));
      index = lastTokenBefore(message, whole, street.last);
    } else if (local !== undefined || (street.sure && (livesHere || street.plain) && !isPassed(message, street))) {
      found.push(address(own, restOfAddress(message, { last: street.last, end }), 'address.street-name'));
    } else if (street.sure && restOfAddress(message, { last: street.last, end }) > end && !isPassed(message, street)) {
      found.push(address(own, restOfAddress(message, { last: street.last, end }), 'address.street-number'));
    } else loose.push(address(own, end, 'address.street-name'));
  }
  const postal =
    (open & hint.digits) !== 0
      ? postalPlaces(message, found.length > 0).map(({ start, end }) => address(start, end, 'address.postal'))
      : [];
  const rural = ruralPlaces(message).map(({ start, end }) => address(start, end, 'address.rural'));
  const streetsSeen = found.length > 0 || loose.length > 0 || postal.length > 0 || rural.length > 0;
  const apart = streetsSeen
    ? apartNumbers(message).map(({ start, end }) => address(start, end, 'address.apart-number'))
    : [];
  return [...found, ...postal, ...rural, ...apart, ...(apart.length > 0 ? loose : [])];
}

function address(start: number, end: number, ruleId: RuleId): Sighting {
  return { start, end, kind: 'ADDRESS', ruleId };
}

function lastTokenBefore({ tokens }: Message, end: number, from: number): number {
  let at = from;
  while ((tokens[at + 1]?.start ?? Infinity) < end) at++;
  return at;
}

// Street names alone near words of home, but not in «gikk forbi Storgata», and never a town or district.
function isPassed(message: Message, { first, last }: Street): boolean {
  const before = wordsBefore(message, first, 2);
  const place = first === last && ((message.bits[last] ?? 0) & lexeme.place) !== 0;
  return place || ['forbi', 'gjennom', 'langs', 'ned', 'opp'].includes(before[0] ?? '');
}
