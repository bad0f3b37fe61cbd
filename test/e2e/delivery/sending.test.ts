import { afterEach, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { removeChannel, setOverwrite } from '../../../sandbox/world/channels.ts';
import type { RestFault } from '../../../sandbox/control-api.ts';
import { aWhile, acuteWords, madeUpWord, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
});
const { vakt, reserveVakt } = seedIds.channels;
const posting = { method: 'POST', route: '/channels/*/messages' } as const;

async function opened(...faults: readonly RestFault[]): Promise<Stage> {
  const fresh = await openStage();
  stage = fresh;
  await fresh.bot.start();
  for (const fault of faults) fresh.discord.rest.faults.arm(fault);
  return fresh;
}

/** One acute first message, and that it came out once in each place. */
async function oneAcute(of: Stage, limitMs = 20_000): Promise<void> {
  of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
  await of.shown(madeUpWord(1), limitMs);
  await until(() => of.alerts().length > 0, limitMs, 'alert');
  await until(() => of.toSenders().length >= 2, limitMs, 'answer to the sender');
  await aWhile();
  expect(of.posts(madeUpWord(1))).toHaveLength(1);
  expect(of.alerts()).toHaveLength(1);
  of.expectNothingAstray();
}

describe('sending', () => {
  it.each<readonly [string, RestFault]>([
    ['F-08 answered 502 after it was carried out', { ...posting, kind: 'fail-after', status: 502, count: 4 }],
    ['F-08 refused with 500', { ...posting, kind: 'refuse', status: 500, count: 4 }],
    ['F-09 cut off after it was carried out', { ...posting, kind: 'reset-after', count: 4 }],
    ['F-09 cut off before', { ...posting, kind: 'reset', count: 4 }],
    ['F-10 never answered', { ...posting, kind: 'hang-after', count: 2 }],
    ['F-11 asked to wait', { ...posting, kind: 'rate-limit', retryAfterMs: 400, scope: 'user', count: 3 }],
    ['F-11 asked to wait everywhere', { ...posting, kind: 'rate-limit', retryAfterMs: 400, scope: 'global', count: 2 }],
  ])('%s: each post comes once', async (_name, fault) => {
    await oneAcute(await opened(fault));
  });

  it('F-07 looks for the copy before posting again when the nonce is forgotten', async () => {
    stage = await openStage({ settings: { nonceWindowMs: 50 }, env: { NONCE_WINDOW_MS: '50' } });
    await stage.bot.start();
    stage.discord.rest.faults.arm({ ...posting, kind: 'fail-after', status: 502, count: 5 });
    await oneAcute(stage);
  });

  it('F-12 a channel that refuses is left alone after a few requests', async () => {
    const of = await opened(
      { method: 'POST', route: `/channels/${vakt}/messages`, kind: 'refuse', status: 403, code: 50_013 },
      { method: 'POST', route: `/channels/${reserveVakt}/messages`, kind: 'refuse', status: 403, code: 50_013 },
    );
    for (let index = 0; index < 40; index += 1) of.discord.write(index, `${ordinaryWords} ${madeUpWord(index)}`);
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect(of.discord.world.oracle.view().restStatuses['403'] ?? 0).toBeLessThan(20);
    of.discord.rest.faults.disarm();
    await of.shown(madeUpWord(39), 45_000);
  }, 90_000);

  it('F-13 ends with 78 when Discord no longer accepts the token, and has everything after the restart', async () => {
    const of = await opened();
    of.discord.world.settings.unauthorized = true;
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    expect(await of.bot.ended()).toBe(78);
    expect(of.bot.output).toMatch(/no longer accepts it/u);
    of.discord.world.settings.unauthorized = false;
    await of.bot.start();
    await of.shown(madeUpWord(1));
    await until(() => of.alerts().length === 1);
  });

  it('F-22 a staff channel that is deleted is replaced by the fallback of the same guild', async () => {
    const of = await opened();
    removeChannel(of.discord.world, of.discord.world.channel(vakt));
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    const [shown] = await of.shown(madeUpWord(1));
    expect(shown?.parentId ?? shown?.channelId).toBe(reserveVakt);
    await until(() => of.alerts().length === 1);
    expect(of.alerts()[0]?.channelId).toBe(reserveVakt);
    of.expectNothingAstray();
  });

  it('F-22 a thread that is deleted hands its words to the staff channel', async () => {
    const of = await opened();
    of.discord.write(0, `${ordinaryWords} ${madeUpWord(1)}`);
    const [first] = await of.shown(madeUpWord(1));
    removeChannel(of.discord.world, of.discord.world.channel(first?.channelId ?? ''));
    of.discord.write(0, `${acuteWords} ${madeUpWord(2)}`);
    const [second] = await of.shown(madeUpWord(2));
    expect(second?.channelId).toBe(vakt);
    of.expectNothingAstray();
  });

  it('F-26 a staff channel made public hears nothing, and the fallback does', async () => {
    const of = await opened();
    const { world } = of.discord;
    const channel = world.channel(vakt);
    const everyone = seedIds.guilds.municipality;
    setOverwrite(world, world.guild(everyone), channel, { id: everyone, type: 'role', allow: 1_024n, deny: 0n });
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    const [shown] = await of.shown(madeUpWord(1));
    expect(shown?.parentId ?? shown?.channelId).toBe(reserveVakt);
    await until(() => of.alerts().length === 1);
    expect(of.posts().filter(({ channelId, parentId }) => (parentId ?? channelId) === vakt)).toEqual([]);
  });

  it('F-23 with every staff channel gone nothing is thrown away and no other guild hears of it', async () => {
    const of = await opened();
    const { world } = of.discord;
    removeChannel(world, world.channel(vakt));
    removeChannel(world, world.channel(reserveVakt));
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    await until(() => of.toSenders().length >= 2);
    await aWhile();
    expect(of.posts(madeUpWord(1))).toEqual([]);
    of.expectNothingAstray();
    expect(of.bot.output).toContain('staff.unreachable');
  });

  it('F-64 a sender who takes no messages is told of to staff', async () => {
    const of = await opened();
    const sender = of.discord.world.user('1400000000000000000');
    sender.dmOpen = false;
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    await of.shown(madeUpWord(1));
    const [note] = await of.shown('kom ikke fram');
    expect(note?.text).toMatch(/tar ikke imot/u);
  });
});
