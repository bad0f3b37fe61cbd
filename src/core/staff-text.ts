import type { RawText } from './raw-text.ts';
import type { ReplyConcern } from './reply-concerns.ts';
import type { PersonalDataKind, RedactedText } from './redaction/redaction.ts';

/**
 * Words a staff member has written for a sender to read. They are sent as written, so this is the one other text a
 * store may hold; personal data in them is pointed out before, never removed behind the writer's back.
 */
export type StaffText = RedactedText;

/** Words staff keep for themselves, with what identifies somebody masked. */
export type StaffTextMask = (words: RawText) => {
  readonly text: RedactedText;
  readonly removed: readonly PersonalDataKind[];
};

export type StaffTextCheck = (words: RawText) => {
  readonly text: StaffText;
  /** Kinds of personal data the text seems to hold; empty when there is nothing to confirm. */
  readonly personalData: readonly PersonalDataKind[];
  /** What else should give the writer pause; absent: nothing. */
  readonly concerns?: readonly ReplyConcern[];
};
