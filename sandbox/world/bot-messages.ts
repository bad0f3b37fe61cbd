import { MessageFlags, MessageType, PermissionFlagsBits as P } from '../discord-codes.ts';
import { invalidField, refuse } from '../errors.ts';
import type { JsonObject, JsonValue } from '../json.ts';
import {
  checkCreate,
  checkEdit,
  isV2,
  type Checked,
  type CreateBody,
  type EditBody,
  type UploadedFile,
} from '../validation/message.ts';
import { resolveMentions } from './mentions.ts';
import type { Attachment, Channel, Message } from './model.ts';
import { channelPermissions, has, requireChannel, sendRight } from './permissions.ts';
import { holdsMessages, keepFiles, noteReceived, post } from './posting.ts';
import { readableText } from '../validation/component-tree.ts';
import type { World } from './world.ts';

/** Messages the bot makes, changes and takes away over REST. */

/** Flags a bot may set on an ordinary message; others are dropped in silence, as Discord does. */
const SETTABLE = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/**
 * Refuses writing where Discord would.
 * @throws ApiError 50001, 50007, 50008, 50013, 50278, 160005
 */
export function checkMaySend(world: World, actorId: string, channelId: string): Channel {
  const channel = world.channel(channelId);
  if (channel.recipientId !== null) {
    checkDm(world, channel.recipientId);
    return channel;
  }
  requireChannel(world, actorId, channelId);
  if (!holdsMessages(channel)) throw refuse(50008);
  requireChannel(world, actorId, channelId, sendRight(channel));
  const mayManage = has(channelPermissions(world, channel, actorId), P.ManageThreads);
  if (channel.thread?.locked === true && !mayManage) throw refuse(160005);
  return channel;
}

function checkDm(world: World, userId: string): void {
  const user = world.user(userId);
  if (user.blocksBot || !user.dmOpen) throw refuse(50007);
  if (!user.installedApp && world.sharedGuilds(userId).length === 0) throw refuse(50278);
}

/** @throws ApiError what `checkMaySend` and the limits of a message give */
export function sendAsBot(
  world: World,
  channelId: string,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message {
  const channel = checkMaySend(world, world.botId, channelId);
  const checked = checkCreate(raw, files);
  return writeAsBot(world, channel, checked, files);
}

/** Writes a checked body, or hands back the message its enforced nonce already made. */
export function writeAsBot(
  world: World,
  channel: Channel,
  checked: Checked<CreateBody>,
  files: readonly UploadedFile[],
  type?: number,
): Message {
  const { body } = checked;
  checkFileRight(world, channel, files);
  if ((body.sticker_ids ?? []).length > 0) throw refuse(50081);
  const nonce = body.nonce ?? null;
  const { nonceWindowMs } = world.settings;
  if (nonce !== null && body.enforce_nonce === true) {
    const earlier = world.nonces.find(channel.id, String(nonce), performance.now(), nonceWindowMs);
    if (earlier !== null) {
      const made = channel.log.get(earlier);
      if (made === undefined) throw refuse(10008);
      return made;
    }
  }
  const reference = referenceOf(world, channel, body);
  const forwarded = reference?.type === 1 ? snapshotOf(world, reference) : [];
  const embedsAllowed = has(channelPermissions(world, channel, world.botId), P.EmbedLinks);
  const message = post(world, {
    channel,
    authorId: world.botId,
    type: type ?? (reference?.type === 0 ? MessageType.Reply : MessageType.Default),
    content: body.content ?? '',
    flags: (body.flags ?? 0) & SETTABLE,
    embeds: embedsAllowed ? (checked.embeds ?? []) : [],
    components: checked.components ?? [],
    attachments: keepFiles(world, files, descriptions(body)),
    poll: body.poll === null || body.poll === undefined ? null : pollOf(body.poll),
    reference,
    snapshots: forwarded,
    allowedMentions: body.allowed_mentions,
    nonce,
  });
  if (nonce !== null) world.nonces.remember(channel.id, String(nonce), message.id, performance.now(), nonceWindowMs);
  noteReceived(world, message, 'message');
  return message;
}

function checkFileRight(world: World, channel: Channel, files: readonly UploadedFile[]): void {
  if (files.length > 0 && !has(channelPermissions(world, channel, world.botId), P.AttachFiles)) throw refuse(50013);
}

/** Descriptions given for uploaded files, by their number. */
export function descriptions(body: Pick<CreateBody, 'attachments'>): ReadonlyMap<number, string> {
  return new Map(
    (body.attachments ?? []).flatMap(({ id, description }) => (description ? [[Number(id), description]] : [])),
  );
}

function pollOf(poll: NonNullable<CreateBody['poll']>): JsonObject {
  return {
    question: { text: poll.question.text },
    answers: poll.answers.map(({ poll_media: media }, index) => ({
      answer_id: index + 1,
      poll_media: { text: media.text },
    })),
    allow_multiselect: poll.allow_multiselect ?? false,
    layout_type: 1,
  };
}

function referenceOf(world: World, channel: Channel, body: Checked<CreateBody>['body']): Message['reference'] {
  const asked = body.message_reference;
  if (asked === null || asked === undefined) return null;
  const type = asked.type ?? 0;
  const source = world.channels.get(asked.channel_id ?? channel.id);
  const granted = source === undefined ? 0n : channelPermissions(world, source, world.botId);
  if (type === 0 && source?.id !== channel.id) throw unknownReference();
  if (!has(granted, P.ReadMessageHistory)) throw refuse(160002);
  if (source?.log.get(asked.message_id) === undefined) {
    if (asked.fail_if_not_exists === false) return null;
    throw unknownReference();
  }
  return { type, messageId: asked.message_id, channelId: source.id };
}

const unknownReference = () => invalidField(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');

function snapshotOf(world: World, reference: NonNullable<Message['reference']>): Message['snapshots'] {
  const original =
    reference.messageId === null ? undefined : world.channel(reference.channelId).log.get(reference.messageId);
  if (original === undefined) return [];
  const { content, attachments, embeds, components, createdAt } = original;
  return [{ content, attachments, embeds, components, createdAt }];
}

/** @throws ApiError 10008 */
export function messageIn(channel: Channel, id: string): Message {
  const message = channel.log.get(id);
  if (message === undefined) throw refuse(10008);
  return message;
}

/** @throws ApiError 10008, 50005, 50083 and the limits of a message */
export function editAsBot(
  world: World,
  channelId: string,
  messageId: string,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): Message {
  const channel = requireChannel(world, world.botId, channelId);
  const message = messageIn(channel, messageId);
  if (message.authorId !== world.botId) throw refuse(50005);
  if (channel.thread?.archived === true) throw refuse(50083);
  applyEdit(world, channel, message, checkEdit(raw, files, message.flags), files);
  return message;
}

/** Changes what the body names and tells everybody. */
export function applyEdit(
  world: World,
  channel: Channel,
  message: Message,
  { body, embeds, components }: Checked<EditBody>,
  files: readonly UploadedFile[],
): void {
  const content = body.content === undefined ? message.content : (body.content ?? '').trim();
  const becomesV2 = isV2(body.flags) && !isV2(message.flags);
  if (becomesV2 && (content !== '' || (embeds ?? message.embeds).length > 0)) {
    const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2';
    throw invalidField(['flags'], code, 'content and embeds must be set to null with MessageFlags.IS_COMPONENTS_V2');
  }
  const after = {
    content,
    embeds: embeds ?? message.embeds,
    components: components ?? message.components,
    attachments: keptFiles(world, message, body, files),
    flags:
      body.flags === undefined || body.flags === null
        ? message.flags
        : (message.flags & ~SETTABLE) | (body.flags & SETTABLE),
  };
  const isEmpty =
    after.content === '' && after.embeds.length + after.components.length + after.attachments.length === 0;
  if (isEmpty && message.poll === null) throw refuse(50006);
  const mentionText = [content, ...readableText(after.components)].join('\n');
  Object.assign(message, after, resolveMentions(world, channel, message.authorId, mentionText, body.allowed_mentions), {
    editedAt: world.clock.now(),
  });
  world.emit({ kind: 'message-updated', channel, message });
}

function keptFiles(
  world: World,
  message: Message,
  body: Checked<EditBody>['body'],
  files: readonly UploadedFile[],
): readonly Attachment[] {
  const named = body.attachments;
  const kept =
    named === undefined
      ? message.attachments
      : message.attachments.filter(({ id }) => named?.some((entry) => String(entry.id) === id));
  return [...kept, ...keepFiles(world, files, descriptions(body))];
}

/** @throws ApiError 10008, 50003 (the bot cannot take away what the person wrote in a DM), 50013 */
export function deleteAsBot(world: World, channelId: string, messageId: string): void {
  const channel = requireChannel(world, world.botId, channelId);
  const message = messageIn(channel, messageId);
  if (message.authorId !== world.botId) {
    if (channel.recipientId !== null) throw refuse(50003);
    requireChannel(world, world.botId, channelId, P.ManageMessages);
  }
  if (channel.thread?.archived === true) throw refuse(50083);
  removeMessages(world, channel, [message]);
}

export function removeMessages(world: World, channel: Channel, messages: readonly Message[], bulk = false): void {
  const removed = messages.filter(({ id }) => channel.log.delete(id));
  if (removed.length === 0) return;
  world.emit({ kind: 'messages-deleted', channel, messages: removed, bulk });
}

const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/** @throws ApiError 50013, 50034 when one is older than two weeks; ids of messages that are gone are skipped */
export function bulkDeleteAsBot(world: World, channelId: string, ids: readonly string[]): void {
  const channel = requireChannel(world, world.botId, channelId);
  if (channel.recipientId !== null) throw refuse(50003);
  requireChannel(world, world.botId, channelId, P.ManageMessages);
  const messages = ids.flatMap((id) => channel.log.get(id) ?? []);
  if (messages.some(({ createdAt }) => world.clock.now() - createdAt > TWO_WEEKS_MS)) throw refuse(50034);
  removeMessages(world, channel, messages, true);
}
