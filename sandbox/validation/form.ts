import { z } from 'zod';
import { invalidForm, type FieldFault } from '../errors.ts';
import type { JsonValue } from '../json.ts';

/** Building blocks for request bodies, and the way from a zod issue to Discord's 50035 answer. */

/** A fault in Discord's words, for checks zod has no word for. */
export function fault(code: string, message: string, path: (string | number)[] = []) {
  return { code: 'custom' as const, message, path, params: { discord: code } };
}

export const REQUIRED = fault('BASE_TYPE_REQUIRED', 'This field is required');

/** Characters as Discord counts them: code points. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let at = 0; at < text.length; length += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return length;
}

/** A text of `min` to `max` characters, counted as code points. */
export function text(min: number, max: number) {
  return z.string().superRefine((value, context) => {
    const length = value.length < min || value.length > max ? lengthOf(value) : value.length;
    const enough = min === 0 ? true : lengthOf(value) >= min;
    if (enough && length <= max) return;
    context.addIssue(
      min > 0 && length === 0
        ? REQUIRED
        : min === 0
          ? fault('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
          : fault('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`),
    );
  });
}

export function integer(min: number, max: number) {
  return z.number().int().min(min).max(max);
}

export function list<Item extends z.ZodType>(item: Item, min: number, max: number) {
  return z.array(item).superRefine((entries, context) => {
    if (entries.length >= min && entries.length <= max) return;
    context.addIssue(
      min === 0
        ? fault('BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
        : fault('BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`),
    );
  });
}

export const snowflake = z.string().superRefine((value, context) => {
  if (!/^\d{1,20}$/u.test(value)) {
    context.addIssue(fault('NUMBER_TYPE_COERCE', `Value "${value.slice(0, 40)}" is not snowflake.`));
  }
});

/** Kinds of channels that can be chosen. Source: Discord API docs, "Channel Types". */
export const channelTypes = z.array(z.literal([0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 16]));

export const customId = text(1, 100);

/** A web address of at most 512 or the given number of characters. */
export function webAddress(max: number, schemes: readonly string[] = ['http:', 'https:']) {
  return text(1, max).superRefine((value, context) => {
    const scheme = URL.canParse(value) ? new URL(value).protocol : '';
    if (schemes.includes(scheme)) return;
    context.addIssue(
      scheme === ''
        ? fault('URL_TYPE_INVALID_URL', 'Not a well formed URL.')
        : fault(
            'URL_TYPE_INVALID_SCHEME',
            `Scheme "${scheme.slice(0, -1)}" is not supported. Scheme must be one of ('http', 'https').`,
          ),
    );
  });
}

/** Checks a body. @throws ApiError 50035 naming every fault by path */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  body: JsonValue | undefined,
  at: readonly (string | number)[] = [],
): z.infer<Schema> {
  const outcome = schema.safeParse(body, { reportInput: true });
  if (outcome.success) return outcome.data;
  throw invalidForm(outcome.error.issues.flatMap((issue) => toFaults(issue, at)));
}

type Issue = z.core.$ZodIssue;

function toFaults(issue: Issue, at: readonly (string | number)[]): readonly FieldFault[] {
  const path = [...at, ...issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))];
  switch (issue.code) {
    case 'custom': {
      const code: unknown = issue.params?.['discord'];
      return [{ path, code: typeof code === 'string' ? code : 'BASE_TYPE_INVALID', message: issue.message }];
    }
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: 'UNKNOWN_KEY',
        message: 'This key is not known here.',
      }));
    case 'invalid_type':
      return [issue.input === undefined ? required(path) : wrongType(path, issue.expected)];
    case 'too_big':
      return [
        { path, code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` },
      ];
    case 'too_small':
      return [
        { path, code: 'NUMBER_TYPE_MIN', message: `int value should be greater than or equal to ${issue.minimum}.` },
      ];
    case 'invalid_value':
      if (issue.input === undefined) return [required(path)];
      return [
        { path, code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${issue.values.map(String).join(', ')}}.` },
      ];
    case 'invalid_union':
      return [{ path, code: 'UNION_TYPE_CHOICES', message: 'Value does not match any of the allowed kinds.' }];
    case 'invalid_format':
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return [{ path, code: 'BASE_TYPE_INVALID', message: issue.message }];
  }
}

const required = (path: FieldFault['path']): FieldFault => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

function wrongType(path: FieldFault['path'], expected: string): FieldFault {
  switch (expected) {
    case 'string':
      return { path, code: 'STRING_TYPE_CONVERT', message: 'Could not interpret value as string.' };
    case 'number':
    case 'int':
      return { path, code: 'NUMBER_TYPE_COERCE', message: 'Value is not int.' };
    case 'boolean':
      return { path, code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { path, code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType.' };
    case 'object':
      return { path, code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType.' };
    default:
      return { path, code: 'BASE_TYPE_INVALID', message: `Must be ${expected}.` };
  }
}
