import { z } from 'zod';
import type { MunicipalityId, SenderKey } from '../../core/ids.ts';
import { accountProofs, requestForgottenMs, requesters } from '../../core/subject-request.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Store } from '../../ports.ts';

const name = 'subject-requests';

const requestSchema = z
  .object({
    number: z.number().int(),
    /** The account, as the store names senders. */
    sender: z.custom<SenderKey>((value) => typeof value === 'string'),
    requester: z.enum(requesters),
    proof: z.enum(accountProofs),
    receivedAt: z.number().int(),
    registeredAt: z.number().int(),
    dueAt: z.number().int(),
  })
  .readonly();
/** Somebody has asked outside Discord to see or erase what is stored about an account. */
export type SubjectRequest = z.output<typeof requestSchema>;
const requestsSchema = z.array(requestSchema).readonly();

export interface StoredSubjectRequests {
  readonly requests: readonly SubjectRequest[];
  readonly version: number;
}

/** @throws when the record cannot be read: a request must not be lost by writing over it */
export async function readSubjectRequests(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
): Promise<StoredSubjectRequests> {
  const found = await store.findSetting(id, name);
  return found ? { requests: requestsSchema.parse(found.value), version: found.version } : { requests: [], version: 0 };
}

/** Those that are long past their time go with the next change. */
export const savingSubjectRequests = (
  municipalityId: MunicipalityId,
  basedOn: number,
  requests: readonly SubjectRequest[],
  now: Instant,
): Change => ({
  kind: 'save-setting',
  municipalityId,
  name,
  basedOn,
  value: requests.filter(({ registeredAt }) => now - registeredAt < requestForgottenMs),
});
