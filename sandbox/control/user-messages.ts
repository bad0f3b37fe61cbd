import { MessageFlags, MessageType, PermissionFlagsBits as P } from '../discord-codes.ts';
import type { SendAttachment, SendMessage } from '../control-api.ts';
import { ApiError, refuse } from '../errors.ts';
import { lengthOf } from '../validation/form.ts';
import { messageIn, removeMessages } from '../world/bot-messages.ts';
import { openDm } from '../world/dms.ts';
import { channelFor, notPossible } from '../world/interaction-start.ts';
import { resolveMentions } from '../world/mentions.ts';
import type { Attachment, Channel, Message } from '../world/model.ts';
import { channelPermissions, has, sendRight } from '../world/permissions.ts';
import { holdsMessages, post } from '../world/posting.ts';
import type { World } from '../world/world.ts';

/** What people write, change and take away, with their own rights. */

const MOST_CHARACTERS = 2000;

/** The DM with the bot. @throws ApiError 50007 when Discord would not deliver */
export function dmWithBot(world: World, userId: string): Channel {
  const user = world.user(userId);
  if (user.bot) throw refuse(50033);
  const reachable = user.installedApp || world.dmByUser.has(userId) || world.sharedGuilds(userId).length > 0;
  if (!reachable) throw refuse(50278);
  return openDm(world, userId);
}

/** @throws ApiError 50001, 50007, 50013, 160005, or 400 for what Discord's client would not send */
export function sendAsUser(world: World, userId: string, channelId: string, given: SendMessage): Message {
  const channel = channelFor(world, userId, channelId);
  checkMayWrite(world, userId, channel);
  const content = given.content ?? '';
  if (lengthOf(content) > MOST_CHARACTERS) throw notPossible(`at most ${MOST_CHARACTERS} characters`);
  const attachments = filesOf(world, given);
  const isEmpty =
    content.trim() === '' &&
    attachments.length === 0 &&
    !given.stickers?.length &&
    given.poll === undefined &&
    given.forward === undefined;
  if (isEmpty) throw refuse(50006);
  const isVoice = given.voiceSeconds !== undefined;
  if (isVoice && (content !== '' || given.poll !== undefined || given.forward !== undefined))
    throw notPossible('a voice message stands alone');
  const replyTo = given.replyTo === undefined ? null : messageIn(channel, given.replyTo);
  const message = post(world, {
    channel,
    authorId: userId,
    type: replyTo === null ? MessageType.Default : MessageType.Reply,
    content: given.forward === undefined ? content : '',
    flags: isVoice ? MessageFlags.IsVoiceMessage : given.forward === undefined ? 0 : MessageFlags.HasSnapshot,
    attachments,
    stickers: (given.stickers ?? []).map((name) => ({ id: world.mint.next(), name })),
    poll: given.poll === undefined ? null : pollOf(world, given.poll),
    reference: referenceOf(world, channel, replyTo, given),
    snapshots: given.forward === undefined ? [] : [snapshotOf(world, given.forward)],
  });
  if (channel.recipientId === userId) {
    world.oracle.dmEmitted({
      id: message.id,
      channelId: channel.id,
      userId,
      at: new Date(message.createdAt).toISOString(),
    });
  }
  return message;
}

function checkMayWrite(world: World, userId: string, channel: Channel): void {
  if (!holdsMessages(channel)) throw refuse(50008);
  if (channel.recipientId !== null) {
    const user = world.user(userId);
    const shares = user.installedApp || world.sharedGuilds(userId).length > 0;
    if (user.blocksBot) throw refuse(50007);
    if (!shares) throw refuse(50278);
    return;
  }
  const granted = channelPermissions(world, channel, userId);
  if (!has(granted, sendRight(channel))) throw refuse(50013);
  if (channel.thread?.locked === true && !has(granted, P.ManageThreads)) throw refuse(160005);
}

function fileOf(world: World, file: SendAttachment, durationSeconds: number | null = null): Attachment {
  return {
    id: world.mint.next(),
    filename: file.filename,
    contentType: file.contentType ?? null,
    size: file.size ?? 1_000,
    description: null,
    durationSeconds,
  };
}

function filesOf(world: World, given: SendMessage): readonly Attachment[] {
  if (given.voiceSeconds !== undefined) {
    return [fileOf(world, { filename: 'voice-message.ogg', contentType: 'audio/ogg' }, given.voiceSeconds)];
  }
  return (given.attachments ?? []).map((file) => fileOf(world, file));
}

function pollOf(world: World, { question, answers }: NonNullable<SendMessage['poll']>): Message['poll'] {
  return {
    question: { text: question },
    answers: answers.map((answer, index) => ({ answer_id: index + 1, poll_media: { text: answer } })),
    expiry: new Date(world.clock.now() + 24 * 3_600_000).toISOString(),
    allow_multiselect: false,
    layout_type: 1,
  };
}

function referenceOf(
  world: World,
  channel: Channel,
  replyTo: Message | null,
  given: SendMessage,
): Message['reference'] {
  if (given.forward !== undefined) return { type: 1, messageId: world.mint.next(), channelId: channel.id };
  return replyTo === null ? null : { type: 0, messageId: replyTo.id, channelId: channel.id };
}

function snapshotOf(world: World, forward: NonNullable<SendMessage['forward']>): Message['snapshots'][number] {
  return {
    content: forward.content,
    attachments: (forward.attachments ?? []).map((file) => fileOf(world, file)),
    embeds: [],
    components: [],
    createdAt: world.clock.now(),
  };
}

/** @throws ApiError 10008, 50005 */
export function editAsUser(
  world: World,
  userId: string,
  channelId: string,
  messageId: string,
  content: string,
): Message {
  const channel = channelFor(world, userId, channelId);
  const message = messageIn(channel, messageId);
  if (message.authorId !== userId) throw refuse(50005);
  if (lengthOf(content) > MOST_CHARACTERS) throw notPossible(`at most ${MOST_CHARACTERS} characters`);
  if (content.trim() === '' && message.attachments.length === 0) throw refuse(50006);
  Object.assign(message, resolveMentions(world, channel, userId, content, null), {
    content: content.trim(),
    editedAt: world.clock.now(),
  });
  world.emit({ kind: 'message-updated', channel, message });
  return message;
}

/** Own messages, or those of others with the right to manage them; an own ephemeral one is only dismissed. @throws ApiError 10008, 50013 */
export function deleteAsUser(world: World, userId: string, channelId: string, messageId: string): void {
  const channel = channelFor(world, userId, channelId);
  const apart = world.ephemeral.get(messageId);
  if (apart !== undefined) {
    if (apart.onlyFor !== userId) throw new ApiError(404, 10008, 'Unknown Message');
    world.ephemeral.delete(messageId);
    world.emit({ kind: 'messages-deleted', channel, messages: [apart], bulk: false });
    return;
  }
  const message = messageIn(channel, messageId);
  const mayManage = channel.guildId !== null && has(channelPermissions(world, channel, userId), P.ManageMessages);
  if (message.authorId !== userId && !mayManage) throw refuse(50013);
  removeMessages(world, channel, [message]);
}

/** What a person sees in a channel, oldest first, their ephemeral messages among the others. */
export function readAsUser(
  world: World,
  userId: string,
  channelId: string,
  limit: number,
  before: string | null,
): readonly Message[] {
  const channel = channelFor(world, userId, channelId);
  const mayRead = channel.guildId === null || has(channelPermissions(world, channel, userId), P.ReadMessageHistory);
  const seen = mayRead ? channel.log.before(before, limit).toReversed() : [];
  const apart = [...world.ephemeral.values()].filter(
    (message) =>
      message.onlyFor === userId && message.channelId === channelId && (before === null || message.id < before),
  );
  if (apart.length === 0) return seen;
  return [...seen, ...apart].toSorted((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)).slice(-limit);
}
