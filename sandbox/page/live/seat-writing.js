import { explainRefusal } from '../text/refusals.js';
import { PAGE_OF_MESSAGES } from './seat-core.js';
import { withMessages } from './seat-state.js';

/** @import { MessageView, SendMessage } from '../../control-api.ts' */
/** @import { SeatCore } from './seat-core.js' */
/** @import { Pending } from './seat-state.js' */

/**
 * Reading back, writing, changing and deleting messages as the person at this screen.
 * @param {SeatCore} core
 */
export function makeWriting(core) {
  const { api, userId, update } = core;
  let count = 0;

  /** @param {string} id */
  const forget = (id) => update((s) => ({ ...s, pending: s.pending.filter((one) => one.id !== id) }));

  /** @param {string} channelId @param {SendMessage} message */
  const sendTo = async (channelId, message) => {
    count += 1;
    const id = `pending ${count}`;
    update((s) => ({ ...s, pending: [...s.pending, { id, channelId, message, fault: null }] }));
    try {
      const sent = await api.send(userId, channelId, message);
      forget(id);
      update((s) => withMessages(s, channelId, [sent]));
    } catch (error) {
      const fault = explainRefusal(error);
      update((s) => ({ ...s, pending: s.pending.map((one) => (one.id === id ? { ...one, fault } : one)) }));
    }
  };

  return {
    forget,

    /** @param {SendMessage} message */
    async send(message) {
      if (core.state.channelId !== null) await sendTo(core.state.channelId, message);
    },

    /** @param {Pending} pending a message that was not sent */
    async sendAgain({ id, channelId, message }) {
      forget(id);
      await sendTo(channelId, message);
    },

    /** @param {MessageView} message @param {string} content */
    async edit(message, content) {
      try {
        const edited = await api.edit(userId, message.channelId, message.id, content);
        update((s) => withMessages(s, message.channelId, [edited]));
      } catch (error) {
        core.setFault(message.id, explainRefusal(error));
      }
    },

    /** @param {MessageView} message */
    async remove({ id, channelId }) {
      try {
        await api.remove(userId, channelId, id);
        core.receive({ kind: 'message-deleted', channelId, messageIds: [id] });
      } catch (error) {
        core.setFault(id, explainRefusal(error));
      }
    },

    /** @param {string} messageId an ephemeral message the person puts away */
    dismiss: (messageId) => update((s) => ({ ...s, dismissed: new Set(s.dismissed).add(messageId) })),

    async loadOlder() {
      const { channelId, messages } = core.state;
      const oldest = channelId === null ? undefined : messages[channelId]?.[0];
      if (channelId === null || !oldest) return;
      try {
        const list = await api.messages(userId, channelId, oldest.id);
        update((s) => ({
          ...withMessages(s, channelId, list),
          hiddenUpTo: '0',
          hasOlder: { ...s.hasOlder, [channelId]: list.length === PAGE_OF_MESSAGES },
        }));
      } catch (error) {
        core.tell(error);
      }
    },
  };
}
