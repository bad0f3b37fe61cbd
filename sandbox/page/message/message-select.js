import { useState } from 'preact/hooks';
import { choicesOf } from '../form/choices.js';
import { SelectMenu } from '../form/select-menu.js';
import { html } from '../html.js';

/** @import { APISelectMenuComponent } from 'discord-api-types/v10' */
/** @import { Acting } from './acting.js' */

/**
 * A select menu of a message. Choosing sends the interaction.
 * @param {{ component: APISelectMenuComponent, acting: Acting }} props
 */
export function MessageSelect({ component, acting }) {
  const choices = choicesOf(component, acting.seat.state.view, acting.guildId);
  const defaults = choices.filter(({ isDefault }) => isDefault).map(({ value }) => value);
  const [chosen, setChosen] = useState(/** @type {readonly string[]} */ (defaults));
  const placeholder = component.placeholder ?? 'Velg';
  return html`<${SelectMenu}
    choices=${choices}
    chosen=${chosen}
    label=${placeholder}
    placeholder=${placeholder}
    min=${component.min_values ?? 1}
    max=${component.max_values ?? 1}
    disabled=${component.disabled === true}
    busy=${acting.isWaiting && acting.pressedId === component.custom_id}
    onChoose=${(/** @type {string[]} */ values) => {
      setChosen(values);
      acting.press(component.custom_id, values);
    }}
  />`;
}
