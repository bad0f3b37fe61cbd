import { ChannelType, ComponentType, SelectMenuDefaultValueType, TextInputStyle } from 'discord-api-types/v10';
import type {
  APIComponentInLabel,
  APILabelComponent,
  APIModalInteractionResponseCallbackData,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { MessageBody } from './body.ts';
import { unbroken } from './shown-words.ts';

/** A form as JSON. At most five parts. */
export type FormBody = APIModalInteractionResponseCallbackData;

/** A form to show, or why there is none. */
export type FormOrRefusal =
  { readonly kind: 'form'; readonly form: FormBody } | { readonly kind: 'refused'; readonly body: MessageBody };

export const note = (content: string): APITextDisplayComponent => ({
  type: ComponentType.TextDisplay,
  content: unbroken(content),
});

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
  /** At most 100 characters. */
  readonly description?: string;
}

const options = (choices: readonly Choice[], ...chosen: readonly (string | undefined)[]) =>
  choices.map((choice) => ({ ...choice, ...(chosen.includes(choice.value) ? { default: true } : {}) }));

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

/** As `select`, where nothing need be chosen. */
export const optionalSelect = (customId: string, choices: readonly Choice[]): APIComponentInLabel => ({
  type: ComponentType.StringSelect,
  custom_id: customId,
  options: options(choices),
  min_values: 0,
  max_values: 1,
  required: false,
});

/** As `select`, for one or more of them. */
export const selectMany = (
  customId: string,
  choices: readonly Choice[],
  chosen: readonly string[],
): APIComponentInLabel => ({
  type: ComponentType.StringSelect,
  custom_id: customId,
  options: options(choices, ...chosen),
  min_values: 1,
  max_values: choices.length,
  required: true,
});

interface IdOptions {
  /** At most 25. */
  readonly most?: number;
  readonly required?: boolean;
  readonly chosen?: readonly string[];
}

const idSelect =
  (kind: 'channel' | 'role' | 'user') =>
  (customId: string, { most = 1, required = true, chosen = [] }: IdOptions = {}): APIComponentInLabel => {
    const about = {
      custom_id: customId,
      required,
      min_values: required ? 1 : 0,
      max_values: most,
    };
    const values = chosen.slice(0, most);
    switch (kind) {
      case 'channel':
        return {
          ...about,
          type: ComponentType.ChannelSelect,
          channel_types: [ChannelType.GuildText],
          ...defaults(values, SelectMenuDefaultValueType.Channel),
        };
      case 'role':
        return { ...about, type: ComponentType.RoleSelect, ...defaults(values, SelectMenuDefaultValueType.Role) };
      case 'user':
        return { ...about, type: ComponentType.UserSelect, ...defaults(values, SelectMenuDefaultValueType.User) };
    }
  };

const defaults = <Kind extends SelectMenuDefaultValueType>(ids: readonly string[], type: Kind) =>
  ids.length === 0 ? {} : { default_values: ids.map((id) => ({ id, type })) };

/** Text channels of the guild the form is in. */
export const channels = idSelect('channel');
export const roles = idSelect('role');
export const people = idSelect('user');
