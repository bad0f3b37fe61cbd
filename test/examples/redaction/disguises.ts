import type { Chance } from './chance.ts';
import {
  email,
  handle,
  kontoDigits,
  nationalDigits,
  person,
  phoneDigits,
  plate,
  street,
  type Filling,
} from './fillers.ts';

const whole = (text: string, type: string): Filling => ({ text, gold: { start: 0, end: text.length, type } });
const each = (text: string, joined: string, change: (sign: string) => string = (sign) => sign): string =>
  Array.from(text).map(change).join(joined);
const wide = (text: string): string =>
  each(text, '', (sign) => (/[!-~]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign));
const words: Readonly<Record<string, readonly string[]>> = {
  nb: ['null', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni'],
  nn: ['null', 'ein', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
};
const spoken = (digits: string, language: string): string =>
  each(digits, ' ', (digit) => words[language]?.[Number(digit)] ?? digit);
const tens = ['', '', 'tjue', 'tretti', 'førti', 'femti', 'seksti', 'sytti', 'åtti', 'nitti'];
const spokenPairs = (digits: string): string =>
  (digits.match(/../g) ?? [])
    .map((pair) =>
      Number(pair) < 20
        ? spoken(pair, 'nb')
        : `${tens[Number(pair.charAt(0))] ?? ''}${pair.endsWith('0') ? '' : (words['nb']?.[Number(pair.charAt(1))] ?? '')}`,
    )
    .join(' ');
const invisible = (text: string, chance: Chance): string =>
  each(text, '', (sign) => sign + chance.pick(['\u200b', '\u2060', '\u00ad', '\u200d', '']));
const smallCapitals: Readonly<Record<string, string>> = {
  a: 'ᴀ',
  b: 'ʙ',
  c: 'ᴄ',
  d: 'ᴅ',
  e: 'ᴇ',
  g: 'ɢ',
  h: 'ʜ',
  i: 'ɪ',
  j: 'ᴊ',
  k: 'ᴋ',
  l: 'ʟ',
  m: 'ᴍ',
  n: 'ɴ',
  o: 'ᴏ',
  p: 'ᴘ',
  r: 'ʀ',
  t: 'ᴛ',
  u: 'ᴜ',
  v: 'ᴠ',
  y: 'ʏ',
  z: 'ᴢ',
};
const homoglyphs: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  o: 'о',
  i: 'і',
  K: 'К',
  M: 'М',
  A: 'А',
  T: 'Т',
  B: 'В',
  H: 'Н',
};
const leet: Readonly<Record<string, string>> = { i: '1', o: '0', e: '3', a: '4' };
const emailWords = (text: string): string => text.replace('@', ' krøllalfa ').replaceAll('.', ' punktum ');
/** One letter exchanged, so that a name stays readable. */
const onlyFirst = (text: string, table: Readonly<Record<string, string>>): string => {
  const at = Array.from(text).findIndex((sign, index) => index > 0 && table[sign] !== undefined);
  return at < 0 ? text : text.slice(0, at) + (table[text.charAt(at)] ?? '') + text.slice(at + 1);
};
const notShort = (chance: Chance): string => {
  for (;;) {
    const name = person(chance);
    if (/^[\p{Script=Latin}]{4,}$/u.test(name) && /[iea]/.test(name.slice(1))) return name;
  }
};

/** Slots of adversarial frames: the same values in the ways people hide them. */
export const disguises: Readonly<Record<string, (chance: Chance) => Filling>> = {
  'phone~spaced': (chance) => whole(each(phoneDigits(chance), ' '), 'PHONE'),
  'phone~words': (chance) => whole(spoken(phoneDigits(chance), 'nb'), 'PHONE'),
  'phone~wordsen': (chance) => whole(spoken(phoneDigits(chance), 'en'), 'PHONE'),
  'phone~wordsnn': (chance) => whole(spoken(phoneDigits(chance), 'nn'), 'PHONE'),
  'phone~dots': (chance) => whole(each(phoneDigits(chance), '.'), 'PHONE'),
  'phone~stars': (chance) => whole(each(phoneDigits(chance), '*'), 'PHONE'),
  'phone~emoji': (chance) =>
    whole(
      each(phoneDigits(chance), '', (digit) => `${digit}\ufe0f\u20e3`),
      'PHONE',
    ),
  'phone~wide': (chance) => whole(wide(phoneDigits(chance)), 'PHONE'),
  'phone~leet': (chance) => whole(phoneDigits(chance).replace(/0/g, 'o').replace(/1/g, 'l'), 'PHONE'),
  'phone~bold': (chance) => whole(phoneDigits(chance).replace(/(..)(..)(..)(..)/, '$1**$2**$3**$4'), 'PHONE'),
  'phone~invisible': (chance) => whole(invisible(phoneDigits(chance), chance), 'PHONE'),
  'phone~tens': (chance) => whole(spokenPairs(phoneDigits(chance)), 'PHONE'),
  'phone~mixed': (chance) =>
    whole(
      each(phoneDigits(chance), ' ', (digit) => (chance.oneIn(2) ? digit : (words['nb']?.[Number(digit)] ?? digit))),
      'PHONE',
    ),
  'phone~circled': (chance) =>
    whole(
      each(phoneDigits(chance), '', (digit) => (digit === '0' ? '⓪' : String.fromCharCode(0x245f + Number(digit)))),
      'PHONE',
    ),
  'name~spaced': (chance) => whole(each(notShort(chance), ' '), 'NAME'),
  'name~dots': (chance) => whole(each(notShort(chance), '.'), 'NAME'),
  'name~homoglyph': (chance) => whole(onlyFirst(notShort(chance), homoglyphs), 'NAME'),
  'name~invisible': (chance) => whole(invisible(notShort(chance), chance), 'NAME'),
  'name~plain': (chance) => whole(person(chance), 'NAME'),
  'name~leet': (chance) => whole(onlyFirst(notShort(chance), leet), 'NAME'),
  'name~wide': (chance) => whole(wide(notShort(chance)), 'NAME'),
  'name~smallcaps': (chance) =>
    whole(
      each(notShort(chance).toLowerCase(), '', (sign) => smallCapitals[sign] ?? sign),
      'NAME',
    ),
  'name~caps': (chance) => whole(notShort(chance).toUpperCase(), 'NAME'),
  'name~stretch': (chance) => whole(notShort(chance).replace(/([aeio])(?!.*[aeio])/, '$1$1$1$1'), 'NAME'),
  'email~words': (chance) => whole(emailWords(email(chance)), 'EMAIL'),
  'email~brackets': (chance) => whole(email(chance).replace('@', ' (at) ').replaceAll('.', ' [dot] '), 'EMAIL'),
  'email~spaced': (chance) => whole(email(chance).replace('@', ' @ '), 'EMAIL'),
  'nid~spaced': (chance) => whole(each(nationalDigits(chance), ' '), 'NATIONAL_ID'),
  'nid~words': (chance) => whole(spoken(nationalDigits(chance), 'nb'), 'NATIONAL_ID'),
  'nid~emoji': (chance) =>
    whole(
      each(nationalDigits(chance), '', (digit) => `${digit}\ufe0f\u20e3`),
      'NATIONAL_ID',
    ),
  'nid~invisible': (chance) => whole(invisible(nationalDigits(chance), chance), 'NATIONAL_ID'),
  'bank~spaced': (chance) => whole(each(kontoDigits(chance), ' '), 'BANK'),
  'plate~spaced': (chance) => whole(each(plate(chance).replace(/[ -]/g, ''), ' '), 'VEHICLE'),
  'handle~dotword': (chance) =>
    whole(handle(chance).replace('.', ' punktum ').replace('_', ' understrek '), 'USERNAME'),
  'street~wide': (chance) => whole(wide(street(chance)), 'ADDRESS'),
};
