import type { REST } from '@discordjs/rest';
import { ApplicationFlags, GuildMFALevel, Routes } from 'discord-api-types/v10';
import type { APIApplication, APIChannel, APIGuild, APIGuildMember, APIUser } from 'discord-api-types/v10';
import { channelsOf } from '../core/doctor/examine-discord.ts';
import type { BotFacts, ChannelFacts, DiscordFacts, GuildFacts } from '../core/doctor/examine-discord.ts';
import type { Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { refusalOf } from './refusal.ts';

const privileged =
  ApplicationFlags.GatewayPresence |
  ApplicationFlags.GatewayPresenceLimited |
  ApplicationFlags.GatewayGuildMembers |
  ApplicationFlags.GatewayGuildMembersLimited |
  ApplicationFlags.GatewayMessageContent |
  ApplicationFlags.GatewayMessageContentLimited;

/** Reads what the doctor looks at; changes nothing. @throws Discord's refusal of the token, or that it is away */
export async function askDiscord(rest: REST, municipalities: readonly Municipality[]): Promise<DiscordFacts> {
  const facts = await askAbout(rest, {
    guildIds: municipalities.flatMap((one) => [one.guildId, ...one.gameGuilds.map((game) => game.guildId)]),
    channelIds: municipalities.flatMap((one) => channelsOf(one).map(({ channelId }) => channelId)),
  });
  const absent = new Set<Snowflake>();
  for (const { guildId, escalation } of municipalities) {
    for (const userId of escalation.coordinatorIds) {
      const member = await answered(new Set([userId]), (id) => rest.get(Routes.guildMember(guildId, id)));
      if (member.size === 0) absent.add(userId);
    }
  }
  return { ...facts, absent };
}

/** The same about some guilds and channels only. */
export async function askAbout(
  rest: REST,
  { guildIds, channelIds }: { readonly guildIds: readonly Snowflake[]; readonly channelIds: readonly Snowflake[] },
): Promise<DiscordFacts> {
  const bot = await askBot(rest);
  return {
    bot,
    guilds: await answered(new Set(guildIds), (id) => askGuild(rest, id, bot.id)),
    channels: await answered(new Set(channelIds), (id) => askChannel(rest, id)),
  };
}

async function askBot(rest: REST): Promise<BotFacts> {
  const user = (await rest.get(Routes.user())) as APIUser;
  const application = (await rest.get(Routes.currentApplication())) as APIApplication;
  return {
    id: user.id,
    name: user.global_name ?? user.username,
    hasAvatar: user.avatar !== null,
    hasTeam: application.team !== null,
    hasPrivilegedIntent: (application.flags & privileged) !== 0,
  };
}

async function askGuild(rest: REST, id: Snowflake, botId: string): Promise<GuildFacts> {
  const guild = (await rest.get(Routes.guild(id))) as APIGuild;
  const member = (await rest.get(Routes.guildMember(id, botId))) as APIGuildMember;
  return {
    requiresMfa: guild.mfa_level === GuildMFALevel.Elevated,
    roles: guild.roles.map((role) => ({
      id: role.id,
      permissions: BigInt(role.permissions),
      managed: role.managed,
    })),
    botRoleIds: member.roles,
    botName: member.nick ?? undefined,
    botHasAvatar: member.avatar != null,
  };
}

async function askChannel(rest: REST, id: Snowflake): Promise<ChannelFacts> {
  const channel = (await rest.get(Routes.channel(id))) as APIChannel;
  const overwrites = 'permission_overwrites' in channel ? (channel.permission_overwrites ?? []) : [];
  return {
    guildId: 'guild_id' in channel ? channel.guild_id : undefined,
    overwrites: overwrites.map((one) => ({ id: one.id, allow: BigInt(one.allow), deny: BigInt(one.deny) })),
  };
}

/** One after the other, so that Discord's limits are not met. What the bot is refused is left out. */
async function answered<Facts>(
  ids: ReadonlySet<Snowflake>,
  ask: (id: Snowflake) => Promise<Facts>,
): Promise<ReadonlyMap<Snowflake, Facts>> {
  const facts = new Map<Snowflake, Facts>();
  for (const id of ids) {
    try {
      facts.set(id, await ask(id));
    } catch (fault) {
      if (refusalOf(fault).kind !== 'undeliverable') throw fault;
    }
  }
  return facts;
}
