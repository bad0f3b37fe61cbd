import { explainRefusal } from '../text/refusals.js';
import { followEvents } from './events.js';
import { applyEvent, bySnowflake, channelsOf, emptySeat, firstChannel, withMessages } from './seat-state.js';

/** @import { CommandOptions, InteractionReceipt, MessageView, ModalFields, RunCommand, SandboxEvent, SendMessage, UserSettings } from '../../control-api.ts' */
/** @import { Api } from './api.js' */
/** @import { SeatState } from './seat-state.js' */

/** @typedef {ReturnType<typeof makeSeat>} Seat */

/** Key of faults that belong to the composer and not to a message. */
export const COMPOSER = 'composer';
const TYPING_SHOWN_MS = 10_000;
const VIEW_SETTLES_MS = 80;
const PAGE_OF_MESSAGES = 50;
const NO_ANSWER = 'Appen svarte ikke i tide.';

/**
 * One person at one screen: what they see, and everything they can do.
 * @param {{ api: Api, userId: string, botId: string, onEvent?: (event: SandboxEvent) => void }} deps
 */
export function makeSeat({ api, userId, botId, onEvent }) {
  let state = emptySeat(userId);
  let pendingCount = 0;
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

  /** @param {string} key @param {string | null} fault */
  const setFault = (key, fault) =>
    update((s) => {
      const others = Object.fromEntries(Object.entries(s.faults).filter(([other]) => other !== key));
      return { ...s, faults: fault === null ? others : { ...others, [key]: fault } };
    });

  const reloadView = async () => {
    const view = await api.view(userId);
    const isThere = channelsOf(view).some(({ id }) => id === state.channelId);
    update((s) => ({ ...s, view }));
    if (!isThere) await openFirstChannel();
  };

  const openFirstChannel = async () => {
    if (!state.view) return;
    const channelId = firstChannel(state.view, botId) ?? (await api.openDm(userId)).id;
    if (!channelsOf(state.view).some(({ id }) => id === channelId)) {
      const view = await api.view(userId);
      update((s) => ({ ...s, view }));
    }
    await openChannel(channelId);
  };

  const reloadCommands = async () => {
    const { channelId } = state;
    if (channelId === null) return;
    const commands = await api.commands(userId, channelId);
    update((s) => (s.channelId === channelId ? { ...s, commands } : s));
  };

  /** @param {string} channelId */
  const readMessages = async (channelId) => {
    const list = await api.messages(userId, channelId);
    update((s) => ({
      ...withMessages(s, channelId, list),
      hasOlder: { ...s.hasOlder, [channelId]: s.hasOlder[channelId] ?? list.length === PAGE_OF_MESSAGES },
    }));
  };

  /** @param {string} channelId */
  const openChannel = async (channelId) => {
    update((s) => ({ ...s, channelId, commands: [], unread: { ...s.unread, [channelId]: 0 } }));
    await Promise.all([readMessages(channelId), reloadCommands()]);
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

  /**
   * Shows what came of an interaction.
   * @param {string} key where a fault is shown
   * @param {InteractionReceipt} receipt
   */
  const showReceipt = (key, receipt) => {
    if (receipt.kind === 'failed') setFault(key, NO_ANSWER);
    if (receipt.kind === 'modal' && !closedForms.has(receipt.modal.interactionId)) {
      update((s) => ({ ...s, modal: receipt.modal }));
    }
    if ('message' in receipt) update((s) => withMessages(s, receipt.message.channelId, [receipt.message]));
  };

  /**
   * @param {string} key where waiting and faults are shown
   * @param {() => Promise<InteractionReceipt>} act
   * @returns {Promise<boolean>} false when it was refused or not answered
   */
  const interact = async (key, act) => {
    setFault(key, null);
    update((s) => ({ ...s, waiting: new Set(s.waiting).add(key) }));
    try {
      const receipt = await act();
      showReceipt(key, receipt);
      return receipt.kind !== 'failed';
    } catch (error) {
      setFault(key, explainRefusal(error));
      return false;
    } finally {
      update((s) => ({ ...s, waiting: new Set([...s.waiting].filter((waiting) => waiting !== key)) }));
    }
  };

  const stopFollowing = followEvents(userId, {
    onEvent: receive,
    onLost: () => update((s) => ({ ...s, line: 'lost' })),
  });

  return {
    userId,
    get state() {
      return state;
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

    /** @param {string} channelId */
    open: (channelId) => openChannel(channelId).catch(tell),

    async loadOlder() {
      const { channelId } = state;
      const oldest = channelId === null ? undefined : state.messages[channelId]?.[0];
      if (channelId === null || !oldest) return;
      try {
        const list = await api.messages(userId, channelId, oldest.id);
        update((s) => ({
          ...withMessages(s, channelId, list),
          hiddenUpTo: '0',
          hasOlder: { ...s.hasOlder, [channelId]: list.length === PAGE_OF_MESSAGES },
        }));
      } catch (error) {
        tell(error);
      }
    },

    /** @param {SendMessage} message */
    async send(message) {
      const { channelId } = state;
      if (channelId === null) return;
      pendingCount += 1;
      const id = `pending ${pendingCount}`;
      update((s) => ({
        ...s,
        pending: [...s.pending, { id, channelId, content: message.content ?? '', fault: null }],
      }));
      try {
        const sent = await api.send(userId, channelId, message);
        update((s) => withMessages({ ...s, pending: s.pending.filter((p) => p.id !== id) }, channelId, [sent]));
      } catch (error) {
        const fault = explainRefusal(error);
        update((s) => ({ ...s, pending: s.pending.map((p) => (p.id === id ? { ...p, fault } : p)) }));
      }
    },

    /** @param {string} id of a message that was not sent */
    forget(id) {
      update((s) => ({ ...s, pending: s.pending.filter((p) => p.id !== id) }));
    },

    /** @param {MessageView} message @param {string} content */
    async edit(message, content) {
      try {
        const edited = await api.edit(userId, message.channelId, message.id, content);
        update((s) => withMessages(s, message.channelId, [edited]));
      } catch (error) {
        setFault(message.id, explainRefusal(error));
      }
    },

    /** @param {MessageView} message */
    async remove(message) {
      try {
        await api.remove(userId, message.channelId, message.id);
        receive({ kind: 'message-deleted', channelId: message.channelId, messageIds: [message.id] });
      } catch (error) {
        setFault(message.id, explainRefusal(error));
      }
    },

    /** @param {string} messageId an ephemeral message the person puts away */
    dismiss(messageId) {
      update((s) => ({ ...s, dismissed: new Set(s.dismissed).add(messageId) }));
    },

    /** @param {MessageView} message @param {string} customId @param {readonly string[]} [values] */
    press: (message, customId, values) =>
      interact(message.id, () =>
        api.press(userId, {
          channelId: message.channelId,
          messageId: message.id,
          customId,
          ...(values ? { values } : {}),
        }),
      ),

    /** @param {Omit<RunCommand, 'channelId'>} command */
    runCommand: (command) =>
      interact(COMPOSER, () => api.runCommand(userId, { ...command, channelId: state.channelId ?? '' })),

    /** @param {MessageView} message @param {string} name @param {string} targetId */
    runContext: (message, name, targetId) =>
      interact(message.id, () => api.runContext(userId, { channelId: message.channelId, name, targetId })),

    /**
     * @param {Omit<RunCommand, 'channelId'>} command @param {string} focused @param {CommandOptions} options
     * @returns {Promise<readonly { name: string, value: string | number }[]>}
     */
    async suggest(command, focused, options) {
      try {
        const receipt = await api.autocomplete(userId, {
          ...command,
          channelId: state.channelId ?? '',
          options,
          focused,
        });
        return receipt.kind === 'choices' ? receipt.choices : [];
      } catch (error) {
        tell(error);
        return [];
      }
    },

    /** @param {ModalFields} fields @returns {Promise<string | null>} what went wrong, or nothing */
    async submitModal(fields) {
      const { modal } = state;
      if (!modal) return null;
      try {
        const receipt = await api.submitModal(userId, { interactionId: modal.interactionId, fields });
        if (receipt.kind === 'failed') return NO_ANSWER;
        this.closeModal(modal.interactionId);
        showReceipt(COMPOSER, receipt);
        return null;
      } catch (error) {
        return explainRefusal(error);
      }
    },

    /** @param {string} interactionId */
    closeModal(interactionId) {
      closedForms.add(interactionId);
      update((s) => (s.modal?.interactionId === interactionId ? { ...s, modal: null } : s));
    },

    /** @param {UserSettings} settings */
    async changeSettings(settings) {
      // Shown at once, so that a tick does not jump back while the sandbox is being asked.
      update((s) => (s.view ? { ...s, view: { ...s.view, user: { ...s.view.user, ...settings } } } : s));
      try {
        await api.changeUser(userId, settings);
      } catch (error) {
        tell(error);
        await reloadView().catch(tell);
      }
    },

    /** @param {string} key */
    clearFault: (key) => setFault(key, null),

    clearNotice: () => update((s) => ({ ...s, notice: null })),

    /** An empty screen: what was said before stays in the sandbox and can be fetched again. */
    startAfresh() {
      const newest = [
        ...Object.values(state.messages).flatMap((list) => list.at(-1)?.id ?? []),
        ...channelsOf(state.view).flatMap(({ lastMessageId }) => lastMessageId ?? []),
      ];
      const hiddenUpTo = newest.reduce((a, b) => (bySnowflake(a, b) > 0 ? a : b), state.hiddenUpTo);
      if (state.modal) closedForms.add(state.modal.interactionId);
      update((s) => ({ ...s, hiddenUpTo, modal: null, pending: [], faults: {}, unread: {}, notice: null }));
      void openFirstChannel().catch(tell);
    },
  };
}
