import type { Wire } from '../json.ts';
import type { Attachment, Message } from './model.ts';
import { iso, wireChannel, wireUser } from './wire.ts';
import type { World } from './world.ts';

/** How messages look on Discord's wire. */

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
