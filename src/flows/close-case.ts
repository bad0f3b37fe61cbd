import { keepingOf } from '../core/retention.ts';
import { moveCase } from '../core/case-moves.ts';
import type { CaseId } from '../core/ids.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Municipalities } from '../ports.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';

export interface CloseCaseDeps extends CaseActDeps {
  readonly municipalities: Pick<Municipalities, 'find'>;
}

export type CloseCaseOutcome =
  | { readonly kind: 'closed'; readonly caseNumber: number; readonly caseId: CaseId }
  | { readonly kind: 'already-closed'; readonly caseNumber: number }
  /** A worrying message nobody has taken: it is taken first, then closed. */
  | { readonly kind: 'not-taken'; readonly caseNumber: number }
  /** A worrying message is fresh: a hand-over step is recorded first. */
  | { readonly kind: 'too-soon'; readonly caseNumber: number; readonly caseId: CaseId; readonly until: Instant }
  | Refusal;

/** Where no municipality is configured any more, nothing closes fast. Minutes. */
const carefulMinutes = 1_440;

/** How long after a worrying message a case closes only with a hand-over step. */
export const worryCloseMsIn = (
  municipalities: Pick<Municipalities, 'find'>,
  { municipalityId }: { readonly municipalityId: Parameters<Municipalities['find']>[0] },
): number => (municipalities.find(municipalityId)?.conversation.worryCloseMinutes ?? carefulMinutes) * minuteMs;

/**
 * Purpose: end a case and tell the sender where to go next. Personal data: case id, staff id and signature.
 * Starts the retention period.
 */
export const makeCloseCase =
  (deps: CloseCaseDeps) =>
  async (press: CasePress): Promise<CloseCaseOutcome> => {
    const { id, signature } = press.staff;
    const outcome = await actOnCase<Exclude<CloseCaseOutcome, Refusal>>(deps, press, 'case.close', (current, at) => {
      const { number: caseNumber, id: caseId } = current;
      const worryCloseMs = worryCloseMsIn(deps.municipalities, current);
      const closing = moveCase(current, { kind: 'close', worryCloseMs }, { id, signature }, at);
      if (closing.kind === 'too-soon') return { ...closing, caseNumber, caseId };
      if (closing.kind === 'not-taken') return { kind: 'not-taken', caseNumber };
      if (closing.kind !== 'moved') return { kind: 'already-closed', caseNumber };
      return {
        kind: 'go',
        case: closing.case,
        event: 'case.closed',
        note: { kind: 'closed', signature },
        notice: { kind: 'case-closed', keeping: keepingOf(closing.case) },
      };
    });
    return outcome.kind === 'done'
      ? { kind: 'closed', caseNumber: outcome.case.number, caseId: outcome.case.id }
      : outcome;
  };
