import { mayPerform } from '../../core/access.ts';
import { monthOf } from '../../core/statistics/count.ts';
import { publish } from '../../core/statistics/publish.ts';
import type { QuarterFigures } from '../../core/statistics/publish.ts';
import type { Clock, Staff, Store } from '../../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'listCounts'>;
}

export type StatisticsOutcome =
  { readonly kind: 'statistics'; readonly quarters: readonly QuarterFigures[] } | { readonly kind: 'not-permitted' };

/** Purpose: «/statistikk». Personal data: none; small numbers are held back before anybody sees them. */
export const makeShowStatistics =
  ({ now, store }: Deps) =>
  async (staff: Staff): Promise<StatisticsOutcome> => {
    if (!mayPerform(staff.roles, 'statistics.read')) return { kind: 'not-permitted' };
    return {
      kind: 'statistics',
      quarters: publish(await store.listCounts(staff.municipalityId), monthOf(now())),
    };
  };
