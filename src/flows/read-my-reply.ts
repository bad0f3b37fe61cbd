import type { Case, CaseEntry } from '../core/case.ts';
import type { CaseId, Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Municipalities, Store } from '../ports.ts';

interface Deps {
  readonly store: Pick<Store, 'findCase' | 'findEntry' | 'listEntries'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

export type ReadMyReplyOutcome =
  | { readonly kind: 'shown'; readonly case: Case; readonly entry: CaseEntry; readonly municipality: Municipality }
  /** Not this person's, taken back, or erased: nobody is told which. */
  | { readonly kind: 'not-found' };

/** Purpose: a reply to the one it was written for, where it could not be sent as a direct message. Personal data: the reply. */
export const makeReadMyReply =
  ({ store, municipalities }: Deps) =>
  async (readerId: Snowflake, caseId: CaseId, entryId: string): Promise<ReadMyReplyOutcome> => {
    const current = await store.findCase(caseId);
    const municipality = current && municipalities.find(current.municipalityId);
    if (current?.senderId !== readerId || !municipality) return { kind: 'not-found' };
    const first = await store.findEntry(caseId, entryId);
    const later = (await store.listEntries(caseId)).findLast(({ editOf }) => editOf === entryId);
    const entry = later ?? first;
    if (entry?.from !== 'staff' || entry.body.kind !== 'text') return { kind: 'not-found' };
    return { kind: 'shown', case: current, entry, municipality };
  };
