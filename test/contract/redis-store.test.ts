import { afterAll, beforeAll, describe } from 'vitest';
import { hasRedis, makeRedisGround, RedisServer } from './redis-server.ts';
import { describeStore } from './store-contract.ts';

describe.runIf(hasRedis)('on a real server', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server.dispose());

  describeStore('the Redis store', () => Promise.resolve(makeRedisGround(server)));
});
