import { idnr } from '@navikt/fnrvalidator';

/** True for eleven digits with valid control digits as fødselsnummer, D-number, H-number or test number. */
export function isValidFodselsnummer(digits: string): boolean {
  return idnr(digits).status === 'valid';
}

/** True when the first six digits can be a date of birth, with the additions for D-, H- and synthetic numbers. */
export function startsWithBirthDate(digits: string): boolean {
  const day = Number(digits.slice(0, 2)) % 40;
  const month = Number(digits.slice(2, 4)) % 20;
  const synthetic = Number(digits.slice(2, 4)) % 40;
  return day >= 1 && day <= 31 && ((month >= 1 && month <= 12) || (synthetic >= 1 && synthetic <= 12));
}

const kontonummerWeights = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/** True for an eleven-digit kontonummer with a valid control digit. Source: Bits, "Kontonummer", modulus 11. */
export function isValidKontonummer(digits: string): boolean {
  if (digits.length !== 11) return false;
  const sum = kontonummerWeights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  const control = (11 - (sum % 11)) % 11;
  return control === Number(digits.charAt(10));
}

/** True when the Luhn control digit of a payment card is right. Source: ISO/IEC 7812-1, annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits.charAt(digits.length - 1 - index));
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
