import { mayPerform } from '../../core/access.ts';
import type { Snowflake } from '../../core/ids.ts';
import { asCurrent } from '../../core/settings/municipality-document.ts';
import type { Clock, Store } from '../../ports.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { readDrafted } from './drafted.ts';
import type { SectionPress } from './save-section.ts';
import { readSetup, savingSetup } from './setup-record.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly live: Pick<LiveMunicipalities, 'find' | 'founding'>;
}

export type SeenOutcome = { readonly kind: 'seen' | 'another-channel' | 'not-permitted' };

/** Purpose: «Jeg ser den», by the human who saw the test post in the staff channel. Personal data: staff id. */
export const makeSeeTestPost = ({ now, store, live }: Deps) =>
  async function see(press: SectionPress, channelId: Snowflake): Promise<SeenOutcome> {
    const { cause, staff } = press;
    const { municipalityId, id: by } = staff;
    if (!mayPerform(staff.roles, 'approval.read')) return { kind: 'not-permitted' };
    const drafted = await readDrafted(store, live, municipalityId);
    if (!drafted || asCurrent(drafted.document)['staffChannelId'] !== channelId) return { kind: 'another-channel' };
    const { record, version } = await readSetup(store, municipalityId);
    if (record.seen?.channelId === channelId) return { kind: 'seen' };
    const at = now();
    const outcome = await store.commit({
      cause: `interaction:${cause}:setup`,
      at,
      basedOn: [],
      changes: [
        savingSetup(municipalityId, version, { ...record, seen: { channelId, by, at } }),
        { kind: 'audit', entry: { event: 'setup.seen', at, municipalityId, by } },
      ],
    });
    return outcome === 'stale' ? see(press, channelId) : { kind: 'seen' };
  };
