import { useEffect, useId, useState } from 'preact/hooks';
import { html } from '../html.js';
import { channelsOf } from '../live/seat-state.js';

/** @import { ChoiceView, CommandOptionView } from '../../control-api.ts' */
/** @import { Seat } from '../live/seat.js' */
/** @import { Runnable } from './slash-commands.js' */

const SUGGEST_AFTER_MS = 200;

/**
 * @typedef {{
 *   seat: Seat,
 *   command: Runnable,
 *   option: CommandOptionView,
 *   typed: Readonly<Record<string, string>>,
 *   onType: (text: string) => void,
 * }} CommandOptionProps
 */

/**
 * One option of a slash command with its label.
 * @param {CommandOptionProps} props
 */
export function CommandOption(props) {
  const { option, typed, onType, seat } = props;
  const id = useId();
  const value = typed[option.name] ?? '';
  const choices = option.choices.length > 0 ? option.choices : offered(seat, option.type);
  const onInput = (/** @type {{ currentTarget: { value: string } }} */ event) => onType(event.currentTarget.value);
  return html`<div class="form-row">
    <label class="form-label" for=${id}>
      ${option.shownName}${option.required && html`<span class="required"> (må fylles ut)</span>`}
    </label>
    <p class="subtext" id=${`${id}-about`}>${option.shownDescription}</p>
    ${
      choices
        ? html`<select id=${id} class="field" aria-describedby=${`${id}-about`} value=${value} onChange=${onInput}>
            <option value="">${option.required ? 'Velg' : 'Ikke valgt'}</option>
            ${choices.map((choice) => html`<option value=${String(choice.value)}>${choice.name}</option>`)}
          </select>`
        : html`<input
              id=${id}
              class="field"
              type="text"
              inputmode=${option.type === 4 || option.type === 10 ? 'decimal' : undefined}
              autocomplete="off"
              aria-describedby=${`${id}-about`}
              value=${value}
              onInput=${onInput}
            />
            ${option.autocomplete && html`<${Suggestions} ...${props} value=${value} />`}`
    }
  </div>`;
}

/**
 * @param {Seat} seat
 * @param {number} type
 * @returns {readonly ChoiceView[] | null} nothing for options one writes
 */
function offered(seat, type) {
  const { view, channelId } = seat.state;
  const guild = view?.guilds.find((one) => one.channels.some(({ id }) => id === channelId));
  const users = (guild?.members ?? []).map(({ id, displayName }) => ({ name: displayName, value: id }));
  const roles = (guild?.roles ?? []).map(({ id, name }) => ({ name: `@${name.replace(/^@/u, '')}`, value: id }));
  switch (type) {
    case 5:
      return [
        { name: 'Ja', value: 'true' },
        { name: 'Nei', value: 'false' },
      ];
    case 6:
      return users;
    case 7:
      return channelsOf(view).map(({ id, name }) => ({ name: `#${name}`, value: id }));
    case 8:
      return roles;
    case 9:
      return [...users, ...roles];
    default:
      return null;
  }
}

/**
 * The bot's suggestions for what is being typed.
 * @param {CommandOptionProps & { value: string }} props
 */
function Suggestions({ seat, command, option, typed, value, onType }) {
  const [list, setList] = useState(/** @type {readonly ChoiceView[]} */ ([]));
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(async () => {
      const options = Object.fromEntries(Object.entries({ ...typed, [option.name]: value }).filter(([, text]) => text));
      const found = await seat.suggest(command.run, option.name, { ...options, [option.name]: value });
      if (!isStale) setList(found);
    }, SUGGEST_AFTER_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [value]);

  const isChosen = list.some((choice) => String(choice.value) === value);
  if (list.length === 0 || isChosen) return null;
  return html`<ul class="suggestions" aria-label=${`Forslag til ${option.shownName}`}>
    ${list.map(
      (choice) =>
        html`<li key=${choice.value}>
          <button type="button" class="menu-item" onClick=${() => onType(String(choice.value))}>${choice.name}</button>
        </li>`,
    )}
  </ul>`;
}
