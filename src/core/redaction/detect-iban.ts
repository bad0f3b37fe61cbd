import { withDigit } from './hints.ts';
import type { Message, Sighting } from './message.ts';

/** Lengths of an IBAN by country. Source: SWIFT, "IBAN Registry". */
const lengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MR: 27,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SC: 31,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};
const start = /(?<![\p{L}\p{N}])[A-Za-z]{2} ?\d[ .-]?\d(?=[ .-]?[A-Za-z\d])/gu;

/** IBANs by country, length and shape. Wrong control digits do not save one: it is written as an account number. */
export function detectIban({ view: { text }, open }: Message): readonly Sighting[] {
  const found: Sighting[] = [];
  if ((open & withDigit) === 0 || !/\d ?\d/.test(text)) return found;
  for (const match of text.matchAll(start)) {
    const length = lengths[match[0].slice(0, 2).toUpperCase()];
    if (length === undefined) continue;
    let count = 0;
    let digits = 0;
    let at = match.index;
    let gap = 0;
    for (; at < text.length && count < length; at++) {
      const sign = text.charAt(at);
      if (/[A-Za-z\d]/.test(sign)) {
        count++;
        gap = 0;
        if (/\d/.test(sign)) digits++;
      } else if (!/[ .\-·]/.test(sign) || ++gap > 2) break;
    }
    const closed = !/[\p{L}\p{N}]/u.test(text.charAt(at));
    if (count === length && closed && digits >= 10)
      found.push({ start: match.index, end: at, kind: 'BANK', ruleId: 'bank.iban' });
  }
  return found;
}
