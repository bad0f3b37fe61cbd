import { PermissionFlagsBits as P, ChannelType } from '../discord-codes.ts';
import { refuse } from '../errors.ts';
import type { Channel, Guild } from './model.ts';
import type { World } from './world.ts';

/** Every permission there is. */
export const ALL = Object.values(P).reduce((all, bit) => all | bit, 0n);

/** What writing in a DM comes with. */
const IN_DM =
  P.ViewChannel |
  P.SendMessages |
  P.EmbedLinks |
  P.AttachFiles |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands |
  P.UseExternalEmojis;

/** Means nothing without the right to send. */
const NEEDS_SEND = P.MentionEveryone | P.SendTTSMessages | P.AttachFiles | P.EmbedLinks;

export function isThread(channel: Channel): boolean {
  return channel.thread !== null;
}

/** What somebody may do in a guild before channels have their say. 0 when not a member. Source: Discord API docs, "Permissions". */
export function guildPermissions(guild: Guild, userId: string): bigint {
  const member = guild.members.get(userId);
  if (member === undefined) return 0n;
  if (guild.ownerId === userId) return ALL;
  let granted = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const roleId of member.roleIds) granted |= guild.roles.get(roleId)?.permissions ?? 0n;
  return (granted & P.Administrator) === P.Administrator ? ALL : granted;
}

/** What somebody may do in a channel, thread or DM. 0 when it cannot be seen. */
export function channelPermissions(world: World, channel: Channel, userId: string): bigint {
  if (channel.guildId === null) return channel.recipientId === userId || userId === world.botId ? IN_DM : 0n;
  const guild = world.guilds.get(channel.guildId);
  if (guild === undefined || (userId === world.botId && guild.botState === 'left')) return 0n;
  if (channel.thread === null) return inGuildChannel(guild, channel, userId);

  const parent = channel.parentId === null ? undefined : world.channels.get(channel.parentId);
  if (parent === undefined) return 0n;
  const inherited = inGuildChannel(guild, parent, userId);
  const isPrivate = channel.type === ChannelType.PrivateThread;
  const excluded = isPrivate && !channel.thread.members.has(userId) && (inherited & P.ManageThreads) === 0n;
  return excluded ? 0n : inherited;
}

function inGuildChannel(guild: Guild, channel: Channel, userId: string): bigint {
  const base = guildPermissions(guild, userId);
  if (base === ALL || base === 0n) return base;
  const overwrites = channel.overwrites;
  const everyone = overwrites.get(guild.id);
  let granted = (base & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n);

  let allow = 0n;
  let deny = 0n;
  for (const roleId of guild.members.get(userId)?.roleIds ?? []) {
    const own = overwrites.get(roleId);
    allow |= own?.allow ?? 0n;
    deny |= own?.deny ?? 0n;
  }
  granted = (granted & ~deny) | allow;

  const personal = overwrites.get(userId);
  granted = (granted & ~(personal?.deny ?? 0n)) | (personal?.allow ?? 0n);
  return impliedOnly(granted);
}

/** Takes away what means nothing without seeing the channel or writing in it. */
function impliedOnly(granted: bigint): bigint {
  if ((granted & P.ViewChannel) === 0n) return 0n;
  return (granted & (P.SendMessages | P.SendMessagesInThreads)) === 0n ? granted & ~NEEDS_SEND : granted;
}

export function has(granted: bigint, wanted: bigint): boolean {
  return (granted & wanted) === wanted;
}

export function canSee(world: World, channel: Channel, userId: string): boolean {
  return has(channelPermissions(world, channel, userId), P.ViewChannel);
}

/** The right to write here: threads have their own. */
export function sendRight(channel: Channel): bigint {
  return isThread(channel) ? P.SendMessagesInThreads : P.SendMessages;
}

/** Visible to everybody in the guild, whatever their roles. */
export function isPublic(world: World, channel: Channel): boolean {
  if (channel.guildId === null || channel.type === ChannelType.PrivateThread) return false;
  const carrier = channel.thread === null ? channel : world.channels.get(channel.parentId ?? '');
  const guild = world.guilds.get(channel.guildId);
  if (carrier === undefined || guild === undefined) return false;
  const overwrite = carrier.overwrites.get(guild.id);
  const base = guild.roles.get(guild.id)?.permissions ?? 0n;
  return has((base & ~(overwrite?.deny ?? 0n)) | (overwrite?.allow ?? 0n), P.ViewChannel);
}

/**
 * A channel this actor sees and has these rights in.
 * @throws ApiError 10003 when there is none, 50001 when it cannot be seen, 50013 when a right is missing
 */
export function requireChannel(world: World, actorId: string, channelId: string, rights = 0n): Channel {
  const channel = world.channel(channelId);
  const granted = channelPermissions(world, channel, actorId);
  if (!has(granted, P.ViewChannel)) throw refuse(50001);
  if (!has(granted, rights)) throw refuse(50013);
  return channel;
}

/**
 * A guild this actor is in and has these rights in.
 * @throws ApiError 10004 when there is none or the bot is not in it, 50013 when a right is missing
 */
export function requireGuild(world: World, actorId: string, guildId: string, rights = 0n): Guild {
  const guild = world.guild(guildId);
  if (actorId === world.botId && guild.botState === 'left') throw refuse(10004);
  if (!guild.members.has(actorId)) throw refuse(50001);
  if (!has(guildPermissions(guild, actorId), rights)) throw refuse(50013);
  return guild;
}

/** Height of somebody's highest role; the owner stands above all. */
export function rank(guild: Guild, userId: string): number {
  if (guild.ownerId === userId) return Number.MAX_SAFE_INTEGER;
  const roles = [...(guild.members.get(userId)?.roleIds ?? [])];
  return Math.max(0, ...roles.map((id) => guild.roles.get(id)?.position ?? 0));
}
