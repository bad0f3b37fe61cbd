import { explainRefusal } from '../text/refusals.js';
import { withMessages } from './seat-state.js';

/** @import { CommandOptions, InteractionReceipt, MessageView, ModalFields, RunCommand } from '../../control-api.ts' */
/** @import { SeatCore } from './seat-core.js' */

/** Key of faults that belong to the composer and not to a message. */
export const COMPOSER = 'composer';
const NO_ANSWER = 'Appen svarte ikke i tide.';

/**
 * Buttons, menus, forms and commands as the person at this screen.
 * @param {SeatCore} core
 */
export function makeInteractions(core) {
  const { api, userId, update, closedForms } = core;

  /**
   * Shows what came of an interaction.
   * @param {string} key where a fault is shown
   * @param {InteractionReceipt} receipt
   */
  const showReceipt = (key, receipt) => {
    if (receipt.kind === 'failed') core.setFault(key, NO_ANSWER);
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
    core.setFault(key, null);
    update((s) => ({ ...s, waiting: new Set(s.waiting).add(key) }));
    try {
      const receipt = await act();
      showReceipt(key, receipt);
      return receipt.kind !== 'failed';
    } catch (error) {
      core.setFault(key, explainRefusal(error));
      return false;
    } finally {
      update((s) => ({ ...s, waiting: new Set([...s.waiting].filter((waiting) => waiting !== key)) }));
    }
  };

  /** @param {string} interactionId */
  const closeModal = (interactionId) => {
    closedForms.add(interactionId);
    update((s) => (s.modal?.interactionId === interactionId ? { ...s, modal: null } : s));
  };

  return {
    closeModal,

    /** @param {string} key */
    clearFault: (key) => core.setFault(key, null),

    /** @param {MessageView} message @param {string} customId @param {readonly string[]} [values] */
    press: ({ id, channelId }, customId, values) =>
      interact(id, () => api.press(userId, { channelId, messageId: id, customId, ...(values ? { values } : {}) })),

    /** @param {Omit<RunCommand, 'channelId'>} command */
    runCommand: (command) =>
      interact(COMPOSER, () => api.runCommand(userId, { ...command, channelId: core.state.channelId ?? '' })),

    /** @param {MessageView} message @param {string} name @param {string} targetId */
    runContext: ({ id, channelId }, name, targetId) =>
      interact(id, () => api.runContext(userId, { channelId, name, targetId })),

    /**
     * @param {Omit<RunCommand, 'channelId'>} command @param {string} focused @param {CommandOptions} options
     * @returns {Promise<readonly { name: string, value: string | number }[]>}
     */
    async suggest(command, focused, options) {
      const channelId = core.state.channelId ?? '';
      try {
        const receipt = await api.autocomplete(userId, { ...command, channelId, options, focused });
        return receipt.kind === 'choices' ? receipt.choices : [];
      } catch (error) {
        core.tell(error);
        return [];
      }
    },

    /** @param {ModalFields} fields @returns {Promise<string | null>} what went wrong, or nothing */
    async submitModal(fields) {
      const { modal } = core.state;
      if (!modal) return null;
      try {
        const receipt = await api.submitModal(userId, { interactionId: modal.interactionId, fields });
        if (receipt.kind === 'failed') return NO_ANSWER;
        closeModal(modal.interactionId);
        showReceipt(COMPOSER, receipt);
        return null;
      } catch (error) {
        return explainRefusal(error);
      }
    },
  };
}
