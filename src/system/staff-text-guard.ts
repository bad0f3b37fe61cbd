import { createHmac, randomBytes } from 'node:crypto';
import { createRedactor } from '../core/redaction/redact.ts';
import type { Redactor, RedactorSettings } from '../core/redaction/redact.ts';
import { concernsIn } from '../core/reply-concerns.ts';
import type { StaffText, StaffTextCheck, StaffTextMask } from '../core/staff-text.ts';

/** What stands between what staff write and where it goes, with the engine that guards what senders write. */
export interface StaffTextGuard {
  /** For words somebody outside is to read: they go as written, and what they hold is pointed out before. */
  readonly check: StaffTextCheck;
  /** For words staff keep for themselves: what identifies somebody is masked. */
  readonly mask: StaffTextMask;
}

/**
 * The one guard of everything staff write. Made once: every way out shares its redactor.
 * @param settings what the municipalities add to redaction, as it is at the moment
 */
export function createStaffTextGuard(settings: () => RedactorSettings): StaffTextGuard {
  const secret = randomBytes(32);
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

  return {
    check(words) {
      const text = words.reveal();
      return {
        text: text as StaffText,
        personalData: current()
          .find(text)
          .map(({ kind }) => kind),
        concerns: concernsIn(text),
      };
    },
    mask(words) {
      const { text, findings } = current().redact(words, {
        language: 'nb',
        memory: { entries: [] },
        earlier: [],
        // Nothing is remembered from one text to the next.
        digest: (value) => createHmac('sha256', secret).update(value).digest('base64url'),
      });
      return { text, removed: [...new Set(findings.map(({ kind }) => kind))] };
    },
  };
}
