import { mayPerform } from '../core/access.ts';
import { isUnseen } from '../core/case.ts';
import type { Case } from '../core/case.ts';
import { holderOf } from '../core/case-moves.ts';
import { inOrderOfNeed } from '../core/duty/waiting.ts';
import type { Staff, Store } from '../ports.ts';

interface Deps {
  readonly store: Pick<Store, 'listOpenCases'>;
}

export type ListCasesOutcome =
  { readonly kind: 'listed'; readonly cases: readonly Case[] } | { readonly kind: 'not-permitted' };

/** Purpose: the cases of one's own municipality that are not closed, most serious first. Personal data: as on the cards. */
export const makeListCases =
  ({ store }: Deps) =>
  async (staff: Staff, whose: 'mine' | 'all'): Promise<ListCasesOutcome> => {
    if (!mayPerform(staff.roles, 'case.list')) return { kind: 'not-permitted' };
    const open = inOrderOfNeed(await store.listOpenCases(staff.municipalityId)).filter((one) => !isUnseen(one));
    const cases = whose === 'mine' ? open.filter((one) => isWith(one, staff)) : open;
    return { kind: 'listed', cases };
  };

/** A case one is asked to take over is one's own to look at. */
const isWith = (one: Case, { id }: Staff): boolean =>
  holderOf(one)?.id === id || (one.state.kind === 'claimed' && one.state.offeredTo?.id === id);
