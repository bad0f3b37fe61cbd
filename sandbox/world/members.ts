import { ChannelType, PermissionFlagsBits as P } from '../discord-codes.ts';
import { refuse } from '../errors.ts';
import { removeChannel } from './channels.ts';
import type { Guild, Member } from './model.ts';
import { canSee, rank, requireGuild } from './permissions.ts';
import { leaveThread } from './thread-state.ts';
import type { World } from './world.ts';

/** Members of guilds, their roles, and the bot's own coming and going. */

/** Gives a member exactly these roles, or makes somebody a member with them. @throws ApiError 10011, 10013 */
export function setMember(world: World, guild: Guild, userId: string, roleIds: readonly string[]): Member {
  world.user(userId);
  const stranger = roleIds.find((id) => id === guild.id || !guild.roles.has(id));
  if (stranger !== undefined) throw refuse(10011);
  const known = guild.members.get(userId);
  if (known === undefined) {
    const member: Member = { userId, roleIds: new Set(roleIds), nick: null, joinedAt: world.clock.now() };
    guild.members.set(userId, member);
    world.emit({ kind: 'member-added', guild, member });
    return member;
  }
  known.roleIds.clear();
  for (const id of roleIds) known.roleIds.add(id);
  world.emit({ kind: 'member-updated', guild, member: known });
  leaveHidden(world, guild, userId);
  return known;
}

/** @throws ApiError 10007 */
export function removeMember(world: World, guild: Guild, userId: string): void {
  const member = world.member(guild, userId);
  guild.members.delete(userId);
  leaveHidden(world, guild, userId);
  world.emit({ kind: 'member-removed', guild, member });
}

/** Somebody who no longer sees the parent falls out of its threads. */
function leaveHidden(world: World, guild: Guild, userId: string): void {
  for (const channel of world.channelsOf(guild.id)) {
    const parent = channel.parentId === null ? undefined : world.channels.get(channel.parentId);
    if (channel.thread !== null && parent !== undefined && !canSee(world, parent, userId))
      leaveThread(world, channel, userId);
  }
}

/** Adds or takes one role by the bot. @throws ApiError 50013 when the role stands above the bot's own, 10007, 10011 */
export function changeRole(world: World, guildId: string, userId: string, roleId: string, add: boolean): void {
  const guild = requireGuild(world, world.botId, guildId, P.ManageRoles);
  const member = world.member(guild, userId);
  const role = guild.roles.get(roleId);
  if (role === undefined) throw refuse(10011);
  if (role.position >= rank(guild, world.botId) || role.botId !== null) throw refuse(50013);
  if (add) member.roleIds.add(roleId);
  else member.roleIds.delete(roleId);
  world.emit({ kind: 'member-updated', guild, member });
}

export function botLeaves(world: World, guild: Guild): void {
  guild.botState = 'left';
  world.emit({ kind: 'bot-left', guild });
}

/** Sets whether the bot is in the guild, out of it, or in it while Discord cannot reach it. */
export function setBotState(world: World, guild: Guild, state: Guild['botState']): void {
  const before = guild.botState;
  if (before === state) return;
  guild.botState = state;
  switch (state) {
    case 'left':
      world.emit({ kind: 'bot-left', guild });
      return;
    case 'unavailable':
      world.emit({ kind: before === 'left' ? 'bot-joined' : 'guild-unavailable', guild });
      return;
    case 'member':
      world.emit({ kind: before === 'left' ? 'bot-joined' : 'guild-available', guild });
  }
}

/** Takes a channel away as somebody with the power to do so would. */
export function deleteAnyChannel(world: World, channelId: string): void {
  const channel = world.channel(channelId);
  if (channel.type === ChannelType.DM) throw refuse(50003);
  removeChannel(world, channel);
}
