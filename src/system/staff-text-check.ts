import { createRedactor } from '../core/redaction/redact.ts';
import type { StaffText, StaffTextCheck } from '../core/staff-text.ts';

/** Looks for personal data in what staff write, with the same engine that guards what senders write. */
export function createStaffTextCheck(protectedNumbers: () => readonly string[]): StaffTextCheck {
  let left: readonly string[] = [];
  let redactor: ReturnType<typeof createRedactor> | undefined;

  /** Built when it is first needed, and anew when the numbers have changed. */
  function current(): ReturnType<typeof createRedactor> {
    const now = protectedNumbers();
    if (!redactor || now.join() !== left.join()) {
      left = now;
      redactor = createRedactor({ protectedNumbers: now });
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
    };
  };
}
