import { z } from 'zod';
import { channelTypes, customId, fault, integer, list, REQUIRED, snowflake, text, webAddress } from './form.ts';

/** Components of messages. Unknown keys are refused. Source: Discord API docs, "Component Reference". */

const id = integer(0, 2_147_483_647).nullish();
const flag = z.boolean().nullish();

const emoji = z.strictObject({ id: snowflake.nullish(), name: text(1, 32), animated: flag });

const button = z
  .strictObject({
    type: z.literal(2),
    id,
    style: z.literal([1, 2, 3, 4, 5, 6]),
    label: text(0, 80).nullish(),
    emoji: emoji.nullish(),
    custom_id: customId.nullish(),
    url: webAddress(512, ['http:', 'https:', 'discord:']).nullish(),
    sku_id: snowflake.nullish(),
    disabled: flag,
  })
  .superRefine((given, context) => {
    const named = (given.label ?? '') !== '' || (given.emoji ?? null) !== null;
    if (!named && given.style !== 6) {
      context.addIssue(
        fault('BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji', ['label']),
      );
    }
    const isLink = given.style === 5;
    if (isLink && (given.url ?? null) === null) context.addIssue({ ...REQUIRED, path: ['url'] });
    if (!isLink && given.style !== 6 && (given.custom_id ?? null) === null) {
      context.addIssue(fault('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required', ['custom_id']));
    }
    if ((given.custom_id ?? null) !== null && (given.url ?? null) !== null) {
      context.addIssue(
        fault('BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE', 'A custom id and url cannot both be specified', [
          'custom_id',
        ]),
      );
    }
    if (!isLink && (given.url ?? null) !== null) {
      context.addIssue(fault('BUTTON_COMPONENT_INVALID_STYLE', 'A url needs the link style', ['style']));
    }
    if (isLink && (given.custom_id ?? null) !== null) {
      context.addIssue(fault('BUTTON_COMPONENT_INVALID_STYLE', 'A link has no custom id', ['custom_id']));
    }
  });

const option = z.strictObject({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
  emoji: emoji.nullish(),
  default: flag,
});

/** Keys every select has. */
const selectKeys = {
  id,
  custom_id: customId,
  placeholder: text(0, 150).nullish(),
  min_values: integer(0, 25).nullish(),
  max_values: integer(1, 25).nullish(),
  disabled: flag,
  /** Only has a meaning in forms. */
  required: flag,
};

type Bounds = { readonly min_values?: number | null | undefined; readonly max_values?: number | null | undefined };
type Defaults = readonly { readonly default?: boolean | null | undefined; readonly value: string }[];

const boundsFit = ({ min_values: min, max_values: max }: Bounds, context: z.RefinementCtx): void => {
  if ((min ?? 1) > (max ?? 1) && (max ?? null) !== null) {
    context.addIssue(
      fault('SELECT_COMPONENT_MIN_VALUES_GREATER_THAN_MAX', 'min_values is greater than max_values', ['min_values']),
    );
  }
};

/** Values must differ and no more may be chosen beforehand than can be chosen. */
export const optionsFit = (options: Defaults, bounds: Bounds, context: z.RefinementCtx): void => {
  const seen = new Set<string>();
  options.forEach(({ value }, index) => {
    if (seen.has(value)) {
      context.addIssue(
        fault('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used', [
          'options',
          index,
          'value',
        ]),
      );
    }
    seen.add(value);
  });
  if (options.filter((entry) => entry.default === true).length > (bounds.max_values ?? 1)) {
    context.addIssue(fault('SELECT_COMPONENT_TOO_MANY_DEFAULTS', 'More defaults than max_values', ['options']));
  }
  if ((bounds.max_values ?? 1) > options.length) {
    context.addIssue(
      fault('BASE_TYPE_BAD_LENGTH', `max_values is greater than the ${options.length} options`, ['options']),
    );
  }
};

export const stringSelect = z
  .strictObject({ type: z.literal(3), ...selectKeys, options: list(option, 1, 25) })
  .superRefine((given, context) => {
    boundsFit(given, context);
    optionsFit(given.options, given, context);
  });

const defaultsOf = (...kinds: ['user' | 'role' | 'channel', ...('user' | 'role' | 'channel')[]]) =>
  list(z.strictObject({ id: snowflake, type: z.literal(kinds) }), 0, 25).nullish();

export const userSelect = z
  .strictObject({ type: z.literal(5), ...selectKeys, default_values: defaultsOf('user') })
  .superRefine(boundsFit);
export const roleSelect = z
  .strictObject({ type: z.literal(6), ...selectKeys, default_values: defaultsOf('role') })
  .superRefine(boundsFit);
export const mentionableSelect = z
  .strictObject({ type: z.literal(7), ...selectKeys, default_values: defaultsOf('user', 'role') })
  .superRefine(boundsFit);
export const channelSelect = z
  .strictObject({
    type: z.literal(8),
    ...selectKeys,
    default_values: defaultsOf('channel'),
    channel_types: channelTypes.nullish(),
  })
  .superRefine(boundsFit);

const actionRow = z
  .strictObject({
    type: z.literal(1),
    id,
    components: list(
      z.discriminatedUnion('type', [button, stringSelect, userSelect, roleSelect, mentionableSelect, channelSelect]),
      1,
      5,
    ),
  })
  .superRefine(({ components }, context) => {
    if (components.length > 1 && components.some(({ type }) => type !== 2)) {
      context.addIssue(
        fault('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width', [
          'components',
          1,
        ]),
      );
    }
  });

export const textDisplay = z.strictObject({ type: z.literal(10), id, content: text(1, 4000) });

const media = z.strictObject({ url: webAddress(2048, ['http:', 'https:', 'attachment:']) });
const thumbnail = z.strictObject({
  type: z.literal(11),
  id,
  media,
  description: text(1, 1024).nullish(),
  spoiler: flag,
});

const section = z.strictObject({
  type: z.literal(9),
  id,
  components: list(z.discriminatedUnion('type', [textDisplay]), 1, 3),
  accessory: z.discriminatedUnion('type', [button, thumbnail]),
});

const gallery = z.strictObject({
  type: z.literal(12),
  id,
  items: list(z.strictObject({ media, description: text(1, 1024).nullish(), spoiler: flag }), 1, 10),
});

const file = z.strictObject({
  type: z.literal(13),
  id,
  file: z.strictObject({ url: webAddress(2048, ['attachment:']) }),
  spoiler: flag,
});

const separator = z.strictObject({ type: z.literal(14), id, divider: flag, spacing: z.literal([1, 2]).nullish() });

const container = z.strictObject({
  type: z.literal(17),
  id,
  accent_color: integer(0, 0xffffff).nullish(),
  spoiler: flag,
  components: list(z.discriminatedUnion('type', [actionRow, section, textDisplay, gallery, file, separator]), 1, 40),
});

/** Top level of a message without IS_COMPONENTS_V2. */
export const rows = list(z.discriminatedUnion('type', [actionRow]), 0, 5);

/** Top level of a message with IS_COMPONENTS_V2. */
export const layout = list(
  z.discriminatedUnion('type', [actionRow, section, textDisplay, gallery, file, separator, container]),
  0,
  40,
);
