import { startsWithBirthDate } from './check-digits.ts';
import { cueWords } from './cue-words.ts';
import type { DigitChain, DigitGroup } from './digit-chains.ts';
import { candidate, type Candidate, reach, words } from './digit-reach.ts';
import { type Message, type Sighting, wordsBefore } from './message.ts';
import { meaningOf } from './number-context.ts';

const lastFiveCues = words('siste fem 5 personnummer personnummeret pnr last five');

const splitCues = cueWords(
  'starter begynner først midten midt slutter ender slutten deretter resten siste starts ends middle begynnelsen midtre byrjar endar etterfulgt slutt fortsetter fortsetter etterpå midterst bakerst fremst start then followed halvdel halvdelen del delen sånn så kommer',
);

// «140310 xxxxx», «270810 70***»
export function maskedTail(message: Message, group: DigitGroup, index: number): Candidate | undefined {
  if (group.digits.length !== 6 && group.digits.length !== 11) return undefined;
  const tail = /^[ -]?[\dxX*#•_?]{5}(?![\p{L}\p{N}])/u.exec(message.view.text.slice(group.end, group.end + 7));
  if (tail === null || !/[xX*#•_?]/.test(tail[0]) || !startsWithBirthDate(group.digits)) return undefined;
  const end = group.end + tail[0].length;
  return {
    sighting: { start: group.start, end, kind: 'NATIONAL_ID', ruleId: 'national-id.masked-tail' },
    next: index + 1,
  };
}

/** Rules that may have seen only the first part of a number. */
const unfinished: ReadonlySet<string> = new Set(['phone.announced', 'phone.first-part']);

const firstSixCues = words('første fyrste first begynner byrjar starter startar begins starts');

// «de seks første er 140310»
function firstSix(message: Message, group: DigitGroup): boolean {
  if (group.digits.length !== 6) return false;
  const before = wordsBefore(message, group.firstToken, 5);
  return (
    before.some((word) => firstSixCues.has(word)) &&
    (startsWithBirthDate(group.digits) ||
      before.some((word) =>
        /^(?:seks|six|siffer|sifra|sifrene|tallene|tala|fødselsnummer|personnummer|fnr)/.test(word),
      ))
  );
}

export function lastFive(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const group = chain.groups[index];
  if (group === undefined) return undefined;
  if (firstSix(message, group)) return candidate(chain, index, index, 'NATIONAL_ID', 'national-id.in-parts');
  const five = reach(chain, index, 5);
  if (five === undefined) return undefined;
  const before = wordsBefore(message, group.firstToken, 5);
  const cues = before.filter((word) => lastFiveCues.has(word));
  const person = cues.some((word) => word.startsWith('person') || word === 'pnr');
  const last = cues.includes('siste') || cues.includes('last');
  // In one piece the words «siste» and «five» are enough; «de siste fem kampene endte 1 2 0 3 1» is no number.
  const whole = five.last === index && !group.spoken;
  const said = last && /^(?:er|e|is|lea|fem|five|5|siffer|sifrene|sifra|tallene|tala|digits)$/.test(before[0] ?? '');
  return person || (last && whole) || said
    ? candidate(chain, index, five.last, 'NATIONAL_ID', 'national-id.last-five')
    : undefined;
}

// «starter på 413, midten er 04, slutter på 568»: parts that add up to a whole number, with words that say so.
export function numberInParts(
  message: Message,
  chains: readonly DigitChain[],
  found: readonly Sighting[],
): readonly Sighting[] {
  const groups = chains
    .flatMap((chain) => chain.groups)
    .filter(({ start }) => !found.some((it) => !unfinished.has(it.ruleId) && start >= it.start && start < it.end))
    .filter(({ spoken, digits }) => !spoken || digits.length > 1);
  const total = groups.reduce((sum, { digits }) => sum + digits.length, 0);
  if (groups.length < 2 || groups.length > 8 || (total !== 8 && total !== 11)) return [];
  const cues = message.tokens.filter(({ kind, lower }) => kind === 'word' && splitCues.has(lower));
  if (cues.length < 2 && !(cues.length === 1 && groups.length === 2)) return [];
  if (cues.every(({ lower }) => lower === 'så' || lower === 'kommer')) return [];
  if (groups.some(({ firstToken: first, lastToken: last }) => meaningOf(message, first, last) === 'thing')) return [];
  const digits = groups.map((group) => group.digits).join('');
  if (total === 11 && !startsWithBirthDate(digits)) return [];
  const kind = total === 8 ? 'PHONE' : 'NATIONAL_ID';
  return groups.map(({ start, end }) => ({
    start,
    end,
    kind,
    ruleId: total === 8 ? 'phone.in-parts' : 'national-id.in-parts',
  }));
}

// «tallene er 021007 og bak der kommer 80489»: a date of six digits and, later in the message, five more.
export function dateAndFive(
  message: Message,
  chains: readonly DigitChain[],
  found: readonly Sighting[],
): readonly Sighting[] {
  const groups = chains
    .flatMap((chain) => chain.groups)
    .filter(({ start, spoken }) => !spoken && !found.some((it) => start >= it.start && start < it.end));
  const [first, second] = groups;
  if (
    groups.length !== 2 ||
    first?.digits.length !== 6 ||
    second?.digits.length !== 5 ||
    !startsWithBirthDate(first.digits)
  )
    return [];
  if (second.firstToken - first.lastToken > 12) return [];
  if ([first, second].some(({ firstToken: from, lastToken: to }) => meaningOf(message, from, to) === 'thing'))
    return [];
  return [first, second].map(({ start, end }) => ({ start, end, kind: 'NATIONAL_ID', ruleId: 'national-id.in-parts' }));
}
