import { cueWords, type CueWords } from './cue-words.ts';
import { isValidFodselsnummer, isValidKontonummer, passesLuhn, startsWithBirthDate } from './check-digits.ts';
import type { DigitChain, DigitGroup } from './digit-chains.ts';
import type { Message, Sighting, Stretch } from './message.ts';
import { wordsBefore } from './message.ts';
import { meaningOf } from './number-context.ts';
import type { PersonalDataKind } from './redaction.ts';
import type { RuleId } from './rules.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const accountCues = cueWords(
  'konto kontoen kontonr kontonummer kontonummeret sparekonto sparekontoen lønnskonto lønnskontoen brukskonto bank banken account acc overfør overføre overført betal betale betalte betaler vipps stipendet lønna lønn pengar pengene penger innskudd iban kontoar kontu',
);
const cardCues = cueWords(
  'kort kortet kortnummer kortnummeret visa visakort visakortet visaen mastercard bankkort bankkortet card debit kredittkort kredittkortet',
);
const idCues = cueWords(
  'fnr fødselsnummer fødselsnummeret fødselsnr fødselsnummret personnummer personnummeret personnr pnr dnummer d-nummer d-nummeret dnr hjelpenummer folkeregisteret folkeregisternr folkeregistrert skatteetaten id id-en idnummer id-nummer personlig bankid social ssn fødselsnumra',
);
const lastFiveCues = words('siste fem 5 personnummer personnummeret pnr last five');
const splitCues = cueWords(
  'starter begynner først midten midt slutter ender slutten deretter resten siste starts ends middle begynnelsen midtre byrjar endar etterfulgt slutt fortsetter fortsetter etterpå midterst bakerst fremst start then followed halvdel halvdelen del delen sånn så kommer',
);

/** More groups than this are no number in parts. */
const mostParts = 16;

interface Reach {
  readonly last: number;
  readonly digits: string;
}

/**
 * National ids, bank accounts, cards and telephone numbers in digit chains.
 * @param protectedNumbers digits of help lines and the municipality's own numbers; they come back as `kept`
 */
export function detectNumbers(
  message: Message,
  chains: readonly DigitChain[],
  protectedNumbers: ReadonlySet<string>,
): { readonly found: readonly Sighting[]; readonly kept: readonly Stretch[] } {
  const found: Sighting[] = [];
  const kept: Stretch[] = [];
  for (const chain of chains) {
    for (let index = 0; index < chain.groups.length;) {
      const guarded = protectedReach(chain, index, protectedNumbers);
      if (guarded !== undefined) {
        kept.push({ start: startAt(chain, index), end: endAt(chain, guarded.last) });
        index = guarded.last + 1;
        continue;
      }
      const sighting = numberAt(message, chain, index, protectedNumbers);
      if (sighting === undefined) {
        index++;
        continue;
      }
      found.push(sighting.sighting);
      index = sighting.next;
    }
  }
  const count = chains.reduce((sum, { groups }) => sum + groups.length, 0);
  if (count > 1 && count <= mostParts) {
    found.push(...numberInParts(message, chains, found), ...dateAndFive(message, chains, found));
  }
  return { found, kept };
}

function startAt(chain: DigitChain, index: number): number {
  return chain.groups[index]?.start ?? 0;
}
function endAt(chain: DigitChain, index: number): number {
  return chain.groups[index]?.end ?? 0;
}

/** The groups from `index` that together hold exactly `length` digits. */
function reach(chain: DigitChain, index: number, length: number): Reach | undefined {
  let digits = '';
  for (let last = index; last < chain.groups.length; last++) {
    digits += chain.groups[last]?.digits ?? '';
    if (digits.length === length) return { last, digits };
    if (digits.length > length) return undefined;
  }
  return undefined;
}

function protectedReach(chain: DigitChain, index: number, numbers: ReadonlySet<string>): Reach | undefined {
  let digits = '';
  let longest: Reach | undefined;
  for (let last = index; last < chain.groups.length && digits.length < 13; last++) {
    digits += chain.groups[last]?.digits ?? '';
    if (isProtected(digits, numbers)) longest = { last, digits };
    if (last + 1 < chain.groups.length && /[,/\n;:]/.test(chain.separators[last] ?? '')) break;
  }
  return longest;
}

function isProtected(digits: string, numbers: ReadonlySet<string>): boolean {
  if (numbers.has(digits)) return true;
  if (digits.length > 8 && digits.startsWith('0047')) return numbers.has(digits.slice(4));
  return digits.length > 6 && digits.startsWith('47') && numbers.has(digits.slice(2));
}

interface Candidate {
  readonly sighting: Sighting;
  readonly next: number;
}

function numberAt(
  message: Message,
  chain: DigitChain,
  index: number,
  numbers: ReadonlySet<string>,
): Candidate | undefined {
  const group = chain.groups[index];
  if (group === undefined) return undefined;
  return (
    internationalPhone(message, chain, index, numbers) ??
    hexPhone(chain, index) ??
    cardNumber(message, chain, index) ??
    elevenDigits(message, chain, index) ??
    maskedTail(message, group, index) ??
    lastFive(message, group, index) ??
    norwegianPhone(message, chain, index) ??
    cuedPhone(message, chain, index)
  );
}

function candidate(chain: DigitChain, index: number, last: number, kind: PersonalDataKind, ruleId: RuleId): Candidate {
  return { sighting: { start: startAt(chain, index), end: endAt(chain, last), kind, ruleId }, next: last + 1 };
}

function internationalPhone(
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
  const doubleZero = group.digits.startsWith('00');
  if (!plus && !doubleZero) return undefined;
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

function cardNumber(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  for (const length of [16, 15, 14, 13, 19]) {
    const card = reach(chain, index, length);
    if (
      card === undefined ||
      !/^[3-6]/.test(card.digits) ||
      meaningOf(message, firstToken(chain, index), lastToken(chain, card.last)) === 'thing'
    )
      continue;
    const cued = hasWord(wordsBefore(message, firstToken(chain, index), 8), cardCues);
    const plausible = length === 16 && /^[45]/.test(card.digits) && card.last > index;
    if (passesLuhn(card.digits) || cued || plausible) return candidate(chain, index, card.last, 'BANK', 'bank.card');
  }
  return undefined;
}

function firstToken(chain: DigitChain, index: number): number {
  return chain.groups[index]?.firstToken ?? 0;
}
function lastToken(chain: DigitChain, index: number): number {
  return chain.groups[index]?.lastToken ?? 0;
}
function hasWord(list: readonly string[], set: CueWords): boolean {
  return list.some((word) => set.has(word) || (word.includes('-') && word.split('-').some((part) => set.has(part))));
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
function hexPhone(chain: DigitChain, index: number): Candidate | undefined {
  const pairs = chain.groups.slice(index, index + 8);
  if (pairs.length < 8 || !pairs.every(({ digits }) => /^3\d$/.test(digits))) return undefined;
  return candidate(chain, index, index + 7, 'PHONE', 'phone.hex');
}

function elevenDigits(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const eleven = reach(chain, index, 11);
  if (eleven === undefined) return undefined;
  const sizes = chain.groups.slice(index, eleven.last + 1).map(({ digits }) => digits.length);
  if (sizes.some((size) => size >= 7 && size < 11)) return undefined;
  if (sizes.length > 1 && sizes.at(-1) === 1 && sizes.some((size) => size > 2)) return undefined;
  if (!uniform(chain, index, eleven.last) && sizes.length < 4) return undefined;
  const before = wordsBefore(message, firstToken(chain, index), 8);
  const after = wordsAfter(message, lastToken(chain, eleven.last), 6);
  const saysId = hasWord(before, idCues) || hasWord(after, idCues);
  const saysAccount = hasWord(before, accountCues) || hasWord(after, accountCues);
  if (
    !saysId &&
    !saysAccount &&
    meaningOf(message, firstToken(chain, index), lastToken(chain, eleven.last)) === 'thing'
  )
    return undefined;
  const asAccount = candidate(chain, index, eleven.last, 'BANK', 'bank.account');
  const asId = candidate(chain, index, eleven.last, 'NATIONAL_ID', 'national-id.eleven-digits');
  if (saysId !== saysAccount) return saysId ? asId : asAccount;
  if (isValidFodselsnummer(eleven.digits)) return asId;
  if (sizes.join('-') === '4-2-5' || isValidKontonummer(eleven.digits)) return asAccount;
  return startsWithBirthDate(eleven.digits) ? asId : asAccount;
}

function wordsAfter({ tokens }: Message, index: number, count: number): readonly string[] {
  const list: string[] = [];
  for (let at = index + 1; at < tokens.length && list.length < count && at < index + 30; at++) {
    const token = tokens[at];
    if (token?.kind === 'word') list.push(token.lower);
  }
  return list;
}

function uniform(chain: DigitChain, index: number, last: number): boolean {
  const first = chain.separators[index];
  for (let at = index; at < last; at++) if (chain.separators[at] !== first) return false;
  return true;
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

function norwegianPhone(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const prefixed = [12, 10]
    .map((length) => reach(chain, index, length))
    .find((it) => it !== undefined && /^(?:0047|47)/.test(it.digits) && it.digits.length !== 8);
  const whole =
    prefixed !== undefined &&
    /^(?:0047|47)[2-9]\d{7}$/.test(prefixed.digits) &&
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
    if (allSpoken && /^(?:12345678|23456789|98765432)$/.test(digits)) return undefined;
  }
  if (whole.digits.length > 8) return withoutPrefix(chain, index, whole.last, whole.digits.length - 8);
  const spoken = groups.some((group) => group.spoken);
  return candidate(chain, index, whole.last, 'PHONE', spoken ? 'phone.spoken' : 'phone.eight-digits');
}

// «(908) 07 060»: the usual grouping with mixed small separators; «22.10-24.10» is two dates.
function tightGrouping(chain: DigitChain, index: number, last: number): boolean {
  const separators = chain.separators.slice(index, last);
  const sizes = chain.groups.slice(index, last + 1).map(({ digits }) => digits.length);
  const usual = ['3-2-3', '2-2-2-2', '4-4'].includes(sizes.join('-'));
  const dates = separators.includes('.') && separators.includes('-');
  return usual && !dates && separators.every((separator) => /^[ .()-]{0,2}$/.test(separator));
}

// Brackets and spoiler bars open and close: «||90||||23||» and «(4)(7)».
function sameKindSeparators(chain: DigitChain, index: number, last: number): boolean {
  const kinds = new Set(chain.separators.slice(index, last).map((separator) => separator.charAt(0)));
  return kinds.size === 1 && /[|()[\]*_]/.test([...kinds][0] ?? '');
}

function looksLikeYearsOrTimes(groups: readonly DigitGroup[], separator: string): boolean {
  if (groups.length === 8) return false;
  if (groups.length === 2 && groups.every(({ digits }) => /^(?:19|20)\d\d$/.test(digits))) return true;
  return (
    separator === ':' ||
    separator === '/' ||
    (separator === '-' && groups.length === 2 && groups[0]?.digits.length === 4 && /^(?:19|20)/.test(groups[0].digits))
  );
}

// Numbers of other lengths count only right after words that announce a telephone number.
function cuedPhone(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const before = wordsBefore(message, firstToken(chain, index), 5);
  const announced =
    before.some((word) => announcing.has(word)) &&
    meaningOf(message, firstToken(chain, index), firstToken(chain, index)) === 'phone';
  if (!announced) return undefined;
  let digits = '';
  for (let last = index; last < chain.groups.length; last++) {
    const separator = last > index ? (chain.separators[last - 1] ?? '') : ' ';
    if (!/^[ .\-()]*$/.test(separator)) break;
    digits += chain.groups[last]?.digits ?? '';
    const next = chain.groups[last + 1];
    const more = next !== undefined && /^[ .\-()]*$/.test(chain.separators[last] ?? '');
    if (more && digits.length < 12) continue;
    if (digits.length >= 7 && digits.length <= 12) return candidate(chain, index, last, 'PHONE', 'phone.announced');
    const partial = digits.length >= 3 && digits.length < 8 && before.slice(0, 4).some((word) => ownNumber.has(word));
    const endsMessage = lastToken(chain, last) >= message.tokens.length - 2;
    return partial && endsMessage ? candidate(chain, index, last, 'PHONE', 'phone.first-part') : undefined;
  }
  return undefined;
}
const announcing = words(
  'nummeret nummer tlf tlfnr telefon telefonnummer telefonnummeret mobil mobilen mob mobilnummer mobilnummeret phone number ring call sms talet',
);
const ownNumber = words('nummeret tlf telefonnummer telefonnummeret mobilnummer mobilnummeret mobilen number');

// «140310 xxxxx», «270810 70***»
function maskedTail(message: Message, group: DigitGroup, index: number): Candidate | undefined {
  if (group.digits.length !== 6 && group.digits.length !== 11) return undefined;
  const tail = /^[ -]?[\dxX*#•_?]{5}(?![\p{L}\p{N}])/u.exec(message.view.text.slice(group.end, group.end + 7));
  if (tail === null || !/[xX*#•_?]/.test(tail[0]) || !startsWithBirthDate(group.digits)) return undefined;
  const end = group.end + tail[0].length;
  return {
    sighting: { start: group.start, end, kind: 'NATIONAL_ID', ruleId: 'national-id.masked-tail' },
    next: index + 1,
  };
}

function lastFive(message: Message, group: DigitGroup, index: number): Candidate | undefined {
  if (group.digits.length !== 5 || group.spoken) return undefined;
  const before = wordsBefore(message, group.firstToken, 5);
  const cues = before.filter((word) => lastFiveCues.has(word));
  const says =
    cues.includes('siste') || cues.includes('last') || cues.some((word) => word.startsWith('person') || word === 'pnr');
  if (!says) return undefined;
  return {
    sighting: { start: group.start, end: group.end, kind: 'NATIONAL_ID', ruleId: 'national-id.last-five' },
    next: index + 1,
  };
}

// «starter på 413, midten er 04, slutter på 568»: parts that add up to a whole number, with words that say so.
function numberInParts(
  message: Message,
  chains: readonly DigitChain[],
  found: readonly Sighting[],
): readonly Sighting[] {
  const groups = chains
    .flatMap((chain) => chain.groups)
    .filter(({ start }) => !found.some((it) => start >= it.start && start < it.end));
  const whole = groups.filter(({ spoken, digits }) => !spoken || digits.length > 1);
  if (whole.length !== groups.length) return [];
  const total = groups.reduce((sum, { digits }) => sum + digits.length, 0);
  if (groups.length < 2 || groups.length > 8 || (total !== 8 && total !== 11)) return [];
  const cues = message.tokens.filter(({ kind, lower }) => kind === 'word' && splitCues.has(lower)).length;
  if (cues < 2 && !(cues === 1 && groups.length === 2)) return [];
  const kind = total === 8 ? 'PHONE' : 'NATIONAL_ID';
  return groups.map(({ start, end }) => ({
    start,
    end,
    kind,
    ruleId: total === 8 ? 'phone.in-parts' : 'national-id.in-parts',
  }));
}

// «tallene er 021007 og bak der kommer 80489»: a date of six digits and, later in the message, five more.
function dateAndFive(message: Message, chains: readonly DigitChain[], found: readonly Sighting[]): readonly Sighting[] {
  const groups = chains
    .flatMap((chain) => chain.groups)
    .filter(({ start }) => !found.some((it) => start >= it.start && start < it.end));
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
