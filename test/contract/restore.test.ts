import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { restoreTo } from '../../src/store/sqlite/backup.ts';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { hasRedis, makeRedisGround, RedisServer } from './redis-server.ts';
import { describeRestore } from './restore-contract.ts';
import { noon } from './samples.ts';
import { makeSqliteGround } from './sqlite-ground.ts';
import { keyring } from './store-contract.ts';

describeRestore('a database that a backup was put in the place of', () => {
  const ground = makeSqliteGround();
  const files = { data: join(ground.folder, 'backup.db'), keys: join(ground.folder, 'keys.db') };
  return {
    ...ground,
    async copy() {
      const store = await openSqliteStore({ file: ground.file, keyring, clock: () => noon });
      await store.backup(files);
      await store.close();
    },
    putBack(at) {
      restoreTo(ground.file, files, keyring, at);
      return Promise.resolve();
    },
  };
});

describe.runIf(hasRedis)('on a real server', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server.dispose());

  describeRestore('a Redis that was loaded from an old dump', () => ({
    ...makeRedisGround(server),
    copy: () => server.copy(),
    putBack: () => server.putBack(),
  }));
});
