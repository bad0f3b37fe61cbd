import { makeSeatCore } from './seat-core.js';
import { makeInteractions } from './seat-interactions.js';
import { bySnowflake, channelsOf } from './seat-state.js';
import { makeWriting } from './seat-writing.js';

/** @import { SandboxEvent, UserSettings } from '../../control-api.ts' */
/** @import { Api } from './api.js' */

/** @typedef {ReturnType<typeof makeSeat>} Seat */

/**
 * One person at one screen: what they see, and everything they can do.
 * @param {{ api: Api, userId: string, botId: string, onEvent?: (event: SandboxEvent) => void }} deps
 */
export function makeSeat(deps) {
  const core = makeSeatCore(deps);
  const { api, userId, update, tell, watch, close } = core;

  return {
    ...makeWriting(core),
    ...makeInteractions(core),
    userId,
    get state() {
      return core.state;
    },
    watch,
    close,

    /** @param {string} channelId */
    open: (channelId) => core.openChannel(channelId).catch(tell),

    /** @param {UserSettings} settings */
    async changeSettings(settings) {
      // Shown at once, so that a tick does not jump back while the sandbox is being asked.
      update((s) => (s.view ? { ...s, view: { ...s.view, user: { ...s.view.user, ...settings } } } : s));
      try {
        await api.changeUser(userId, settings);
      } catch (error) {
        tell(error);
        await core.reloadView().catch(tell);
      }
    },

    clearNotice: () => update((s) => ({ ...s, notice: null })),

    /** An empty screen: what was said before stays in the sandbox and can be fetched again. */
    startAfresh() {
      const { messages, view, hiddenUpTo: before, modal } = core.state;
      const newest = [
        ...Object.values(messages).flatMap((list) => list.at(-1)?.id ?? []),
        ...channelsOf(view).flatMap(({ lastMessageId }) => lastMessageId ?? []),
      ];
      const hiddenUpTo = newest.reduce((a, b) => (bySnowflake(a, b) > 0 ? a : b), before);
      if (modal) core.closedForms.add(modal.interactionId);
      update((s) => ({ ...s, hiddenUpTo, modal: null, pending: [], faults: {}, unread: {}, notice: null }));
      void core.openFirstChannel().catch(tell);
    },
  };
}
