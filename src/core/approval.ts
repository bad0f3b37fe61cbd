import type { Instant } from './time.ts';

/** Source: 002:284–287. 1 information, 2 two-way conversation, 3 activities such as gaming, 4 field work. */
export type Strategy = 1 | 2 | 3 | 4;

/** Management's recorded decision, as far as the service needs it to know whether it may run. */
export interface Approval {
  readonly strategies: readonly Strategy[];
  readonly decidedAt: Instant;
  /** From then on the service is paused until a new decision. Source: C74. */
  readonly reviewAt: Instant;
}

export const strategies: readonly Strategy[] = [1, 2, 3, 4];

/** In force: decided, for this strategy, and not past its review date. Without a record nothing is approved. */
export const isApproved = (approval: Approval | undefined, strategy: Strategy, now: Instant): boolean =>
  approval !== undefined &&
  approval.strategies.includes(strategy) &&
  approval.decidedAt <= now &&
  now < approval.reviewAt;

/** Nothing at all is in force: only emergency help, the privacy statement and the set-up work. Source: DESIGN §2. */
export const isInert = (
  { approval, intakePaused = false }: { readonly approval?: Approval; readonly intakePaused?: boolean },
  now: Instant,
): boolean => !intakePaused && !strategies.some((strategy) => isApproved(approval, strategy, now));
