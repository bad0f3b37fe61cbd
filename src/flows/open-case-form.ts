import type { Act } from '../core/access.ts';
import type { Case } from '../core/case.ts';
import type { Store } from '../ports.ts';
import { findForPress } from './act-on-case.ts';
import type { CasePress, Refusal } from './act-on-case.ts';

export type OpenCaseFormOutcome =
  { readonly kind: 'ready'; readonly case: Case } | { readonly kind: 'closed'; readonly caseNumber: number } | Refusal;

/** Purpose: see whether this person may fill in a form about a case, before it is shown. Changes nothing. */
export const makeOpenCaseForm =
  ({ store }: { readonly store: Pick<Store, 'findCase'> }) =>
  async (press: CasePress, act: Act): Promise<OpenCaseFormOutcome> => {
    const found = await findForPress(store, press, act);
    if (found.kind !== 'found') return found;
    const current = found.case;
    if (act === 'case.reply' && current.state.kind === 'closed') return { kind: 'closed', caseNumber: current.number };
    return { kind: 'ready', case: current };
  };
