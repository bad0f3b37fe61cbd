import { closeCase } from '../core/case.ts';
import type { CaseId } from '../core/ids.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';

export type CloseCaseOutcome =
  | { readonly kind: 'closed'; readonly caseNumber: number; readonly caseId: CaseId }
  | { readonly kind: 'already-closed'; readonly caseNumber: number }
  /** A worrying message nobody has taken: it is taken first, then closed. */
  | { readonly kind: 'not-taken'; readonly caseNumber: number }
  | Refusal;

/**
 * Purpose: end a case and tell the sender where to go next. Personal data: case id, staff id and signature.
 * Starts the retention period.
 */
export const makeCloseCase =
  (deps: CaseActDeps) =>
  async (press: CasePress): Promise<CloseCaseOutcome> => {
    const { id, signature } = press.staff;
    const outcome = await actOnCase<Exclude<CloseCaseOutcome, Refusal>>(deps, press, 'case.close', (current, at) => {
      const caseNumber = current.number;
      const worrying = current.severity === 'serious' || current.severity === 'acute';
      if (worrying && current.state.kind === 'open') return { kind: 'not-taken', caseNumber };
      const closing = closeCase(current, { id, signature }, at);
      if (closing.kind === 'already-closed') return { kind: 'already-closed', caseNumber };
      return {
        kind: 'go',
        case: closing.case,
        event: 'case.closed',
        note: { kind: 'closed', signature },
        notice: { kind: 'case-closed' },
      };
    });
    return outcome.kind === 'done'
      ? { kind: 'closed', caseNumber: outcome.case.number, caseId: outcome.case.id }
      : outcome;
  };
