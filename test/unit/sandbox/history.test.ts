import { describe, expect, it } from 'vitest';
import { routeFits, seededChance } from '../../../sandbox/rest/faults.ts';
import { readParts } from '../../../sandbox/rest/multipart.ts';
import { seedIds, seedWorld } from '../../../sandbox/seed.ts';
import { SnowflakeMint, timeOfSnowflake } from '../../../sandbox/snowflake.ts';
import { resolveMentions } from '../../../sandbox/world/mentions.ts';
import type { Message } from '../../../sandbox/world/model.ts';
import { post } from '../../../sandbox/world/posting.ts';

describe('the history of a channel', () => {
  const world = seedWorld();
  const channel = world.channel(seedIds.channels.vakt);
  const sent = Array.from({ length: 10 }, (_, index) =>
    post(world, { channel, authorId: seedIds.bot, content: String(index) }),
  );
  const contents = (messages: readonly Message[]): string => messages.map(({ content }) => content).join('');
  const idOf = (index: number): string => sent[index]?.id ?? '';

  it('is read newest first, whichever way', () => {
    expect(contents(channel.log.before(null, 3))).toBe('987');
    expect(contents(channel.log.before(idOf(5), 3))).toBe('432');
    expect(contents(channel.log.after(idOf(5), 3))).toBe('876');
    expect(contents(channel.log.around(idOf(5), 5))).toBe('76543');
  });

  it('is read from a point where there is no message any more', () => {
    expect(channel.log.delete(idOf(5))).toBe(true);
    expect(channel.log.delete(idOf(5))).toBe(false);
    expect(contents(channel.log.after(idOf(5), 2))).toBe('76');
    expect(contents(channel.log.before(idOf(5), 2))).toBe('43');
  });
});

describe('ids', () => {
  it('carry the time, and rise even when the clock is set back', () => {
    let now = Date.UTC(2026, 10, 22);
    const mint = new SnowflakeMint(() => now);
    const first = mint.next();
    expect(timeOfSnowflake(first)).toBe(now);
    now -= 3_600_000;
    expect(BigInt(mint.next()) > BigInt(first)).toBe(true);
  });
});

describe('mentions', () => {
  const world = seedWorld();
  const channel = world.channel(seedIds.channels.vakt);
  const { vakthavende, saksbehandler } = seedIds.roles;
  const text = `<@${seedIds.users.kari}> <@&${vakthavende}> <@&${saksbehandler}> @everyone`;

  it('reach nobody when nothing is allowed', () => {
    expect(resolveMentions(world, channel, seedIds.bot, text, { parse: [] })).toEqual({
      mentionUserIds: [],
      mentionRoleIds: [],
      mentionsEveryone: false,
    });
  });

  it('reach exactly the role that is named, when it can be mentioned', () => {
    const allowed = { parse: [], roles: [vakthavende, saksbehandler] };
    expect(resolveMentions(world, channel, seedIds.bot, text, allowed).mentionRoleIds).toEqual([vakthavende]);
  });

  it('reach everybody only when the writer may', () => {
    expect(resolveMentions(world, channel, seedIds.bot, text, null).mentionsEveryone).toBe(false);
    expect(resolveMentions(world, channel, seedIds.users.kari, text, null).mentionsEveryone).toBe(true);
  });
});

describe('fault routes', () => {
  it.each([
    ['/channels/*/messages', '/channels/1/messages', true],
    ['/channels/*/messages', '/channels/1/messages/2', false],
    ['/channels/**', '/channels/1/messages/2', true],
    ['/channels/*', '/guilds/1', false],
  ])('%s meets %s: %s', (pattern, path, expected) => {
    expect(routeFits(pattern, path)).toBe(expected);
  });

  it('draw chances between 0 and 1 that differ by seed', () => {
    const draw = (seed: number): readonly number[] => {
      const chance = seededChance(seed);
      return Array.from({ length: 1_000 }, chance);
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const mean = draw(3).reduce((sum, value) => sum + value, 0) / 1_000;
    expect(mean).toBeGreaterThan(0.45);
    expect(mean).toBeLessThan(0.55);
  });
});

describe('a multipart body', () => {
  const type = 'multipart/form-data; boundary=x';

  it('is taken apart without touching bytes that look like line breaks', () => {
    const body = Buffer.from(
      '--x\r\nContent-Disposition: form-data; name="payload_json"\r\n\r\n{"a":1}\r\n' +
        '--x\r\nContent-Disposition: form-data; name="files[0]"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\n1\r\n2\r\n--x--\r\n',
    );
    const parts = readParts(body, type) ?? [];
    expect(
      parts.map(({ name, filename, contentType, body: bytes }) => [name, filename, contentType, bytes.toString()]),
    ).toEqual([
      ['payload_json', null, null, '{"a":1}'],
      ['files[0]', 'a.txt', 'text/plain', '1\r\n2'],
    ]);
  });

  it.each(['', '--x\r\n', '--x\r\nno header', '--y--'])('is refused when it is cut short: %j', (body) => {
    expect(readParts(Buffer.from(body), type)).toBeNull();
  });
});
