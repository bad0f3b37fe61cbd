import type { Assessment, Severity, TriageReason } from './assessment.ts';

const levelNames: Readonly<Record<Severity, string>> = {
  none: 'ingen bekymring funnet',
  concern: 'bekymring: følges opp neste arbeidsdag',
  serious: 'alvorlig: følges opp på samme vakt',
  acute: 'akutt: noen må se dette nå',
};
const roleNames: Readonly<Record<TriageReason['role'], string>> = {
  rule: 'Regel',
  model: 'Språkmodell',
  'held-back': 'Holdt tilbake',
  'not-assessed': 'Ikke vurdert',
};

/**
 * What triage saw, for an adult who tries an invented sentence. Quotes the sentence, so it is never for a log.
 * @param text the very text that was assessed; the places in the assessment point into it
 */
export function explainAssessment(text: string, assessment: Assessment): readonly string[] {
  const quoted = ({ spans = [] }: TriageReason): string => {
    const parts = spans.map(({ start, end }) => text.slice(start, end)).filter((part) => part !== '');
    return parts.length === 0 ? '' : ` («${[...new Set(parts)].join('» … «')}»)`;
  };
  return [
    `Nivå: ${levelNames[assessment.severity]}`,
    ...(assessment.categories.length === 0 ? [] : [`Kategorier: ${assessment.categories.join(', ')}`]),
    ...assessment.reasons.map(
      (reason) => `${roleNames[reason.role]} ${reason.ruleId}: ${reason.sentence}${quoted(reason)}`,
    ),
    `Versjon: ${assessment.version}`,
    'Programmet fanger ikke opp alt. Ser du noe, si fra.',
  ];
}
