import { isApproved } from '../core/approval.ts';
import { peopleOnDuty } from '../core/duty/duty-book.ts';
import { stateAt } from '../core/hours/opening-state.ts';
import { StoreFault } from '../ports.ts';
import type { Presence, Store } from '../ports.ts';
import { readDuty } from './duty/duty-setting.ts';

/** Staffed: conversations are approved, the schedule says open, and somebody has checked in. Source: DESIGN §5 Hours. */
export function makePresence(store: Pick<Store, 'findSetting'>): Presence {
  const onDuty: Presence['onDuty'] = async (municipality, now) => {
    const mayConverse = isApproved(municipality.approval, 2, now);
    if (!mayConverse || stateAt(municipality.hours, now).kind !== 'open') return [];
    const { book } = await readDuty(store, municipality.id);
    return peopleOnDuty(book, now).map(({ signature, themes }) => ({ signature, themes }));
  };
  return {
    onDuty,
    async isStaffed(municipality, now) {
      try {
        return (await onDuty(municipality, now)).length > 0;
      } catch (fault) {
        // What was written may be safe already: a store that fails now must not make it look lost.
        if (fault instanceof StoreFault) return false;
        throw fault;
      }
    },
  };
}
