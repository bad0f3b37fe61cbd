import { GatewayDispatchEvents, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { APIAttachment, APIMessage, GatewayDispatchPayload } from 'discord-api-types/v10';
import type { OmittedContent } from '../core/case.ts';
import { isSnowflake, snowflakeInstant } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import { RawText } from '../core/raw-text.ts';
import type { Instant } from '../core/time.ts';
import type { InboxEntry, Pseudonyms } from '../ports.ts';

interface Translating {
  readonly lanes: Pick<Pseudonyms, 'lane'>;
  readonly botId: Snowflake;
  readonly now: Instant;
}

/** The inbox entry of a raw gateway dispatch, or nothing when it is none of a sender's words in a DM. */
export function translateDispatch(payload: GatewayDispatchPayload, by: Translating): InboxEntry | undefined {
  switch (payload.t) {
    case GatewayDispatchEvents.MessageCreate:
      return payload.d.guild_id === undefined ? translateMessage(payload.d, by) : undefined;
    case GatewayDispatchEvents.MessageUpdate:
      return payload.d.guild_id === undefined ? translateEdit(payload.d, by) : undefined;
    case GatewayDispatchEvents.MessageDelete: {
      const { id, channel_id: channelId, guild_id: guildId } = payload.d;
      if (guildId !== undefined || !isSnowflake(id) || !isSnowflake(channelId)) return undefined;
      return {
        id: `d:${id}`,
        lane: by.lanes.lane('sender', channelId),
        order: id,
        inbound: { kind: 'deletion', messageId: id, channelId, at: by.now },
        receivedAt: by.now,
      };
    }
    default:
      return undefined;
  }
}

/** A message as Discord gives it, from the gateway or from history: the same message is the same entry. */
export function translateMessage(message: APIMessage, by: Translating): InboxEntry | undefined {
  const { id, channel_id: channelId, author } = message;
  if (!isSenders(message, by.botId) || !isSnowflake(id) || !isSnowflake(channelId) || !isSnowflake(author.id)) {
    return undefined;
  }
  return {
    id: `m:${id}`,
    lane: by.lanes.lane('sender', channelId),
    order: id,
    inbound: {
      kind: 'message',
      messageId: id,
      senderId: author.id,
      channelId,
      text: new RawText(wordsOf(message)),
      omitted: omittedFrom(message),
      at: snowflakeInstant(id),
    },
    receivedAt: by.now,
  };
}

function translateEdit(message: APIMessage, by: Translating): InboxEntry | undefined {
  const { id, channel_id: channelId, author, edited_timestamp: editedAt } = message;
  if (!isSenders(message, by.botId) || !editedAt) return undefined;
  if (!isSnowflake(id) || !isSnowflake(channelId) || !isSnowflake(author.id)) return undefined;
  const at = Date.parse(editedAt);
  return {
    id: `e:${id}:${at}`,
    lane: by.lanes.lane('sender', channelId),
    order: id,
    inbound: { kind: 'edit', messageId: id, senderId: author.id, channelId, text: new RawText(wordsOf(message)), at },
    receivedAt: by.now,
  };
}

const isSenders = ({ author, type }: APIMessage, botId: Snowflake): boolean =>
  author.id !== botId && author.bot !== true && (type === MessageType.Default || type === MessageType.Reply);

/** What was written, in a poll too, and what was written in a message that was passed on: its own content is empty. */
const wordsOf = ({ content, poll, message_snapshots: snapshots = [] }: APIMessage): string =>
  [content, ...pollWords(poll), ...snapshots.map(({ message }) => message.content)]
    .filter((words) => words !== '')
    .join('\n');

const pollWords = (poll: APIMessage['poll']): readonly string[] =>
  poll ? [poll.question.text ?? '', ...poll.answers.map(({ poll_media: { text = '' } }) => text)] : [];

function omittedFrom(message: APIMessage): readonly OmittedContent[] {
  const isVoice = ((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0;
  const attached = [message, ...(message.message_snapshots ?? []).map((snapshot) => snapshot.message)].flatMap(
    ({ attachments }) => attachments,
  );
  const kinds: OmittedContent['kind'][] = [
    ...attached.map((attachment) => (isVoice ? 'voice' : attachmentKind(attachment))),
    ...(message.sticker_items ?? []).map(() => 'sticker' as const),
    ...(message.poll ? ['poll' as const] : []),
  ];
  const isEmpty = kinds.length === 0 && wordsOf(message) === '';
  const counts = Map.groupBy(isEmpty ? (['unknown'] as const) : kinds, (kind) => kind);
  return [...counts].map(([kind, same]) => ({ kind, count: same.length }));
}

function attachmentKind({ content_type: type = '' }: APIAttachment): OmittedContent['kind'] {
  const [family] = type.split('/');
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}
