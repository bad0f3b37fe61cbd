import { isValidFodselsnummer, isValidKontonummer, passesLuhn, startsWithBirthDate } from './check-digits.ts';
import { cueWords } from './cue-words.ts';
import { cuedPhone, hexPhone, internationalPhone, norwegianPhone } from './detect-phones.ts';
import type { DigitChain } from './digit-chains.ts';
import { encodedNumbers } from './encoded-numbers.ts';
import {
  candidate,
  endAt,
  firstToken,
  hasWord,
  lastToken,
  reach,
  startAt,
  type Candidate,
  type Reach,
  uniform,
  wordsAfter,
} from './digit-reach.ts';
import { type Message, type Sighting, type Stretch, wordsBefore } from './message.ts';
import { meaningOf } from './number-context.ts';
import { dateAndFive, lastFive, maskedTail, numberInParts } from './numbers-in-parts.ts';

const accountCues = cueWords(
  'konto kontoen kontonr kontonummer kontonummeret sparekonto sparekontoen lønnskonto lønnskontoen brukskonto bank banken account acc overfør overføre overført betal betale betalte betaler vipps stipendet lønna lønn pengar pengene penger innskudd iban kontoar kontu',
);

const cardCues = cueWords(
  'kort kortet kortnummer kortnummeret visa visakort visakortet visaen mastercard bankkort bankkortet card debit kredittkort kredittkortet',
);

const idCues = cueWords(
  'fnr fødselsnummer fødselsnummeret fødselsnr fødselsnummret personnummer personnummeret personnr pnr dnummer d-nummer d-nummeret dnr d-no dno d-nr hjelpenummer folkeregisteret folkeregisternr folkeregistrert skatteetaten id id-en idnummer id-nummer personlig bankid social ssn fødselsnumra',
);

/** More groups than this are no number in parts. */
const mostParts = 16;

/**
 * National ids, bank accounts, cards and telephone numbers in digit chains.
 * @param protectedNumbers digits of help lines and the municipality's own numbers; they come back as `kept`
 */
export function detectNumbers(
  message: Message,
  chains: readonly DigitChain[],
  protectedNumbers: ReadonlySet<string>,
): { readonly found: readonly Sighting[]; readonly kept: readonly Stretch[] } {
  const found: Sighting[] = [...encodedNumbers(message)];
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
    cardCode(message, chain, index) ??
    elevenDigits(message, chain, index) ??
    maskedTail(message, group, index) ??
    lastFive(message, chain, index) ??
    norwegianPhone(message, chain, index) ??
    cuedPhone(message, chain, index)
  );
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

// «tjueåtte førtini null sju sytti seks null fire»: «sytti seks» is 76 or 70 and 6, so the length may come out wrong.
function spokenId(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const groups = chain.groups.slice(index);
  const length = groups.reduce((sum, { digits }) => sum + digits.length, 0);
  if (length < 9 || length > 13 || !groups.every(({ spoken }) => spoken)) return undefined;
  return hasWord(wordsBefore(message, firstToken(chain, index), 8), idCues)
    ? candidate(chain, index, chain.groups.length - 1, 'NATIONAL_ID', 'national-id.eleven-digits')
    : undefined;
}

// The three digits on the back of a card, after a word that says so.
function cardCode(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  if (chain.groups[index]?.digits.length !== 3) return undefined;
  const before = wordsBefore(message, firstToken(chain, index), 3);
  if (!before.some((word) => /^cv[cv]2?(?:-?kode[n]?)?$/.test(word))) return undefined;
  return candidate(chain, index, index, 'BANK', 'bank.card');
}

function elevenDigits(message: Message, chain: DigitChain, index: number): Candidate | undefined {
  const eleven = reach(chain, index, 11);
  if (eleven === undefined) return spokenId(message, chain, index);
  const sizes = chain.groups.slice(index, eleven.last + 1).map(({ digits }) => digits.length);
  if (sizes.some((size) => size >= 7 && size < 11)) return undefined;
  if (!uniform(chain, index, eleven.last) && sizes.length < 4) return undefined;
  const before = wordsBefore(message, firstToken(chain, index), 8);
  const after = wordsAfter(message, lastToken(chain, eleven.last), 6);
  const saysId = hasWord(before, idCues) || hasWord(after, idCues);
  const saysAccount = hasWord(before, accountCues) || hasWord(after, accountCues);
  // «911-22-334 / 911-22-335»: a whole telephone number, then something else.
  const eight = reach(chain, index, 8);
  if (eight !== undefined && /\//.test(chain.separators[eight.last] ?? '') && !saysId && !saysAccount) return undefined;
  if (!saysId && !saysAccount && sizes.length > 1 && sizes.at(-1) === 1 && sizes.some((size) => size > 2))
    return undefined;
  if (
    !saysId &&
    !saysAccount &&
    meaningOf(message, firstToken(chain, index), lastToken(chain, eleven.last)) === 'thing'
  )
    return undefined;
  // «en to tre fire …»: somebody counts.
  if (!saysId && !saysAccount && eleven.digits.startsWith('1234567')) return undefined;
  const asAccount = candidate(chain, index, eleven.last, 'BANK', 'bank.account');
  const asId = candidate(chain, index, eleven.last, 'NATIONAL_ID', 'national-id.eleven-digits');
  if (saysId !== saysAccount) return saysId ? asId : asAccount;
  if (isValidFodselsnummer(eleven.digits)) return asId;
  if (sizes.join('-') === '4-2-5' || isValidKontonummer(eleven.digits)) return asAccount;
  return startsWithBirthDate(eleven.digits) ? asId : asAccount;
}
