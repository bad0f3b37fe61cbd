import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasRedis, RedisServer } from '../../contract/redis-server.ts';
import { aWhile, acuteWords, madeUpWord, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage | undefined;
let redis: RedisServer | undefined;
afterEach(async () => {
  await stage?.close();
  await redis?.dispose();
  stage = undefined;
  redis = undefined;
});

interface Copying {
  /** While the service runs. */
  readonly copy: () => Promise<void>;
  /** While it is stopped. */
  readonly putBack: () => Promise<void>;
}

/** Somebody in danger writes after the copy was made; all of it has reached staff before the copy is put back. */
async function throughRestore(of: Stage, { copy, putBack }: Copying): Promise<void> {
  await of.bot.start();
  of.discord.write(0, `${ordinaryWords} ${madeUpWord(1)}`);
  await of.shown(madeUpWord(1));
  await copy();
  of.discord.write(0, `${acuteWords} ${madeUpWord(2)}`);
  await of.shown(madeUpWord(2));
  await until(() => of.alerts().length > 0, 20_000, 'alert');
  await aWhile();
  const alerts = of.alerts().length;
  const told = of.toSenders().length;
  await of.bot.stop('SIGKILL');

  await putBack();
  await of.bot.start();
  await until(() => of.posts('satt tilbake til en eldre kopi').length > 0, 30_000, 'word to staff');
  of.discord.write(1, `${ordinaryWords} ${madeUpWord(3)}`);
  await of.shown(madeUpWord(3), 30_000);
  await aWhile();
  expect(of.posts(madeUpWord(1))).toHaveLength(1);
  expect(of.posts(madeUpWord(2))).toHaveLength(1);
  expect(of.alerts()).toHaveLength(alerts);
  expect(of.posts('satt tilbake til en eldre kopi')).toHaveLength(1);
  expect(of.toSenders().length).toBeGreaterThan(told);
  of.expectNothingAstray();
}

/** Past the nonce's reach, only a look in the channel keeps a post from being made again. */
const env = { NONCE_WINDOW_MS: '100' };

describe('F-46 an old copy that is put back', () => {
  it('of a database makes no post and no alert again, and staff are told once', async () => {
    stage = await openStage({ settings: { nonceWindowMs: 100 }, env });
    const of = stage;
    const folder = join(of.folder, 'backups');
    let files: readonly string[] = [];
    await throughRestore(of, {
      async copy() {
        const { stdout } = await of.bot.command(['backup', folder]);
        files = stdout.trim().split('\n');
      },
      async putBack() {
        const { status, stderr } = await of.bot.command(['restore', ...files]);
        expect({ status, stderr }).toMatchObject({ status: 0 });
      },
    });
  }, 120_000);

  it.runIf(hasRedis).each([
    ['settled by the command', true],
    ['settled by whoever opens it', false],
  ])(
    'of a Redis, %s, does the same',
    async (_how, byCommand) => {
      redis = await RedisServer.start();
      const server = redis;
      stage = await openStage({ settings: { nonceWindowMs: 100 }, env: { ...env, STORE_URL: server.url } });
      const of = stage;
      await throughRestore(of, {
        copy: () => server.copy(),
        async putBack() {
          await server.putBack();
          if (byCommand) expect(await of.bot.command(['restore'])).toMatchObject({ status: 0 });
        },
      });
    },
    120_000,
  );

  it.runIf(hasRedis)(
    'of a Redis while the program runs ends it with 70, and the next start goes on from what is there',
    async () => {
      redis = await RedisServer.start();
      const server = redis;
      stage = await openStage({ env: { STORE_URL: server.url } });
      await stage.bot.start();
      await server.copy();
      stage.discord.write(0, `${ordinaryWords} ${madeUpWord(1)}`);
      await stage.shown(madeUpWord(1));
      await server.putBack();
      expect(await stage.bot.ended()).toBe(70);
      expect(stage.bot.output).toContain('STORE_URL: an old copy was put back');
      await stage.bot.start();
      await stage.shown('satt tilbake til en eldre kopi', 30_000);
      stage.discord.write(1, `${ordinaryWords} ${madeUpWord(2)}`);
      await stage.shown(madeUpWord(2), 30_000);
    },
    120_000,
  );
});
