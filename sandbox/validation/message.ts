import { MessageFlags } from '../discord-codes.ts';
import { z } from 'zod';
import { invalidField, invalidForm, refuse, type FieldFault } from '../errors.ts';
import { isObject, objectsOf, type JsonObject, type JsonValue } from '../json.ts';
import { layout, rows } from './components.ts';
import { checkTotals, checkUnique, shownFiles, stored } from './component-tree.ts';
import { checkEmbedTotal, embeds } from './embeds.ts';
import { check, fault, integer, list, snowflake, text } from './form.ts';

/** Bodies that make or change a message. Source: Discord API docs, "Create Message", "Edit Message". */

const mentions = z
  .strictObject({
    parse: z.array(z.literal(['roles', 'users', 'everyone'])).nullish(),
    roles: list(snowflake, 0, 100).nullish(),
    users: list(snowflake, 0, 100).nullish(),
    replied_user: z.boolean().nullish(),
  })
  .superRefine(({ parse, roles, users }, context) => {
    for (const [kind, ids] of [
      ['roles', roles],
      ['users', users],
    ] as const) {
      if ((parse?.includes(kind) ?? false) && (ids?.length ?? 0) > 0) {
        context.addIssue(
          fault(
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        );
      }
    }
  });

const attachment = z.strictObject({
  id: z.union([snowflake, z.number().int()]),
  filename: text(1, 1024).nullish(),
  description: text(0, 1024).nullish(),
  title: text(0, 1024).nullish(),
  duration_secs: z.number().nullish(),
  waveform: z.string().nullish(),
  is_spoiler: z.boolean().nullish(),
});

const editable = {
  content: text(0, 2000).nullish(),
  embeds: embeds.nullish(),
  allowed_mentions: mentions.nullish(),
  attachments: list(attachment, 0, 10).nullish(),
  flags: integer(0, 2_147_483_647).nullish(),
  // Without a meaning in changes, yet discord.js sends them.
  tts: z.boolean().nullish(),
  nonce: z.union([text(0, 25), z.number().int()]).nullish(),
  enforce_nonce: z.boolean().nullish(),
};

const pollEmoji = z.strictObject({ id: snowflake.nullish(), name: text(1, 32).nullish() });

const poll = z.strictObject({
  question: z.strictObject({ text: text(1, 300) }),
  answers: list(
    z.strictObject({ poll_media: z.strictObject({ text: text(1, 55), emoji: pollEmoji.nullish() }) }),
    1,
    10,
  ),
  duration: integer(1, 768).nullish(),
  allow_multiselect: z.boolean().nullish(),
  layout_type: z.literal(1).nullish(),
});

const created = {
  ...editable,
  sticker_ids: list(snowflake, 0, 3).nullish(),
  poll: poll.nullish(),
};

const createShape = {
  ...created,
  message_reference: z
    .strictObject({
      type: z.literal([0, 1]).nullish(),
      message_id: snowflake,
      channel_id: snowflake.nullish(),
      guild_id: snowflake.nullish(),
      fail_if_not_exists: z.boolean().nullish(),
    })
    .nullish(),
};

const schemas = {
  create: {
    legacy: z.strictObject({ ...createShape, components: rows.nullish() }),
    v2: z.strictObject({ ...createShape, components: layout.nullish() }),
  },
  /** A callback or follow-up: no reference to another message. */
  answer: {
    legacy: z.strictObject({ ...created, components: rows.nullish() }),
    v2: z.strictObject({ ...created, components: layout.nullish() }),
  },
  edit: {
    legacy: z.strictObject({ ...editable, components: rows.nullish() }),
    v2: z.strictObject({ ...editable, components: layout.nullish() }),
  },
};

export type CreateBody = z.infer<typeof schemas.create.legacy>;
export type EditBody = z.infer<typeof schemas.edit.legacy>;
export type AllowedMentions = z.infer<typeof mentions>;

/** A body that passed, with embeds and components as they will be stored; undefined when the body does not name them. */
export interface Checked<Body> {
  readonly body: Omit<Body, 'components' | 'embeds'>;
  readonly embeds: readonly JsonObject[] | undefined;
  readonly components: readonly JsonObject[] | undefined;
}

/** A file that came with a multipart request. */
export interface UploadedFile {
  /** Number in `files[n]`. */
  readonly index: number;
  readonly filename: string;
  readonly contentType: string | null;
  /** Bytes. */
  readonly size: number;
}

const V2 = MessageFlags.IsComponentsV2;
const LEGACY_FIELDS = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

export function isV2(flags: number | null | undefined): boolean {
  return ((flags ?? 0) & V2) === V2;
}

/**
 * A new message.
 * @param kind `answer` for interaction callbacks and webhooks
 * @param at where the message lies in the body, for the paths of faults
 * @throws ApiError 50035 or 50006
 */
export function checkCreate(
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
  kind: 'create' | 'answer' = 'create',
  at: readonly string[] = [],
): Checked<CreateBody> {
  const object = asBody(raw);
  const v2 = isV2(flagsIn(object));
  if (v2) refuseLegacyFields(object, at);
  const body: CreateBody = check(v2 ? schemas[kind].v2 : schemas[kind].legacy, object, at) as CreateBody;
  const parts = checkParts(object, files, v2);
  const isForward = body.message_reference?.type === 1;
  const isEmpty =
    (body.content ?? '').trim() === '' &&
    (parts.embeds ?? []).length === 0 &&
    (parts.components ?? []).length === 0 &&
    files.length === 0 &&
    (body.sticker_ids ?? []).length === 0 &&
    (body.poll ?? null) === null;
  if (isEmpty && !isForward) throw refuse(50006);
  return { body, ...parts };
}

/**
 * A change to a message.
 * @param currentFlags the flags it has; IS_COMPONENTS_V2 cannot be taken back
 * @throws ApiError 50035
 */
export function checkEdit(
  raw: JsonValue | undefined,
  files: readonly UploadedFile[],
  currentFlags: number,
  at: readonly string[] = [],
): Checked<EditBody> {
  const object = asBody(raw);
  const asked = flagsIn(object);
  if (isV2(currentFlags) && asked !== null && !isV2(asked)) {
    throw invalidField(
      [...at, 'flags'],
      'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
      'The flag IS_COMPONENTS_V2 cannot be removed',
    );
  }
  const v2 = isV2(currentFlags) || isV2(asked);
  if (v2) refuseLegacyFields(object, at);
  const body = check(v2 ? schemas.edit.v2 : schemas.edit.legacy, object, at) as EditBody;
  return { body, ...checkParts(object, files, v2) };
}

function asBody(raw: JsonValue | undefined): JsonObject {
  return isObject(raw) ? raw : {};
}

function flagsIn(object: JsonObject): number | null {
  return typeof object['flags'] === 'number' ? object['flags'] : null;
}

function refuseLegacyFields(object: JsonObject, at: readonly string[]): void {
  const faults: FieldFault[] = LEGACY_FIELDS.flatMap((field) => {
    const value = object[field];
    const absent =
      value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
    if (absent) return [];
    const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    return [{ path: [...at, field], code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message }];
  });
  if (faults.length > 0) throw invalidForm(faults);
}

function checkParts(object: JsonObject, files: readonly UploadedFile[], v2: boolean) {
  const given = objectsOf(object, 'embeds');
  checkEmbedTotal(given);
  const components = objectsOf(object, 'components');
  checkUnique(components);
  if (v2) checkTotals(components);
  const names = new Set(files.map(({ filename }) => filename));
  const kept = objectsOf(object, 'attachments').flatMap((entry) =>
    typeof entry['filename'] === 'string' ? [entry['filename']] : [],
  );
  const missing = shownFiles(components).find((name) => !names.has(name) && !kept.includes(name));
  if (missing !== undefined) {
    throw invalidField(
      ['components'],
      'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
      'The referenced attachment was not found among the uploaded files',
    );
  }
  return {
    embeds: 'embeds' in object ? given.map((embed) => ({ type: 'rich', ...embed })) : undefined,
    components: 'components' in object ? stored(components) : undefined,
  };
}
