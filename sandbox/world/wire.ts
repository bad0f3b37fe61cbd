import { ChannelType } from '../discord-codes.ts';
import type { Wire } from '../json.ts';
import type { Attachment, Channel, Guild, Member, Message, Overwrite, Role, User } from './model.ts';
import { guildPermissions } from './permissions.ts';
import type { World } from './world.ts';

/** How the local Discord's things look on Discord's wire. */

const iso = (at: number): string => new Date(at).toISOString().replace('Z', '000+00:00');

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
    avatar: null,
    banner: null,
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

export function attachmentUrl(world: World, channelId: string, { id, filename }: Attachment): string {
  return `${world.baseUrl}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
}

function wireAttachment(world: World, channelId: string, attachment: Attachment): Wire {
  const url = attachmentUrl(world, channelId, attachment);
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.size,
    url,
    proxy_url: url,
    ...(attachment.contentType === null ? {} : { content_type: attachment.contentType }),
    ...(attachment.description === null ? {} : { description: attachment.description }),
    ...(attachment.durationSeconds === null ? {} : { duration_secs: attachment.durationSeconds, waveform: 'AAAA' }),
  };
}

/**
 * A message as REST and the gateway show it.
 * @param withContent false blanks what the MESSAGE_CONTENT intent guards
 */
export function wireMessage(world: World, message: Message, withContent = true): Wire {
  const { interaction, reference } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type,
    author: wireUser(world.user(message.authorId)),
    content: withContent ? message.content : '',
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === null ? null : iso(message.editedAt),
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentionUserIds.flatMap((id) => world.users.get(id) ?? []).map(wireUser),
    mention_roles: message.mentionRoleIds,
    attachments: withContent ? message.attachments.map((file) => wireAttachment(world, message.channelId, file)) : [],
    embeds: withContent ? message.embeds : [],
    components: withContent ? message.components : [],
    pinned: message.pinnedAt !== null,
    flags: message.flags,
    ...(message.stickers.length === 0
      ? {}
      : { sticker_items: message.stickers.map(({ id, name }) => ({ id, name, format_type: 1 })) }),
    ...(message.poll === null || !withContent ? {} : { poll: message.poll }),
    ...(message.reactions.size === 0 ? {} : { reactions: wireReactions(world, message) }),
    ...(reference === null ? {} : wireReference(world, message, reference)),
    ...(message.snapshots.length === 0 ? {} : { message_snapshots: withContent ? wireSnapshots(world, message) : [] }),
    ...(interaction === null ? {} : wireInteraction(world, interaction)),
    ...(message.threadId === null ? {} : wireStartedThread(world, message.threadId)),
  };
}

/** A message just made: only then does Discord show the nonce. */
export function wireNewMessage(world: World, message: Message, withContent = true): Wire {
  const shown = wireMessage(world, message, withContent);
  return message.nonce === null ? shown : { ...shown, nonce: message.nonce };
}

function wireReactions(world: World, message: Message): readonly Wire[] {
  return [...message.reactions].map(([emoji, users]) => ({
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    me: users.has(world.botId),
    me_burst: false,
    burst_colors: [],
    emoji: { id: null, name: emoji },
  }));
}

function wireReference(world: World, message: Message, reference: NonNullable<Message['reference']>): Wire {
  const guildId = world.channels.get(reference.channelId)?.guildId ?? null;
  const shown = {
    message_reference: {
      type: reference.type,
      channel_id: reference.channelId,
      ...(reference.messageId === null ? {} : { message_id: reference.messageId }),
      ...(guildId === null ? {} : { guild_id: guildId }),
    },
  };
  if (message.type !== 19 || reference.messageId === null) return shown;
  const original = world.channels.get(reference.channelId)?.log.get(reference.messageId);
  const flat = original === undefined ? null : { ...original, reference: null };
  return { ...shown, referenced_message: flat === null ? null : wireMessage(world, flat) };
}

function wireSnapshots(world: World, message: Message): readonly Wire[] {
  return message.snapshots.map((snapshot) => ({
    message: {
      type: 0,
      content: snapshot.content,
      embeds: snapshot.embeds,
      components: snapshot.components,
      attachments: snapshot.attachments.map((file) => wireAttachment(world, message.channelId, file)),
      timestamp: iso(snapshot.createdAt),
      edited_timestamp: null,
      flags: 0,
      mentions: [],
      mention_roles: [],
    },
  }));
}

function wireInteraction(world: World, { id, type, userId, name }: NonNullable<Message['interaction']>): Wire {
  const user = wireUser(world.user(userId));
  return {
    application_id: world.application.id,
    webhook_id: world.application.id,
    interaction_metadata: { id, type, user, authorizing_integration_owners: {}, ...(name === null ? {} : { name }) },
    ...(name === null ? {} : { interaction: { id, type, name, user } }),
  };
}

function wireStartedThread(world: World, threadId: string): Wire {
  const thread = world.channels.get(threadId);
  return thread === undefined ? {} : { thread: wireChannel(world, thread) };
}
