import { ChannelType, MessageFlags, MessageType, PermissionFlagsBits as P } from '../discord-codes.ts';
import { invalidField, refuse } from '../errors.ts';
import type { JsonValue } from '../json.ts';
import { forumPostBody, threadBody, threadFromMessageBody, type EditThreadBody } from '../validation/channel.ts';
import { check } from '../validation/form.ts';
import { checkCreate, type UploadedFile } from '../validation/message.ts';
import { messageIn, writeAsBot } from './bot-messages.ts';
import { blankChannel } from './blank-channel.ts';
import type { Channel, Message, ThreadState } from './model.ts';
import { canSee, channelPermissions, has, requireChannel } from './permissions.ts';
import { post } from './posting.ts';
import { joinThread, leaveThread } from './thread-state.ts';
import type { World } from './world.ts';

/** Threads and forum posts. Source: Discord API docs, "Threads". */

const DEFAULT_ARCHIVE_MINUTES = 4320;
const HAS_THREAD = MessageFlags.HasThread;

const PARENTS: ReadonlySet<number> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);
const FORUMS: ReadonlySet<number> = new Set([ChannelType.GuildForum, ChannelType.GuildMedia]);

interface NewThread {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly archiveMinutes: number;
  readonly invitable: boolean;
  readonly slowmodeSeconds: number;
  readonly tags: readonly string[];
}

function open(world: World, parent: Channel, ownerId: string, made: NewThread): Channel {
  const now = world.clock.now();
  const channel: Channel = {
    ...blankChannel(made.id, made.type, parent.guildId, made.name),
    parentId: parent.id,
    slowmodeSeconds: made.slowmodeSeconds,
    thread: {
      ownerId,
      archived: false,
      locked: false,
      invitable: made.invitable,
      autoArchiveMinutes: made.archiveMinutes,
      archivedAt: now,
      createdAt: now,
      members: new Map([[ownerId, now]]),
      appliedTags: made.tags,
    },
  };
  world.channels.set(channel.id, channel);
  world.emit({ kind: 'thread-created', channel });
  return channel;
}

/** @throws ApiError 10008, 160004, 50013, 50024 */
export function threadFromMessage(
  world: World,
  actorId: string,
  parentId: string,
  messageId: string,
  raw: JsonValue | undefined,
): Channel {
  const parent = requireChannel(world, actorId, parentId);
  if (!PARENTS.has(parent.type)) throw refuse(50024);
  requireChannel(world, actorId, parentId, P.CreatePublicThreads | P.ReadMessageHistory);
  const message = messageIn(parent, messageId);
  if (message.threadId !== null) throw refuse(160004);
  if (message.type !== MessageType.Default && message.type < 19) throw refuse(50021);
  const body = check(threadFromMessageBody, raw);
  const thread = open(world, parent, actorId, {
    id: message.id,
    type: parent.type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread,
    name: body.name,
    archiveMinutes: body.auto_archive_duration ?? DEFAULT_ARCHIVE_MINUTES,
    invitable: true,
    slowmodeSeconds: body.rate_limit_per_user ?? 0,
    tags: [],
  });
  linkThread(world, parent, message, thread);
  return thread;
}

function linkThread(world: World, parent: Channel, message: Message, thread: Channel): void {
  message.threadId = thread.id;
  message.flags |= HAS_THREAD;
  world.emit({ kind: 'message-updated', channel: parent, message });
  post(world, {
    channel: thread,
    authorId: message.authorId,
    type: MessageType.ThreadStarterMessage,
    reference: { type: 0, messageId: message.id, channelId: parent.id },
  });
}

/** A thread without a message, private unless said otherwise; in a forum a post with its first message. */
export function startThread(
  world: World,
  actorId: string,
  parentId: string,
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
): { readonly thread: Channel; readonly first: Message | null } {
  const parent = requireChannel(world, actorId, parentId);
  if (FORUMS.has(parent.type)) return forumPost(world, parent, raw, files);
  if (!PARENTS.has(parent.type)) throw refuse(50024);
  const body = check(threadBody, raw);
  const type = body.type ?? ChannelType.PrivateThread;
  const isPrivate = type === ChannelType.PrivateThread;
  requireChannel(world, actorId, parentId, isPrivate ? P.CreatePrivateThreads : P.CreatePublicThreads);
  const thread = open(world, parent, actorId, {
    id: world.mint.next(),
    type,
    name: body.name,
    archiveMinutes: body.auto_archive_duration ?? DEFAULT_ARCHIVE_MINUTES,
    invitable: body.invitable ?? true,
    slowmodeSeconds: body.rate_limit_per_user ?? 0,
    tags: [],
  });
  if (!isPrivate) {
    post(world, {
      channel: parent,
      authorId: actorId,
      type: MessageType.ThreadCreated,
      content: body.name,
      reference: { type: 0, messageId: null, channelId: thread.id },
    });
  }
  return { thread, first: null };
}

function forumPost(world: World, parent: Channel, raw: JsonValue | undefined, files: readonly UploadedFile[]) {
  requireChannel(world, world.botId, parent.id, P.SendMessages);
  const body = check(forumPostBody, raw);
  const unknownTag = (body.applied_tags ?? []).find((tag) => !parent.tags.some((known) => known['id'] === tag));
  if (unknownTag !== undefined) throw invalidField(['applied_tags'], 'INVALID_TAG', 'Unknown tag');
  const checked = checkCreate(body.message as JsonValue, files, 'create', ['message']);
  const thread = open(world, parent, world.botId, {
    id: world.mint.next(),
    type: ChannelType.PublicThread,
    name: body.name,
    archiveMinutes: body.auto_archive_duration ?? DEFAULT_ARCHIVE_MINUTES,
    invitable: true,
    slowmodeSeconds: body.rate_limit_per_user ?? 0,
    tags: body.applied_tags ?? [],
  });
  return { thread, first: writeAsBot(world, thread, checked, files) };
}

/** @throws ApiError 50013, 50083, 160005 */
export function editThread(world: World, actorId: string, channel: Channel, body: EditThreadBody): void {
  const { thread } = channel;
  if (thread === null) throw refuse(50024);
  const mayManage = has(channelPermissions(world, channel, actorId), P.ManageThreads);
  const waking = body.archived === false && thread.archived;
  if (thread.archived && !waking) throw refuse(50083);
  const onlyWaking = waking && Object.keys(body).every((key) => key === 'archived');
  const ownerMay = thread.ownerId === actorId && body.locked === undefined && body.rate_limit_per_user === undefined;
  if (!mayManage) {
    if (thread.locked) throw refuse(160005);
    const maySpeak = has(channelPermissions(world, channel, actorId), P.SendMessagesInThreads);
    if (!(ownerMay || (onlyWaking && maySpeak))) throw refuse(50013);
  }
  channel.name = body.name ?? channel.name;
  channel.slowmodeSeconds = body.rate_limit_per_user ?? channel.slowmodeSeconds;
  thread.locked = body.locked ?? thread.locked;
  thread.invitable = body.invitable ?? thread.invitable;
  thread.autoArchiveMinutes = body.auto_archive_duration ?? thread.autoArchiveMinutes;
  thread.appliedTags = body.applied_tags ?? thread.appliedTags;
  if (typeof body.archived === 'boolean' && body.archived !== thread.archived) {
    thread.archived = body.archived;
    thread.archivedAt = world.clock.now();
  }
  world.emit({ kind: 'thread-updated', channel });
}

/** @throws ApiError 50013, 50083, 10007; 50001 when the person cannot see the parent */
export function addThreadMember(world: World, actorId: string, threadId: string, userId: string): void {
  const { channel, thread } = requireThread(world, actorId, threadId);
  if (thread.archived) throw refuse(50083);
  if (userId !== actorId) {
    requireChannel(world, actorId, threadId, P.SendMessagesInThreads);
    const isClosed = channel.type === ChannelType.PrivateThread && !thread.invitable;
    if (isClosed && thread.ownerId !== actorId) requireChannel(world, actorId, threadId, P.ManageThreads);
  }
  const guild = world.guildOf(channel);
  if (guild?.members.has(userId) !== true) throw refuse(10007);
  const parent = channel.parentId === null ? undefined : world.channels.get(channel.parentId);
  if (parent === undefined || !canSee(world, parent, userId)) throw refuse(50001);
  joinThread(world, channel, [userId]);
}

/** @throws ApiError 50013 unless it is oneself, the owner of a private thread, or one who manages threads */
export function removeThreadMember(world: World, actorId: string, threadId: string, userId: string): void {
  const { channel, thread } = requireThread(world, actorId, threadId);
  if (thread.archived) throw refuse(50083);
  const ownsPrivate = channel.type === ChannelType.PrivateThread && thread.ownerId === actorId;
  if (userId !== actorId && !ownsPrivate) requireChannel(world, actorId, threadId, P.ManageThreads);
  leaveThread(world, channel, userId);
}

/** @throws ApiError 10003, 50001, 50024 when it is no thread */
export function requireThread(
  world: World,
  actorId: string,
  threadId: string,
): { readonly channel: Channel; readonly thread: ThreadState } {
  const channel = requireChannel(world, actorId, threadId);
  if (channel.thread === null) throw refuse(50024);
  return { channel, thread: channel.thread };
}
