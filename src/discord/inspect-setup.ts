import type { REST } from '@discordjs/rest';
import { channelFindings, roleFindings } from '../core/doctor/examine-discord.ts';
import type { ChannelUse, Finding } from '../core/doctor/finding.ts';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import type { SettingsOverlay } from '../core/settings/municipality-document.ts';
import type { Section } from '../core/setup/sections.ts';
import { askAbout } from './ask-discord.ts';

interface Wanted {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly use: ChannelUse;
}

const idsIn = (value: unknown): readonly Snowflake[] =>
  (Array.isArray(value) ? value : [value]).filter((id): id is Snowflake => typeof id === 'string' && isSnowflake(id));

/** Holds the channels and roles of one part of the set-up against what Discord says of them, before they are saved. */
export function createInspectSetup(rest: REST) {
  return async function inspect(
    section: Section,
    set: SettingsOverlay,
    current: Readonly<Record<string, unknown>>,
  ): Promise<readonly Finding[]> {
    const [guildId] = idsIn(current['guildId']);
    if (!guildId) return [];
    const roles = rolesIn(section === 'roles' ? set['roles'] : current['roles']);
    const wanted =
      section === 'staff' || section === 'roles'
        ? staffChannels(guildId, { ...current, ...set })
        : section === 'cards'
          ? cardChannels(set)
          : [];
    if (section !== 'roles' && wanted.length === 0) return [];
    const facts = await askAbout(rest, {
      guildIds: [guildId, ...wanted.map((one) => one.guildId)],
      channelIds: wanted.map(({ channelId }) => channelId),
    });
    const inChannels = wanted.flatMap((one): readonly Finding[] => {
      if (!facts.guilds.has(one.guildId))
        return [{ kind: 'guild-missing', guildId: one.guildId, use: one.use === 'card' ? 'game' : 'staff' }];
      const findings = channelFindings(facts, { roles }, one);
      // Before the roles are chosen, nobody can say which of them are strangers.
      return Object.keys(roles).length === 0 ? findings.filter(({ kind }) => kind !== 'channel-shared') : findings;
    });
    // What else is wrong with the channels is said where they are chosen.
    return section === 'roles'
      ? [
          ...roleFindings(facts, { guildId, roles }),
          ...inChannels.filter(({ kind }) => kind === 'producer-reads-cases'),
        ]
      : inChannels;
  };
}

const staffChannels = (guildId: Snowflake, set: SettingsOverlay): readonly Wanted[] => [
  ...idsIn(set['staffChannelId']).map((channelId) => ({ guildId, channelId, use: 'staff' }) as const),
  ...idsIn(set['fallbackChannelIds']).map((channelId) => ({ guildId, channelId, use: 'fallback' }) as const),
];

function cardChannels(set: SettingsOverlay): readonly Wanted[] {
  const places: readonly unknown[] = Array.isArray(set['gameGuilds']) ? set['gameGuilds'] : [];
  return places.flatMap((place) => {
    const { guildId, cardChannelId } = place as { readonly guildId?: unknown; readonly cardChannelId?: unknown };
    const [guild] = idsIn(guildId);
    const [channelId] = idsIn(cardChannelId);
    return guild && channelId ? [{ guildId: guild, channelId, use: 'card' as const }] : [];
  });
}

function rolesIn(value: unknown): Readonly<Record<string, Snowflake>> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter((entry): entry is [string, Snowflake] => typeof entry[1] === 'string' && isSnowflake(entry[1])),
  );
}
