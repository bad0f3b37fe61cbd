import { createHmac, randomBytes } from 'node:crypto';
import { createRedactor } from '../core/redaction/redact.ts';
import type { StaffTextMask } from '../core/staff-text.ts';

/** Masks what identifies somebody in words that staff keep for themselves, with the engine that guards what senders write. */
export function createStaffTextMask(protectedNumbers: () => readonly string[]): StaffTextMask {
  const secret = randomBytes(32);
  let left: readonly string[] = [];
  let redactor: ReturnType<typeof createRedactor> | undefined;
  return (words) => {
    const now = protectedNumbers();
    if (!redactor || now.join() !== left.join()) {
      left = now;
      redactor = createRedactor({ protectedNumbers: now });
    }
    const { text, findings } = redactor.redact(words, {
      language: 'nb',
      memory: { entries: [] },
      earlier: [],
      // Nothing is remembered from one text to the next.
      digest: (value) => createHmac('sha256', secret).update(value).digest('base64url'),
    });
    return { text, removed: [...new Set(findings.map(({ kind }) => kind))] };
  };
}
