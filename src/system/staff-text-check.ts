import { createRedactor } from '../core/redaction/redact.ts';
import type { Redactor, RedactorSettings } from '../core/redaction/redact.ts';
import { concernsIn } from '../core/reply-concerns.ts';
import type { StaffText, StaffTextCheck } from '../core/staff-text.ts';

/**
 * Looks for personal data in what staff write, with the same engine that guards what senders write, and for what else to
 * think twice about.
 * @param settings what the municipalities add to redaction, as it is at the moment
 */
export function createStaffTextCheck(settings: () => RedactorSettings): StaffTextCheck {
  let used = '';
  let redactor: Redactor | undefined;

  /** Built when it is first needed, and anew when a municipality has changed its numbers or words. */
  function current(): Redactor {
    const now = settings();
    const asWritten = JSON.stringify(now);
    if (!redactor || asWritten !== used) {
      used = asWritten;
      redactor = createRedactor(now);
    }
    return redactor;
  }

  return (words) => {
    const text = words.reveal();
    return {
      text: text as StaffText,
      personalData: current()
        .find(text)
        .map(({ kind }) => kind),
      concerns: concernsIn(text),
    };
  };
}
