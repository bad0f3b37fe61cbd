import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../sandbox/errors.ts';
import type { JsonObject, JsonValue } from '../../../sandbox/json.ts';
import { checkCreate, checkEdit } from '../../../sandbox/validation/message.ts';

const V2 = 32_768;

/** Code and first fault path, such as `50035 components.0.components.0.label BASE_TYPE_MAX_LENGTH`. */
function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ApiError)
      return [error.code, ...(error.errors === undefined ? [] : firstFault(error.errors))].join(' ');
    throw error;
  }
  return 'accepted';
}

function firstFault(errors: JsonObject, path: readonly string[] = []): readonly string[] {
  for (const [key, value] of Object.entries(errors)) {
    if (key === '_errors' && Array.isArray(value)) {
      const fault = value[0] as { readonly code: string };
      return [path.join('.'), fault.code];
    }
    return firstFault(value as JsonObject, [...path, key]);
  }
  return [];
}

const create = (body: JsonValue): string => refusal(() => checkCreate(body, []));
const row = (...components: JsonObject[]): JsonObject => ({ components: [{ type: 1, components }] });
const button = (given: JsonObject = {}): JsonObject => ({
  type: 2,
  style: 1,
  label: 'Hjelp nå',
  custom_id: 'a',
  ...given,
});
const text = (content: string): JsonObject => ({ type: 10, content });
const options = (count: number): JsonValue =>
  Array.from({ length: count }, (_, index) => ({ label: 'x', value: String(index) }));

describe('a new message', () => {
  it.each<[string, JsonValue, string]>([
    ['plain text', { content: 'hei' }, 'accepted'],
    ['2,000 characters', { content: 'å'.repeat(2000) }, 'accepted'],
    ['2,000 characters outside the basic plane', { content: '😀'.repeat(2000) }, 'accepted'],
    ['2,001 characters', { content: 'x'.repeat(2001) }, '50035 content BASE_TYPE_MAX_LENGTH'],
    ['nothing', {}, '50006'],
    ['only spaces', { content: '  ' }, '50006'],
    ['a number as text', { content: 7 }, '50035 content STRING_TYPE_CONVERT'],
    ['an unknown key', { content: 'x', colour: 1 }, '50035 colour UNKNOWN_KEY'],
    ['a nonce of 25', { content: 'x', nonce: 'n'.repeat(25), enforce_nonce: true }, 'accepted'],
    ['a nonce of 26', { content: 'x', nonce: 'n'.repeat(26) }, '50035 nonce BASE_TYPE_MAX_LENGTH'],
    ['mentions', { content: 'x', allowed_mentions: { parse: [], roles: ['1300000000000000113'] } }, 'accepted'],
    [
      'mentions that contradict each other',
      { content: 'x', allowed_mentions: { parse: ['roles'], roles: ['1300000000000000113'] } },
      '50035 allowed_mentions MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
  ])('with %s', (_what, body, expected) => {
    expect(create(body)).toBe(expected);
  });
});

describe('embeds', () => {
  it.each<[string, JsonValue, string]>([
    ['within the limits', [{ title: 'x'.repeat(256), description: 'y'.repeat(4096) }], 'accepted'],
    ['with a title too long', [{ title: 'x'.repeat(257) }], '50035 embeds.0.title BASE_TYPE_MAX_LENGTH'],
    [
      'with an empty field name',
      [{ fields: [{ name: '', value: 'x' }] }],
      '50035 embeds.0.fields.0.name BASE_TYPE_REQUIRED',
    ],
    [
      'with 26 fields',
      [{ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'y' })) }],
      '50035 embeds.0.fields BASE_TYPE_MAX_LENGTH',
    ],
    ['of 11', Array.from({ length: 11 }, () => ({ title: 'x' })), '50035 embeds BASE_TYPE_MAX_LENGTH'],
    [
      'of more than 6,000 characters in all',
      [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }],
      '50035 embeds MAX_EMBED_SIZE_EXCEEDED',
    ],
  ])('%s', (_what, embeds, expected) => {
    expect(create({ embeds })).toBe(expected);
  });
});

describe('components', () => {
  it.each<[string, JsonObject, string]>([
    ['a button', row(button()), 'accepted'],
    ['a link', row(button({ style: 5, url: 'https://ung.no/hjelp', custom_id: null })), 'accepted'],
    [
      'an emoji without name',
      row(button({ emoji: { id: null } })),
      '50035 components.0.components.0.emoji.name BASE_TYPE_REQUIRED',
    ],
    ['an unknown key', row(button({ colour: 1 })), '50035 components.0.components.0.colour UNKNOWN_KEY'],
    [
      'a label of 81',
      row(button({ label: 'x'.repeat(81) })),
      '50035 components.0.components.0.label BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a custom id of 101',
      row(button({ custom_id: 'x'.repeat(101) })),
      '50035 components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH',
    ],
    [
      'no custom id',
      row(button({ custom_id: null })),
      '50035 components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    ],
    [
      'neither label nor emoji',
      row(button({ label: null })),
      '50035 components.0.components.0.label BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED',
    ],
    [
      'a style that does not exist',
      row(button({ style: 9 })),
      '50035 components.0.components.0.style BASE_TYPE_CHOICES',
    ],
    [
      'a link without address',
      row(button({ style: 5, custom_id: null })),
      '50035 components.0.components.0.url BASE_TYPE_REQUIRED',
    ],
    [
      'the same custom id twice',
      row(button(), button()),
      '50035 components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'six buttons',
      row(...[1, 2, 3, 4, 5, 6].map((id) => button({ custom_id: String(id) }))),
      '50035 components.0.components BASE_TYPE_BAD_LENGTH',
    ],
    ['a select with 25 options', row({ type: 3, custom_id: 's', options: options(25) }), 'accepted'],
    [
      'a select with 26 options',
      row({ type: 3, custom_id: 's', options: options(26) }),
      '50035 components.0.components.0.options BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a select beside a button',
      row(button(), { type: 5, custom_id: 's' }),
      '50035 components.0.components.1 COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a text input',
      row({ type: 4, custom_id: 't', style: 1, label: 'x' }),
      '50035 components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    ['a text without the flag', { components: [text('x')] }, '50035 components.0.type UNION_TYPE_CHOICES'],
    [
      'six rows',
      {
        components: Array.from({ length: 6 }, (_, id) => ({
          type: 1,
          components: [button({ custom_id: String(id) })],
        })),
      },
      '50035 components BASE_TYPE_MAX_LENGTH',
    ],
  ])('with %s', (_what, body, expected) => {
    expect(create({ content: 'x', ...body })).toBe(expected);
  });
});

describe('Components V2', () => {
  const v2 = (components: readonly JsonObject[], more: JsonObject = {}): string =>
    create({ flags: V2, components, ...more });
  const section = (accessory?: JsonObject): JsonObject => ({
    type: 9,
    components: [text('x')],
    ...(accessory ? { accessory } : {}),
  });

  it.each<[string, string, string]>([
    [
      'a container with text, separator and buttons',
      v2([{ type: 17, components: [text('x'), { type: 14, spacing: 2 }, { type: 1, components: [button()] }] }]),
      'accepted',
    ],
    ['a section with a button', v2([section(button())]), 'accepted'],
    ['a section without accessory', v2([section()]), '50035 components.0.accessory BASE_TYPE_REQUIRED'],
    [
      'content beside it',
      v2([text('x')], { content: 'y' }),
      '50035 content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    [
      'embeds beside it',
      v2([text('x')], { embeds: [{ title: 'y' }] }),
      '50035 embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['no components', v2([]), '50006'],
    ['40 components', v2(Array.from({ length: 40 }, () => text('x'))), 'accepted'],
    [
      '41 components counting those inside',
      v2([{ type: 17, components: Array.from({ length: 40 }, () => text('x')) }]),
      '50035 components COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    ],
    ['4,000 characters', v2([text('x'.repeat(2000)), text('y'.repeat(2000))]), 'accepted'],
    [
      '4,001 characters in all',
      v2([text('x'.repeat(2000)), text('y'.repeat(2001))]),
      '50035 components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    ],
    [
      'a container in a container',
      v2([{ type: 17, components: [{ type: 17, components: [text('x')] }] }]),
      '50035 components.0.components.0.type UNION_TYPE_CHOICES',
    ],
    ['an empty text', v2([text('')]), '50035 components.0.content BASE_TYPE_REQUIRED'],
    [
      'a file that was not sent along',
      v2([{ type: 13, file: { url: 'attachment://a.txt' } }]),
      '50035 components UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    ],
    [
      'a file from the web',
      v2([{ type: 13, file: { url: 'https://example.org/a.txt' } }]),
      '50035 components.0.file.url URL_TYPE_INVALID_SCHEME',
    ],
  ])('with %s', (_what, outcome, expected) => {
    expect(outcome).toBe(expected);
  });

  it('are stored with ids from 1, also inside, keeping ids that were given', () => {
    const container = { type: 17, components: [text('a'), { ...text('b'), id: 2 }] };
    const { components } = checkCreate({ flags: V2, components: [container, text('c')] }, []);
    expect(components).toMatchObject([{ id: 1, components: [{ id: 3 }, { id: 2 }] }, { id: 4 }]);
  });
});

describe('a change', () => {
  const edit = (body: JsonValue, flags: number): string => refusal(() => checkEdit(body, [], flags));

  it.each<[string, string, string]>([
    ['of the text', edit({ content: 'ny' }, 0), 'accepted'],
    ['to Components V2', edit({ flags: V2, content: null, components: [text('x')] }, 0), 'accepted'],
    [
      'back from Components V2',
      edit({ flags: 0, components: [] }, V2),
      '50035 flags MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG',
    ],
    [
      'of the text of Components V2',
      edit({ content: 'ny' }, V2),
      '50035 content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    ],
    ['of a poll', edit({ poll: null }, 0), '50035 poll UNKNOWN_KEY'],
  ])('%s', (_what, outcome, expected) => {
    expect(outcome).toBe(expected);
  });
});
