import { z } from 'zod';
import type { TriageReason } from './triage/assessment.ts';

/** What a person says of triage's level, once they know more. Source: TRIAGE §2. */
export const ratings = ['right', 'too-high', 'too-low', 'not-relevant'] as const;
export type Rating = (typeof ratings)[number];

const countsSchema = z.object({
  right: z.int().nonnegative(),
  'too-high': z.int().nonnegative(),
  'too-low': z.int().nonnegative(),
  'not-relevant': z.int().nonnegative(),
});

/** How often each rule was rated what. No words, no persons, no cases. */
export const ratingCountsSchema = z.record(z.string(), countsSchema);
export type RatingCounts = z.output<typeof ratingCountsSchema>;

const none = { right: 0, 'too-high': 0, 'too-low': 0, 'not-relevant': 0 } as const;

/** A case none of whose rules spoke is counted under this name. */
export const noRule = 'no-rule';

/** The counts with one more rating for every rule that gave the case its level. */
export function withRating(counts: RatingCounts, reasons: readonly TriageReason[], rating: Rating): RatingCounts {
  const rules = new Set(reasons.filter(({ role }) => role !== 'held-back').map(({ ruleId }) => ruleId));
  const rated = rules.size > 0 ? [...rules] : [noRule];
  const raised = rated.map((ruleId) => {
    const before = counts[ruleId] ?? none;
    return [ruleId, { ...before, [rating]: before[rating] + 1 }] as const;
  });
  return { ...counts, ...Object.fromEntries(raised) };
}
