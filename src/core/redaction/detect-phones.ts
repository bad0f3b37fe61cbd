import { cueWords } from './cue-words.ts';
import type { DigitChain, DigitGroup } from './digit-chains.ts';
import { candidate, firstToken, lastToken, reach, type Candidate, type Reach, uniform } from './digit-reach.ts';
import { type Message, wordsBefore } from './message.ts';
import { meaningOf } from './number-context.ts';

export function internationalPhone(
  message: Message,
  chain: DigitChain,
  index: number,
  numbers: ReadonlySet<string>,
): Candidate | undefined {
  const group = chain.groups[index];
  if (group === undefined) return undefined;
  const plus = message.view.text
    .slice(Math.max(0, group.start - 2), group.start)
    .trimEnd()
    .endsWith('+');
  const doubleZero = group.digits.startsWith('00') || (group.digits === '0' && chain.groups[index + 1]?.digits === '0');
  if (!plus && !doubleZero) return undefined;
  if (!plus && meaningOf(message, firstToken(chain, index), lastToken(chain, index)) === 'thing') return undefined;
  let digits = '';
  let best: Reach | undefined;
  for (let last = index; last < chain.groups.length; last++) {
    const separator = last > index ? (chain.separators[last - 1] ?? '') : '';
    if (/[,;\n/+]/.test(separator)) break;
    digits += chain.groups[last]?.digits ?? '';
    const bare = doubleZero ? digits.slice(2) : digits;
    if (bare.length > 15) break;
    if (bare.startsWith('47')) {
      if (bare.length === 10)
        return numbers.has(bare.slice(2)) ? undefined : withoutPrefix(chain, index, last, digits.length - 8);
    } else if (bare.length >= 8 && bare.length <= 15) best = { last, digits };
  }
  if (best === undefined) return undefined;
  return candidate(chain, index, best.last, 'PHONE', 'phone.international');
}

// «+47» and «0047» say nothing about a person and stay.
function withoutPrefix(chain: DigitChain, index: number, last: number, prefix: number): Candidate {
  const whole = candidate(chain, index, last, 'PHONE', 'phone.international');
  let skipped = 0;
  for (let at = index; at <= last; at++) {
    const group = chain.groups[at];
    if (group === undefined) break;
    const { digits, start, end } = group;
    if (skipped + digits.length > prefix) {
      const asWritten = end - start === digits.length;
      return { ...whole, sighting: { ...whole.sighting, start: asWritten ? start + prefix - skipped : start } };
    }
    skipped += digits.length;
  }
  return whole;
}

// Eight pairs 30–39: a telephone number as the hexadecimal codes of its digits.
export function hexPhone(chain: DigitChain, index: number): Candidate | undefined {
  const pairs = chain.groups.slice(index, index + 8);
  if (pairs.length < 8 || !pairs.every(({ digits }) => /^3\d$/.test(digits))) return undefined;
  return candidate(chain, index, index + 7, 'PHONE', 'phone.hex');
}

const phoneGroupings = new Set([
  '8',
  '3-2-3',
  '2-2-2-2',
  '4-4',
  '3-5',
  '5-3',
  '2-3-3',
  '3-3-2',
  '2-6',
  '6-2',
  '4-2-2',
  '2-2-4',
  '1-1-1-1-1-1-1-1',
  '1-7',
  '3-2-1-2',
  '2-1-2-1-2',
]);

export function norwegianPhone(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const prefixed = [12, 10]
    .map((length) => reach(chain, index, length))
    .find((it) => it !== undefined && /^(?:0047|47)/.test(it.digits) && it.digits.length !== 8);
  const whole =
    prefixed !== undefined &&
    /^(?:0047|47)[2-9]\d{7}$/.test(prefixed.digits) &&
    countryCodeStandsApart(chain, index, prefixed) &&
    chain.groups[index]?.digits.length !== 8
      ? prefixed
      : reach(chain, index, 8);
  if (whole === undefined) return undefined;
  const digits = whole.digits.slice(-8);
  const groups = chain.groups.slice(index, whole.last + 1);
  const meaning = meaningOf(message, firstToken(chain, index), lastToken(chain, whole.last));
  if (meaning === 'thing') return undefined;
  if (meaning !== 'phone') {
    if (/0{5}$/.test(digits) || (/^[01]/.test(digits) && !message.reversed)) return undefined;
    const allSpoken = groups.every(({ spoken }) => spoken);
    if (
      !uniform(chain, index, whole.last) &&
      !allSpoken &&
      !groups.some(({ spoken }) => spoken) &&
      !wholeChainInPieces(chain, index, whole.last) &&
      !sameKindSeparators(chain, index, whole.last) &&
      !tightGrouping(chain, index, whole.last)
    )
      return undefined;
    const grouping = groups.map((group) => group.digits.length).join('-');
    const odd =
      !phoneGroupings.has(grouping) &&
      !(groups.length >= 4 && /^[49]/.test(digits)) &&
      !groups.some(({ spoken }) => spoken) &&
      !/[*_|()[\]]/.test(chain.separators[index] ?? '');
    if (odd || looksLikeYearsOrTimes(groups, chain.separators[index] ?? '')) return undefined;
    if (allSpoken && (/^(?:12345678|12312312|12341234)$/.test(digits) || counts(groups))) return undefined;
  }
  if (whole.digits.length > 8) return withoutPrefix(chain, index, whole.last, whole.digits.length - 8);
  // «070-123 45 67»: longer than a Norwegian number.
  const more = chain.groups[whole.last + 1];
  if (digits.startsWith('0') && more !== undefined && !more.spoken && chain.separators[whole.last] === ' ')
    return undefined;
  const spoken = groups.some((group) => group.spoken);
  return candidate(chain, index, whole.last, 'PHONE', spoken ? 'phone.spoken' : 'phone.eight-digits');
}

// «476 55 829 14 ganger»: the first two digits are a country code only when a group ends behind them.
function countryCodeStandsApart(chain: DigitChain, index: number, { last, digits }: Reach): boolean {
  if (last === index) return true;
  const prefix = digits.length - 8;
  let length = 0;
  for (let at = index; at <= last && length < prefix; at++) length += chain.groups[at]?.digits.length ?? 0;
  return length === prefix;
}

// «(908) 07 060»: the usual grouping with mixed small separators; «22.10-24.10» is two dates.
function tightGrouping(chain: DigitChain, index: number, last: number): boolean {
  const separators = chain.separators.slice(index, last);
  const sizes = chain.groups.slice(index, last + 1).map(({ digits }) => digits.length);
  const usual = ['3-2-3', '2-2-2-2', '4-4'].includes(sizes.join('-'));
  const dates = separators.includes('.') && separators.includes('-');
  return usual && !dates && separators.every((separator) => /^[ .()|_-]{0,2}$/.test(separator));
}

// «9 2 4 - 4 7 - 1 1 6»: eight digits in many small pieces and nothing else beside them.
function wholeChainInPieces(chain: DigitChain, index: number, last: number): boolean {
  if (index > 0 || last !== chain.groups.length - 1 || last < 4) return false;
  return chain.separators.every((separator) => /^[ .,_|*()\-–/]{0,3}$/.test(separator));
}

// «fire fem seks sju …»: every number one more than the one before, or one less.
function counts(groups: readonly DigitGroup[]): boolean {
  const steps = groups.slice(1).map(({ digits }, index) => Number(digits) - Number(groups[index]?.digits));
  return Math.abs(steps[0] ?? 0) === 1 && steps.every((step) => step === steps[0]);
}

// Brackets and spoiler bars open and close: «||90||||23||» and «(4)(7)».
function sameKindSeparators(chain: DigitChain, index: number, last: number): boolean {
  const kinds = new Set(chain.separators.slice(index, last).map((separator) => separator.charAt(0)));
  return kinds.size === 1 && /[|()[\]*_]/.test([...kinds][0] ?? '');
}

function looksLikeYearsOrTimes(groups: readonly DigitGroup[], separator: string): boolean {
  // «24.05.2027»
  if (groups.length === 3 && '.-/'.includes(separator)) {
    const [day, month, year] = groups.map(({ digits }) => Number(digits));
    const dated = (day ?? 99) <= 31 && (month ?? 99) <= 12 && (year ?? 0) >= 1900 && (year ?? 0) < 2040;
    if (dated && groups.map(({ digits }) => digits.length).join('-') === '2-2-4') return true;
  }
  if (groups.length === 8 || (groups.length === 4 && groups.every(({ digits }) => digits.length === 2))) return false;
  if (groups.length === 2 && groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))) return true;
  const usual = groups.map(({ digits }) => digits.length).join('-') === '3-2-3';
  return (
    separator === ':' ||
    (separator === '/' && !usual) ||
    (separator === '-' && groups.length === 2 && groups[0]?.digits.length === 4 && /^(?:19|20)/.test(groups[0].digits))
  );
}

// Numbers of other lengths count only right after words that announce a telephone number.
export function cuedPhone(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const before = wordsBefore(message, firstToken(chain, index), 5);
  const announced =
    before.some((word) => announcing.has(word)) &&
    meaningOf(message, firstToken(chain, index), firstToken(chain, index)) === 'phone';
  if (!announced) return undefined;
  let digits = '';
  for (let last = index; last < chain.groups.length; last++) {
    const separator = last > index ? (chain.separators[last - 1] ?? '') : ' ';
    if (!/^[ .\-()]*$/.test(separator) && !(separator === ',' && chain.groups[last]?.spoken === true)) break;
    digits += chain.groups[last]?.digits ?? '';
    const next = chain.groups[last + 1];
    const joint = chain.separators[last] ?? '';
    const more = next !== undefined && (/^[ .\-()]*$/.test(joint) || (joint === ',' && next.spoken));
    if (more && digits.length < 12) continue;
    if (digits.length >= 7 && digits.length <= 12) return candidate(chain, index, last, 'PHONE', 'phone.announced');
    const partial =
      !/^(?:kl|klokka|klokken|at|etter|før|til|fra|siden|innen)$/.test(before[0] ?? '') &&
      digits.length >= 3 &&
      digits.length < 8 &&
      before.slice(0, 4).some((word) => ownNumber.has(word));
    const endsMessage = lastToken(chain, last) >= message.tokens.length - 2;
    return partial && endsMessage ? candidate(chain, index, last, 'PHONE', 'phone.first-part') : undefined;
  }
  return undefined;
}

const announcing = cueWords(
  'nummeret nummer nr tlf tlfnr telefon telefonnummer telefonnummeret mobil mobilen mob mobilnummer mobilnummeret phone number ring call sms talet',
);

const ownNumber = cueWords('nummeret tlf telefonnummer telefonnummeret mobilnummer mobilnummeret mobilen number');
