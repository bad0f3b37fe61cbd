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

interface TextOptions {
  readonly required?: boolean;
  /** What stands there already. */
  readonly value?: string;
}

const text =
  (style: TextInputStyle) =>
  (customId: string, maxLength: number, { required = true, value }: TextOptions = {}): APIComponentInLabel => ({
    type: ComponentType.TextInput,
    style,
    custom_id: customId,
    ...(required ? { min_length: 1 } : {}),
    max_length: maxLength,
    required,
    ...(value === undefined || value === '' ? {} : { value: value.slice(0, maxLength) }),
  });

/** Several lines. @param maxLength characters, at most 4,000 */
export const writing = text(TextInputStyle.Paragraph);
/** One line. @param maxLength characters, at most 4,000 */
export const line = text(TextInputStyle.Short);

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
