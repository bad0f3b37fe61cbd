import { z } from 'zod';
import type { StaffRef } from './case.ts';
import { isSnowflake } from './ids.ts';
import type { Snowflake } from './ids.ts';
import { dayMs } from './time.ts';
import type { Instant } from './time.ts';

/** A text that is sent again and again: written by one, approved by another, read again before a date. */
export interface StandardText {
  /** 4–12 small letters and digits. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Whoever wrote the words as they stand. */
  readonly author: StaffRef;
  /** Absent: nobody has approved these words, and nobody can send them. */
  readonly approval?: { readonly by: StaffRef; readonly at: Instant; readonly reviewAt: Instant } | undefined;
  /** What has been done to it, oldest first; at most `longest.history`. */
  readonly history: readonly {
    readonly what: 'written' | 'approved' | 'taken-out';
    readonly by: StaffRef;
    readonly at: Instant;
  }[];
  readonly takenOut: boolean;
}

/** An approval stands this long; then somebody reads the text again. */
export const reviewAfterMs = 180 * dayMs;
/** Titles and texts in UTF-16 units; a text is no longer than a reply. */
export const longest = { title: 60, text: 1_800, history: 30 } as const;
/** More than these in one municipality cannot be found again. */
export const mostTexts = 200;

const idPattern = /^[a-z0-9]{4,12}$/u;
export const isTextId = (value: string): boolean => idPattern.test(value);

const staffRef = z.object({
  id: z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)),
  signature: z.string(),
});
const instant = z.number().int();
const storedText = z.object({
  id: z.string().regex(idPattern),
  title: z.string().min(1).max(longest.title),
  text: z.string().min(1).max(longest.text),
  author: staffRef,
  approval: z.object({ by: staffRef, at: instant, reviewAt: instant }).optional(),
  history: z.array(z.object({ what: z.enum(['written', 'approved', 'taken-out']), by: staffRef, at: instant })),
  takenOut: z.boolean(),
});
/** The form of the setting `standard-texts`. */
export const standardTextsSchema = z.array(storedText).readonly();

const withEvent = (
  { history }: Pick<StandardText, 'history'>,
  what: StandardText['history'][number]['what'],
  by: StaffRef,
  at: Instant,
): StandardText['history'] => [...history, { what, by, at }].slice(-longest.history);

/** New words, under a new id or in the place of earlier ones: in both cases somebody else must approve them. */
export const writeText = (
  { id, history }: Pick<StandardText, 'id' | 'history'>,
  title: string,
  text: string,
  author: StaffRef,
  at: Instant,
): StandardText => ({
  id,
  title,
  text,
  author,
  history: withEvent({ history }, 'written', author, at),
  takenOut: false,
});

/** Where a text stands: only one that is ready can be sent. */
export type TextState = 'not-approved' | 'ready' | 'to-review' | 'taken-out';

export function stateOfText({ approval, takenOut }: StandardText, now: Instant): TextState {
  if (takenOut) return 'taken-out';
  if (!approval) return 'not-approved';
  return now < approval.reviewAt ? 'ready' : 'to-review';
}

export type Approving =
  | { readonly kind: 'approved'; readonly text: StandardText }
  /** Whoever wrote it asks somebody else. */
  | { readonly kind: 'same-person' }
  | { readonly kind: 'taken-out' };

/** Also how an approval is renewed, by anybody but the author: once a day by the same person. */
export function approveText(text: StandardText, by: StaffRef, at: Instant): Approving {
  if (text.takenOut) return { kind: 'taken-out' };
  if (text.author.id === by.id) return { kind: 'same-person' };
  if (text.approval?.by.id === by.id && at - text.approval.at < dayMs) return { kind: 'approved', text };
  const approval = { by, at, reviewAt: at + reviewAfterMs };
  return { kind: 'approved', text: { ...text, approval, history: withEvent(text, 'approved', by, at) } };
}

/** The text itself when it is out already. */
export const takeOutText = (text: StandardText, by: StaffRef, at: Instant): StandardText =>
  text.takenOut ? text : { ...text, takenOut: true, history: withEvent(text, 'taken-out', by, at) };
