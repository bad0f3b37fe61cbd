import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../sandbox/errors.ts';
import type { JsonObject, JsonValue } from '../../../sandbox/json.ts';
import { CommandBook } from '../../../sandbox/world/command-book.ts';

function newBook(): CommandBook {
  let last = 0;
  return new CommandBook('1', () => {
    last += 1;
    return String(last);
  });
}

/** `accepted`, or code and faults of the refusal. */
function outcome(work: () => unknown): string {
  try {
    work();
    return 'accepted';
  } catch (error) {
    if (error instanceof ApiError) return `${error.code} ${JSON.stringify(error.errors ?? {})}`;
    throw error;
  }
}

const command = (given: JsonObject = {}): JsonObject => ({
  name: 'apningstider',
  description: 'Shows hours',
  ...given,
});
const option = (given: JsonObject = {}): JsonObject => ({ type: 3, name: 'tekst', description: 'Text', ...given });
const register = (body: JsonValue): string => outcome(() => newBook().create(null, body));

describe('a command', () => {
  it.each<[string, JsonValue]>([
    ['a name with Norwegian letters', command({ name: 'åpningstider' })],
    ['names in other languages', command({ name_localizations: { no: 'åpningstider', 'en-GB': null } })],
    ['a menu name with capitals and spaces', { type: 3, name: 'Meld fra til Utekontakten' }],
    [
      'subcommands',
      command({
        options: [option({ type: 1, name: 'vis', options: [option({ required: true }), option({ name: 'to' })] })],
      }),
    ],
    ['contexts and rights', command({ contexts: [0, 1], default_member_permissions: '32' })],
  ])('may have %s', (_what, body) => {
    expect(register(body)).toBe('accepted');
  });

  it.each<[string, JsonValue, string]>([
    ['capitals', command({ name: 'Apningstider' }), 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a space', command({ name: 'apnings tider' }), 'APPLICATION_COMMAND_INVALID_NAME'],
    ['33 letters', command({ name: 'x'.repeat(33) }), 'BASE_TYPE_BAD_LENGTH'],
    ['no description', { name: 'hjelp' }, 'BASE_TYPE_REQUIRED'],
    ['a description in a menu', { type: 2, name: 'Meld', description: 'x' }, 'CONTEXT_MENU_DESCRIPTION'],
    ['a description of 101', command({ description: 'x'.repeat(101) }), 'BASE_TYPE_MAX_LENGTH'],
    ['a locale that Discord does not have', command({ name_localizations: { nb: 'x' } }), 'not a locale'],
    [
      'a required option after one that is not',
      command({ options: [option(), option({ name: 'to', required: true })] }),
      'OPTIONS_REQUIRED_INVALID',
    ],
    ['two options of one name', command({ options: [option(), option()] }), 'NAME_ALREADY_USED'],
    [
      'subcommands among options',
      command({ options: [option(), option({ type: 1, name: 'sub' })] }),
      'mutually exclusive',
    ],
    [
      '26 options',
      command({ options: Array.from({ length: 26 }, (_, n) => option({ name: `n${String(n)}` })) }),
      'BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices that complete themselves',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] }),
      'exclude each other',
    ],
    [
      'a number among choices of text',
      command({ options: [option({ choices: [{ name: 'x', value: 1 }] })] }),
      'not of the type',
    ],
    ['limits of numbers on a text', command({ options: [option({ min_value: 1 })] }), 'do not have this'],
    ['half a whole number', command({ options: [option({ type: 4, max_value: 1.5 })] }), 'whole number'],
    [
      'a kind of channel that does not exist',
      command({ options: [option({ type: 7, channel_types: [6] })] }),
      'BASE_TYPE_CHOICES',
    ],
    ['an unknown key', command({ colour: 1 }), 'UNKNOWN_KEY'],
    [
      'more than 8,000 characters',
      command({
        options: Array.from({ length: 25 }, (_, n) =>
          option({
            name: `n${String(n)}`,
            choices: Array.from({ length: 5 }, (__, m) => ({
              name: `${String(m)}${'x'.repeat(99)}`,
              value: 'y'.repeat(100),
            })),
          }),
        ),
      }),
      'TOO_LARGE',
    ],
  ])('must not have %s', (_what, body, expected) => {
    expect(register(body)).toContain(expected);
  });
});

describe('the book of commands', () => {
  const many = (count: number, given: JsonObject = {}): JsonObject[] =>
    Array.from({ length: count }, (_, index) => command({ name: `c${String(index)}`, ...given }));

  it('takes 100 slash commands and no more', () => {
    expect(outcome(() => newBook().replace(null, many(100)))).toBe('accepted');
    expect(outcome(() => newBook().replace(null, many(101)))).toContain('30032');
  });

  it('takes 15 menus of each kind and no more', () => {
    const menus = (count: number): JsonObject[] => many(count).map(({ name = '' }) => ({ name, type: 2 }));
    expect(outcome(() => newBook().replace(null, menus(15)))).toBe('accepted');
    expect(outcome(() => newBook().replace(null, menus(16)))).toContain('30032');
  });

  it('names the position of the faulty one when many are registered at once', () => {
    expect(outcome(() => newBook().replace(null, [command(), command({ name: 'X' })]))).toMatch(/^50035 \{"1":/u);
  });

  it('refuses two of the same name and type', () => {
    expect(outcome(() => newBook().replace(null, [command(), command()]))).toContain('names must be unique');
  });

  it('keeps the id of a command that is registered again', () => {
    const book = newBook();
    const first = book.create('9', command());
    const again = book.create('9', command({ description: 'Other' }));
    expect([first.isNew, again.isNew, again.command.id === first.command.id]).toEqual([true, false, true]);
    expect(book.usableIn('9').map(({ body }) => body['description'])).toEqual(['Other']);
    expect(book.usableIn(null)).toEqual([]);
  });
});
