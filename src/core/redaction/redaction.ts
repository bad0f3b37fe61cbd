import type { CatalogueLanguage } from '../language.ts';
import type { RawText } from '../raw-text.ts';

/** What kinds of personal data redaction finds. Meaning of each: docs/redaction.md. */
export const personalDataKinds = [
  'NATIONAL_ID',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'NAME',
  'SCHOOL',
  'BIRTHDATE',
  'BANK',
  'IP',
  'USERNAME',
  'URL',
  'COORDINATES',
  'VEHICLE',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

declare const redacted: unique symbol;
/** Text that has passed redaction: the only text a store, a view or a log may accept. */
export type RedactedText = string & { readonly [redacted]: true };

/** One masked place. Offsets are UTF-16 code units of the original, end exclusive. Never the value. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalDataKind;
  readonly ruleId: string;
}

/**
 * What one conversation has named so far, so that placeholders stay the same («[navn 1]») and a name found once is
 * masked afterwards. Holds keyed digests, never values; safe to store with the case.
 */
export interface PlaceholderMemory {
  readonly entries: readonly { readonly kind: PersonalDataKind; readonly number: number; readonly digest: string }[];
}

export interface RedactionContext {
  /** The reader's language: placeholders are written in it. */
  readonly language: CatalogueLanguage;
  readonly memory: PlaceholderMemory;
  /** Keyed one-way digest for the memory, bound to the conversation. */
  readonly digest: (normalised: string) => string;
  /** The sender's previous messages, oldest first; in memory only. Numbers split over messages are found through them. */
  readonly earlier: readonly RawText[];
}

export interface Redaction {
  readonly text: RedactedText;
  readonly findings: readonly Finding[];
  readonly memory: PlaceholderMemory;
}
