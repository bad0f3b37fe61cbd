import { useId } from 'preact/hooks';
import { html } from '../html.js';
import { Popover } from './popover.js';

/** @import { UserCard } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */

/** @type {Readonly<Record<string, string>>} */
const PARTS = {
  sender: 'ungdom',
  friend: 'bekymret venn',
  staff: 'ansatt',
  coordinator: 'koordinator',
  stranger: 'fremmed',
};

/** @type {readonly (readonly [string, string])[]} */
const LOCALES = [
  ['no', 'Norsk'],
  ['en-US', 'Engelsk'],
  ['de', 'Tysk'],
];

/**
 * Who sits at this screen, and that person's own Discord settings.
 * @param {{ seat: Seat, people: readonly UserCard[], onPerson: (userId: string) => void }} props
 */
export function PersonMenu({ seat, people, onPerson }) {
  const id = useId();
  const user = seat.state.view?.user ?? people.find((person) => person.id === seat.userId);
  const isSender = user?.part === 'sender' || user?.part === 'friend' || user?.part === 'stranger';
  return html`<div class="person">
    ${
      people.length > 1
        ? html`<label class="visually-hidden" for=${id}>Hvem er du?</label>
            <select
              id=${id}
              class="field person-field"
              value=${seat.userId}
              onChange=${(/** @type {{ currentTarget: HTMLSelectElement }} */ event) => onPerson(event.currentTarget.value)}
            >
              ${people.map((person) => html`<option value=${person.id}>${person.displayName}, ${PARTS[person.part]}</option>`)}
            </select>`
        : html`<span class="person-name">${user?.displayName}</span>`
    }
    <${Popover}
      label="Valg"
      name=${`Valg for ${user?.displayName ?? 'personen'}`}
      side="end"
      panel=${() =>
        html`<div class="settings">
          <p class="menu-title">${user?.displayName} i Discord</p>
          ${
            isSender &&
            html`${switchRow('Tar imot direktemeldinger', user?.dmOpen === true, (dmOpen) => seat.changeSettings({ dmOpen }))}
            ${switchRow('Har blokkert boten', user?.blocksBot === true, (blocksBot) => seat.changeSettings({ blocksBot }))}`
          }
          <label class="settings-row">
            <span>Språk i Discord</span>
            <select
              class="field"
              value=${user?.locale}
              onChange=${(/** @type {{ currentTarget: HTMLSelectElement }} */ event) =>
                void seat.changeSettings({ locale: event.currentTarget.value })}
            >
              ${LOCALES.map(([locale, name]) => html`<option value=${locale}>${name}</option>`)}
            </select>
          </label>
        </div>`}
    />
  </div>`;
}

/** @param {string} label @param {boolean} checked @param {(checked: boolean) => Promise<void>} onChange */
const switchRow = (label, checked, onChange) =>
  html`<label class="settings-row">
    <input
      type="checkbox"
      class="tick"
      checked=${checked}
      onChange=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => void onChange(event.currentTarget.checked)}
    />
    <span>${label}</span>
  </label>`;
