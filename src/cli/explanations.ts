import { explain } from '../core/redaction/rules.ts';
import type { Finding } from '../core/redaction/redaction.ts';
import type { Assessment } from '../core/triage/assessment.ts';

/** Which rule said what, in plain Norwegian, for the data protection officer. Never quotes the text. */
export const explanations = (findings: readonly Finding[], assessment: Assessment): readonly string[] => [
  ...findings.map(
    ({ start, end, kind, ruleId }) => `${start}–${end} ${kind}: ${explain(ruleId) ?? ruleId} (${ruleId})`,
  ),
  ...assessment.reasons.map(({ ruleId, sentence, role }) => `${assessment.severity}: ${sentence} (${role}, ${ruleId})`),
];
