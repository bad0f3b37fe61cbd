import type { Case } from './case.ts';
import { dayMs } from './time.ts';
import { isUrgent } from './triage/assessment.ts';

/** A request is answered within this. Source: GDPR article 12(3): one month; thirty days is never more than that. */
export const requestAnswerMs = 30 * dayMs;

/**
 * What is worrying must be documented before it may go: a person weighs the request then. Source: 000:23–24; DESIGN §5
 * Retention.
 */
export const mustBeWeighed = ({
  severity,
  incident,
  heldUntil,
}: Pick<Case, 'severity' | 'incident' | 'heldUntil'>): boolean =>
  isUrgent(severity) || incident !== undefined || heldUntil !== undefined;
