import { mayPerform } from '../../core/access.ts';
import { checkOut, isOnDuty } from '../../core/duty/duty-book.ts';
import type { WaitingCase } from '../../core/duty/waiting.ts';
import type { Store } from '../../ports.ts';
import type { CheckInDeps, DutyPress } from './check-in.ts';
import { queueHandover } from './duty-posts.ts';
import { readDuty, savingDuty } from './duty-setting.ts';
import { findWaitingCases } from './waiting-cases.ts';

export type CheckOutOutcome =
  | { readonly kind: 'checked-out'; readonly othersOnDuty: boolean; readonly waiting: readonly WaitingCase[] }
  | { readonly kind: 'not-checked-in' | 'not-permitted' };

export interface CheckOutDeps extends CheckInDeps {
  readonly store: CheckInDeps['store'] & Pick<Store, 'listOpenCases' | 'listEntries'>;
}

/**
 * Purpose: «/vakt ut»: somebody leaves, and sees what is unanswered. When nobody is left, the same list goes to the staff
 * channel. Personal data: staff id; case numbers and levels.
 */
export const makeCheckOut = ({ now, store, pseudonyms, municipalities }: CheckOutDeps) =>
  async function leave(press: DutyPress): Promise<CheckOutOutcome> {
    const { staff, cause } = press;
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'duty.check-in')) return { kind: 'not-permitted' };

    const { id } = municipality;
    const { book, version } = await readDuty(store, id);
    if (!book.people.some((person) => person.id === staff.id)) return { kind: 'not-checked-in' };

    const at = now();
    const left = checkOut(book, staff.id);
    const othersOnDuty = left.people.some((person) => isOnDuty(person, at));
    const outcome = await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        savingDuty(id, version, left),
        ...(left.people.length === 0
          ? [queueHandover(municipality, pseudonyms, { cause: `i${cause}`, by: 'staff', at })]
          : []),
        { kind: 'audit', entry: { event: 'duty.checked-out', at, municipalityId: id, by: staff.id } },
      ],
    });
    if (outcome === 'stale') return leave(press);
    return { kind: 'checked-out', othersOnDuty, waiting: await findWaitingCases(store, id) };
  };
