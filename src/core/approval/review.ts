import { dayMs } from '../time.ts';
import type { Instant } from '../time.ts';
import type { Standing } from './standing.ts';

/** Days before the review date on which staff are reminded; 0: the intake has stopped. Source: C74. */
export const reviewMarks = [60, 30, 14, 7, 1, 0] as const;
export type ReviewMark = (typeof reviewMarks)[number];

export interface ReviewDue {
  readonly until: Instant;
  readonly mark: ReviewMark;
}

/** The nearest mark that has been passed; nothing while the date is far off, or nothing is in force. */
export function reviewDue(standing: Standing, now: Instant): ReviewDue | undefined {
  if (standing.kind === 'locked') return undefined;
  const until = standing.kind === 'active' ? standing.until : standing.at;
  const mark = reviewMarks.findLast((days) => until - now <= days * dayMs);
  return mark === undefined ? undefined : { until, mark };
}
