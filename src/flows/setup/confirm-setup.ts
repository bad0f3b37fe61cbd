import { mayPerform } from '../../core/access.ts';
import type { Snowflake } from '../../core/ids.ts';
import { hourMs } from '../../core/time.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import type { ChangeOutcome, SettingsChange } from '../settings/change-settings.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { asCurrent, readDrafted } from './drafted.ts';
import type { SectionPress } from './save-section.ts';
import { readSetup, savingSetup } from './setup-record.ts';
import type { SetupRecord } from './setup-record.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly live: Pick<LiveMunicipalities, 'find' | 'founding'>;
  readonly changeSettings: (change: SettingsChange) => Promise<ChangeOutcome>;
}

/** A proposal is forgotten after this: what it was based on is no longer fresh in anybody's mind. */
export const proposalLivesMs = 24 * hourMs;

export type ConfirmOutcome =
  | { readonly kind: 'confirmed' | 'withdrawn' | 'own-proposal' | 'nothing-proposed' | 'stale' | 'not-permitted' }
  | { readonly kind: 'refused' };
export type SeenOutcome = { readonly kind: 'seen' | 'another-channel' | 'not-permitted' };

/** Purpose: the second person of two, and the human who saw the test post. Personal data: staff ids. */
export function makeConfirmSetup({ now, store, live, changeSettings }: Deps) {
  async function save({ cause, staff }: SectionPress, event: string, change: (record: SetupRecord) => SetupRecord) {
    const { municipalityId, id: by } = staff;
    const { record, version } = await readSetup(store, municipalityId);
    return store.commit({
      cause: `interaction:${cause}:setup`,
      at: now(),
      basedOn: [],
      changes: [
        savingSetup(municipalityId, version, change(record)),
        { kind: 'audit', entry: { event, at: now(), municipalityId, by } },
      ],
    });
  }
  const withoutProposal = ({ proposed: _done, ...rest }: SetupRecord): SetupRecord => rest;

  return {
    /** Carries the proposal out. The one who proposed may only withdraw it. */
    confirm: async (press: SectionPress, agree: boolean): Promise<ConfirmOutcome> => {
      const { staff } = press;
      if (!mayPerform(staff.roles, 'settings.confirm')) return { kind: 'not-permitted' };
      const { record } = await readSetup(store, staff.municipalityId);
      const { proposed } = record;
      if (!proposed || now() - proposed.at > proposalLivesMs) return { kind: 'nothing-proposed' };
      if (agree) {
        if (proposed.by === staff.id) return { kind: 'own-proposal' };
        const proposer: Pick<Staff, 'id' | 'municipalityId' | 'roles'> = {
          id: proposed.by,
          municipalityId: staff.municipalityId,
          roles: ['coordinator'],
        };
        const { set, basedOn } = proposed;
        const outcome = await changeSettings({ staff: proposer, cause: `interaction:${press.cause}`, basedOn, set });
        if (outcome.kind === 'stale') return { kind: 'stale' };
        if (outcome.kind !== 'saved') return { kind: 'refused' };
      }
      await save(press, agree ? 'settings.confirmed' : 'settings.withdrawn', withoutProposal);
      return { kind: agree ? 'confirmed' : 'withdrawn' };
    },

    /** «Jeg ser den», under the test post. */
    seen: async (press: SectionPress, channelId: Snowflake): Promise<SeenOutcome> => {
      const { staff } = press;
      if (!mayPerform(staff.roles, 'approval.read')) return { kind: 'not-permitted' };
      const drafted = await readDrafted(store, live, staff.municipalityId);
      if (!drafted || asCurrent(drafted.document)['staffChannelId'] !== channelId) return { kind: 'another-channel' };
      await save(press, 'setup.seen', (record) => ({ ...record, seen: { channelId, by: staff.id, at: now() } }));
      return { kind: 'seen' };
    },
  };
}
