import { ChannelType } from '../discord-codes.ts';
import type { Wire } from '../json.ts';
import type { Channel, Guild, Member, Overwrite, Role, User } from './model.ts';
import { guildPermissions } from './permissions.ts';
import type { World } from './world.ts';

/** How the local Discord's things look on Discord's wire. */

/** A time as Discord writes it. */
export const iso = (at: number): string => new Date(at).toISOString().replace('Z', '000+00:00');

export function wireUser(user: User): Wire {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '0001' : '0',
    global_name: user.bot ? null : user.displayName,
    avatar: user.avatar,
    bot: user.bot,
    system: false,
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
    clan: null,
  };
}

export function wireRole(role: Role): Wire {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: role.permissions.toString(),
    managed: role.botId !== null,
    mentionable: role.mentionable,
    flags: 0,
    description: null,
    ...(role.botId === null ? {} : { tags: { bot_id: role.botId } }),
  };
}

/** A member without the user inside. */
export function wireMemberPart(member: Member): Wire {
  return {
    nick: member.nick,
    avatar: member.avatar ?? null,
    banner: member.banner ?? null,
    roles: [...member.roleIds],
    joined_at: iso(member.joinedAt),
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
  };
}

export function wireMember(world: World, member: Member): Wire {
  return { ...wireMemberPart(member), user: wireUser(world.user(member.userId)) };
}

function wireOverwrite({ id, type, allow, deny }: Overwrite): Wire {
  return { id, type: type === 'role' ? 0 : 1, allow: allow.toString(), deny: deny.toString() };
}

export function wireThreadMember(channel: Channel, userId: string): Wire {
  return { id: channel.id, user_id: userId, join_timestamp: iso(channel.thread?.members.get(userId) ?? 0), flags: 1 };
}

function wireThread(world: World, channel: Channel): Wire {
  const thread = channel.thread;
  if (thread === null) return {};
  return {
    owner_id: thread.ownerId,
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: iso(thread.archivedAt),
      auto_archive_duration: thread.autoArchiveMinutes,
      locked: thread.locked,
      create_timestamp: iso(thread.createdAt),
      ...(channel.type === ChannelType.PrivateThread ? { invitable: thread.invitable } : {}),
    },
    message_count: channel.log.size,
    total_message_sent: channel.log.size,
    member_count: thread.members.size,
    applied_tags: thread.appliedTags,
    ...(thread.members.has(world.botId) ? { member: wireThreadMember(channel, world.botId) } : {}),
  };
}

export function wireChannel(world: World, channel: Channel): Wire {
  const shared = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (channel.recipientId !== null) return { ...shared, recipients: [wireUser(world.user(channel.recipientId))] };
  const inGuild = {
    ...shared,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId,
    rate_limit_per_user: channel.slowmodeSeconds,
    last_pin_timestamp: null,
  };
  if (channel.thread !== null) return { ...inGuild, ...wireThread(world, channel) };
  const isForum = channel.type === ChannelType.GuildForum;
  return {
    ...inGuild,
    topic: channel.topic,
    position: channel.position,
    nsfw: channel.nsfw,
    permission_overwrites: [...channel.overwrites.values()].map(wireOverwrite),
    ...(isForum
      ? {
          available_tags: channel.tags,
          default_reaction_emoji: null,
          default_sort_order: null,
          default_forum_layout: 0,
        }
      : {}),
  };
}

export function wireGuild(guild: Guild): Wire {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    owner_id: guild.ownerId,
    region: 'rotterdam',
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: 1,
    default_message_notifications: 1,
    explicit_content_filter: 2,
    roles: [...guild.roles.values()].map(wireRole),
    emojis: [],
    stickers: [],
    features: ['COMMUNITY'],
    mfa_level: 1,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: guild.locale,
    nsfw: false,
    nsfw_level: 0,
    hub_type: null,
    latest_onboarding_question_id: null,
    incidents_data: null,
    max_members: 500_000,
    max_presences: null,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
  };
}

/** A guild as `GET /users/@me/guilds` lists it. */
export function wireGuildCard(world: World, guild: Guild): Wire {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    banner: null,
    owner: false,
    permissions: guildPermissions(guild, world.botId).toString(),
    features: [],
  };
}
