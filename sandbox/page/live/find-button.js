import { channelsOf } from './seat-state.js';

/** @import { JsonValue, MessageView, UserView } from '../../control-api.ts' */
/** @import { Api } from './api.js' */

/**
 * The newest button with this label in any channel the person can see, or a button whose label begins with it.
 * @param {Api} api
 * @param {string} userId
 * @param {UserView | null} view
 * @param {string} label
 * @returns {Promise<{ message: MessageView, customId: string } | null>}
 */
export async function findButton(api, userId, view, label) {
  const lists = await Promise.all(
    channelsOf(view)
      .filter(({ lastMessageId }) => lastMessageId !== null)
      .map(({ id }) => api.messages(userId, id)),
  );
  const newestFirst = lists.flat().sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  for (const message of newestFirst) {
    const customId = customIdOf(message.components, label);
    if (customId !== null) return { message, customId };
  }
  return null;
}

/**
 * @param {JsonValue | undefined} value components of a message, any shape
 * @param {string} label
 * @returns {string | null}
 */
function customIdOf(value, label) {
  if (typeof value !== 'object' || value === null) return null;
  if ('custom_id' in value && 'label' in value && !('disabled' in value && value['disabled'] === true)) {
    const { label: shown, custom_id: customId } = value;
    if (typeof shown === 'string' && shown.startsWith(label) && typeof customId === 'string') return customId;
  }
  for (const inner of Object.values(value)) {
    const found = customIdOf(inner, label);
    if (found !== null) return found;
  }
  return null;
}
