import { ComponentType, TextInputStyle } from 'discord-api-types/v10';
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APITextDisplayComponent,
} from 'discord-api-types/v10';

/** A form as JSON. At most five parts. */
export type FormBody = APIModalInteractionResponseCallbackData;

export const note = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

/** @param label at most 45 characters; `description` at most 100 */
export const field = (label: string, component: APIComponentInLabel, description?: string): APILabelComponent => ({
  type: ComponentType.Label,
  label,
  ...(description === undefined ? {} : { description }),
  component,
});

/** @param maxLength characters, at most 4,000 */
export const writing = (customId: string, maxLength: number): APIComponentInLabel => ({
  type: ComponentType.TextInput,
  style: TextInputStyle.Paragraph,
  custom_id: customId,
  min_length: 1,
  max_length: maxLength,
  required: true,
});

interface Choice {
  readonly value: string;
  readonly label: string;
}

const options = (choices: readonly Choice[], chosen: string | undefined) =>
  choices.map(({ value, label }) => ({ value, label, ...(value === chosen ? { default: true } : {}) }));

/** Up to ten choices, all in view. */
export const radios = (customId: string, choices: readonly Choice[], chosen?: string): APIComponentInLabel => ({
  type: ComponentType.RadioGroup,
  custom_id: customId,
  options: options(choices, chosen),
  required: true,
});

/** Up to 25 choices in a list that opens. */
export const select = (customId: string, choices: readonly Choice[], chosen?: string): APIComponentInLabel => ({
  type: ComponentType.StringSelect,
  custom_id: customId,
  options: options(choices, chosen),
  min_values: 1,
  max_values: 1,
  required: true,
});
