/**
 * The sandbox's own control API: what the page and the tests speak to play people in the local Discord.
 *
 * Everything lies under `/sandbox` on the sandbox's port, JSON in and out. A request acts AS the user in its path, with
 * that user's permissions: what the person could not do in Discord is refused with `ControlError` (HTTP 4xx).
 * Ids are snowflakes in strings, times are ISO 8601 in UTC, durations are milliseconds. Fields from this file are
 * camelCase; `embeds`, `components` and `poll` keep the shape Discord gives them on the wire.
 *
 * | method and path                                                   | body                  | answer                   |
 * | ----------------------------------------------------------------- | --------------------- | ------------------------ |
 * | GET    /sandbox/world                                             |                       | WorldView                |
 * | GET    /sandbox/users/:user/view                                  |                       | UserView                 |
 * | GET    /sandbox/users/:user/commands?channel=:channel             |                       | CommandView[]            |
 * | GET    /sandbox/users/:user/channels/:channel/messages?limit=&before= |                   | MessageView[], oldest first |
 * | POST   /sandbox/users/:user/channels/:channel/messages            | SendMessage           | MessageView              |
 * | PATCH  /sandbox/users/:user/channels/:channel/messages/:message   | EditMessage           | MessageView              |
 * | DELETE /sandbox/users/:user/channels/:channel/messages/:message   |                       | 204                      |
 * | POST   /sandbox/users/:user/dm                                    |                       | ChannelView              |
 * | POST   /sandbox/users/:user/dm/messages                           | SendMessage           | MessageView              |
 * | POST   /sandbox/users/:user/interactions/component                | PressComponent        | InteractionReceipt       |
 * | POST   /sandbox/users/:user/interactions/command                  | RunCommand            | InteractionReceipt       |
 * | POST   /sandbox/users/:user/interactions/autocomplete             | Autocomplete          | InteractionReceipt       |
 * | POST   /sandbox/users/:user/interactions/context                  | RunContextCommand     | InteractionReceipt       |
 * | POST   /sandbox/users/:user/interactions/modal                    | SubmitModal           | InteractionReceipt       |
 * | PATCH  /sandbox/users/:user                                       | UserSettings          | UserCard                 |
 * | PUT    /sandbox/guilds/:guild/members/:user                       | MemberSettings        | 204                      |
 * | DELETE /sandbox/guilds/:guild/members/:user                       |                       | 204                      |
 * | POST   /sandbox/guilds/:guild/bot                                 | BotMembership         | 204                      |
 * | DELETE /sandbox/channels/:channel                                 |                       | 204                      |
 * | PUT    /sandbox/channels/:channel/permissions/:target             | OverwriteSettings     | 204                      |
 * | DELETE /sandbox/channels/:channel/permissions/:target             |                       | 204                      |
 * | PATCH  /sandbox/channels/:channel/thread                          | ThreadSettings        | 204                      |
 * | GET    /sandbox/clock                                             |                       | ClockView                |
 * | POST   /sandbox/clock                                             | ClockSettings         | ClockView                |
 * | GET    /sandbox/settings · PATCH /sandbox/settings                | Partial<Settings>     | Settings                 |
 * | GET    /sandbox/faults · POST · DELETE (all)                      | RestFault             | RestFaultView[]          |
 * | GET    /sandbox/gateway                                           |                       | GatewaySessionView[]     |
 * | POST   /sandbox/gateway                                           | GatewayAct            | GatewaySessionView[]     |
 * | GET    /sandbox/oracle · DELETE (forget)                          |                       | OracleView               |
 * | WS     /sandbox/events?user=:user                                 |                       | SandboxEvent per message |
 */

export interface UserCard {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
  /** Part this person plays in the invented municipality; empty for the bot. */
  readonly part: 'sender' | 'friend' | 'staff' | 'coordinator' | 'stranger' | 'bot';
  /** Discord locale such as `no` or `en-US`. */
  readonly locale: string;
  /** False when the person takes no DMs from server members: what the bot sends is then refused with 50007. */
  readonly dmOpen: boolean;
  readonly blocksBot: boolean;
}

export interface RoleView {
  readonly id: string;
  readonly name: string;
  readonly mentionable: boolean;
  /** Decimal bit set. */
  readonly permissions: string;
}

export interface GuildCard {
  readonly id: string;
  readonly name: string;
  readonly botState: 'member' | 'unavailable' | 'left';
  readonly roles: readonly RoleView[];
  readonly memberIds: readonly string[];
}

export interface BotPresence {
  /** True while at least one gateway session of the bot is connected. */
  readonly online: boolean;
  readonly status: string;
  readonly activity: string | null;
  readonly sessions: number;
}

export interface WorldView {
  readonly applicationId: string;
  readonly bot: UserCard;
  readonly users: readonly UserCard[];
  readonly guilds: readonly GuildCard[];
  readonly presence: BotPresence;
  readonly clock: ClockView;
}

export interface ChannelView {
  readonly id: string;
  /** Discord's channel type: 0 text, 1 DM, 11 public thread, 12 private thread, 15 forum, … */
  readonly type: number;
  readonly name: string;
  readonly topic: string | null;
  readonly guildId: string | null;
  /** Parent channel of a thread, category of a channel. */
  readonly parentId: string | null;
  readonly canSend: boolean;
  /** Visible to everybody in the guild. */
  readonly isPublic: boolean;
  readonly lastMessageId: string | null;
  readonly thread: {
    readonly archived: boolean;
    readonly locked: boolean;
    readonly memberIds: readonly string[];
  } | null;
  /** The other person in a DM. */
  readonly recipientId: string | null;
}

export interface UserGuildView {
  readonly id: string;
  readonly name: string;
  readonly botState: 'member' | 'unavailable' | 'left';
  /** The bot's name in this guild. */
  readonly botName: string;
  readonly myRoleIds: readonly string[];
  readonly roles: readonly RoleView[];
  readonly members: readonly { readonly id: string; readonly displayName: string; readonly bot: boolean }[];
  /** Channels and threads this person can see. */
  readonly channels: readonly ChannelView[];
  readonly events: readonly {
    readonly id: string;
    readonly name: string;
    readonly startsAt: string;
    readonly endsAt: string | null;
  }[];
}

export interface UserView {
  readonly user: UserCard;
  readonly guilds: readonly UserGuildView[];
  readonly dms: readonly ChannelView[];
  readonly presence: BotPresence;
  readonly clock: ClockView;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };
export type JsonObject = { readonly [key: string]: JsonValue };

export interface AttachmentView {
  readonly id: string;
  readonly filename: string;
  readonly contentType: string | null;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  /** Discord's message type: 0 ordinary, 18 thread created, 19 reply, 20 slash command, 23 context menu, … */
  readonly type: number;
  readonly author: { readonly id: string; readonly displayName: string; readonly bot: boolean };
  readonly content: string;
  readonly createdAt: string;
  readonly editedAt: string | null;
  /** Only the reader sees this message. */
  readonly ephemeral: boolean;
  /** The bot has deferred and not answered yet («tenker …»). */
  readonly loading: boolean;
  readonly flags: number;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly attachments: readonly AttachmentView[];
  readonly stickers: readonly { readonly id: string; readonly name: string }[];
  readonly poll: JsonObject | null;
  readonly forwarded: readonly { readonly content: string; readonly attachments: readonly AttachmentView[] }[];
  readonly replyToId: string | null;
  /** Who ran the command or pressed the component this message answers. */
  readonly interaction: { readonly userId: string; readonly name: string | null } | null;
  readonly mentionUserIds: readonly string[];
  readonly mentionRoleIds: readonly string[];
  readonly mentionsEveryone: boolean;
  /** Thread started from this message. */
  readonly threadId: string | null;
  readonly pinned: boolean;
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
}

export interface SendAttachment {
  readonly filename: string;
  readonly contentType?: string;
  /** Bytes; only the figure is kept, there is no file. Default 1000. */
  readonly size?: number;
}

export interface SendMessage {
  /** At most 2,000 characters. */
  readonly content?: string;
  readonly attachments?: readonly SendAttachment[];
  readonly stickers?: readonly string[];
  /** A voice message of this many seconds. Excludes everything else. */
  readonly voiceSeconds?: number;
  readonly poll?: { readonly question: string; readonly answers: readonly string[] };
  /** A forwarded message: Discord delivers an empty content and one snapshot. */
  readonly forward?: { readonly content: string; readonly attachments?: readonly SendAttachment[] };
  readonly replyTo?: string;
}

export interface EditMessage {
  readonly content: string;
}

export interface PressComponent {
  readonly channelId: string;
  readonly messageId: string;
  readonly customId: string;
  /** For selects: option values, or ids of users, roles or channels. */
  readonly values?: readonly string[];
}

/** Values by option name. Users, roles and channels are given by id. */
export type CommandOptions = Readonly<Record<string, string | number | boolean>>;

export interface RunCommand {
  readonly channelId: string;
  /** Registered name or a localised one. */
  readonly name: string;
  readonly subcommandGroup?: string;
  readonly subcommand?: string;
  readonly options?: CommandOptions;
}

export interface Autocomplete extends RunCommand {
  /** Name of the option being typed; its text so far is in `options`. */
  readonly focused: string;
}

export interface RunContextCommand {
  readonly channelId: string;
  readonly name: string;
  /** A message id or a user id, by the command's type. */
  readonly targetId: string;
}

/** By custom id: text, chosen values, or a tick. Fields left out keep their default. */
export type ModalFields = Readonly<Record<string, string | readonly string[] | boolean>>;

export interface SubmitModal {
  /** Interaction that opened the modal. */
  readonly interactionId: string;
  readonly fields: ModalFields;
}

export interface ModalView {
  readonly interactionId: string;
  readonly customId: string;
  readonly title: string;
  /** Discord's modal components on the wire: 18 label, 10 text display, … */
  readonly components: readonly JsonObject[];
}

/**
 * What the person saw within three seconds.
 * - `failed`: no answer in time; Discord shows that the app did not respond
 * - `message`: a message, perhaps ephemeral
 * - `thinking`: deferred with a visible placeholder; the answer arrives later as an edit
 * - `silent`: deferred without a placeholder (component only)
 * - `updated`: the pressed message was changed
 * - `modal`: a form opened
 * - `choices`: autocomplete answered
 */
export type InteractionReceipt =
  | { readonly kind: 'failed'; readonly interactionId: string }
  | { readonly kind: 'message' | 'thinking' | 'updated'; readonly interactionId: string; readonly message: MessageView }
  | { readonly kind: 'silent'; readonly interactionId: string }
  | { readonly kind: 'modal'; readonly interactionId: string; readonly modal: ModalView }
  | { readonly kind: 'choices'; readonly interactionId: string; readonly choices: readonly ChoiceView[] };

export interface ChoiceView {
  readonly name: string;
  readonly value: string | number;
}

export interface CommandView {
  readonly id: string;
  /** 1 slash command, 2 user menu, 3 message menu. */
  readonly type: number;
  /** As registered. */
  readonly name: string;
  /** In the person's locale. */
  readonly shownName: string;
  readonly shownDescription: string;
  readonly options: readonly CommandOptionView[];
}

export interface CommandOptionView {
  readonly name: string;
  readonly shownName: string;
  readonly shownDescription: string;
  /** Discord's option type: 1 subcommand, 2 group, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 10 number, … */
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly ChoiceView[];
  readonly options: readonly CommandOptionView[];
}

export interface UserSettings {
  readonly dmOpen?: boolean;
  readonly blocksBot?: boolean;
  readonly locale?: string;
}

export interface MemberSettings {
  readonly roleIds: readonly string[];
}

export interface BotMembership {
  readonly state: 'member' | 'unavailable' | 'left';
}

export interface OverwriteSettings {
  readonly type: 'role' | 'member';
  /** Decimal bit sets. */
  readonly allow: string;
  readonly deny: string;
}

export interface ThreadSettings {
  readonly archived?: boolean;
  readonly locked?: boolean;
}

export interface ClockView {
  /** Added to real time by the sandbox's clock. */
  readonly offsetMs: number;
  /** The sandbox's present time. */
  readonly now: string;
}

/** Either an offset, or the time it shall be now. */
export type ClockSettings = { readonly offsetMs: number } | { readonly now: string };

export interface Settings {
  /** How long a nonce with `enforce_nonce` is remembered. Default 180,000. */
  readonly nonceWindowMs: number;
  /** How long a dropped gateway session can be resumed. Default 180,000. */
  readonly sessionLifetimeMs: number;
  /** Wait before HELLO. Default 0. */
  readonly helloDelayMs: number;
  /** Told to clients in HELLO. Default 41,250. */
  readonly heartbeatIntervalMs: number;
  /** First answer to an interaction. Default 3,000. */
  readonly firstAnswerMs: number;
  /** Life of an interaction token, on the sandbox's clock. Default 900,000. */
  readonly interactionTokenMs: number;
  /** Every REST request is answered 401 and every IDENTIFY closed with 4004. Default false. */
  readonly unauthorized: boolean;
  /** `generous` does not get in the way of tests, `discord` gives 5 per 5 s for messages of a channel and 50 per s in all. */
  readonly rateLimits: 'generous' | 'discord';
  /** Also deliver this many already delivered events at every resume. Default 0. */
  readonly replayOverlap: number;
  /** Answer to the next resumes: INVALID_SESSION. Default false. */
  readonly refuseResume: boolean;
}

/**
 * A fault on REST requests of the bot.
 * - `refuse`: answered with `status` (and `code`, `message`), nothing is done
 * - `fail-after`: the request is carried out, then answered with `status`
 * - `hang-after` / `reset-after`: carried out, then never answered / the connection is cut
 * - `hang` / `reset`: not carried out
 * - `rate-limit`: 429 with `retryAfterMs` and `scope`
 * - `delay`: carried out after `delayMs`
 */
export interface RestFault {
  readonly kind: 'refuse' | 'fail-after' | 'hang' | 'hang-after' | 'reset' | 'reset-after' | 'rate-limit' | 'delay';
  /** Method, or absent for any. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path without `/api/v10`; `*` is one segment, `**` the rest. `/channels/*\/messages`. Absent: every path. */
  readonly route?: string;
  /** 0–1, default 1. */
  readonly probability?: number;
  /** Goes away after this many hits. Default: stays. */
  readonly count?: number;
  /** Seed of the chance, default 1. */
  readonly seed?: number;
  readonly status?: number;
  readonly code?: number;
  readonly message?: string;
  readonly retryAfterMs?: number;
  readonly scope?: 'user' | 'shared' | 'global';
  readonly delayMs?: number;
}

export interface RestFaultView extends RestFault {
  readonly id: number;
  readonly hits: number;
}

/**
 * Something done to gateway connections of the bot; `session` absent means all of them.
 * - `drop`: cut the socket, no close frame (1006 at the client)
 * - `mute` / `unmute`: nothing is sent any more, not even heartbeat ACKs
 * - `close`: close frame with `code`
 * - `expire-session`: cut the socket and forget the session, so that RESUME fails
 * - `invalid-session`: op 9, `resumable` false unless given
 * - `reconnect`: op 7
 */
export interface GatewayAct {
  readonly kind: 'drop' | 'mute' | 'unmute' | 'close' | 'expire-session' | 'invalid-session' | 'reconnect';
  readonly session?: string;
  readonly code?: number;
  readonly resumable?: boolean;
}

export interface GatewaySessionView {
  readonly id: string;
  readonly connected: boolean;
  readonly intents: number;
  readonly sequence: number;
  readonly shard: readonly [number, number];
  readonly identifiedAt: string;
  readonly resumes: number;
  readonly muted: boolean;
}

export interface EmittedDm {
  readonly id: string;
  readonly channelId: string;
  readonly userId: string;
  readonly at: string;
  /** True for the first message the person ever wrote to the bot. */
  readonly firstContact: boolean;
}

export interface ReceivedPost {
  readonly id: string;
  readonly channelId: string;
  /** Parent channel when posted in a thread, else null. */
  readonly parentId: string | null;
  readonly guildId: string | null;
  /** Recipient when posted in a DM. */
  readonly recipientId: string | null;
  readonly at: string;
  readonly nonce: string | null;
  /** `content`, embeds and text components joined by line breaks. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** `message` by the messages route, `interaction` by a callback or follow-up. */
  readonly route: 'message' | 'interaction';
}

export interface OracleView {
  readonly dms: readonly EmittedDm[];
  readonly posts: readonly ReceivedPost[];
  /** IDENTIFYs accepted since the start. */
  readonly identifies: number;
  readonly resumes: number;
  /** REST requests received, by status of the answer. */
  readonly restStatuses: Readonly<Record<string, number>>;
  /** Downloads of attachments that were tried; none is ever served. */
  readonly attachmentFetches: number;
}

/** Sent over the event stream of one user; only what that user may see. `hello` is the first. */
export type SandboxEvent =
  | { readonly kind: 'hello'; readonly userId: string }
  | { readonly kind: 'message-created' | 'message-updated'; readonly message: MessageView }
  | { readonly kind: 'message-deleted'; readonly channelId: string; readonly messageIds: readonly string[] }
  /** Guilds, channels, threads, members or settings changed: read the view again. */
  | { readonly kind: 'view-changed' }
  | { readonly kind: 'commands-changed' }
  | { readonly kind: 'typing'; readonly channelId: string; readonly userId: string }
  | { readonly kind: 'modal-opened'; readonly modal: ModalView }
  | { readonly kind: 'interaction-failed'; readonly interactionId: string }
  | { readonly kind: 'presence'; readonly presence: BotPresence }
  | { readonly kind: 'clock'; readonly clock: ClockView };

/** Body of a refused control request. `code` is Discord's JSON error code where there is one, else 0. */
export interface ControlError {
  readonly message: string;
  readonly code: number;
  readonly errors?: JsonObject;
}
