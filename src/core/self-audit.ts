import { dayMs } from './time.ts';
import type { Instant } from './time.ts';

/** What the nightly look found; nothing in it points at a person. */
export interface SelfAudit {
  /** Records that should be gone, per kind; kinds without any are left out. */
  readonly overdue: Readonly<Record<string, number>>;
  /** Case threads in the staff channels in which nobody has written for longer than a case may live; absent: could not look. */
  readonly oldThreads?: number;
  /** Backups and files set aside beside the store that have outlived their time; absent: could not look. */
  readonly oldCopies?: number;
  /** False: the log of who did what has been altered. */
  readonly isLogIntact: boolean;
  /** Requests for erasure that are due soon, or late. */
  readonly requests: readonly DueRequest[];
}

export interface DueRequest {
  /** Of the case, or of the request when it was made on paper. */
  readonly number: number;
  readonly onPaper: boolean;
  readonly dueAt: Instant;
  readonly isLate: boolean;
}

/** Coordinators hear of a request this long before it is due, and every day from then on. */
export const requestWarningMs = 7 * dayMs;
/**
 * A thread with no word for this long belongs to no case that lives, unless it is held: a case nobody closes goes after 30
 * days, and the posts of an erased one are tried for a while.
 */
export const oldThreadMs = 35 * dayMs;

export const isSound = ({ overdue, oldThreads = 0, oldCopies = 0, isLogIntact, requests }: SelfAudit): boolean =>
  Object.keys(overdue).length === 0 && oldThreads === 0 && oldCopies === 0 && isLogIntact && requests.length === 0;
