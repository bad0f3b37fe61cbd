import { ratingCountsSchema, withRating } from '../core/assessment-rating.ts';
import type { Rating } from '../core/assessment-rating.ts';
import type { Clock, Pseudonyms, Store } from '../ports.ts';
import { counting } from './counting.ts';
import { findForPress } from './act-on-case.ts';
import type { CasePress, Refusal } from './act-on-case.ts';

interface Deps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'proof'>;
  readonly store: Pick<Store, 'findCase' | 'findSetting' | 'commit'>;
}

export type RateAssessmentOutcome = { readonly kind: 'rated'; readonly caseNumber: number } | Refusal;

const setting = 'triage-ratings';

/**
 * Purpose: learn which rules are right. Personal data: none is kept; counts per rule, and in the audit that this person
 * rated this case. Changes no rule and no level: people do that. One person counts once for a case.
 */
export const makeRateAssessment = ({ now, pseudonyms, store }: Deps) => {
  const rate = async (press: CasePress, rating: Rating): Promise<RateAssessmentOutcome> => {
    const { staff, caseId } = press;
    const found = await findForPress(store, press, 'case.reply');
    if (found.kind !== 'found') return found;
    const current = found.case;

    const { municipalityId } = current;
    const known = await store.findSetting(municipalityId, setting);
    const counts = ratingCountsSchema.parse(known?.value ?? {});
    const at = now();
    const outcome = await store.commit({
      cause: `rated:${pseudonyms.proof(`rated:${caseId}:${staff.id}`)}`,
      at,
      basedOn: [],
      changes: [
        {
          kind: 'save-setting',
          municipalityId,
          name: setting,
          basedOn: known?.version ?? 0,
          value: withRating(counts, current.reasons, rating),
        },
        {
          kind: 'audit',
          entry: { event: 'triage.rated', at, municipalityId, by: staff.id, caseId, details: { rating } },
        },
        ...counting(municipalityId, at, [`rating:${rating}`]),
      ],
    });
    return outcome === 'stale' ? rate(press, rating) : { kind: 'rated', caseNumber: current.number };
  };
  return rate;
};
