import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { editAsUser, deleteAsUser, dmWithBot } from '../../../sandbox/control/user-messages.ts';
import { aWhile, acuteWords, madeUpWord, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
});
const write = (of: Stage, sender: number, index: number, words = ordinaryWords): string =>
  of.discord.write(sender, `${words} ${madeUpWord(index)}`);

describe('the gateway', () => {
  it('F-01 resumes after a drop, and replayed events change nothing', async () => {
    stage = await openStage({ settings: { replayOverlap: 3 } });
    const { discord, bot } = stage;
    await bot.start();
    for (let index = 0; index < 12; index += 1) {
      write(stage, index % 3, index);
      if (index % 4 === 1) discord.gateway.act({ kind: 'drop' });
    }
    for (let index = 0; index < 12; index += 1) await stage.shown(madeUpWord(index));
    await aWhile();
    for (let index = 0; index < 12; index += 1) expect(stage.posts(madeUpWord(index))).toHaveLength(1);
    expect(discord.world.oracle.view().resumes).toBeGreaterThan(0);
    stage.expectNothingAstray();
  });

  it('F-02 notices a connection that has gone silent, and takes in what was written meanwhile', async () => {
    stage = await openStage({ settings: { heartbeatIntervalMs: 400 } });
    const { discord, bot } = stage;
    await bot.start();
    discord.gateway.act({ kind: 'mute' });
    write(stage, 0, 1, acuteWords);
    await stage.shown(madeUpWord(1));
    await until(() => stage?.alerts().length === 1);
  });

  it('F-03 reads back after a lost session, keeps a record of the gap, and tells staff when it was', async () => {
    stage = await openStage({ settings: { sessionLifetimeMs: 200 } });
    const { discord, bot } = stage;
    await bot.start();
    write(stage, 0, 1);
    await stage.shown(madeUpWord(1));
    await bot.stop('SIGKILL');
    write(stage, 0, 2);
    write(stage, 0, 3, acuteWords);
    await until(() => discord.gateway.views().length === 0, 5_000, 'end of the sessions');

    await bot.start();
    await stage.shown(madeUpWord(2));
    await stage.shown(madeUpWord(3));
    await until(() => stage?.alerts().length === 1);
    const [told] = await stage.shown('frakoblet fra', 75_000);
    expect(told?.text).toMatch(/første gang/u);
    await aWhile();
    expect(stage.posts('frakoblet fra')).toHaveLength(1);
    expect(stage.posts(madeUpWord(2))).toHaveLength(1);
    stage.expectNothingAstray();
  }, 120_000);

  it('F-03 goes on by itself when Discord declares the session invalid', async () => {
    stage = await openStage();
    const { discord, bot } = stage;
    await bot.start();
    write(stage, 0, 1);
    await stage.shown(madeUpWord(1));
    discord.gateway.act({ kind: 'invalid-session', resumable: false });
    write(stage, 0, 2, acuteWords);
    await stage.shown(madeUpWord(2), 30_000);
    await until(() => stage?.alerts().length === 1);
    await aWhile();
    expect(stage.posts(madeUpWord(2))).toHaveLength(1);
  });

  it('F-05 delivers what it holds after a restart while the gateway lets nobody in', async () => {
    stage = await openStage();
    const { discord, bot } = stage;
    await bot.start({ KILL_AT: 'after_commit' });
    write(stage, 0, 1, acuteWords);
    await bot.ended();
    expect(stage.alerts()).toEqual([]);
    discord.rest.faults.arm({ kind: 'refuse', status: 503, route: '/gateway/bot' });
    bot.launch();
    await stage.shown(madeUpWord(1));
    await until(() => stage?.alerts().length === 1);
    expect(discord.gateway.views().filter(({ connected }) => connected)).toEqual([]);
    stage.expectNothingAstray();
  });

  it('F-14 F-13 ends with 78 and a clear line when Discord refuses the token at the gateway', async () => {
    stage = await openStage();
    const { discord, bot } = stage;
    await bot.start();
    discord.world.settings.unauthorized = true;
    discord.gateway.act({ kind: 'close', code: 4004 });
    expect(await bot.ended()).toBe(78);
    expect(bot.output).toMatch(/DISCORD_TOKEN: Discord/u);
  });

  it('F-17 F-20 two processes that listen show each message once, and one can be away longer than its session lives', async () => {
    stage = await openStage({ settings: { sessionLifetimeMs: 300 }, env: { INTAKE_NAME: 'first' } });
    const { bot } = stage;
    await bot.start();
    const second = stage.process({ INTAKE_NAME: 'second', ROLES: 'intake' });
    await second.start();
    write(stage, 0, 1);
    await stage.shown(madeUpWord(1));
    await bot.stop('SIGKILL');
    await wait(600);
    // First contacts, which no history could give back.
    write(stage, 1, 2, acuteWords);
    write(stage, 2, 3);
    await wait(600);
    await bot.start();
    for (const index of [2, 3]) await stage.shown(madeUpWord(index));
    await until(() => stage?.alerts().length === 1);
    await second.stop('SIGKILL');
    write(stage, 3, 4);
    await stage.shown(madeUpWord(4));
    await aWhile();
    for (const index of [1, 2, 3, 4]) expect(stage.posts(madeUpWord(index))).toHaveLength(1);
    stage.expectNothingAstray();
  });

  it('F-18 an edit never takes the place of the first wording of a worrying message', async () => {
    stage = await openStage();
    const { discord, bot } = stage;
    await bot.start();
    const id = write(stage, 0, 1, acuteWords);
    const dm = dmWithBot(discord.world, '1400000000000000000');
    editAsUser(discord.world, '1400000000000000000', dm.id, id, `bare tull ${madeUpWord(2)}`);
    await stage.shown(madeUpWord(1));
    await stage.shown(madeUpWord(2));
    await aWhile();
    // The later wording stands beside the first, which nobody has touched.
    expect(stage.posts(madeUpWord(1))).toHaveLength(1);
    expect(stage.posts(madeUpWord(1))[0]?.text).not.toContain('bare tull');
    expect(stage.alerts().length).toBeGreaterThan(0);
  });

  it('F-18 a deletion right after a worrying message does not take the alert away', async () => {
    stage = await openStage();
    const { discord, bot } = stage;
    await bot.start();
    const id = write(stage, 0, 1, acuteWords);
    const dm = dmWithBot(discord.world, '1400000000000000000');
    deleteAsUser(discord.world, '1400000000000000000', dm.id, id);
    await until(() => stage?.alerts().length === 1);
  });

  it('F-48 a first SIGTERM drains and ends with 0, and what comes meanwhile is taken in after the restart', async () => {
    stage = await openStage();
    const { bot } = stage;
    await bot.start();
    for (let index = 0; index < 20; index += 1) write(stage, index % 5, index);
    const code = bot.stop('SIGTERM');
    for (let index = 20; index < 30; index += 1) write(stage, index % 5, index);
    expect(await code).toBe(0);
    await bot.start();
    for (let index = 0; index < 30; index += 1) await stage.shown(madeUpWord(index));
    await aWhile();
    for (let index = 0; index < 30; index += 1) expect(stage.posts(madeUpWord(index))).toHaveLength(1);
    stage.expectNothingAstray();
  });
});
