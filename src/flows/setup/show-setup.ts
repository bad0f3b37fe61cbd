import { mayPerform } from '../../core/access.ts';
import type { Section } from '../../core/setup/sections.ts';
import { asCurrent } from '../../core/settings/municipality-document.ts';
import type { CurrentDocument } from '../../core/settings/municipality-document.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { readProposal } from '../settings/proposal-record.ts';
import type { Proposal } from '../settings/proposal-record.ts';
import { SettingsDamaged } from '../settings/settings-record.ts';
import { missingSections, readDrafted } from './drafted.ts';
import { readSetup } from './setup-record.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting'>;
  readonly live: Pick<LiveMunicipalities, 'find' | 'founding'>;
}

export interface SetupShown {
  readonly kind: 'shown';
  /** The service answers nobody yet: something is missing. */
  readonly founding: boolean;
  readonly version: number;
  readonly current: CurrentDocument;
  readonly missing: readonly Section[];
  /** A person has seen the test post in the staff channel that is set now. */
  readonly isSeen: boolean;
  /** What waits for a second person, and the number that names it. */
  readonly proposed?: { readonly proposal: Proposal; readonly number: number };
}
export type ShowSetupOutcome = SetupShown | { readonly kind: 'not-permitted' | 'damaged' };

/** Purpose: what is set, and what is missing. Personal data: ids of coordinators who are to be called. */
export const makeShowSetup =
  ({ now, store, live }: Deps) =>
  async ({ municipalityId, roles }: Staff): Promise<ShowSetupOutcome> => {
    if (!mayPerform(roles, 'settings.change') && !mayPerform(roles, 'settings.confirm'))
      return { kind: 'not-permitted' };
    try {
      const drafted = await readDrafted(store, live, municipalityId);
      if (!drafted) return { kind: 'not-permitted' };
      const { record } = await readSetup(store, municipalityId);
      const { proposal, version: number } = await readProposal(store, municipalityId, now());
      const current = asCurrent(drafted.document);
      return {
        kind: 'shown',
        founding: drafted.founding,
        version: drafted.version,
        current,
        missing: missingSections(drafted.document),
        isSeen: record.seen !== undefined && record.seen.channelId === current['staffChannelId'],
        ...(proposal ? { proposed: { proposal, number } } : {}),
      };
    } catch (fault) {
      if (fault instanceof SettingsDamaged) return { kind: 'damaged' };
      throw fault;
    }
  };
