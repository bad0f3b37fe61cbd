/** Levels, least first. Meaning of each: docs/triage.md. */
export const severities = ['none', 'concern', 'serious', 'acute'] as const;
export type Severity = (typeof severities)[number];

export const categories = [
  'suicide',
  'self_harm',
  'mental_health',
  'eating',
  'abuse_home',
  'sexual_abuse',
  'violence_threat',
  'threat_to_staff',
  'bullying',
  'crime_victim',
  'exploitation',
  'substances',
  'running_away',
] as const;
export type Category = (typeof categories)[number];

export const severityRank = (severity: Severity): number => severities.indexOf(severity);
/** Somebody is called for it: the duty role, and the front of every queue. Source: DESIGN §5 Levels. */
export const isUrgent = (severity: Severity): severity is 'serious' | 'acute' =>
  severity === 'serious' || severity === 'acute';
export const higherSeverity = (a: Severity, b: Severity): Severity => (severityRank(a) >= severityRank(b) ? a : b);

/** Why triage said what it said, for an adult to judge. */
export interface TriageReason {
  readonly ruleId: string;
  /** One plain Norwegian sentence. Never quotes the message. */
  readonly sentence: string;
  /** Where in the original (UTF-16 code units, end exclusive); absent when the reason has no place. */
  readonly spans?: readonly { readonly start: number; readonly end: number }[];
  readonly role: 'rule' | 'model' | 'held-back' | 'not-assessed';
}

export interface Assessment {
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly reasons: readonly TriageReason[];
  /** Rules and model version, so that published figures can be matched to behaviour. */
  readonly version: string;
}
