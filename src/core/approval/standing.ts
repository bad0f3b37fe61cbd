import { isApproved } from '../approval.ts';
import type { Strategy } from '../approval.ts';
import type { Municipality } from '../municipality.ts';
import { dayMs } from '../time.ts';
import type { Instant } from '../time.ts';
import { trackOf } from './book.ts';
import type { ApprovalBook } from './book.ts';
import { unseenChanges } from './changed-settings.ts';
import type { UnseenChanges } from './changed-settings.ts';
import { stepsOpen } from './file-step.ts';
import type { ApprovalStep } from './filings.ts';
import type { CompleteRound } from './round.ts';

/** From this long before the review date, the coordinator is reminded. */
export const reviewWarningMs = 60 * dayMs;

/** Whether senders' words are taken in. `paused`: approved, but stopped by somebody or past its review date. */
export type IntakeState = 'open' | 'paused' | 'not-active';

/** The steps in the order they are asked for; the drill is the last gate. Source: 002:372–462; 000:19. */
export const gates = ['purpose', 'ip', 'assessment', 'basis', 'decision', 'overview', 'drill'] as const;
export type Gate = (typeof gates)[number];

export type Standing =
  | {
      readonly kind: 'active';
      readonly until: Instant;
      readonly reviewSoon: boolean;
      readonly round?: CompleteRound;
      /** Changed since management decided. */
      readonly unseen?: UnseenChanges;
    }
  | { readonly kind: 'expired'; readonly at: Instant }
  | { readonly kind: 'locked'; readonly missing: readonly Gate[] };

type Approving = Pick<Municipality, 'approval' | 'invented'>;

/** How far one strategy has come, pause apart. */
export function standingOf(book: ApprovalBook, of: Approving, strategy: Strategy, now: Instant): Standing {
  const track = trackOf(book, strategy);
  // For practice only: what stands in an invented municipality's file, until somebody has decided in the record.
  const seed = track.decided || !of.invented ? undefined : of.approval;
  if (seed && isApproved(seed, strategy, now))
    return { kind: 'active', until: seed.reviewAt, reviewSoon: seed.reviewAt - now <= reviewWarningMs };
  if (seed?.strategies.includes(strategy) && seed.reviewAt <= now) return { kind: 'expired', at: seed.reviewAt };

  const { inForce } = track;
  if (!inForce) return { kind: 'locked', missing: missingGates(stepsOpen(track)[0] ?? 'purpose', book) };
  // A clock set back is before its papers: nothing is in force then.
  const lastFiledAt = Math.max(inForce.overview.at, inForce.decision.at);
  if (!book.drill || now < lastFiledAt) return { kind: 'locked', missing: ['drill'] };
  const unseen = unseenChanges(track);
  const until = Math.min(inForce.decision.filing.reviewAt, unseen?.until ?? Infinity);
  if (now >= until) return { kind: 'expired', at: until };
  const reviewSoon = until - now <= reviewWarningMs;
  return { kind: 'active', until, reviewSoon, round: inForce, ...(unseen ? { unseen } : {}) };
}

const missingGates = (next: ApprovalStep, { drill }: ApprovalBook): readonly Gate[] =>
  gates.slice(gates.indexOf(next)).filter((gate) => gate !== 'drill' || !drill);

/** What happens to words sent now. A book that cannot be read pauses: the sender hears the truth, and numbers to call. */
export function intakeState(
  book: ApprovalBook | undefined,
  of: Approving,
  strategy: Strategy,
  now: Instant,
): IntakeState {
  if (!book) return 'paused';
  const { kind } = standingOf(book, of, strategy, now);
  if (kind === 'locked') return 'not-active';
  return kind === 'expired' || book.pause ? 'paused' : 'open';
}
