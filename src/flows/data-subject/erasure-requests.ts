import { z } from 'zod';
import { isCaseId } from '../../core/ids.ts';
import type { CaseId, MunicipalityId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Store } from '../../ports.ts';

const name = 'erasure-requests';

const requests = z.array(
  z.object({
    caseId: z.custom<CaseId>((value) => typeof value === 'string' && isCaseId(value)),
    requestedAt: z.number().int(),
    dueAt: z.number().int(),
  }),
);

/** Somebody has asked that a case be erased, and a person has to weigh it. */
export interface ErasureRequest {
  readonly caseId: CaseId;
  readonly requestedAt: Instant;
  readonly dueAt: Instant;
}

export interface StoredRequests {
  readonly requests: readonly ErasureRequest[];
  /** 0: nobody has ever asked. */
  readonly version: number;
}

/** @throws when the record cannot be read: a request must not be lost by writing over it */
export async function readRequests(store: Pick<Store, 'findSetting'>, id: MunicipalityId): Promise<StoredRequests> {
  const found = await store.findSetting(id, name);
  return found ? { requests: requests.parse(found.value), version: found.version } : { requests: [], version: 0 };
}

export const savingRequests = (
  municipalityId: MunicipalityId,
  basedOn: number,
  value: readonly ErasureRequest[],
): Change => ({ kind: 'save-setting', municipalityId, name, basedOn, value });
