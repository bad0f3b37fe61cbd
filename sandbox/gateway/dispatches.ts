import { ChannelType, GatewayIntentBits as I } from '../discord-codes.ts';
import type { Wire } from '../json.ts';
import type { WorldEvent } from '../world/events.ts';
import type { Channel, Guild, Message } from '../world/model.ts';
import { canSee } from '../world/permissions.ts';
import {
  wireChannel,
  wireGuild,
  wireMember,
  wireMemberPart,
  wireRole,
  wireThreadMember,
  wireUser,
} from '../world/wire.ts';
import { wireMessage, wireNewMessage } from '../world/wire-message.ts';
import type { World } from '../world/world.ts';

/** One event for the bot, before each session decides whether it asked for it. */
export interface Dispatch {
  readonly t: string;
  readonly d: Wire;
  /** Any of these bits lets it through; 0 needs none. */
  readonly intents: number;
  /** Decides the shard; null goes to shard 0. */
  readonly guildId: string | null;
  /** Shown instead of `d` to sessions without MESSAGE_CONTENT. */
  readonly blank?: Wire;
}

/** What the bot is told about an event in the world. */
export function dispatchesFor(world: World, event: WorldEvent): readonly Dispatch[] {
  switch (event.kind) {
    case 'message-created':
    case 'message-updated':
    case 'messages-deleted':
    case 'reaction':
    case 'typing':
    case 'pins':
      return isHeard(world, event.channel) ? aboutMessages(world, event) : [];
    case 'channel-created':
    case 'channel-updated':
    case 'channel-deleted':
      return aboutChannel(world, event.kind, event.channel);
    case 'thread-created':
    case 'thread-updated':
    case 'thread-deleted':
    case 'thread-members':
      return aboutThread(world, event);
    case 'interaction':
      return [{ t: 'INTERACTION_CREATE', d: event.payload, intents: 0, guildId: event.guildId }];
    case 'bot-user-updated':
      return [{ t: 'USER_UPDATE', d: wireUser(world.bot()), intents: 0, guildId: null }];
    case 'interaction-failed':
    case 'modal-opened':
    case 'user-updated':
    case 'commands-changed':
    case 'presence-changed':
    case 'clock-moved':
      return [];
    default:
      return aboutGuild(world, event);
  }
}

/** The bot is in the guild, Discord can reach it, and the bot sees the channel. */
function isHeard(world: World, channel: Channel): boolean {
  const guild = channel.guildId === null ? null : world.guilds.get(channel.guildId);
  if (guild === undefined || (guild !== null && guild.botState !== 'member')) return false;
  return canSee(world, channel, world.botId);
}

type AboutMessages = Extract<
  WorldEvent,
  { kind: 'message-created' | 'message-updated' | 'messages-deleted' | 'reaction' | 'typing' | 'pins' }
>;

function aboutMessages(world: World, event: AboutMessages): readonly Dispatch[] {
  const { channel } = event;
  const { guildId } = channel;
  const inGuild = guildId === null ? {} : { guild_id: guildId };
  const messages = guildId === null ? I.DirectMessages : I.GuildMessages;
  const place = { channel_id: channel.id, ...inGuild };
  switch (event.kind) {
    case 'message-created':
    case 'message-updated': {
      if (event.message.onlyFor !== null) return [];
      const isNew = event.kind === 'message-created';
      const t = isNew ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
      const extra = { ...inGuild, ...authorMember(world, channel, event.message), channel_type: channel.type };
      const show = isNew ? wireNewMessage : wireMessage;
      const d = { ...show(world, event.message), ...extra };
      if (world.mayRead(event.message)) return [{ t, d, intents: messages, guildId }];
      return [{ t, d, blank: { ...show(world, event.message, false), ...extra }, intents: messages, guildId }];
    }
    case 'messages-deleted': {
      const ids = event.messages.filter(({ onlyFor }) => onlyFor === null).map(({ id }) => id);
      if (event.bulk) return [{ t: 'MESSAGE_DELETE_BULK', d: { ids, ...place }, intents: messages, guildId }];
      return ids.map((id) => ({ t: 'MESSAGE_DELETE', d: { id, ...place }, intents: messages, guildId }));
    }
    case 'reaction': {
      const t = event.added ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE';
      const emoji = { id: null, name: event.emoji };
      const d = { user_id: event.userId, message_id: event.message.id, emoji, burst: false, type: 0, ...place };
      return [{ t, d, intents: guildId === null ? I.DirectMessageReactions : I.GuildMessageReactions, guildId }];
    }
    case 'typing': {
      if (event.userId === world.botId) return [];
      const d = { user_id: event.userId, timestamp: Math.floor(world.clock.now() / 1000), ...place };
      return [
        { t: 'TYPING_START', d, intents: guildId === null ? I.DirectMessageTyping : I.GuildMessageTyping, guildId },
      ];
    }
    case 'pins':
      return [
        {
          t: 'CHANNEL_PINS_UPDATE',
          d: { last_pin_timestamp: world.clock.iso(), ...place },
          intents: guildId === null ? I.DirectMessages : I.Guilds,
          guildId,
        },
      ];
  }
}

function authorMember(world: World, channel: Channel, message: Message): Wire {
  const member = world.guildOf(channel)?.members.get(message.authorId);
  return member === undefined ? {} : { member: wireMemberPart(member) };
}

function aboutChannel(
  world: World,
  kind: 'channel-created' | 'channel-updated' | 'channel-deleted',
  channel: Channel,
): readonly Dispatch[] {
  // Bots are not told of DM channels being opened.
  if (channel.guildId === null || world.guildOf(channel)?.botState !== 'member') return [];
  const t = {
    'channel-created': 'CHANNEL_CREATE',
    'channel-updated': 'CHANNEL_UPDATE',
    'channel-deleted': 'CHANNEL_DELETE',
  }[kind];
  return [{ t, d: wireChannel(world, channel), intents: I.Guilds, guildId: channel.guildId }];
}

type AboutThread = Extract<
  WorldEvent,
  { kind: 'thread-created' | 'thread-updated' | 'thread-deleted' | 'thread-members' }
>;

function aboutThread(world: World, event: AboutThread): readonly Dispatch[] {
  const { channel } = event;
  const { guildId } = channel;
  const botLeaves = event.kind === 'thread-members' && event.removed.includes(world.botId);
  if (guildId === null || !(isHeard(world, channel) || botLeaves)) return [];
  const about = (t: string, d: Wire): readonly Dispatch[] => [{ t, d, intents: I.Guilds, guildId }];
  switch (event.kind) {
    case 'thread-created':
      return about('THREAD_CREATE', { ...wireChannel(world, channel), newly_created: true });
    case 'thread-updated':
      return about('THREAD_UPDATE', wireChannel(world, channel));
    case 'thread-deleted':
      return about('THREAD_DELETE', {
        id: channel.id,
        guild_id: guildId,
        parent_id: channel.parentId,
        type: channel.type,
      });
    case 'thread-members': {
      if (event.added.includes(world.botId)) return about('THREAD_CREATE', wireChannel(world, channel));
      // Without GUILD_MEMBERS only the bot's own coming and going is told.
      if (!botLeaves) return [];
      return about('THREAD_MEMBERS_UPDATE', {
        id: channel.id,
        guild_id: guildId,
        member_count: channel.thread?.members.size ?? 0,
        removed_member_ids: [world.botId],
      });
    }
  }
}

type AboutGuild = Extract<
  WorldEvent,
  {
    kind:
      | 'member-added'
      | 'member-updated'
      | 'member-removed'
      | 'role-created'
      | 'role-updated'
      | 'guild-updated'
      | 'bot-joined'
      | 'bot-left'
      | 'guild-unavailable'
      | 'guild-available'
      | 'scheduled-event';
  }
>;

function aboutGuild(world: World, event: AboutGuild): readonly Dispatch[] {
  const { guild } = event;
  const guildId = guild.id;
  const about = (t: string, d: Wire, intents: number = I.Guilds): readonly Dispatch[] => [{ t, d, intents, guildId }];
  switch (event.kind) {
    case 'bot-joined':
    case 'guild-available':
      return about('GUILD_CREATE', guildCreate(world, guild));
    case 'bot-left':
      return about('GUILD_DELETE', { id: guildId });
    case 'guild-unavailable':
      return about('GUILD_DELETE', { id: guildId, unavailable: true });
    default:
      break;
  }
  if (guild.botState !== 'member') return [];
  switch (event.kind) {
    case 'member-added':
      return about('GUILD_MEMBER_ADD', { ...wireMember(world, event.member), guild_id: guildId }, I.GuildMembers);
    case 'member-updated': {
      const isBot = event.member.userId === world.botId;
      return about(
        'GUILD_MEMBER_UPDATE',
        { ...wireMember(world, event.member), guild_id: guildId },
        isBot ? 0 : I.GuildMembers,
      );
    }
    case 'member-removed':
      return about(
        'GUILD_MEMBER_REMOVE',
        { guild_id: guildId, user: wireUser(world.user(event.member.userId)) },
        I.GuildMembers,
      );
    case 'role-created':
    case 'role-updated':
      return about(event.kind === 'role-created' ? 'GUILD_ROLE_CREATE' : 'GUILD_ROLE_UPDATE', {
        guild_id: guildId,
        role: wireRole(event.role),
      });
    case 'guild-updated':
      return about('GUILD_UPDATE', wireGuild(guild));
    case 'scheduled-event':
      return about(`GUILD_SCHEDULED_EVENT_${event.act}`, event.event, I.GuildScheduledEvents);
  }
}

/** A guild with what the gateway adds: channels, threads the bot sees, and the bot as its only listed member. */
export function guildCreate(world: World, guild: Guild): Wire {
  if (guild.botState === 'unavailable') return { id: guild.id, unavailable: true };
  const all = world.channelsOf(guild.id);
  const threads = all.filter((channel) => channel.thread?.archived === false && canSee(world, channel, world.botId));
  const own = guild.members.get(world.botId);
  const isListed = (channel: Channel): boolean => channel.thread === null && channel.type !== ChannelType.DM;
  return {
    ...wireGuild(guild),
    joined_at: new Date(own?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    members: own === undefined ? [] : [wireMember(world, own)],
    channels: all.filter(isListed).map((channel) => wireChannel(world, channel)),
    threads: threads.map((channel) => ({
      ...wireChannel(world, channel),
      ...(channel.thread?.members.has(world.botId) === true ? { member: wireThreadMember(channel, world.botId) } : {}),
    })),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
