/* global CSS, HTMLElement, queueMicrotask */
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from '../html.js';
import { Markdown } from '../text/markdown-view.js';
import { FieldRow } from './field-row.js';
import { answersOf, faultOf, initialValue, partsOf } from './modal-fields.js';

/** @import { ModalView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */
/** @import { FieldValue, ModalField } from './modal-fields.js' */

const FOCUSABLE = 'button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/**
 * A form the bot has opened, over the pane of the person who opened it.
 * @param {{ seat: Seat, modal: ModalView }} props
 */
export function ModalForm({ seat, modal }) {
  const parts = partsOf(modal);
  const fields = parts.filter((part) => part.kind === 'field');
  const [values, setValues] = useState(/** @type {Record<string, FieldValue>} */ ({}));
  const [faults, setFaults] = useState(/** @type {Record<string, string>} */ ({}));
  const [refusal, setRefusal] = useState(/** @type {string | null} */ (null));
  const [isSending, setSending] = useState(false);
  const dialog = useRef(/** @type {HTMLElement | null} */ (null));
  const id = useId();
  useFocusInside(dialog);

  const close = () => seat.closeModal(modal.interactionId);

  const submit = async () => {
    if (isSending) return;
    const found = faultsOf(fields, values);
    setFaults(found);
    const [firstFault] = Object.keys(found);
    if (firstFault !== undefined) {
      const row = dialog.current?.querySelector(`[data-field="${CSS.escape(firstFault)}"]`);
      const control = row?.querySelector('input, textarea, button');
      if (control instanceof HTMLElement) control.focus();
      return;
    }
    setSending(true);
    const fault = await seat.submitModal(answersOf(fields, values));
    setSending(false);
    setRefusal(fault);
  };

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'Tab') keepInside(event, dialog.current);
  };

  return html`<div class="veil-over">
    <form
      ref=${dialog}
      class="dialog"
      role="dialog"
      aria-modal="true"
      aria-labelledby=${`${id}-title`}
      novalidate
      onKeyDown=${onKeyDown}
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <header class="dialog-head">
        <h3 id=${`${id}-title`}>${modal.title}</h3>
        <button type="button" class="icon-button" aria-label="Lukk skjemaet" onClick=${close}>×</button>
      </header>
      <div class="dialog-body">
        ${parts.map((part) =>
          part.kind === 'text'
            ? html`<${Markdown} text=${part.content} />`
            : html`<${FieldRow}
                key=${part.component.custom_id}
                field=${part}
                value=${values[part.component.custom_id] ?? initialValue(part.component)}
                fault=${faults[part.component.custom_id]}
                view=${seat.state.view}
                guildId=${guildOf(seat)}
                onChange=${(/** @type {FieldValue} */ value) =>
                  setValues((current) => ({ ...current, [part.component.custom_id]: value }))}
              />`,
        )}
        ${refusal && html`<p class="fault" role="alert">${refusal}</p>`}
      </div>
      <footer class="dialog-foot">
        <button type="button" class="button secondary" onClick=${close}>Avbryt</button>
        <button type="submit" class="button primary" aria-busy=${isSending} aria-disabled=${isSending}>Send inn</button>
      </footer>
    </form>
  </div>`;
}

/** @param {Seat} seat */
const guildOf = ({ state }) =>
  state.view?.guilds.find((guild) => guild.channels.some(({ id }) => id === state.channelId))?.id ?? null;

/**
 * @param {readonly ModalField[]} fields
 * @param {Readonly<Record<string, FieldValue>>} values
 * @returns {Record<string, string>} by custom id
 */
function faultsOf(fields, values) {
  /** @type {Record<string, string>} */
  const faults = {};
  for (const { component } of fields) {
    const fault = faultOf(component, values[component.custom_id] ?? initialValue(component));
    if (fault !== null) faults[component.custom_id] = fault;
  }
  return faults;
}

/**
 * Focus goes to the first field when the form opens, and back to where it was when it closes.
 * @param {{ current: HTMLElement | null }} dialog
 */
function useFocusInside(dialog) {
  // Read while drawing: as soon as the pane behind the form is inert, the browser forgets what had the focus.
  const before = useRef(document.activeElement);
  useLayoutEffect(() => {
    const first = dialog.current?.querySelector('.dialog-body input, .dialog-body textarea, .dialog-body button');
    if (first instanceof HTMLElement) first.focus();
    return () => {
      // The pane behind can take the focus only when it is no longer inert, which it still is at this moment.
      queueMicrotask(() => {
        if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
      });
    };
  }, []);
}

/**
 * Tab goes round inside the form.
 * @param {KeyboardEvent} event
 * @param {HTMLElement | null} dialog
 */
function keepInside(event, dialog) {
  const stops = [...(dialog?.querySelectorAll(FOCUSABLE) ?? [])].filter((stop) => stop instanceof HTMLElement);
  const [first, last] = [stops[0], stops.at(-1)];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last?.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first?.focus();
  }
}
