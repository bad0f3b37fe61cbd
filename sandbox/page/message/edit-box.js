import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';

/** @import { MessageView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/**
 * Changes one's own message. Enter saves, Escape leaves it as it was.
 * @param {{ seat: Seat, message: MessageView, onDone: () => void }} props
 */
export function EditBox({ seat, message, onDone }) {
  const [text, setText] = useState(message.content);
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  useLayoutEffect(() => {
    box.current?.focus();
    box.current?.setSelectionRange(message.content.length, message.content.length);
  }, []);

  const save = () => {
    if (text.trim() !== '' && text !== message.content) void seat.edit(message, text);
    onDone();
  };

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key === 'Escape') onDone();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    save();
  };

  return html`<div class="edit-box">
    <textarea
      ref=${box}
      class="field"
      rows="2"
      maxlength="2000"
      aria-label="Rediger meldingen"
      value=${text}
      onInput=${(/** @type {{ currentTarget: HTMLTextAreaElement }} */ event) => setText(event.currentTarget.value)}
      onKeyDown=${onKeyDown}
    ></textarea>
    <div class="edit-foot">
      <button type="button" class="button secondary" onClick=${onDone}>Avbryt</button>
      <button type="button" class="button primary" onClick=${save}>Lagre</button>
    </div>
  </div>`;
}
