import type { UserCard } from '../control-api.ts';
import type { JsonObject } from '../json.ts';
import type { MessageLog } from './message-log.ts';

/** The things of the local Discord as it keeps them. Times are epoch milliseconds on the sandbox's clock. */

export interface User {
  readonly id: string;
  username: string;
  displayName: string;
  readonly bot: boolean;
  readonly part: UserCard['part'];
  locale: string;
  dmOpen: boolean;
  blocksBot: boolean;
  /** Has added the app to the own account: may write to the bot, and be answered, without sharing a guild. */
  readonly installedApp: boolean;
  avatar: string | null;
}

export interface Role {
  readonly id: string;
  name: string;
  permissions: bigint;
  position: number;
  mentionable: boolean;
  /** The bot whose own role this is. */
  readonly botId: string | null;
}

export interface Member {
  readonly userId: string;
  readonly roleIds: Set<string>;
  nick: string | null;
  /** Of pictures set in this guild: their hash, as Discord gives it. */
  avatar?: string | null;
  banner?: string | null;
  readonly joinedAt: number;
}

export interface Overwrite {
  readonly id: string;
  readonly type: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface ThreadState {
  readonly ownerId: string;
  archived: boolean;
  locked: boolean;
  invitable: boolean;
  autoArchiveMinutes: number;
  archivedAt: number;
  readonly createdAt: number;
  /** Joined at, by user id. */
  readonly members: Map<string, number>;
  appliedTags: readonly string[];
}

export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guildId: string | null;
  parentId: string | null;
  name: string;
  topic: string | null;
  position: number;
  nsfw: boolean;
  slowmodeSeconds: number;
  readonly overwrites: Map<string, Overwrite>;
  lastMessageId: string | null;
  readonly log: MessageLog;
  readonly thread: ThreadState | null;
  readonly recipientId: string | null;
  tags: readonly JsonObject[];
}

export interface ScheduledEvent {
  readonly id: string;
  readonly body: JsonObject;
  readonly creatorId: string;
}

export interface Guild {
  readonly id: string;
  name: string;
  readonly ownerId: string;
  readonly locale: string;
  botState: 'member' | 'unavailable' | 'left';
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly events: Map<string, ScheduledEvent>;
}

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string | null;
  readonly size: number;
  readonly description: string | null;
  /** Only for voice messages. */
  readonly durationSeconds: number | null;
}

export interface Snapshot {
  readonly content: string;
  readonly attachments: readonly Attachment[];
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly createdAt: number;
}

/** Which interaction a message answers. */
export interface MessageInteraction {
  readonly id: string;
  /** Discord's interaction type: 2 command, 3 component, 5 modal. */
  readonly type: number;
  readonly userId: string;
  readonly name: string | null;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly type: number;
  readonly authorId: string;
  content: string;
  readonly createdAt: number;
  editedAt: number | null;
  flags: number;
  embeds: readonly JsonObject[];
  components: readonly JsonObject[];
  attachments: readonly Attachment[];
  readonly stickers: readonly { readonly id: string; readonly name: string }[];
  readonly poll: JsonObject | null;
  readonly snapshots: readonly Snapshot[];
  readonly reference: { readonly type: 0 | 1; readonly messageId: string | null; readonly channelId: string } | null;
  mentionUserIds: readonly string[];
  mentionRoleIds: readonly string[];
  mentionsEveryone: boolean;
  readonly nonce: string | number | null;
  /** Sent through an interaction of the app. */
  readonly interaction: MessageInteraction | null;
  /** The only reader of an ephemeral message. */
  readonly onlyFor: string | null;
  pinnedAt: number | null;
  /** Who reacted, by emoji. */
  readonly reactions: Map<string, Set<string>>;
  threadId: string | null;
}
