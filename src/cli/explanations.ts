import { cuesOf } from '../core/redaction/cues.ts';
import type { Redactor } from '../core/redaction/redact.ts';
import { explain } from '../core/redaction/rules.ts';
import type { Finding } from '../core/redaction/redaction.ts';
import type { Assessment } from '../core/triage/assessment.ts';

/**
 * Which rule said what, and which words around made it, in plain Norwegian, for the data protection officer. Points out
 * places; never quotes the text.
 */
export const explanations = (
  redactor: Pick<Redactor, 'find'>,
  text: string,
  findings: readonly Finding[],
  assessment: Assessment,
): readonly string[] => [
  ...findings.map((finding) => {
    const { start, end, kind, ruleId } = finding;
    const cues = cuesOf(redactor, text, finding).map((cue) => `${cue.start}–${cue.end}`);
    const because = cues.length === 0 ? 'uten noe ord rundt' : `på grunn av ${cues.join(' og ')}`;
    return `${start}–${end} ${kind}: ${explain(ruleId) ?? ruleId} (${ruleId}, ${because})`;
  }),
  ...assessment.reasons.map(({ ruleId, sentence, role }) => `${assessment.severity}: ${sentence} (${role}, ${ruleId})`),
];
