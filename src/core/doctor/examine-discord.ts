import type { Snowflake } from '../ids.ts';
import type { Municipality } from '../municipality.ts';
import { chosenName, personaFaults } from '../persona.ts';
import type { PersonaFault } from '../persona.ts';
import type { ChannelUse, Finding } from './finding.ts';
import { holds, permissionBits, permissionsIn } from './permissions.ts';
import type { OverwriteFacts, RoleFacts } from './permissions.ts';

/** The bot as Discord shows it. */
export interface BotFacts {
  readonly id: string;
  readonly name: string;
  readonly hasAvatar: boolean;
  /** The application is owned by a team, not by one person. */
  readonly hasTeam: boolean;
  /** A privileged intent is turned on; the service asks for none. */
  readonly hasPrivilegedIntent: boolean;
}

/** A guild as Discord shows it to the bot. */
export interface GuildFacts {
  /** Those who moderate must have two-factor authentication. */
  readonly requiresMfa: boolean;
  readonly roles: readonly RoleFacts[];
  readonly botRoleIds: readonly string[];
  /** The name the bot carries there, and whether it has a picture of its own there; absent: as on its account. */
  readonly botName?: string | undefined;
  readonly botHasAvatar?: boolean;
}

export interface ChannelFacts {
  readonly guildId: string | undefined;
  readonly overwrites: readonly OverwriteFacts[];
}

/** What Discord has answered; a guild or channel that is not among it is one the bot cannot see. */
export interface DiscordFacts {
  readonly bot: BotFacts;
  readonly guilds: ReadonlyMap<Snowflake, GuildFacts>;
  readonly channels: ReadonlyMap<Snowflake, ChannelFacts>;
  /** Those who are to be called, and are not in the staff guild; absent when that was not asked. */
  readonly absent?: ReadonlySet<Snowflake>;
}

export interface ChannelWanted {
  readonly channelId: Snowflake;
  readonly guildId: Snowflake;
  readonly use: ChannelUse;
}

/** Every channel the municipality has named, and the guild it must be in. */
export const channelsOf = (municipality: Municipality): readonly ChannelWanted[] => [
  { channelId: municipality.staffChannelId, guildId: municipality.guildId, use: 'staff' },
  ...municipality.fallbackChannelIds.map(
    (channelId) => ({ channelId, guildId: municipality.guildId, use: 'fallback' }) as const,
  ),
  ...municipality.gameGuilds.map(
    ({ guildId, cardChannelId }) => ({ channelId: cardChannelId, guildId, use: 'card' }) as const,
  ),
];

/** What the bot does in each kind of channel; a thread is deleted when the sender's data are. */
const needed: Readonly<Record<ChannelUse, readonly (keyof typeof permissionBits)[]>> = {
  staff: ['view', 'send', 'readHistory', 'createPublicThreads', 'sendInThreads', 'manageThreads'],
  fallback: ['view', 'send', 'readHistory', 'createPublicThreads', 'sendInThreads', 'manageThreads'],
  card: ['view', 'send', 'readHistory'],
};

export function examineBot({ bot }: DiscordFacts): readonly Finding[] {
  return [
    ...(bot.hasTeam ? [] : [{ kind: 'no-team' } as const]),
    ...(bot.hasPrivilegedIntent ? [{ kind: 'needless-intents' } as const] : []),
  ];
}

const hasActivities = ({ approval }: Municipality): boolean => approval?.strategies.includes(3) === true;

/** Guilds, roles and channels of one municipality, held against what its settings say. */
export function examineDiscord(facts: DiscordFacts, municipality: Municipality): readonly Finding[] {
  const { guildId, gameGuilds } = municipality;
  const guilds = [guildId, ...gameGuilds.map((game) => game.guildId)];
  return [
    ...guilds.flatMap((id, index): readonly Finding[] => {
      const guild = facts.guilds.get(id);
      if (!guild) return [{ kind: 'guild-missing', guildId: id, use: index === 0 ? 'staff' : 'game' }];
      const granted = permissionsIn(id, guild.roles, [], { roleIds: guild.botRoleIds });
      return [
        ...(holds(granted, permissionBits.administrator)
          ? [{ kind: 'bot-is-administrator', guildId: id } as const]
          : []),
        ...(index > 0 && hasActivities(municipality) && !holds(granted, permissionBits.createEvents)
          ? [{ kind: 'no-calendar', guildId: id } as const]
          : []),
      ];
    }),
    ...personaFindings(facts, municipality, guilds),
    ...staffGuildFindings(facts, municipality),
    ...municipality.escalation.coordinatorIds
      .filter((userId) => facts.absent?.has(userId) === true)
      .map((userId) => ({ kind: 'coordinator-unreachable', userId }) as const),
    ...channelsOf(municipality).flatMap((wanted) => channelFindings(facts, municipality, wanted)),
  ];
}

/** Roles that would let others in: everybody's, an app's own, or one that cannot be found. */
export function roleFindings(
  { guilds }: Pick<DiscordFacts, 'guilds'>,
  { guildId, roles }: { readonly guildId: Snowflake; readonly roles: Readonly<Partial<Record<string, Snowflake>>> },
): readonly Finding[] {
  const guild = guilds.get(guildId);
  if (!guild) return [{ kind: 'guild-missing', guildId, use: 'staff' }];
  return namedRoles(roles).flatMap(({ role, roleId }): readonly Finding[] => {
    const found = guild.roles.find(({ id }) => id === roleId);
    if (!found) return [{ kind: 'role-missing', role, roleId }];
    return found.managed || roleId === guildId ? [{ kind: 'role-unfit', role, roleId }] : [];
  });
}

function staffGuildFindings({ guilds }: DiscordFacts, { guildId, roles }: Municipality): readonly Finding[] {
  const guild = guilds.get(guildId);
  if (!guild) return [];
  const missing = namedRoles(roles).filter(({ roleId }) => !guild.roles.some(({ id }) => id === roleId));
  return [
    ...(guild.requiresMfa ? [] : [{ kind: 'no-mfa' } as const]),
    ...missing.map(({ role, roleId }) => ({ kind: 'role-missing', role, roleId }) as const),
  ];
}

const namedRoles = <Id extends string>(roles: Readonly<Partial<Record<string, Id | undefined>>>) =>
  Object.entries(roles).flatMap(([role, roleId]) => (roleId === undefined ? [] : [{ role, roleId }]));

/** One channel. @param municipality whose roles may see it; those that are not chosen yet are left out */
export function channelFindings(
  { guilds, channels, bot }: DiscordFacts,
  municipality: { readonly roles: Readonly<Partial<Record<string, string | undefined>>> },
  { channelId, guildId, use }: ChannelWanted,
): readonly Finding[] {
  const guild = guilds.get(guildId);
  // Said once, about the guild.
  if (!guild) return [];
  const channel = channels.get(channelId);
  if (!channel) return [{ kind: 'channel-missing', channelId, use }];
  if (channel.guildId !== guildId) return [{ kind: 'channel-elsewhere', channelId, use }];

  const granted = (roleIds: readonly string[], id?: string): bigint =>
    permissionsIn(guildId, guild.roles, channel.overwrites, { roleIds, ...(id === undefined ? {} : { id }) });
  const own = granted(guild.botRoleIds, bot.id);
  const names = needed[use].filter((name) => !holds(own, permissionBits[name]));
  const sees = (roleIds: readonly string[]): boolean => holds(granted(roleIds), permissionBits.view);
  const cardFindings = sees([]) ? [] : [{ kind: 'card-hidden', channelId } as const];
  return [
    ...(use === 'card' ? cardFindings : readerFindings(guild, municipality.roles, { channelId, guildId, use }, sees)),
    ...(names.length > 0 ? [{ kind: 'permissions-missing', channelId, use, names } as const] : []),
  ];
}

/** Who beside those who work with cases can read where they are shown. */
function readerFindings(
  guild: GuildFacts,
  { contentProducer, ...workers }: Readonly<Partial<Record<string, string | undefined>>>,
  { channelId, guildId, use }: ChannelWanted,
  sees: (roleIds: readonly string[]) => boolean,
): readonly Finding[] {
  if (sees([])) return [{ kind: 'channel-public', channelId, use }];
  const known = new Set<string>([guildId, ...namedRoles(workers).map(({ roleId }) => roleId)]);
  const readers = guild.roles.filter(({ id, managed }) => !managed && !known.has(id) && sees([id]));
  const strangers = readers.filter(({ id }) => id !== contentProducer);
  return [
    ...(strangers.length > 0 ? [{ kind: 'channel-shared', channelId, count: strangers.length } as const] : []),
    ...(readers.length > strangers.length ? [{ kind: 'producer-reads-cases', channelId } as const] : []),
  ];
}

/** Each fault once, with every guild it is seen in. */
function personaFindings(
  { guilds, bot }: DiscordFacts,
  municipality: Municipality,
  ids: readonly Snowflake[],
): readonly Finding[] {
  const seenIn = new Map<PersonaFault, Snowflake[]>();
  for (const id of ids) {
    const guild = guilds.get(id);
    if (!guild) continue;
    const shown = {
      name: guild.botName ?? bot.name,
      hasOwnAvatar: bot.hasAvatar || guild.botHasAvatar === true,
      // Said once, about the bot.
      ownedByTeam: true,
    };
    for (const fault of personaFaults(municipality, shown)) seenIn.set(fault, [...(seenIn.get(fault) ?? []), id]);
  }
  return Array.from(seenIn, ([fault, guildIds]) => ({
    kind: 'persona',
    guildIds,
    fault,
    suggested: chosenName(municipality),
  }));
}
