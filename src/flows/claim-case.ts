import { moveCase } from '../core/case-moves.ts';
import type { StaffRef } from '../core/case.ts';
import type { CaseId } from '../core/ids.ts';
import { actOnCase } from './act-on-case.ts';
import type { CaseActDeps, CasePress, Refusal } from './act-on-case.ts';

export type ClaimCaseOutcome =
  | { readonly kind: 'claimed'; readonly caseId: CaseId; readonly caseNumber: number }
  | { readonly kind: 'already-claimed'; readonly caseNumber: number; readonly by: StaffRef }
  | { readonly kind: 'closed'; readonly caseNumber: number }
  | Refusal;

/**
 * Purpose: «Jeg tar den»: stops the alerts and tells the sender that a person has the case. Personal data: case id,
 * staff id and signature. Recorded once however often it is pressed.
 */
export const makeClaimCase =
  (deps: CaseActDeps) =>
  async (press: CasePress): Promise<ClaimCaseOutcome> => {
    const { id, signature } = press.staff;
    const outcome = await actOnCase<Exclude<ClaimCaseOutcome, Refusal>>(deps, press, 'case.claim', (current, at) => {
      const { number: caseNumber } = current;
      const claiming = moveCase(current, { kind: 'claim' }, { id, signature }, at);
      if (claiming.kind === 'already-claimed') return { ...claiming, caseNumber };
      if (claiming.kind !== 'moved') return { kind: 'closed', caseNumber };
      // Who goes on with what they had set aside has been named to the sender before.
      const isFirst = current.state.kind === 'open';
      return {
        kind: 'go',
        case: claiming.case,
        event: 'case.claimed',
        note: { kind: 'taken', signature },
        ...(isFirst ? { notice: { kind: 'case-taken', signature } } : {}),
      };
    });
    return outcome.kind === 'done'
      ? { kind: 'claimed', caseId: outcome.case.id, caseNumber: outcome.case.number }
      : outcome;
  };
