import { useState } from 'preact/hooks';

/** @import { MessageView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/**
 * What a component of a message needs to act as the person at this screen.
 * @typedef {{
 *   readonly isWaiting: boolean,
 *   readonly pressedId: string | null,
 *   readonly press: (customId: string, values?: readonly string[]) => void,
 *   readonly seat: Seat,
 *   readonly guildId: string | null,
 * }} Acting
 */

/**
 * @param {Seat} seat
 * @param {MessageView} message
 * @returns {Acting}
 */
export function useActing(seat, message) {
  const [pressedId, setPressedId] = useState(/** @type {string | null} */ (null));
  const isWaiting = seat.state.waiting.has(message.id);
  return {
    isWaiting,
    pressedId,
    press: (customId, values) => {
      if (seat.state.waiting.has(message.id)) return;
      setPressedId(customId);
      void seat.press(message, customId, values);
    },
    seat,
    guildId: message.guildId,
  };
}
