import { emptyBook, readApprovalBook } from '../../core/approval/book.ts';
import type { ApprovalBook } from '../../core/approval/book.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import { StoreFault } from '../../ports.ts';
import type { Change, Store } from '../../ports.ts';

const name = 'approval';

export interface StoredApproval {
  /** Nothing when the record is damaged; the intake stands still then, since nobody can say what management decided. */
  readonly book: ApprovalBook | undefined;
  /** 0: nothing has ever been recorded, or it cannot be read. */
  readonly version: number;
}

/** @throws StoreFault when the store is away; a damaged record is a value */
export async function readApproval(store: Pick<Store, 'findSetting'>, id: MunicipalityId): Promise<StoredApproval> {
  try {
    const found = await store.findSetting(id, name);
    return found ? { book: readApprovalBook(found.value), version: found.version } : { book: emptyBook, version: 0 };
  } catch (fault) {
    if (fault instanceof StoreFault && fault.code === 'corrupt') return { book: undefined, version: 0 };
    throw fault;
  }
}

/** Refused as stale when somebody else has changed the record since it was read. */
export const savingApproval = (municipalityId: MunicipalityId, basedOn: number, value: ApprovalBook): Change => ({
  kind: 'save-setting',
  municipalityId,
  name,
  basedOn,
  value,
});
