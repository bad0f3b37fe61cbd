import { useId } from 'preact/hooks';
import { html } from '../html.js';
import { choicesOf } from './choices.js';
import { limitsOf } from './modal-fields.js';
import { SelectMenu } from './select-menu.js';

/** @import { UserView } from '../../control-api.ts' */
/** @import { APITextInputComponent } from 'discord-api-types/v10' */
/** @import { FieldValue, ModalField } from './modal-fields.js' */

/**
 * @typedef {{
 *   field: ModalField,
 *   value: FieldValue,
 *   fault: string | undefined,
 *   view: UserView | null,
 *   guildId: string | null,
 *   onChange: (value: FieldValue) => void,
 * }} FieldRowProps
 */

/**
 * A field of a form with its label, description and what is wrong with it.
 * @param {FieldRowProps} props
 */
export function FieldRow(props) {
  const { field, fault } = props;
  const { component } = field;
  const id = useId();
  const isGroup = component.type === 21 || component.type === 22;
  const isRequired = component.type !== 23 && component.required !== false;
  const describedBy =
    [field.description && `${id}-about`, fault && `${id}-fault`].filter(Boolean).join(' ') || undefined;
  const label = html`${field.label}${isRequired && html`<span class="required"> (må fylles ut)</span>`}`;
  const isNative = component.type === 4 || component.type === 23;
  return html`<div
    class="form-row"
    data-field=${component.custom_id}
    role=${isGroup ? (component.type === 21 ? 'radiogroup' : 'group') : undefined}
    aria-labelledby=${isGroup ? `${id}-label` : undefined}
    aria-describedby=${isGroup ? describedBy : undefined}
  >
    ${
      isNative
        ? html`<label class="form-label" id=${`${id}-label`} for=${`${id}-field`}>${label}</label>`
        : html`<span class="form-label" id=${`${id}-label`}>${label}</span>`
    }
    ${field.description && html`<p class="subtext" id=${`${id}-about`}>${field.description}</p>`}
    <${Control} ...${props} id=${id} describedBy=${describedBy} />
    ${fault && html`<p class="fault" id=${`${id}-fault`}>${fault}</p>`}
  </div>`;
}

/** @param {FieldRowProps & { id: string, describedBy: string | undefined }} props */
function Control({ field: { component }, value, fault, view, guildId, onChange, id, describedBy }) {
  switch (component.type) {
    case 4:
      return html`<${TextField}
        input=${component}
        text=${String(value)}
        id=${id}
        describedBy=${describedBy}
        invalid=${fault !== undefined}
        onChange=${onChange}
      />`;
    case 23:
      return html`<input
        type="checkbox"
        class="tick"
        id=${`${id}-field`}
        checked=${value === true}
        aria-describedby=${describedBy}
        onChange=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => onChange(event.currentTarget.checked)}
      />`;
    case 21:
      return html`${component.options.map((option) =>
        showTick(option, 'radio', id, value === option.value, () => onChange(option.value)),
      )}`;
    case 22: {
      const chosen = Array.isArray(value) ? value : [];
      return html`${component.options.map((option) =>
        showTick(option, 'checkbox', id, chosen.includes(option.value), (isTicked) =>
          onChange(isTicked ? [...chosen, option.value] : chosen.filter((one) => one !== option.value)),
        ),
      )}`;
    }
    case 3:
    case 5:
    case 6:
    case 7:
    case 8: {
      const [min, max] = limitsOf(component);
      return html`<${SelectMenu}
        choices=${choicesOf(component, view, guildId)}
        chosen=${Array.isArray(value) ? value : []}
        placeholder=${component.placeholder ?? 'Velg'}
        labelledBy=${`${id}-label`}
        describedBy=${describedBy}
        min=${component.required === false ? 0 : min}
        max=${max}
        invalid=${fault !== undefined}
        onChoose=${onChange}
      />`;
    }
    default:
      return html`<p class="subtext">Filer kan ikke lastes opp i sandkassen.</p>`;
  }
}

/**
 * @param {{ value: string, label: string, description?: string }} option
 * @param {'radio' | 'checkbox'} type
 * @param {string} id
 * @param {boolean} checked
 * @param {(isTicked: boolean) => void} onTick
 */
const showTick = (option, type, id, checked, onTick) =>
  html`<label class="tick-row" key=${option.value}>
    <input
      type=${type}
      class="tick"
      name=${id}
      value=${option.value}
      checked=${checked}
      onChange=${(/** @type {{ currentTarget: HTMLInputElement }} */ event) => onTick(event.currentTarget.checked)}
    />
    <span>
      ${option.label} ${option.description && html`<span class="subtext tick-about">${option.description}</span>`}
    </span>
  </label>`;

/**
 * @param {{
 *   input: APITextInputComponent, text: string, id: string, describedBy: string | undefined, invalid: boolean,
 *   onChange: (value: string) => void
 * }} props
 */
function TextField({ input, text, id, describedBy, invalid, onChange }) {
  const shared = {
    id: `${id}-field`,
    class: 'field',
    value: text,
    placeholder: input.placeholder,
    maxlength: input.max_length ?? 4000,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'aria-required': input.required !== false,
    onInput: (/** @type {{ currentTarget: HTMLInputElement }} */ event) => onChange(event.currentTarget.value),
  };
  const left = (input.max_length ?? 4000) - text.length;
  return html`${input.style === 2 ? html`<textarea rows="5" ...${shared}></textarea>` : html`<input type="text" ...${shared} />`}
  ${left < 100 && html`<p class="subtext">${left} tegn igjen</p>`}`;
}
