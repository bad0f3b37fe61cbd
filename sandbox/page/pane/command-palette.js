import { html } from '../html.js';

/** @import { Runnable } from './slash-commands.js' */

/**
 * Slash commands that fit what is typed. The composer keeps the focus and moves the mark.
 * @param {{ id: string, list: readonly Runnable[], active: number, onPick: (command: Runnable) => void }} props
 */
export const CommandPalette = ({ id, list, active, onPick }) =>
  html`<div class="palette">
    <p class="menu-title">Kommandoer</p>
    ${
      list.length === 0
        ? html`<p class="subtext palette-none">Ingen kommando passer.</p>`
        : html`<ul id=${id} role="listbox" aria-label="Kommandoer">
            ${list.map(
              (command, index) =>
                html`<li
                  id=${`${id}-${index}`}
                  key=${command.shown}
                  role="option"
                  class="select-option"
                  aria-selected=${index === active}
                  data-active=${index === active || undefined}
                  onMouseDown=${(/** @type {Event} */ event) => event.preventDefault()}
                  onClick=${() => onPick(command)}
                >
                  <span class="select-label">/${command.shown}</span>
                  <span class="subtext">${command.description}</span>
                </li>`,
            )}
          </ul>`
    }
  </div>`;
