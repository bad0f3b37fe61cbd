import { Locale } from 'discord-api-types/v10';
import { z } from 'zod';
import { objectOf, objectsOf, type JsonObject } from '../json.ts';
import { channelTypes, fault, integer, lengthOf, list, REQUIRED, text } from './form.ts';

/** Application commands. Source: Discord API docs, "Application Commands". */

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale));
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MOST_CHARACTERS = 8000;

/** Names of slash commands and options: 1–32 letters, digits, `-`, `_`, `'`, without capitals. */
const slashName = text(1, 32).superRefine((value, context) => {
  if (NAME.test(value) && value === value.toLowerCase()) return;
  context.addIssue(fault('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'));
});

function localised(entry: z.ZodType<string>) {
  return z
    .record(z.string(), entry.nullable())
    .superRefine((given, context) => {
      for (const locale of Object.keys(given)) {
        if (!LOCALES.has(locale))
          context.addIssue(fault('BASE_TYPE_CHOICES', `"${locale}" is not a locale of Discord.`, [locale]));
      }
    })
    .nullish();
}

const flag = z.boolean().nullish();

const choice = z.strictObject({
  name: text(1, 100),
  name_localizations: localised(text(1, 100)),
  value: z.union([text(0, 100), z.number()]),
});

const optionKeys = {
  name: slashName,
  name_localizations: localised(slashName),
  description: text(1, 100),
  description_localizations: localised(text(1, 100)),
};

const valueOption = z
  .strictObject({
    ...optionKeys,
    type: z.literal([3, 4, 5, 6, 7, 8, 9, 10, 11]),
    required: flag,
    choices: list(choice, 0, 25).nullish(),
    channel_types: channelTypes.nullish(),
    min_value: z.number().nullish(),
    max_value: z.number().nullish(),
    min_length: integer(0, 6000).nullish(),
    max_length: integer(1, 6000).nullish(),
    autocomplete: flag,
  })
  .superRefine((given, context) => {
    const isText = given.type === 3;
    const isNumber = given.type === 4 || given.type === 10;
    const choices = given.choices ?? [];
    const misplaced = [
      ...(isText ? [] : (['min_length', 'max_length'] as const)),
      ...(isNumber ? [] : (['min_value', 'max_value'] as const)),
      ...(given.type === 7 ? [] : (['channel_types'] as const)),
    ];
    for (const key of misplaced) {
      if ((given[key] ?? null) !== null) {
        context.addIssue(fault('APPLICATION_COMMAND_OPTION_INVALID', 'Options of this type do not have this', [key]));
      }
    }
    const wrong = (message: string, key: string): void => {
      context.addIssue(fault('APPLICATION_COMMAND_OPTION_INVALID', message, [key]));
    };
    if (choices.length > 0 && !isText && !isNumber) wrong('Only text and numbers have choices', 'choices');
    if (given.autocomplete === true && choices.length > 0)
      wrong('Autocomplete and choices exclude each other', 'autocomplete');
    if (given.autocomplete === true && !isText && !isNumber)
      wrong('Only text and numbers have autocomplete', 'autocomplete');
    for (const key of ['min_value', 'max_value'] as const) {
      if (given.type === 4 && !Number.isInteger(given[key] ?? 0)) wrong('A whole number is wanted', key);
    }
    for (const [index, { value }] of choices.entries()) {
      if ((typeof value === 'string') !== isText) {
        context.addIssue(
          fault('BASE_TYPE_INVALID', 'The value is not of the type of the option', ['choices', index, 'value']),
        );
      }
    }
    if (new Set(choices.map(({ name }) => name)).size !== choices.length) {
      context.addIssue(
        fault('APPLICATION_COMMAND_OPTIONS_CHOICE_NAMES_UNIQUE', 'Choice names must be unique', ['choices']),
      );
    }
  });

type Named = readonly { readonly name: string; readonly required?: boolean | null | undefined }[];

const ordered = (options: Named | null | undefined, context: z.RefinementCtx): void => {
  const given = options ?? [];
  const names = new Set<string>();
  given.forEach(({ name, required }, index) => {
    if (names.has(name)) {
      context.addIssue(
        fault('APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_USED', 'Option name already used', ['options', index]),
      );
    }
    names.add(name);
    if (required === true && index > 0 && given[index - 1]?.required !== true) {
      context.addIssue(
        fault(
          'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
          'Required options must be placed before non-required options',
          ['options', index],
        ),
      );
    }
  });
};

const subcommand = z
  .strictObject({ ...optionKeys, type: z.literal(1), required: flag, options: list(valueOption, 0, 25).nullish() })
  .superRefine(({ options }, context) => {
    ordered(options, context);
  });

const group = z
  .strictObject({ ...optionKeys, type: z.literal(2), required: flag, options: list(subcommand, 1, 25) })
  .superRefine(({ options }, context) => {
    ordered(options, context);
  });

const option = z.discriminatedUnion('type', [subcommand, group, valueOption]);

const permissionBits = z.union([z.string().regex(/^\d+$/u), integer(0, Number.MAX_SAFE_INTEGER)]).nullish();

export const commandBody = z
  .strictObject({
    id: z.string().nullish(),
    type: z.literal([1, 2, 3]).nullish(),
    name: text(1, 32),
    name_localizations: localised(text(1, 32)),
    description: text(0, 100).nullish(),
    description_localizations: localised(text(1, 100)),
    options: list(option, 0, 25).nullish(),
    default_member_permissions: permissionBits,
    default_permission: flag,
    dm_permission: flag,
    contexts: z
      .array(z.literal([0, 1, 2]))
      .min(1)
      .nullish(),
    integration_types: z
      .array(z.literal([0, 1]))
      .min(1)
      .nullish(),
    nsfw: flag,
    handler: integer(1, 2).nullish(),
  })
  .superRefine((given, context) => {
    const isSlash = (given.type ?? 1) === 1;
    const options = given.options ?? [];
    if (isSlash) {
      const names = [given.name, ...Object.values(given.name_localizations ?? {})];
      if (names.some((name) => name !== null && !(NAME.test(name) && name === name.toLowerCase()))) {
        context.addIssue(fault('APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid', ['name']));
      }
      if ((given.description ?? '') === '') context.addIssue({ ...REQUIRED, path: ['description'] });
    } else {
      if ((given.description ?? '') !== '') {
        context.addIssue(
          fault('APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', 'Context menu commands cannot have description', [
            'description',
          ]),
        );
      }
      if (options.length > 0) {
        context.addIssue(
          fault('APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS', 'Context menu commands cannot have options', ['options']),
        );
      }
    }
    ordered(options, context);
    const nested = options.filter(({ type }) => type === 1 || type === 2).length;
    if (nested > 0 && nested < options.length) {
      context.addIssue(
        fault(
          'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
          'Sub-command and sub-command group option types are mutually exclusive to all other types',
          ['options'],
        ),
      );
    }
    if (charactersIn(given as JsonObject) > MOST_CHARACTERS) {
      context.addIssue(fault('APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${MOST_CHARACTERS})`));
    }
  });

/** Characters of name, description and values; of each localised text only the longest counts. */
function charactersIn(given: JsonObject): number {
  const own = ['name', 'description', 'value'].map((key) => {
    const translated = Object.values(objectOf(given, `${key}_localizations`) ?? {});
    return Math.max(
      0,
      ...[given[key], ...translated].map((entry) => (typeof entry === 'string' ? lengthOf(entry) : 0)),
    );
  });
  const inside = [...objectsOf(given, 'options'), ...objectsOf(given, 'choices')].map(charactersIn);
  return [...own, ...inside].reduce((sum, length) => sum + length, 0);
}
