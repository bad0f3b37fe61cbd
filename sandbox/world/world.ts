import type { BotPresence } from '../control-api.ts';
import { SandboxClock } from '../clock.ts';
import { refuse } from '../errors.ts';
import { defaultSettings, type MutableSettings } from '../settings.ts';
import { SnowflakeMint } from '../snowflake.ts';
import type { CommandBook } from './command-book.ts';
import type { WorldEvent } from './events.ts';
import type { InteractionDesk } from './interaction-desk.ts';
import type { Channel, Guild, Member, Message, User } from './model.ts';
import { NonceMemory } from './nonce-memory.ts';
import type { Oracle } from './oracle.ts';

export interface Application {
  readonly id: string;
  readonly botId: string;
  readonly token: string;
  readonly publicKey: string;
  readonly name: string;
}

/** Everything that exists in the local Discord, with look-ups. Acts on it are functions in the files beside this one. */
export class World {
  readonly application: Application;
  readonly clock = new SandboxClock();
  readonly mint = new SnowflakeMint(() => this.clock.now());
  readonly settings: MutableSettings = defaultSettings();
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  /** Guild channels, threads and DMs. */
  readonly channels = new Map<string, Channel>();
  /** The bot's DM channel with a user, by user id. */
  readonly dmByUser = new Map<string, string>();
  /** Messages only one person sees, by id. */
  readonly ephemeral = new Map<string, Message>();
  readonly nonces = new NonceMemory();
  readonly commands: CommandBook;
  readonly interactions: InteractionDesk;
  readonly oracle: Oracle;
  presence: BotPresence = { online: false, status: 'offline', activity: null, sessions: 0 };
  /** The application has the privileged intent MESSAGE_CONTENT. */
  mayReadContent = false;
  /** Where files are said to lie. */
  baseUrl = 'http://127.0.0.1';
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  constructor(
    application: Application,
    parts: { readonly commands: CommandBook; readonly interactions: InteractionDesk; readonly oracle: Oracle },
  ) {
    this.application = application;
    this.commands = parts.commands;
    this.interactions = parts.interactions;
    this.oracle = parts.oracle;
  }

  get botId(): string {
    return this.application.botId;
  }

  listen(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** @throws ApiError 10013 */
  user(id: string): User {
    const user = this.users.get(id);
    if (user === undefined) throw refuse(10013);
    return user;
  }

  /** @throws ApiError 10004 */
  guild(id: string): Guild {
    const guild = this.guilds.get(id);
    if (guild === undefined) throw refuse(10004);
    return guild;
  }

  /** @throws ApiError 10003 */
  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (channel === undefined) throw refuse(10003);
    return channel;
  }

  guildOf(channel: Channel): Guild | null {
    return channel.guildId === null ? null : this.guild(channel.guildId);
  }

  member(guild: Guild, userId: string): Member {
    const member = guild.members.get(userId);
    if (member === undefined) throw refuse(10007);
    return member;
  }

  channelsOf(guildId: string): readonly Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guildId === guildId);
  }

  /** Guilds the bot is in and both share. */
  sharedGuilds(userId: string): readonly Guild[] {
    return [...this.guilds.values()].filter(
      (guild) => guild.botState !== 'left' && guild.members.has(userId) && guild.members.has(this.botId),
    );
  }

  /** Without the intent MESSAGE_CONTENT the bot reads its own messages, DMs, and those that mention it. */
  mayRead(message: Message): boolean {
    return (
      this.mayReadContent ||
      message.authorId === this.botId ||
      message.mentionUserIds.includes(this.botId) ||
      this.channels.get(message.channelId)?.recipientId !== null
    );
  }

  bot(): User {
    return this.user(this.botId);
  }
}
