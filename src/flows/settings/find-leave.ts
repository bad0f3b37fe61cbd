import { isInert } from '../../core/approval.ts';
import { withApprovalInForce } from '../../core/approval/in-force.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { PermittedAct } from '../../core/settings/permitted-acts.ts';
import type { Clock, Store } from '../../ports.ts';
import { readApproval } from '../approval/approval-setting.ts';
import { findPermit } from './permit-record.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
}

/**
 * Purpose: whether something may be done on the machine now: two persons of one of these municipalities have agreed to
 * it, or none of them is in use yet. That a permit was used stands in the audit. Personal data: staff ids.
 */
export const makeFindLeave =
  ({ now, store }: Deps) =>
  async (municipalities: readonly Municipality[], act: PermittedAct): Promise<'given' | 'needed'> => {
    const at = now();
    let isAnyInUse = false;
    for (const municipality of municipalities) {
      const { id: municipalityId } = municipality;
      const permit = await findPermit(store, municipalityId, act, at);
      if (permit) {
        const { by, confirmedBy } = permit;
        const entry = { event: 'permit.used', at, municipalityId, by, details: { act, confirmedBy } };
        await store.commit({
          cause: `permit:${act}:${municipalityId}:${at}`,
          at,
          basedOn: [],
          changes: [{ kind: 'audit', entry }],
        });
        return 'given';
      }
      const { book } = await readApproval(store, municipalityId);
      if (!isInert(withApprovalInForce(municipality, book, at), at)) isAnyInUse = true;
    }
    return isAnyInUse ? 'needed' : 'given';
  };
