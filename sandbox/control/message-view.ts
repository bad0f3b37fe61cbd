import { MessageFlags } from '../discord-codes.ts';
import type { AttachmentView, InteractionReceipt, MessageView } from '../control-api.ts';
import type { Receipt } from '../world/interaction-desk.ts';
import type { Attachment, Message } from '../world/model.ts';
import { attachmentUrl } from '../world/wire-message.ts';
import type { World } from '../world/world.ts';

function attachmentView(world: World, channelId: string, file: Attachment): AttachmentView {
  return {
    id: file.id,
    filename: file.filename,
    contentType: file.contentType,
    size: file.size,
    url: attachmentUrl(world, channelId, file),
  };
}

/** The name somebody goes by in a guild. */
export function displayName(world: World, userId: string, guildId: string | null): string {
  const nick = guildId === null ? null : (world.guilds.get(guildId)?.members.get(userId)?.nick ?? null);
  return nick ?? world.user(userId).displayName;
}

export function messageView(world: World, message: Message): MessageView {
  const guildId = world.channels.get(message.channelId)?.guildId ?? null;
  const author = world.user(message.authorId);
  return {
    id: message.id,
    channelId: message.channelId,
    guildId,
    type: message.type,
    author: { id: author.id, displayName: displayName(world, author.id, guildId), bot: author.bot },
    content: message.content,
    createdAt: new Date(message.createdAt).toISOString(),
    editedAt: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    ephemeral: message.onlyFor !== null,
    loading: (message.flags & MessageFlags.Loading) !== 0,
    flags: message.flags,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map((file) => attachmentView(world, message.channelId, file)),
    stickers: message.stickers,
    poll: message.poll,
    forwarded: message.snapshots.map(({ content, attachments }) => ({
      content,
      attachments: attachments.map((file) => attachmentView(world, message.channelId, file)),
    })),
    replyToId: message.reference?.type === 0 ? message.reference.messageId : null,
    interaction:
      message.interaction === null ? null : { userId: message.interaction.userId, name: message.interaction.name },
    mentionUserIds: message.mentionUserIds,
    mentionRoleIds: message.mentionRoleIds,
    mentionsEveryone: message.mentionsEveryone,
    threadId: message.threadId,
    pinned: message.pinnedAt !== null,
    reactions: [...message.reactions].map(([emoji, users]) => ({ emoji, count: users.size })),
  };
}

export function receiptView(world: World, interactionId: string, receipt: Receipt): InteractionReceipt {
  switch (receipt.kind) {
    case 'failed':
    case 'silent':
      return { kind: receipt.kind, interactionId };
    case 'message':
    case 'thinking':
    case 'updated':
      return { kind: receipt.kind, interactionId, message: messageView(world, receipt.message) };
    case 'modal':
      return { kind: 'modal', interactionId, modal: receipt.modal };
    case 'choices':
      return { kind: 'choices', interactionId, choices: receipt.choices };
  }
}
