import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ReceivedPost } from '../../../sandbox/control-api.ts';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import { hasRedis, RedisServer } from '../../contract/redis-server.ts';
import { answerTo, Bot, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { aWhile, acuteWords, madeUpWord, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

/** Longer than the worker's lease of 4 s. */
const pastTheLease = 6_500;
const outcomeOf = async (port: number, outcome: string): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const lines = text.split('\n').filter((line) => line.includes(`outcome="${outcome}"`));
  return lines.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
};

describe.runIf(hasRedis)('several machines on one Redis', () => {
  let redis: RedisServer;
  let stage: Stage | undefined;
  let scene: Scene | undefined;
  const more: Bot[] = [];
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterEach(async () => {
    for (const bot of more.splice(0)) await bot.stop('SIGKILL');
    await stage?.close();
    await scene?.close();
    stage = undefined;
    scene = undefined;
  });
  afterAll(() => redis.dispose());

  let prefixes = 0;
  const freshUrl = (): string => `${redis.url}?prefix=machines-${(prefixes += 1)}`;

  it('F-31 intake, worker and app as three processes bring a direct message to one card and one alert', async () => {
    stage = await openStage({ env: { STORE_URL: freshUrl() } });
    for (const ROLES of ['intake', 'worker', 'app']) await stage.process({ ROLES }).start();
    stage.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    await stage.shown(madeUpWord(1));
    await until(() => stage?.alerts().length === 1, 20_000, 'alert');
    await until(() => (stage?.toSenders().length ?? 0) >= 2, 20_000, 'answer');
    await aWhile();
    expect(stage.posts(madeUpWord(1))).toHaveLength(1);
    expect(stage.alerts()).toHaveLength(1);
    expect(stage.toSenders()).toHaveLength(2);
    stage.expectNothingAstray();
  });

  it('F-31 a worker that was frozen in the middle of a post past its lease settles nothing, and nothing is doubled', async () => {
    stage = await openStage({ env: { STORE_URL: freshUrl() } });
    const of = stage;
    await of.process({ ROLES: 'intake' }).start();
    const frozen = of.process({ ROLES: 'worker', WORKER_NAME: 'frozen' });
    const { operationsPort } = await frozen.start();
    // Carried out and never answered: the holder waits for the answer under its lease.
    of.discord.rest.faults.arm({ method: 'POST', route: '/channels/*/messages', kind: 'hang-after', count: 1 });
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    await until(() => of.posts().length > 0, 20_000, 'first post');
    frozen.signal('SIGSTOP');
    const heir = of.process({ ROLES: 'worker', WORKER_NAME: 'heir' });
    const { operationsPort: heirPort } = await heir.start();
    const began = performance.now();
    await of.shown(madeUpWord(1));
    await until(() => of.alerts().length === 1, 20_000, 'alert');
    await wait(Math.max(0, pastTheLease - (performance.now() - began)));
    expect(await outcomeOf(heirPort, 'sent')).toBeGreaterThan(0);

    frozen.signal('SIGCONT');
    await until(async () => (await outcomeOf(operationsPort, 'lost-lease')) > 0, 15_000, 'refusal of the frozen one');
    await aWhile();
    expect(of.posts(madeUpWord(1))).toHaveLength(1);
    expect(of.alerts()).toHaveLength(1);
    expect(of.toSenders()).toHaveLength(2);
    of.expectNothingAstray();
  });

  it('F-31 a worker frozen in the midst of many messages leaves them all to the next, each once', async () => {
    stage = await openStage({ env: { STORE_URL: freshUrl() } });
    const of = stage;
    await of.process({ ROLES: 'intake' }).start();
    const frozen = of.process({ ROLES: 'worker' });
    await frozen.start();
    for (let index = 0; index < 30; index += 1) of.discord.write(index % 6, `${ordinaryWords} ${madeUpWord(index)}`);
    await until(() => of.posts().length > 3, 20_000, 'first posts');
    frozen.signal('SIGSTOP');
    await of.process({ ROLES: 'worker' }).start();
    await wait(pastTheLease);
    frozen.signal('SIGCONT');
    for (let index = 30; index < 40; index += 1) of.discord.write(index % 6, `${ordinaryWords} ${madeUpWord(index)}`);
    for (let index = 0; index < 40; index += 1) await of.shown(madeUpWord(index), 40_000);
    await aWhile();
    for (let index = 0; index < 40; index += 1) expect(of.posts(madeUpWord(index))).toHaveLength(1);
    expectOrderOfEachSender(of.posts());
    of.expectNothingAstray();
  }, 120_000);

  it('F-47 a rolling upgrade with an open case keeps the buttons of the generation before', async () => {
    scene = await openScene();
    const { sandbox, kari, kim, sander, dataDir } = scene;
    const generation = (): Bot[] =>
      ['intake,worker', 'app'].map((ROLES) => {
        const bot = new Bot({
          PATH: process.env['PATH'],
          DISCORD_TOKEN: sandbox.token,
          DISCORD_API: sandbox.apiUrl,
          STORE_URL: url,
          ERASURE_LEDGER: join(dataDir, 'redis.erased'),
          MASTER_KEY: Buffer.from(Array.from({ length: 32 }, (_, index) => index + 9)).toString('base64'),
          OPERATIONS_PORT: '0',
          NODE_ENV: 'test',
          ROLES,
        });
        more.push(bot);
        return bot;
      });
    const url = freshUrl();
    const first = generation();
    for (const bot of first) await bot.start();
    await kim.sendDm(acuteWords);
    const card = await kari.waitForMessage(staffChannel, says(/## Akutt · Sak \d+/u), 20_000);
    await sander.sendDm('hei, er dere der');
    const calmCard = await kari.waitForMessage(
      staffChannel,
      (message) => !says('Akutt')(message) && buttonLabels(message).includes('Jeg tar den'),
      20_000,
    );
    const welcome = await sander.waitForDm((message) => buttonLabels(message).includes('Hjelp nå'), 20_000);

    const second = generation();
    for (const bot of second) await bot.start();
    // Both generations hear this press; one case is taken once.
    const taken = await answerTo(kari, await kari.press(card, 'Jeg tar den'));
    expect(textOfMessage(taken)).toMatch(/^Du har tatt/u);
    for (const bot of first) expect(await bot.stop('SIGTERM')).toBe(0);

    // What was rendered by processes that are gone.
    expect(textOfMessage(await answerTo(kari, await kari.press(calmCard, 'Jeg tar den')))).toMatch(/^Du har tatt/u);
    expect(textOfMessage(await answerTo(sander, await sander.press(welcome, 'Hjelp nå')))).toMatch(/113/u);
    await kim.sendDm('er du der ennå?');
    const threads = await kari.threads(staffChannel);
    expect(threads).toHaveLength(2);
    const shown = await Promise.any(threads.map(({ id }) => kari.waitForMessage(id, says('er du der ennå?'), 20_000)));
    expect(textOfMessage(shown)).toContain('er du der ennå?');
    await aWhile();
    expect((await kim.dmMessages()).filter(says(/Kari, /u))).toHaveLength(1);
    expect(await kari.threads(staffChannel)).toHaveLength(2);
  }, 120_000);
});

/** Words carry numbers that only rise; one thread is one sender's. */
function expectOrderOfEachSender(posts: readonly ReceivedPost[]): void {
  const words = Array.from({ length: 40 }, (_, index) => madeUpWord(index));
  for (const [, ofThread] of Map.groupBy(posts, ({ channelId }) => channelId)) {
    const numbers = ofThread.flatMap(({ text }) =>
      words.flatMap((word, index) => (text.includes(word) ? [index] : [])),
    );
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  }
}
