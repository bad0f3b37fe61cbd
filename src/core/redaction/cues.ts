import type { Stretch } from './message.ts';
import type { Redactor } from './redact.ts';
import type { Finding } from './redaction.ts';

/** As far to each side as any rule looks for a word, in characters. */
const reach = 80;
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/**
 * The words around a finding without which it would not be there, or not by the same rule. Found by taking away one word
 * at a time and looking again, so it holds for every rule. Empty when the place speaks for itself, or when more than one
 * word would have been enough. Offsets are UTF-16 code units of `text`. Slow: for explanations, not for messages as they come.
 */
export function cuesOf({ find }: Pick<Redactor, 'find'>, text: string, finding: Finding): readonly Stretch[] {
  const from = Math.max(0, finding.start - reach);
  const near = text.slice(from, finding.end + reach);
  const stretches = [...near.matchAll(words)].map(({ 0: word, index }) => ({
    start: from + index,
    end: from + index + word.length,
  }));
  return stretches
    .filter(({ start, end }) => end <= finding.start || start >= finding.end)
    .filter(({ start, end }) => {
      const without = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
      return !find(without).some(
        (it) => it.ruleId === finding.ruleId && it.start <= finding.start && it.end >= finding.end,
      );
    });
}
