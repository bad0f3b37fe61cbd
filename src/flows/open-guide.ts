import type { Case } from '../core/case.ts';
import type { DutyAnswers } from '../core/duty-guide/guide.ts';
import type { Decision } from '../core/incident/dossier.ts';
import type { Store } from '../ports.ts';
import { findForPress } from './act-on-case.ts';
import type { CasePress, Refusal } from './act-on-case.ts';
import type { Dossiers } from './desk/dossiers.ts';

interface Deps {
  readonly store: Pick<Store, 'findCase'>;
  readonly dossiers: Pick<Dossiers, 'find'>;
}

export type OpenGuideOutcome =
  | {
      readonly kind: 'ready';
      readonly case: Case;
      readonly answers: DutyAnswers;
      /** What staff have decided about the card these answers lead to. */
      readonly decision: Decision | undefined;
    }
  | Refusal;

/** Purpose: the duty guide's answers so far, given in Discord or on the desk. Personal data: choices about one case. Changes nothing. */
export const makeOpenGuide =
  ({ store, dossiers }: Deps) =>
  async (press: CasePress): Promise<OpenGuideOutcome> => {
    const found = await findForPress(store, press, 'desk.open');
    if (found.kind !== 'found') return found;
    const { dossier } = await dossiers.find(found.case.municipalityId, found.case.id);
    return { kind: 'ready', case: found.case, answers: dossier?.answers ?? {}, decision: dossier?.decision };
  };
