import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { channelsOf } from '../live/seat-state.js';
import { COMPOSER } from '../live/seat-interactions.js';
import { AttachMenu } from './attach-menu.js';
import { CommandForm } from './command-form.js';
import { CommandPalette } from './command-palette.js';
import { matching, runnables } from './slash-commands.js';

/** @import { MessageView, SendAttachment } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */
/** @import { Runnable } from './slash-commands.js' */

/**
 * Where the person writes. Enter sends, Shift and Enter makes a new line, a slash at the start finds commands.
 * @param {{ seat: Seat, replyTo: MessageView | null, onReplyDone: () => void }} props
 */
export function Composer({ seat, replyTo, onReplyDone }) {
  const { state } = seat;
  const [text, setText] = useState('');
  const [files, setFiles] = useState(/** @type {readonly SendAttachment[]} */ ([]));
  const [active, setActive] = useState(0);
  const [command, setCommand] = useState(/** @type {Runnable | null} */ (null));
  const box = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const id = useId();
  const channel = channelsOf(state.view).find((one) => one.id === state.channelId);
  const isPaletteOpen = text.startsWith('/') && !text.includes('\n') && state.commands.some(({ type }) => type === 1);
  const list = isPaletteOpen ? matching(runnables(state.commands), text) : [];
  const fault = state.faults[COMPOSER];

  useEffect(() => {
    if (replyTo) box.current?.focus();
  }, [replyTo]);

  const send = () => {
    if (text.trim() === '' && files.length === 0) return;
    void seat.send({
      ...(text.trim() === '' ? {} : { content: text }),
      ...(files.length === 0 ? {} : { attachments: files }),
      ...(replyTo ? { replyTo: replyTo.id } : {}),
    });
    setText('');
    setFiles([]);
    onReplyDone();
  };

  /** @param {Runnable} picked */
  const pick = (picked) => {
    setText('');
    setActive(0);
    setCommand(picked);
  };

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (isPaletteOpen && movePalette(event)) return;
    if (event.key === 'Escape' && replyTo) onReplyDone();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };

  /** @param {KeyboardEvent} event @returns {boolean} true when the key was for the palette */
  const movePalette = (event) => {
    const { key } = event;
    if (key === 'ArrowDown') setActive(Math.min(active + 1, list.length - 1));
    else if (key === 'ArrowUp') setActive(Math.max(active - 1, 0));
    else if (key === 'Escape') setText('');
    else if ((key === 'Enter' || (key === 'Tab' && !event.shiftKey)) && list[active]) pick(list[active]);
    else return key === 'Enter';
    event.preventDefault();
    return true;
  };

  if (channel && !channel.canSend) return html`<p class="composer-closed subtext">Du kan ikke skrive her.</p>`;
  if (command) {
    const done = () => {
      setCommand(null);
      requestAnimationFrame(() => box.current?.focus());
    };
    return html`<div class="composer"><${CommandForm} seat=${seat} command=${command} onDone=${done} /></div>`;
  }

  return html`<div class="composer">
    ${isPaletteOpen && html`<${CommandPalette} id=${`${id}-palette`} list=${list} active=${active} onPick=${pick} />`}
    ${
      fault &&
      html`<p class="fault" role="alert">
        ${fault} <button type="button" class="link-button" onClick=${() => seat.clearFault(COMPOSER)}>Skjul</button>
      </p>`
    }
    ${
      replyTo &&
      html`<p class="chip">
        Svarer ${replyTo.author.displayName}
        <button type="button" class="icon-button" aria-label="Ikke svar på meldingen" onClick=${onReplyDone}>×</button>
      </p>`
    }
    ${files.map(
      (file, index) =>
        html`<p class="chip" key=${index}>
          ${file.filename}
          <button
            type="button"
            class="icon-button"
            aria-label=${`Fjern ${file.filename}`}
            onClick=${() => setFiles(files.filter((_, other) => other !== index))}
          >
            ×
          </button>
        </p>`,
    )}
    <div class="composer-row">
      <${AttachMenu} seat=${seat} onAttach=${(/** @type {SendAttachment} */ file) => setFiles([...files, file])} />
      <textarea
        ref=${box}
        class="field composer-field"
        rows="1"
        maxlength="2000"
        aria-label=${channel ? `Skriv til ${channel.name}` : 'Skriv en melding'}
        placeholder=${state.commands.some(({ type }) => type === 1) ? 'Skriv, eller / for kommandoer' : 'Skriv en melding'}
        role=${isPaletteOpen ? 'combobox' : undefined}
        aria-expanded=${isPaletteOpen || undefined}
        aria-controls=${isPaletteOpen ? `${id}-palette` : undefined}
        aria-activedescendant=${isPaletteOpen && list.length > 0 ? `${id}-palette-${active}` : undefined}
        value=${text}
        onInput=${(/** @type {{ currentTarget: HTMLTextAreaElement }} */ event) => {
          setText(event.currentTarget.value);
          setActive(0);
        }}
        onKeyDown=${onKeyDown}
      ></textarea>
      <button type="button" class="button primary" disabled=${text.trim() === '' && files.length === 0} onClick=${send}>
        Send
      </button>
    </div>
  </div>`;
}
