import type { Rating } from '../assessment-rating.ts';
import type { IncidentAction } from '../case.ts';
import type { Instant } from '../time.ts';
import type { Category, Severity } from '../triage/assessment.ts';

/** A calendar month in Norway, e.g. `2030-01`. */
export type Month = `${number}-${number}`;

/** How long somebody waited before a person took the conversation. */
export const waits = ['under-5-min', 'under-15-min', 'under-1-h', 'under-4-h', 'under-24-h', 'longer'] as const;
export type Wait = (typeof waits)[number];

/** What a young person may say of the service; without words, and without whom. */
export type FeedbackName = `feedback:${string}`;

/** What is counted. Never a person, a case, a word or a rule. */
export type CountName =
  /** A conversation was begun. */
  | 'case'
  /** Somebody wrote who had not written within the time a sender is remembered. */
  | 'first-contact'
  | 'message'
  /** Somebody was told that nobody is there now. */
  | 'closed-reply'
  /** A member of staff checked in: one opening of the service. */
  | 'shift'
  /** A sender erased what was stored about them. */
  | 'erasure'
  | `wait:${Wait}`
  /** Of a conversation when it was closed: what a person filed, else what triage said. */
  | `level:${Severity}`
  | `theme:${Category | 'other' | 'none'}`
  /** What a person filed as done, when the conversation was closed. */
  | `referral:${IncidentAction}`
  /** What a person said of triage's level. */
  | `rating:${Rating}`
  | FeedbackName;

export interface Count {
  readonly month: Month;
  readonly name: string;
  readonly n: number;
}

/** Norway has one time zone, also for Svalbard. Source: lov om norsk tid. */
const timeZone = 'Europe/Oslo';

export function monthOf(at: Instant): Month {
  const { year, month } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}` as Month;
}
