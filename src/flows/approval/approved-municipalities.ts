import { withApprovalInForce } from '../../core/approval/in-force.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Clock, Municipalities, Store } from '../../ports.ts';
import { readApproval } from './approval-setting.ts';
import type { StoredApproval } from './approval-setting.ts';

export interface ApprovedMunicipalities extends Municipalities {
  /** Reads again what is on record; what is shown follows from it. @throws the first fault, when every one has been read */
  refresh(): Promise<void>;
}

/**
 * Every municipality with the approval that is in force. Whose words are taken in is asked of the store each time, so a
 * pause holds from the next message on, in every process; what is only shown follows at the next refresh. What could not
 * be read yet counts as paused.
 */
export function makeApprovedMunicipalities({
  now,
  store,
  municipalities,
}: {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting'>;
  /** As configured. */
  readonly municipalities: Municipalities;
}): ApprovedMunicipalities {
  const known = new Map<MunicipalityId, StoredApproval>();

  async function look(municipality: Municipality): Promise<void> {
    known.set(municipality.id, await readApproval(store, municipality.id));
  }
  const asApproved = (municipality: Municipality): Municipality =>
    withApprovalInForce(municipality, known.get(municipality.id)?.book, now());

  return {
    async candidates(inbound) {
      const found = await municipalities.candidates(inbound);
      await Promise.all(found.map(look));
      return found.map(asApproved);
    },
    find(id) {
      const municipality = municipalities.find(id);
      return municipality && asApproved(municipality);
    },
    ofStaffGuild(guildId) {
      const municipality = municipalities.ofStaffGuild(guildId);
      return municipality && asApproved(municipality);
    },
    all: () => municipalities.all().map(asApproved),
    async refresh() {
      const looks = await Promise.allSettled(municipalities.all().map(look));
      const failed = looks.find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
}
