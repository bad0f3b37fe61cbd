import { dayMs } from './time.ts';
import type { Snowflake } from './ids.ts';
import type { Instant } from './time.ts';
import type { RedactedText } from './redaction/redaction.ts';

/** The six sides of an ethical choice, as public services weigh it. Source: 002:504–545 (C181). */
export const wheelThemes = ['law', 'identity', 'morals', 'reputation', 'economy', 'ethics'] as const;
export type WheelTheme = (typeof wheelThemes)[number];
/** Two forms: Discord takes five fields in one. */
export const wheelFirst = ['situation', 'law', 'identity', 'morals', 'reputation'] as const;
export const wheelLast = ['economy', 'ethics', 'conclusion'] as const;
export type WheelField = (typeof wheelFirst)[number] | (typeof wheelLast)[number];

/** What a team has weighed, for its next meeting. Redacted, and signed by nobody: it is about a choice, not about people. */
export interface Reflection {
  /** The interaction that began it. */
  readonly id: Snowflake;
  readonly at: Instant;
  readonly answers: Readonly<Partial<Record<WheelField, RedactedText>>>;
}

/** A year, as other records of how the service works. The oldest go first when there are many. */
export const reflectionLimits = { livesMs: 365 * dayMs, most: 30, longest: 900 } as const;

export const keptReflections = (all: readonly Reflection[], now: Instant): readonly Reflection[] =>
  all.filter(({ at }) => now - at < reflectionLimits.livesMs).slice(-reflectionLimits.most);
