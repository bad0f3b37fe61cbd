import type { Municipality, RecordedApproval } from '../municipality.ts';
import type { Instant } from '../time.ts';
import { strategies } from '../approval.ts';
import type { ApprovalBook } from './book.ts';
import { intakeState, standingOf } from './standing.ts';

/**
 * The municipality with the approval that is in force at this moment: what stands in its settings and what is on record
 * taken together, and nothing while the intake is paused. A record that cannot be read pauses.
 */
export function withApprovalInForce(
  municipality: Municipality,
  book: ApprovalBook | undefined,
  now: Instant,
): Municipality {
  const { approval: settings, ...rest } = municipality;
  const open = strategies.filter((strategy) => intakeState(book, municipality, strategy, now) === 'open');
  const [first] = open;
  const approval = book && first && approvalOf(municipality, book, first, now, settings);
  return {
    ...rest,
    intakePaused: intakeState(book, municipality, 2, now) === 'paused',
    ...(approval ? { approval: { ...approval, strategies: open } } : {}),
  };
}

function approvalOf(
  municipality: Municipality,
  book: ApprovalBook,
  strategy: (typeof strategies)[number],
  now: Instant,
  settings: RecordedApproval | undefined,
): RecordedApproval | undefined {
  const standing = standingOf(book, municipality, strategy, now);
  if (standing.kind !== 'active') return undefined;
  if (!standing.round) return settings;
  const { filing, at } = standing.round.decision;
  const reviewAt = standing.until;
  return {
    strategies: [strategy],
    decidedAt: at,
    reviewAt,
    decidedBy: filing.decidedBy,
    decidedRole: '',
    reference: filing.reference,
  };
}
