import { explainRefusal } from '../text/refusals.js';
import { followEvents } from './events.js';
import { applyEvent, channelsOf, emptySeat, firstChannel, withFreshMessages } from './seat-state.js';

/** @import { SandboxEvent } from '../../control-api.ts' */
/** @import { Api } from './api.js' */
/** @import { SeatState } from './seat-state.js' */

/** @typedef {ReturnType<typeof makeSeatCore>} SeatCore */

const TYPING_SHOWN_MS = 10_000;
const VIEW_SETTLES_MS = 80;
/** Message type of the line that points to the message a thread was started from. */
const THREAD_STARTER = 21;
/** Messages the control API gives at a time. */
export const PAGE_OF_MESSAGES = 50;

/**
 * What one person sees: state that follows the sandbox.
 * @param {{ api: Api, userId: string, botId: string, onEvent?: (event: SandboxEvent) => void }} deps
 */
export function makeSeatCore({ api, userId, botId, onEvent }) {
  let state = emptySeat(userId);
  /** @type {Set<() => void>} */
  const watchers = new Set();
  /** @type {Record<string, ReturnType<typeof setTimeout>>} */
  const timers = {};
  /** Forms that are answered or put away, so that a late event does not open them again. */
  const closedForms = new Set();

  /** @param {(state: SeatState) => SeatState} change */
  const update = (change) => {
    state = change(state);
    for (const watcher of watchers) watcher();
  };

  /** @param {string} key @param {number} ms @param {() => void} act */
  const later = (key, ms, act) => {
    clearTimeout(timers[key]);
    timers[key] = setTimeout(act, ms);
  };

  /** @param {unknown} error */
  const tell = (error) => update((s) => ({ ...s, notice: explainRefusal(error) }));

  const reloadView = async () => {
    const view = await api.view(userId);
    const isThere = channelsOf(view).some(({ id }) => id === state.channelId);
    update((s) => ({ ...s, view }));
    if (!isThere) await openFirstChannel();
  };

  /** A channel the person opens while the first one is being found is the one that stays. */
  const openFirstChannel = async () => {
    if (!state.view) return;
    const before = state.channelId;
    const channelId = firstChannel(state.view, botId) ?? (await api.openDm(userId)).id;
    if (!channelsOf(state.view).some(({ id }) => id === channelId)) {
      const view = await api.view(userId);
      update((s) => ({ ...s, view }));
    }
    if (state.channelId === before) await openChannel(channelId);
  };

  const reloadCommands = async () => {
    const { channelId } = state;
    if (channelId === null) return;
    const commands = await api.commands(userId, channelId);
    update((s) => (s.channelId === channelId ? { ...s, commands } : s));
  };

  /** @param {string} channelId */
  const readMessages = async (channelId) => {
    const knownIds = (state.messages[channelId] ?? []).map(({ id }) => id);
    const list = await api.messages(userId, channelId);
    update((s) => ({
      ...withFreshMessages(s, channelId, list, knownIds),
      hasOlder: { ...s.hasOlder, [channelId]: s.hasOlder[channelId] ?? list.length === PAGE_OF_MESSAGES },
    }));
  };

  /** In a thread: the message it was started from, which lies in the channel above. @param {string} channelId */
  const readStarter = async (channelId) => {
    const parentId = channelsOf(state.view).find(({ id }) => id === channelId)?.parentId;
    const line = (state.messages[channelId] ?? []).find(({ type }) => type === THREAD_STARTER);
    const starterId = line?.replyToId;
    if (!parentId || !starterId || starterId in state.starters) return;
    const upToStarter = await api.messages(userId, parentId, String(BigInt(starterId) + 1n));
    const starter = upToStarter.find(({ id }) => id === starterId);
    if (starter) update((s) => ({ ...s, starters: { ...s.starters, [starterId]: starter } }));
  };

  /** @param {string} channelId */
  const openChannel = async (channelId) => {
    update((s) => ({
      ...s,
      channelId,
      commands: s.channelId === channelId ? s.commands : [],
      unread: { ...s.unread, [channelId]: 0 },
    }));
    await Promise.all([readMessages(channelId).then(() => readStarter(channelId)), reloadCommands()]);
  };

  /** @param {SandboxEvent} event */
  const receive = (event) => {
    if (event.kind === 'modal-opened' && closedForms.has(event.modal.interactionId)) return;
    update((s) => applyEvent(s, event));
    if (event.kind === 'hello' || event.kind === 'view-changed') {
      later('view', VIEW_SETTLES_MS, () => void reloadView().catch(tell));
      if (event.kind === 'hello' && state.channelId !== null) void openChannel(state.channelId).catch(tell);
    }
    if (event.kind === 'commands-changed' || event.kind === 'view-changed') {
      later('commands', VIEW_SETTLES_MS, () => void reloadCommands().catch(tell));
    }
    if (event.kind === 'typing') {
      later(`typing ${event.channelId}`, TYPING_SHOWN_MS, () =>
        update((s) => ({ ...s, typing: { ...s.typing, [event.channelId]: '' } })),
      );
    }
    onEvent?.(event);
  };

  const stopFollowing = followEvents(userId, {
    onEvent: receive,
    onLost: () => update((s) => ({ ...s, line: 'lost' })),
  });

  return {
    api,
    userId,
    closedForms,
    get state() {
      return state;
    },
    update,
    tell,
    receive,
    reloadView,
    openChannel,
    openFirstChannel,

    /** @param {string} key message id, or `COMPOSER` @param {string | null} fault */
    setFault(key, fault) {
      update((s) => {
        const others = Object.fromEntries(Object.entries(s.faults).filter(([other]) => other !== key));
        return { ...s, faults: fault === null ? others : { ...others, [key]: fault } };
      });
    },

    /** @param {() => void} watcher @returns {() => void} stops watching */
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },

    close() {
      stopFollowing();
      for (const timer of Object.values(timers)) clearTimeout(timer);
      watchers.clear();
    },
  };
}
