import { ChannelType, MessageFlags, MessageType } from '../discord-codes.ts';
import { readableText } from '../validation/component-tree.ts';
import { embedText } from '../validation/embeds.ts';
import type { AllowedMentions, UploadedFile } from '../validation/message.ts';
import type { JsonObject } from '../json.ts';
import { joinedByMention, resolveMentions } from './mentions.ts';
import type { Attachment, Channel, Message } from './model.ts';
import { joinThread, wake } from './thread-state.ts';
import type { World } from './world.ts';

/** A message about to be written down; rights and limits have been checked. */
export interface Draft {
  readonly channel: Channel;
  readonly authorId: string;
  readonly content?: string;
  readonly type?: number;
  readonly flags?: number;
  readonly embeds?: readonly JsonObject[];
  readonly components?: readonly JsonObject[];
  readonly attachments?: readonly Attachment[];
  readonly stickers?: Message['stickers'];
  readonly poll?: JsonObject | null;
  readonly snapshots?: Message['snapshots'];
  readonly reference?: Message['reference'];
  readonly allowedMentions?: AllowedMentions | null | undefined;
  readonly nonce?: string | number | null;
  readonly interaction?: Message['interaction'];
  readonly onlyFor?: string | null;
  readonly id?: string;
}

const TEXT_LIKE: ReadonlySet<number> = new Set([
  ChannelType.GuildText,
  ChannelType.DM,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);

export function holdsMessages(channel: Channel): boolean {
  return TEXT_LIKE.has(channel.type);
}

/** What a person reads in a message: content, embeds and text components. */
export function readable(message: Pick<Message, 'content' | 'embeds' | 'components'>): string {
  return [message.content, ...message.embeds.flatMap(embedText), ...readableText(message.components)]
    .filter((part) => part !== '')
    .join('\n');
}

/** Writes the message down and tells everybody. An ephemeral one is kept apart from the channel's history. */
export function post(world: World, draft: Draft): Message {
  const { channel, authorId } = draft;
  const onlyFor = draft.onlyFor ?? null;
  const content = (draft.content ?? '').trim();
  const components = draft.components ?? [];
  const mentionText = [content, ...readableText(components)].join('\n');
  const mentions = resolveMentions(world, channel, authorId, mentionText, draft.allowedMentions);
  const message: Message = {
    id: draft.id ?? world.mint.next(),
    channelId: channel.id,
    type: draft.type ?? MessageType.Default,
    authorId,
    content,
    createdAt: world.clock.now(),
    editedAt: null,
    flags: (draft.flags ?? 0) | (onlyFor === null ? 0 : MessageFlags.Ephemeral),
    embeds: draft.embeds ?? [],
    components,
    attachments: draft.attachments ?? [],
    stickers: draft.stickers ?? [],
    poll: draft.poll ?? null,
    snapshots: draft.snapshots ?? [],
    reference: draft.reference ?? null,
    ...mentions,
    nonce: draft.nonce ?? null,
    interaction: draft.interaction ?? null,
    onlyFor,
    pinnedAt: null,
    reactions: new Map(),
    threadId: null,
  };
  if (onlyFor === null) {
    wake(world, channel);
    joinThread(world, channel, [authorId, ...joinedByMention(world, channel, mentions)]);
    channel.log.add(message);
    channel.lastMessageId = message.id;
  } else {
    world.ephemeral.set(message.id, message);
  }
  world.emit({ kind: 'message-created', channel, message });
  return message;
}

/** Notes for the oracle that the bot's words reached Discord. */
export function noteReceived(world: World, message: Message, route: 'message' | 'interaction'): void {
  const channel = world.channel(message.channelId);
  world.oracle.postReceived({
    id: message.id,
    channelId: channel.id,
    parentId: channel.thread === null ? null : channel.parentId,
    guildId: channel.guildId,
    recipientId: channel.recipientId,
    at: new Date(message.createdAt).toISOString(),
    nonce: message.nonce === null ? null : String(message.nonce),
    text: readable(message),
    ephemeral: message.onlyFor !== null,
    route,
  });
}

/** Metadata of uploaded files; the bytes are not kept. */
export function keepFiles(
  world: World,
  files: readonly UploadedFile[],
  descriptions: ReadonlyMap<number, string>,
): readonly Attachment[] {
  return files.map((file) => ({
    id: world.mint.next(),
    filename: file.filename,
    contentType: file.contentType,
    size: file.size,
    description: descriptions.get(file.index) ?? null,
    durationSeconds: null,
  }));
}
