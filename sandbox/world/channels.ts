import { ChannelType, PermissionFlagsBits as P } from '../discord-codes.ts';
import { invalidField, refuse } from '../errors.ts';
import type { JsonValue } from '../json.ts';
import {
  createChannelBody,
  editChannelBody,
  editThreadBody,
  overwriteBody,
  type CreateChannelBody,
  type EditChannelBody,
} from '../validation/channel.ts';
import { check } from '../validation/form.ts';
import { blankChannel } from './blank-channel.ts';
import type { Channel, Guild, Overwrite } from './model.ts';
import { channelPermissions, guildPermissions, has, requireChannel, requireGuild } from './permissions.ts';
import { editThread } from './threads.ts';
import type { World } from './world.ts';

/** Channels of guilds and their permission overwrites. */

/** @throws ApiError 50013; a bot cannot hand out rights it does not have */
export function createChannel(world: World, actorId: string, guildId: string, raw: JsonValue | undefined): Channel {
  const guild = requireGuild(world, actorId, guildId, P.ManageChannels);
  const body = check(createChannelBody, raw);
  checkParent(world, guildId, body.parent_id);
  const type = body.type ?? ChannelType.GuildText;
  const channel = blankChannel(
    world.mint.next(),
    type,
    guildId,
    type === ChannelType.GuildCategory ? body.name : slug(body.name),
  );
  assign(channel, body);
  for (const overwrite of overwritesOf(body)) {
    checkGrant(guildPermissions(guild, actorId), overwrite);
    channel.overwrites.set(overwrite.id, overwrite);
  }
  world.channels.set(channel.id, channel);
  world.emit({ kind: 'channel-created', channel });
  return channel;
}

/** Text channels have no capitals and no spaces. */
function slug(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/gu, '-');
}

function checkParent(world: World, guildId: string | null, parentId: string | null | undefined): void {
  if (parentId === null || parentId === undefined) return;
  const parent = world.channels.get(parentId);
  if (parent?.guildId === guildId && parent.type === ChannelType.GuildCategory) return;
  throw invalidField(['parent_id'], 'CHANNEL_PARENT_INVALID', 'Category does not exist');
}

function assign(channel: Channel, body: CreateChannelBody | EditChannelBody): void {
  if (body.name !== undefined) channel.name = channel.type === ChannelType.GuildCategory ? body.name : slug(body.name);
  if (body.topic !== undefined) channel.topic = body.topic;
  if (body.parent_id !== undefined) channel.parentId = body.parent_id;
  channel.position = body.position ?? channel.position;
  channel.nsfw = body.nsfw ?? channel.nsfw;
  channel.slowmodeSeconds = body.rate_limit_per_user ?? channel.slowmodeSeconds;
  if (body.available_tags) {
    channel.tags = body.available_tags.map(({ name }, index) => ({
      id: `${channel.id.slice(0, -2)}${String(10 + index)}`,
      name,
      moderated: false,
      emoji_id: null,
      emoji_name: null,
    }));
  }
}

function overwritesOf(body: CreateChannelBody | EditChannelBody): readonly Overwrite[] {
  return (body.permission_overwrites ?? []).map(({ id, type, allow, deny }) => ({
    id,
    type: type === 0 ? 'role' : 'member',
    allow: BigInt(allow ?? 0),
    deny: BigInt(deny ?? 0),
  }));
}

function checkGrant(own: bigint, { allow, deny }: Overwrite): void {
  if (!has(own, allow) || !has(own, deny)) throw refuse(50013);
}

/** Changes a channel or a thread. @throws ApiError 50001, 50013, 50035 */
export function editChannel(world: World, actorId: string, channelId: string, raw: JsonValue | undefined): Channel {
  const channel = requireChannel(world, actorId, channelId);
  if (channel.recipientId !== null) throw refuse(50003);
  if (channel.thread !== null) {
    editThread(world, actorId, channel, check(editThreadBody, raw));
    return channel;
  }
  requireChannel(world, actorId, channelId, P.ManageChannels);
  const body = check(editChannelBody, raw);
  checkParent(world, channel.guildId, body.parent_id);
  if (body.permission_overwrites) {
    requireChannel(world, actorId, channelId, P.ManageRoles);
    const next = overwritesOf(body);
    const own = channelPermissions(world, channel, actorId);
    for (const overwrite of next) checkGrant(own, overwrite);
    channel.overwrites.clear();
    for (const overwrite of next) channel.overwrites.set(overwrite.id, overwrite);
  }
  assign(channel, body);
  world.emit({ kind: 'channel-updated', channel });
  return channel;
}

/** @throws ApiError 50013; a DM is only closed, its messages stay */
export function deleteChannel(world: World, actorId: string, channelId: string): Channel {
  const channel = requireChannel(world, actorId, channelId);
  if (channel.recipientId !== null) return channel;
  requireChannel(world, actorId, channelId, channel.thread === null ? P.ManageChannels : P.ManageThreads);
  removeChannel(world, channel);
  return channel;
}

/** Takes a channel away with its threads. */
export function removeChannel(world: World, channel: Channel): void {
  const threads = [...world.channels.values()].filter(
    (other) => other.parentId === channel.id && other.thread !== null,
  );
  for (const thread of threads) removeOne(world, thread);
  removeOne(world, channel);
}

function removeOne(world: World, channel: Channel): void {
  world.emit({ kind: channel.thread === null ? 'channel-deleted' : 'thread-deleted', channel });
  world.channels.delete(channel.id);
}

/** @throws ApiError 50013, 10009, 50035 */
export function setOverwriteByRest(
  world: World,
  actorId: string,
  channelId: string,
  targetId: string,
  raw: JsonValue | undefined,
): void {
  const channel = requireChannel(world, actorId, channelId, P.ManageRoles);
  const guild = world.guildOf(channel);
  if (guild === null || channel.thread !== null) throw refuse(50024);
  const body = check(overwriteBody, raw);
  const overwrite: Overwrite = {
    id: targetId,
    type: body.type === 0 ? 'role' : 'member',
    allow: BigInt(body.allow ?? 0),
    deny: BigInt(body.deny ?? 0),
  };
  checkGrant(channelPermissions(world, channel, actorId), overwrite);
  setOverwrite(world, guild, channel, overwrite);
}

/** @throws ApiError 10009 when neither a role nor a member has this id */
export function setOverwrite(world: World, guild: Guild, channel: Channel, overwrite: Overwrite): void {
  const known = overwrite.type === 'role' ? guild.roles.has(overwrite.id) : guild.members.has(overwrite.id);
  if (!known) throw refuse(10009);
  channel.overwrites.set(overwrite.id, overwrite);
  world.emit({ kind: 'channel-updated', channel });
}

/** @throws ApiError 10009 */
export function dropOverwrite(world: World, channel: Channel, targetId: string): void {
  if (!channel.overwrites.delete(targetId)) throw refuse(10009);
  world.emit({ kind: 'channel-updated', channel });
}
