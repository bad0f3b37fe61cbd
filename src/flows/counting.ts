import type { MunicipalityId } from '../core/ids.ts';
import { monthOf } from '../core/statistics/count.ts';
import type { CountName } from '../core/statistics/count.ts';
import type { Instant } from '../core/time.ts';
import type { Change } from '../ports.ts';

/** Figures to raise by one, in the same commit as what they count. */
export const counting = (municipalityId: MunicipalityId, at: Instant, names: readonly CountName[]): readonly Change[] =>
  names.map((name) => ({ kind: 'count', municipalityId, month: monthOf(at), name, by: 1 }) as const);
