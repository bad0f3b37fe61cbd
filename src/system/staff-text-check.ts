import { createRedactor } from '../core/redaction/redact.ts';
import type { StaffText, StaffTextCheck } from '../core/staff-text.ts';

/** Looks for personal data in what staff write, with the same engine that guards what senders write. */
export function createStaffTextCheck(protectedNumbers: readonly string[]): StaffTextCheck {
  const redactor = createRedactor({ protectedNumbers });
  return (words) => {
    const text = words.reveal();
    return {
      text: text as StaffText,
      personalData: redactor.find(text).map(({ kind }) => kind),
    };
  };
}
