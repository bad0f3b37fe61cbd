/**
 * @import {
 *   APIModalInteractionResponseCallbackComponent, APIComponentInLabel, APITextInputComponent
 * } from 'discord-api-types/v10'
 */
/** @import { ModalFields, ModalView } from '../../control-api.ts' */

/**
 * @typedef {string | readonly string[] | boolean} FieldValue
 * @typedef {{ kind: 'field', label: string, description: string, component: APIComponentInLabel }} ModalField
 * @typedef {{ kind: 'text', content: string }} ModalText
 */

/**
 * The form's parts in order, whichever of Discord's two shapes they came in.
 * @param {ModalView} modal
 * @returns {(ModalField | ModalText)[]}
 */
export function partsOf(modal) {
  // Discord's own shape; the sandbox checked it when the bot opened the form.
  const components = /** @type {readonly APIModalInteractionResponseCallbackComponent[]} */ (
    /** @type {unknown} */ (modal.components)
  );
  return components.flatMap((component) => partOf(component));
}

/**
 * @param {APIModalInteractionResponseCallbackComponent} component
 * @returns {(ModalField | ModalText)[]}
 */
function partOf(component) {
  if (component.type === 10) return [{ kind: 'text', content: component.content }];
  if (component.type === 18) {
    const { label, description = '' } = component;
    return [{ kind: 'field', label, description, component: component.component }];
  }
  return component.components.map((input) => ({
    kind: 'field',
    label: input.label ?? '',
    description: '',
    component: input,
  }));
}

/**
 * What a field holds before anybody has touched it.
 * @param {APIComponentInLabel} component
 * @returns {FieldValue}
 */
export function initialValue(component) {
  switch (component.type) {
    case 4:
      return component.value ?? '';
    case 23:
      return component.default === true;
    case 21:
      return component.options.find((option) => option.default)?.value ?? '';
    case 3:
    case 22:
      return component.options.filter((option) => option.default).map(({ value }) => value);
    case 5:
    case 6:
    case 7:
    case 8:
      return (component.default_values ?? []).map(({ id }) => id);
    default:
      return [];
  }
}

/**
 * Why a value will not do, in a sentence, or nothing.
 * @param {APIComponentInLabel} component
 * @param {FieldValue} value
 * @returns {string | null}
 */
export function faultOf(component, value) {
  if (component.type === 23) return null;
  const required = component.required !== false;
  if (component.type === 4) return faultOfText(component, String(value), required);
  if (component.type === 21) return required && value === '' ? 'Velg ett av alternativene.' : null;
  const count = Array.isArray(value) ? value.length : 0;
  const [min, max] = limitsOf(component);
  if (count === 0) return required && min > 0 ? 'Velg minst ett.' : null;
  if (count < min) return `Velg minst ${min}.`;
  if (count > max) return `Velg høyst ${max}.`;
  return null;
}

/**
 * @param {APITextInputComponent} input @param {string} text @param {boolean} required
 * @returns {string | null}
 */
function faultOfText(input, text, required) {
  if (text === '') return required ? 'Feltet må fylles ut.' : null;
  if (input.min_length !== undefined && text.length < input.min_length) return `Skriv minst ${input.min_length} tegn.`;
  if (input.max_length !== undefined && text.length > input.max_length) return `Skriv høyst ${input.max_length} tegn.`;
  return null;
}

/**
 * How many values a field takes.
 * @param {APIComponentInLabel} component
 * @returns {[number, number]} fewest, most
 */
export function limitsOf(component) {
  if (component.type === 22) return [component.min_values ?? 1, component.max_values ?? component.options.length];
  if ('max_values' in component || 'min_values' in component)
    return [component.min_values ?? 1, component.max_values ?? 1];
  return [1, 1];
}

/**
 * Fields as the sandbox takes them.
 * @param {readonly ModalField[]} fields
 * @param {Readonly<Record<string, FieldValue>>} values by custom id
 * @returns {ModalFields}
 */
export function answersOf(fields, values) {
  return Object.fromEntries(
    fields.map(({ component }) => {
      const value = values[component.custom_id] ?? initialValue(component);
      return [component.custom_id, value];
    }),
  );
}
