import { mayPerform } from '../core/access.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { chosenName, nameFaults } from '../core/persona.ts';
import type { PersonaFault } from '../core/persona.ts';
import type { Clock, GuildProfile, GuildProfiles, Municipalities, Staff, Store } from '../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly profiles: GuildProfiles;
  readonly store: Pick<Store, 'commit'>;
  /** Pictures from the municipality's folder, as `data:` addresses. */
  readonly pictures: (municipality: Municipality) => Promise<Pick<GuildProfile, 'avatar' | 'banner'>>;
  /** What the service says of itself where the municipality has written nothing. */
  readonly standardBio: (municipality: Municipality) => string;
}

export interface ProfilePress {
  /** The interaction id: the same press acts once. */
  readonly cause: string;
  readonly staff: Staff;
}

/** One guild, as it is shown now; `shown` is absent where the bot is no member. */
export interface ProfilePlace {
  readonly guildId: Snowflake;
  readonly shown?: { readonly name: string; readonly hasOwnAvatar: boolean };
}

export type ProfilePreview =
  | {
      readonly kind: 'preview';
      readonly profile: GuildProfile;
      readonly faults: readonly PersonaFault[];
      readonly places: readonly ProfilePlace[];
    }
  | { readonly kind: 'not-permitted' };

export type ApplyProfileOutcome =
  | { readonly kind: 'applied'; readonly applied: number; readonly refused: number }
  | { readonly kind: 'unfit-name' | 'not-permitted' };

const guildsOf = ({ guildId, gameGuilds }: Municipality): readonly Snowflake[] => [
  ...new Set([guildId, ...gameGuilds.map((game) => game.guildId)]),
];

/**
 * Purpose: show a coordinator how the bot will present itself in each guild, and do it when told to. Personal data:
 * staff id in the audit. A name without service or municipality is refused. Source: 002:630–631.
 */
export const makeProfileActs = ({ now, municipalities, profiles, store, pictures, standardBio }: Deps) => {
  const profileOf = async (municipality: Municipality): Promise<GuildProfile> => ({
    name: chosenName(municipality),
    bio: municipality.profile.bio ?? standardBio(municipality),
    ...(await pictures(municipality)),
  });
  const allowed = ({ staff }: ProfilePress): Municipality | undefined =>
    mayPerform(staff.roles, 'settings.change') ? municipalities.find(staff.municipalityId) : undefined;

  return {
    async previewProfile(press: ProfilePress): Promise<ProfilePreview> {
      const municipality = allowed(press);
      if (!municipality) return { kind: 'not-permitted' };
      const profile = await profileOf(municipality);
      const places: ProfilePlace[] = [];
      for (const guildId of guildsOf(municipality)) {
        const shown = await profiles.shown(guildId);
        places.push({ guildId, ...(shown ? { shown } : {}) });
      }
      return { kind: 'preview', profile, faults: nameFaults(municipality, profile.name), places };
    },

    async applyProfile(press: ProfilePress): Promise<ApplyProfileOutcome> {
      const municipality = allowed(press);
      if (!municipality) return { kind: 'not-permitted' };
      const profile = await profileOf(municipality);
      if (nameFaults(municipality, profile.name).length > 0) return { kind: 'unfit-name' };
      let applied = 0;
      const guilds = guildsOf(municipality);
      for (const guildId of guilds) if ((await profiles.apply(guildId, profile)) === 'applied') applied += 1;
      const at = now();
      const details = { applied, refused: guilds.length - applied };
      await store.commit({
        cause: `interaction:${press.cause}`,
        at,
        basedOn: [],
        changes: [
          {
            kind: 'audit',
            entry: { event: 'profile.applied', at, municipalityId: municipality.id, by: press.staff.id, details },
          },
        ],
      });
      return { kind: 'applied', ...details };
    },
  };
};
