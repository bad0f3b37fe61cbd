import type { CatalogueLanguage } from '../language.ts';
import type { PersonalDataKind } from './redaction.ts';

/** What stands in the text instead of each kind. Numbered kinds tell two people apart. */
const wording: Readonly<Record<CatalogueLanguage, Readonly<Record<PersonalDataKind, string>>>> = {
  nb: {
    NATIONAL_ID: 'fødselsnummer',
    PHONE: 'telefonnummer',
    EMAIL: 'e-post',
    ADDRESS: 'adresse',
    NAME: 'navn',
    SCHOOL: 'skole',
    BIRTHDATE: 'fødselsdato',
    BANK: 'kontonummer',
    IP: 'IP-adresse',
    USERNAME: 'brukernavn',
    URL: 'lenke',
    COORDINATES: 'posisjon',
    VEHICLE: 'bilskilt',
  },
  nn: {
    NATIONAL_ID: 'fødselsnummer',
    PHONE: 'telefonnummer',
    EMAIL: 'e-post',
    ADDRESS: 'adresse',
    NAME: 'namn',
    SCHOOL: 'skule',
    BIRTHDATE: 'fødselsdato',
    BANK: 'kontonummer',
    IP: 'IP-adresse',
    USERNAME: 'brukarnamn',
    URL: 'lenkje',
    COORDINATES: 'posisjon',
    VEHICLE: 'bilskilt',
  },
  en: {
    NATIONAL_ID: 'national id',
    PHONE: 'phone number',
    EMAIL: 'email',
    ADDRESS: 'address',
    NAME: 'name',
    SCHOOL: 'school',
    BIRTHDATE: 'date of birth',
    BANK: 'account number',
    IP: 'IP address',
    USERNAME: 'username',
    URL: 'link',
    COORDINATES: 'location',
    VEHICLE: 'number plate',
  },
};

const numberedKinds: ReadonlySet<PersonalDataKind> = new Set(['NAME', 'USERNAME']);

/** True for kinds whose placeholder carries a number. */
export function isNumbered(kind: PersonalDataKind): boolean {
  return numberedKinds.has(kind);
}

/** «[navn 1]», «[telefonnummer]» in the reader's language. `number` counts from 1 and is used by numbered kinds only. */
export function placeholderFor(kind: PersonalDataKind, language: CatalogueLanguage, number: number): string {
  const word = wording[language][kind];
  return isNumbered(kind) ? `[${word} ${String(number)}]` : `[${word}]`;
}

const placeholderWords: ReadonlySet<string> = new Set(Object.values(wording).flatMap((words) => Object.values(words)));
const bracketed = /\[([\p{L}][\p{L} -]{2,20}?)(?: \d{1,4})?\]/gu;

/** Places in `text` that already hold a placeholder, in any language. */
export function placeholdersIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  if (!text.includes('[')) return [];
  return [...text.matchAll(bracketed)]
    .filter((match) => placeholderWords.has(match[1] ?? ''))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}
