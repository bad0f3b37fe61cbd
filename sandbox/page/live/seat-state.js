/** @import { ChannelView, CommandView, MessageView, ModalView, SandboxEvent, SendMessage, UserView } from '../../control-api.ts' */

/**
 * A message the person has sent and the sandbox has not confirmed.
 * @typedef {{ id: string, channelId: string, message: SendMessage, fault: string | null }} Pending
 */

/**
 * What one person has on the screen. `starters` are messages that threads were started from, by id, shown in the thread.
 * @typedef {{
 *   readonly userId: string,
 *   readonly line: 'connecting' | 'live' | 'lost',
 *   readonly view: UserView | null,
 *   readonly channelId: string | null,
 *   readonly messages: Readonly<Record<string, readonly MessageView[]>>,
 *   readonly starters: Readonly<Record<string, MessageView>>,
 *   readonly hasOlder: Readonly<Record<string, boolean>>,
 *   readonly hiddenUpTo: string,
 *   readonly dismissed: ReadonlySet<string>,
 *   readonly unread: Readonly<Record<string, number>>,
 *   readonly typing: Readonly<Record<string, string>>,
 *   readonly pending: readonly Pending[],
 *   readonly waiting: ReadonlySet<string>,
 *   readonly faults: Readonly<Record<string, string>>,
 *   readonly commands: readonly CommandView[],
 *   readonly modal: ModalView | null,
 *   readonly notice: string | null,
 *   readonly spoken: string,
 * }} SeatState
 */

/**
 * @param {string} userId
 * @returns {SeatState}
 */
export const emptySeat = (userId) => ({
  userId,
  line: 'connecting',
  view: null,
  channelId: null,
  messages: {},
  starters: {},
  hasOlder: {},
  hiddenUpTo: '0',
  dismissed: new Set(),
  unread: {},
  typing: {},
  pending: [],
  waiting: new Set(),
  faults: {},
  commands: [],
  modal: null,
  notice: null,
  spoken: '',
});

/**
 * Order of two snowflakes, oldest first.
 * @param {string} a
 * @param {string} b
 */
export const bySnowflake = (a, b) => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/**
 * @param {readonly MessageView[]} list oldest first
 * @param {readonly MessageView[]} arrived
 * @returns {readonly MessageView[]} oldest first, each id once, the later version where both exist: the answer to a press
 *   may come after the change of it
 */
export function mergeMessages(list, arrived) {
  const byId = new Map(list.map((message) => [message.id, message]));
  for (const message of arrived) {
    const known = byId.get(message.id);
    if (!known || !isEarlier(message, known)) byId.set(message.id, message);
  }
  return [...byId.values()].sort((a, b) => bySnowflake(a.id, b.id));
}

/** @param {MessageView} one @param {MessageView} other another version of it */
const isEarlier = (one, other) =>
  (one.loading && !other.loading) ||
  Date.parse(one.editedAt ?? one.createdAt) < Date.parse(other.editedAt ?? other.createdAt);

/**
 * @param {SeatState} state
 * @param {string} channelId
 * @param {readonly MessageView[]} arrived
 * @returns {SeatState}
 */
export function withMessages(state, channelId, arrived) {
  const list = mergeMessages(state.messages[channelId] ?? [], arrived);
  const starters = arrived.filter(({ id }) => id in state.starters).map((message) => [message.id, message]);
  return {
    ...state,
    messages: { ...state.messages, [channelId]: list },
    starters: { ...state.starters, ...Object.fromEntries(starters) },
  };
}

/**
 * The newest messages as just read. What was known before the reading and is not among them has been deleted.
 * @param {SeatState} state
 * @param {string} channelId
 * @param {readonly MessageView[]} list oldest first
 * @param {readonly string[]} knownIds ids on the screen when the reading began
 * @returns {SeatState}
 */
export function withFreshMessages(state, channelId, list, knownIds) {
  const listed = new Set(list.map(({ id }) => id));
  const oldest = list[0]?.id ?? '0';
  const gone = new Set(knownIds.filter((id) => !listed.has(id) && bySnowflake(id, oldest) > 0));
  const left = (state.messages[channelId] ?? []).filter(({ id }) => !gone.has(id));
  return withMessages({ ...state, messages: { ...state.messages, [channelId]: left } }, channelId, list);
}

/**
 * What an event from the sandbox changes on the screen.
 * @param {SeatState} state
 * @param {SandboxEvent} event
 * @returns {SeatState}
 */
export function applyEvent(state, event) {
  switch (event.kind) {
    case 'hello':
      return { ...state, line: 'live' };
    case 'message-created':
      return applyNewMessage(state, event.message);
    case 'message-updated':
      return withMessages(state, event.message.channelId, [event.message]);
    case 'message-deleted': {
      const gone = new Set(event.messageIds);
      const left = (state.messages[event.channelId] ?? []).filter((message) => !gone.has(message.id));
      return { ...state, messages: { ...state.messages, [event.channelId]: left } };
    }
    case 'typing':
      return event.userId === state.userId
        ? state
        : { ...state, typing: { ...state.typing, [event.channelId]: event.userId } };
    case 'modal-opened':
      return { ...state, modal: event.modal };
    case 'presence':
      return state.view ? { ...state, view: { ...state.view, presence: event.presence } } : state;
    case 'clock':
      return state.view ? { ...state, view: { ...state.view, clock: event.clock } } : state;
    case 'view-changed':
    case 'commands-changed':
    case 'interaction-failed':
      return state;
  }
}

/**
 * @param {SeatState} state
 * @param {MessageView} message
 * @returns {SeatState}
 */
function applyNewMessage(state, message) {
  const { channelId } = message;
  const isKnown = (state.messages[channelId] ?? []).some(({ id }) => id === message.id);
  const isOwn = message.author.id === state.userId;
  const isOpen = channelId === state.channelId;
  const next = withMessages(state, channelId, [message]);
  return {
    ...next,
    typing: { ...state.typing, [channelId]: '' },
    unread:
      isKnown || isOwn || isOpen ? state.unread : { ...state.unread, [channelId]: (state.unread[channelId] ?? 0) + 1 },
    spoken: isKnown || isOwn || !isOpen ? state.spoken : `Ny melding fra ${message.author.displayName}`,
  };
}

/**
 * Messages to show: not dismissed, and newer than the last «Start på nytt».
 * @param {SeatState} state
 * @returns {readonly MessageView[]} oldest first
 */
export function shownMessages(state) {
  const list = state.channelId === null ? [] : (state.messages[state.channelId] ?? []);
  return list.filter(({ id }) => !state.dismissed.has(id) && bySnowflake(id, state.hiddenUpTo) > 0);
}

/**
 * Every channel, thread and DM this person can open.
 * @param {UserView | null} view
 * @returns {readonly ChannelView[]}
 */
export const channelsOf = (view) => (view ? [...view.dms, ...view.guilds.flatMap((guild) => guild.channels)] : []);

/**
 * Where a part begins: senders in their DM, staff in the channel of the duty, the coordinator in theirs.
 * @param {UserView} view
 * @param {string} botId
 * @returns {string | null} nothing when there is no channel to open yet
 */
export function firstChannel(view, botId) {
  const { part } = view.user;
  const dm = view.dms.find(({ recipientId }) => recipientId === botId)?.id ?? null;
  if (part !== 'staff' && part !== 'coordinator') return dm;
  const rooms = view.guilds.flatMap((guild) => guild.channels).filter(({ type }) => type === 0);
  const closed = rooms.filter(({ isPublic }) => !isPublic);
  const wanted = part === 'staff' ? /vakt/u : /koordin/u;
  return (closed.find(({ name }) => wanted.test(name)) ?? closed[0] ?? rooms[0])?.id ?? dm;
}
