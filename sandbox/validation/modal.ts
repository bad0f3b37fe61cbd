import { z } from 'zod';
import { invalidField } from '../errors.ts';
import { objectsOf, type JsonObject, type JsonValue } from '../json.ts';
import { checkUnique, stored } from './component-tree.ts';
import {
  channelSelect,
  mentionableSelect,
  optionsFit,
  roleSelect,
  stringSelect,
  textDisplay,
  userSelect,
} from './components.ts';
import { check, customId, fault, integer, list, REQUIRED, text } from './form.ts';

/** Forms. Source: Discord API docs, "Component Reference" and "Interaction Response Structure: Modal". */

const id = integer(0, 2_147_483_647).nullish();
const flag = z.boolean().nullish();

const textInputKeys = {
  type: z.literal(4),
  id,
  custom_id: customId,
  style: z.literal([1, 2]),
  value: text(0, 4000).nullish(),
  placeholder: text(0, 100).nullish(),
  required: flag,
  min_length: integer(0, 4000).nullish(),
  max_length: integer(1, 4000).nullish(),
};

type Lengths = {
  readonly min_length?: number | null | undefined;
  readonly max_length?: number | null | undefined;
  readonly value?: string | null | undefined;
};

const lengthsFit = (given: Lengths, context: z.RefinementCtx): void => {
  if ((given.min_length ?? 0) > (given.max_length ?? 4000)) {
    context.addIssue(
      fault('TEXT_INPUT_COMPONENT_MIN_LENGTH_GREATER_THAN_MAX', 'min_length is greater than max_length', [
        'min_length',
      ]),
    );
  }
  if ((given.value ?? '').length > (given.max_length ?? 4000)) {
    context.addIssue(
      fault('BASE_TYPE_MAX_LENGTH', `Must be ${given.max_length ?? 4000} or fewer in length.`, ['value']),
    );
  }
};

/** In a label: the label says what it is for, so it has none itself. */
const textInput = z.strictObject({ ...textInputKeys, label: z.null().optional() }).superRefine(lengthsFit);

/** In an action row, the older form. */
const rowInput = z.strictObject({ ...textInputKeys, label: text(1, 45) }).superRefine(lengthsFit);

const groupOption = z.strictObject({
  value: text(1, 100),
  label: text(1, 100),
  description: text(0, 100).nullish(),
  default: flag,
});

const radioGroup = z
  .strictObject({ type: z.literal(21), id, custom_id: customId, required: flag, options: list(groupOption, 2, 10) })
  .superRefine(({ options }, context) => {
    optionsFit(options, { max_values: 1 }, context);
  });

const checkboxGroup = z
  .strictObject({
    type: z.literal(22),
    id,
    custom_id: customId,
    required: flag,
    min_values: integer(0, 10).nullish(),
    max_values: integer(1, 10).nullish(),
    options: list(groupOption, 1, 10),
  })
  .superRefine((given, context) => {
    optionsFit(given.options, { max_values: given.max_values ?? given.options.length }, context);
    if (given.min_values === 0 && given.required !== false) {
      context.addIssue(fault('BASE_TYPE_INVALID', 'required must be false when min_values is 0', ['required']));
    }
  });

const checkbox = z.strictObject({ type: z.literal(23), id, custom_id: customId, default: flag });

const fileUpload = z.strictObject({
  type: z.literal(19),
  id,
  custom_id: customId,
  min_values: integer(0, 10).nullish(),
  max_values: integer(1, 10).nullish(),
  required: flag,
});

const label = z
  .strictObject({
    type: z.literal(18),
    id,
    label: text(1, 45),
    description: text(1, 100).nullish(),
    component: z.discriminatedUnion('type', [
      textInput,
      stringSelect,
      userSelect,
      roleSelect,
      mentionableSelect,
      channelSelect,
      fileUpload,
      radioGroup,
      checkboxGroup,
      checkbox,
    ]),
  })
  .superRefine(({ component }, context) => {
    if ('disabled' in component && component.disabled === true) {
      context.addIssue(
        fault('COMPONENT_DISABLED_IN_MODAL', 'Disabled components cannot be used in modals', ['component', 'disabled']),
      );
    }
  });

const row = z.strictObject({
  type: z.literal(1),
  id,
  components: list(z.discriminatedUnion('type', [rowInput]), 1, 1),
});

const modal = z.strictObject({
  custom_id: customId,
  title: text(1, 45),
  components: list(z.discriminatedUnion('type', [label, textDisplay, row]), 1, 5),
});

export interface CheckedModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly JsonObject[];
}

/** @throws ApiError 50035 */
export function checkModal(raw: JsonValue | undefined): CheckedModal {
  const body = check(modal, raw, ['data']);
  const components = typeof raw === 'object' && raw !== null ? objectsOf(raw as JsonObject, 'components') : [];
  checkUnique(components);
  if (components.every((component) => component['type'] === 10)) {
    throw invalidField(['data', 'components'], REQUIRED.params.discord, 'A form needs a field');
  }
  return { customId: body.custom_id, title: body.title, components: stored(components) };
}
