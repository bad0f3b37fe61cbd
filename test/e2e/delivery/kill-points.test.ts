import { afterEach, describe, expect, it } from 'vitest';
import { killPoints } from '../../../src/system/kill-points.ts';
import { aWhile, acuteWords, madeUpWord, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

/** `KILL_REPEAT=100 npx vitest run --project e2e test/e2e/delivery/kill-points.test.ts` is the long version. */
const repeat = Number(process.env['KILL_REPEAT'] ?? '1');

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
});

/** Points that are not on the way of a message need something else to lead there. */
const inMessage = killPoints.filter((point) => point !== 'mid_catchup' && point !== 'mid_retention');

describe.each(Array.from({ length: repeat }, (_, round) => round))('round %i: kill -9 (F-01, F-05, F-06)', (round) => {
  it.each(inMessage)('at %s loses and doubles nothing of an acute first message', async (point) => {
    stage = await openStage();
    await stage.bot.start({ KILL_AT: point });
    const word = madeUpWord(round * 10 + inMessage.indexOf(point));
    stage.discord.write(0, `${acuteWords} ${word}`);
    expect(await stage.bot.ended()).toBeNull();

    await stage.bot.start();
    await stage.shown(word);
    await until(() => (stage?.alerts().length ?? 0) > 0);
    await until(() => (stage?.toSenders().length ?? 0) >= 2);
    await aWhile();
    expect(stage.posts(word)).toHaveLength(1);
    expect(stage.alerts()).toHaveLength(1);
    // The safe reply and who we are; each once.
    expect(stage.toSenders()).toHaveLength(2);
    stage.expectNothingAstray();
  });

  it('at mid_catchup reads the rest back after the restart', async () => {
    stage = await openStage({ settings: { sessionLifetimeMs: 300 } });
    const { discord, bot } = stage;
    await bot.start();
    for (const sender of [1, 2, 3]) discord.write(sender, `${ordinaryWords} ${madeUpWord(sender)}`);
    for (const sender of [1, 2, 3]) await stage.shown(madeUpWord(sender));
    await bot.stop('SIGKILL');
    for (const sender of [1, 2, 3]) discord.write(sender, `${ordinaryWords} ${madeUpWord(10 + sender)}`);
    await until(() => discord.gateway.views().length === 0, 5_000, 'end of the sessions');

    bot.launch({ KILL_AT: 'mid_catchup' });
    expect(await bot.ended()).toBeNull();
    await bot.start();
    for (const sender of [1, 2, 3]) await stage.shown(madeUpWord(10 + sender));
    await aWhile();
    for (const sender of [1, 2, 3]) expect(stage.posts(madeUpWord(10 + sender))).toHaveLength(1);
    stage.expectNothingAstray();
  });

  it('at mid_retention leaves a store that works', async () => {
    stage = await openStage();
    stage.bot.launch({ KILL_AT: 'mid_retention' });
    expect(await stage.bot.ended()).toBeNull();
    await stage.bot.start();
    stage.discord.write(0, `${ordinaryWords} ${madeUpWord(round)}`);
    await stage.shown(madeUpWord(round));
  });
});
