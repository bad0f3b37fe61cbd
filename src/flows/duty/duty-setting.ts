import { readDutyBook } from '../../core/duty/duty-book.ts';
import type { DutyBook } from '../../core/duty/duty-book.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { Change, Store } from '../../ports.ts';

const name = 'duty';

export interface StoredDuty {
  readonly book: DutyBook;
  /** 0: nobody has ever checked in. */
  readonly version: number;
}

export async function readDuty(store: Pick<Store, 'findSetting'>, municipalityId: MunicipalityId): Promise<StoredDuty> {
  const found = await store.findSetting(municipalityId, name);
  return { book: readDutyBook(found?.value ?? { people: [] }), version: found?.version ?? 0 };
}

/** Refused as stale when somebody else has changed the book since it was read. */
export const savingDuty = (municipalityId: MunicipalityId, basedOn: number, value: DutyBook): Change => ({
  kind: 'save-setting',
  municipalityId,
  name,
  basedOn,
  value,
});
