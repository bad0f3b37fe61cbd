import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRedis, makeRedisGround, RedisServer } from './redis-server.ts';
import { canaries, caseId, day, noon, opening } from './samples.ts';

let server: RedisServer;
beforeAll(async () => {
  if (hasRedis) server = await RedisServer.start();
});
afterAll(async () => {
  if (hasRedis) await server.dispose();
});

/** Every value under these keys, as the server holds it: sealed bodies and wrapped keys. */
async function valuesOf(keys: readonly string[]): Promise<readonly Buffer[]> {
  const found = await server.ask((client) =>
    Promise.all(
      keys.map(async (key) =>
        (await client.type(key)) === 'hash' ? Object.values(await client.hgetallBuffer(key)) : [],
      ),
    ),
  );
  // Short ones are states and times, which may stand elsewhere too.
  return found.flat().filter(({ length }) => length >= 40);
}

describe.runIf(hasRedis)('what Redis leaves on its disk of an erased case', () => {
  it('is nothing: neither sealed bytes nor wrapped keys, in dump and append-only file', async () => {
    const ground = makeRedisGround(server);
    const store = await ground.open();
    const names = (): Promise<readonly string[]> => server.ask((client) => client.keys(`*${ground.prefix}}*`));
    const before = new Set((await valuesOf(await names())).map((value) => value.toString('hex')));
    await store.commit(opening('one', {}, noon + day));
    const planted = (await valuesOf(await names())).filter((value) => !before.has(value.toString('hex')));
    expect(planted.length).toBeGreaterThanOrEqual(3);
    await server.save();
    const onDisk = server.bytes();
    expect(planted.filter((value) => onDisk.includes(value))).toEqual(planted);

    await store.eraseExpired(noon + 2 * day);
    expect(await store.findCase(caseId('one'))).toBeUndefined();
    await server.save();
    const left = server.bytes();
    expect(planted.filter((value) => left.includes(value))).toEqual([]);
    for (const words of Object.values(canaries)) expect(left.includes(words)).toBe(false);
    await store.close();
  });
});
