import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../sandbox/errors.ts';
import { parseJson, type JsonValue } from '../../../sandbox/json.ts';
import { readParts } from '../../../sandbox/rest/multipart.ts';
import { seedIds, seedWorld } from '../../../sandbox/seed.ts';
import { checkCreate, checkEdit } from '../../../sandbox/validation/message.ts';
import { checkModal } from '../../../sandbox/validation/modal.ts';
import { sendAsBot } from '../../../sandbox/world/bot-messages.ts';
import { createChannel, editChannel } from '../../../sandbox/world/channels.ts';
import { CommandBook } from '../../../sandbox/world/command-book.ts';
import { startThread, threadFromMessage } from '../../../sandbox/world/threads.ts';

/** Every key and most values that mean something in a body, mixed at random. */
const keys = [
  'type',
  'components',
  'component',
  'content',
  'embeds',
  'flags',
  'custom_id',
  'options',
  'label',
  'style',
  'value',
  'name',
  'description',
  'title',
  'allowed_mentions',
  'message_reference',
  'message_id',
  'nonce',
  'attachments',
  'id',
  'items',
  'media',
  'url',
  'accessory',
  'fields',
  'poll',
  'permission_overwrites',
  'parent_id',
  'message',
  '__proto__',
  'constructor',
];
const values = [
  0,
  1,
  2,
  3,
  4,
  5,
  9,
  10,
  12,
  13,
  14,
  17,
  18,
  21,
  22,
  23,
  32_768,
  -1,
  1.5,
  1e300,
  '',
  'x',
  'attachment://a',
  'https://example.org/',
  '1300000000000000122',
  '\ud800',
  null,
  true,
];

const body: fc.Arbitrary<JsonValue> = fc.letrec<{ node: JsonValue }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom<JsonValue>(...values),
    fc.array(tie('node'), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie('node')), { maxLength: 5 })
      .map((entries) =>
        parseJson(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`),
      ),
  ),
})).node;

/** Anything but a refusal in Discord's shape is a bug of the sandbox. */
function survives(work: () => unknown): boolean {
  try {
    work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    expect(error.status).toBeGreaterThanOrEqual(400);
    expect(JSON.parse(JSON.stringify(error.body()))).toMatchObject({ code: error.code });
  }
  return true;
}

describe('a body of any shape', () => {
  it.each<[string, (given: JsonValue) => unknown]>([
    ['message', (given) => checkCreate(given, [])],
    ['change of a message', (given) => checkEdit(given, [], 0)],
    ['change of Components V2', (given) => checkEdit(given, [], 32_768)],
    ['form', checkModal],
    ['command', (given) => new CommandBook('1', () => '2').create(null, given)],
    ['list of commands', (given) => new CommandBook('1', () => '2').replace(null, [given, given])],
  ])('is taken or refused as a %s, and breaks nothing', (_what, check) => {
    fc.assert(
      fc.property(body, (given) => survives(() => check(given))),
      { numRuns: 1_000 },
    );
  });

  it.each<[string, (given: JsonValue) => unknown]>([
    ['message', (given) => sendAsBot(seedWorld(), seedIds.channels.vakt, given, [])],
    ['thread', (given) => startThread(seedWorld(), seedIds.bot, seedIds.channels.vakt, given, [])],
    [
      'thread from a message',
      (given) => threadFromMessage(seedWorld(), seedIds.bot, seedIds.channels.vakt, '1', given),
    ],
    ['new channel', (given) => createChannel(seedWorld(), seedIds.users.eier, seedIds.guilds.municipality, given)],
    ['change of a channel', (given) => editChannel(seedWorld(), seedIds.users.eier, seedIds.channels.vakt, given)],
  ])('is carried out or refused as a %s, and breaks nothing', (_what, act) => {
    fc.assert(
      fc.property(body, (given) => survives(() => act(given))),
      { numRuns: 300 },
    );
  });

  it('is taken apart or refused as multipart', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 20 }), (bytes, boundary) => {
        const parts = readParts(Buffer.from(bytes), `multipart/form-data; boundary=${boundary}`);
        return parts === null || Array.isArray(parts);
      }),
    );
  });
});
