import type { Dispatch } from '../../core/outbox.ts';
import { caseErasure } from '../../core/retention.ts';
import type { Clock, Store } from '../../ports.ts';
import type { StaffCopies } from './staff-copies.ts';

export interface RemoveCopiesDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findCase'>;
  readonly staffCopies: StaffCopies;
}

/**
 * Purpose: delete what staff have in Discord of a case that is erased. Personal data: ids of the service's own posts.
 * A case that lives on after all keeps its copies.
 * @returns `left` when something could not be deleted, and must be tried again
 */
export const makeRemoveCopies =
  ({ now, store, staffCopies }: RemoveCopiesDeps) =>
  async ({ caseId, copies }: Extract<Dispatch, { kind: 'remove-copies' }>): Promise<'gone' | 'kept' | 'left'> => {
    const current = await store.findCase(caseId);
    if (current) return caseErasure(current) > now() ? 'kept' : 'left';
    let isGone = true;
    for (const copy of copies) isGone = (await staffCopies.remove(copy)) && isGone;
    return isGone ? 'gone' : 'left';
  };
