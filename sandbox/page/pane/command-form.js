/* global HTMLElement */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { CommandOption } from './command-option.js';
import { readOptions } from './slash-commands.js';

/** @import { Seat } from '../live/seat.js' */
/** @import { Runnable } from './slash-commands.js' */

/**
 * Fills in a slash command's options and runs it.
 * @param {{ seat: Seat, command: Runnable, onDone: () => void }} props
 */
export function CommandForm({ seat, command, onDone }) {
  const [typed, setTyped] = useState(/** @type {Record<string, string>} */ ({}));
  const [fault, setFault] = useState(/** @type {string | null} */ (null));
  const form = useRef(/** @type {HTMLFormElement | null} */ (null));
  useLayoutEffect(() => {
    const first = form.current?.querySelector('input, select, button[type="submit"]');
    if (first instanceof HTMLElement) first.focus();
  }, []);

  /** @param {Event} event */
  const submit = (event) => {
    event.preventDefault();
    const read = readOptions(command.options, typed);
    if ('fault' in read) {
      setFault(read.fault);
      return;
    }
    onDone();
    void seat.runCommand({ ...command.run, options: read.options });
  };

  return html`<form
    ref=${form}
    class="command-form"
    aria-label=${`Kommandoen ${command.shown}`}
    onSubmit=${submit}
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape') onDone();
    }}
  >
    <p class="command-title"><strong>/${command.shown}</strong> <span class="subtext">${command.description}</span></p>
    ${command.options.map(
      (option) =>
        html`<${CommandOption}
          key=${option.name}
          seat=${seat}
          command=${command}
          option=${option}
          typed=${typed}
          onType=${(/** @type {string} */ text) => setTyped((current) => ({ ...current, [option.name]: text }))}
        />`,
    )}
    ${fault && html`<p class="fault" role="alert">${fault}</p>`}
    <div class="edit-foot">
      <button type="button" class="button secondary" onClick=${onDone}>Avbryt</button>
      <button type="submit" class="button primary">Kjør</button>
    </div>
  </form>`;
}
