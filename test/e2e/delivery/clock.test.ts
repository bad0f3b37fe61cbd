import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { acuteWords, aWhile, madeUpWord, ordinaryWords, until } from './stage.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const yearMs = 365 * 24 * hourMs;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
});
afterAll(async () => {
  await scene.close();
});

/** Sets the clock of program and sandbox this far from the machine's, and lets the program notice. */
async function clockAt(offsetMs: number): Promise<void> {
  await scene.control('POST', '/clock', { offsetMs });
  await wait(2_500);
}
const calls = async (channelId: string): Promise<number> =>
  (await scene.kari.messages(channelId)).filter(says(`<@&${seedIds.roles.vakthavende}>`)).length;

describe('a clock that jumps (F-40)', () => {
  it('set back an hour while an alert is on the ladder neither rings early nor skips a rung', async () => {
    await scene.kim.sendDm(`${acuteWords} ${madeUpWord(1)}`);
    await scene.kari.waitForMessage(staffChannel, says(`<@&${seedIds.roles.vakthavende}>`), 20_000);
    await clockAt(-hourMs);
    await aWhile();
    expect(await calls(seedIds.channels.reserveVakt)).toBe(0);
    await clockAt(-hourMs + 4 * minuteMs);
    expect(await calls(seedIds.channels.reserveVakt)).toBe(0);
    await clockAt(-hourMs + 7 * minuteMs);
    await scene.kari.waitForMessage(seedIds.channels.reserveVakt, says(`<@&${seedIds.roles.vakthavende}>`), 90_000);
    expect(await calls(staffChannel)).toBe(1);
  }, 180_000);

  it('a year ahead and back again: what is written before, meanwhile and after reaches staff, and the ladder goes on', async () => {
    const { kari, sander, kim } = scene;
    await clockAt(yearMs);
    await sander.sendDm(`${ordinaryWords} ${madeUpWord(2)}`);
    await sander.waitForDm(says('Vi har fått meldingen'), 30_000);
    await clockAt(0);
    const before = (await calls(staffChannel)) + (await calls(seedIds.channels.reserveVakt));
    await kim.sendDm(`${acuteWords} ${madeUpWord(3)}`);
    const shown = async (word: string): Promise<boolean> => {
      const threads = await kari.threads(staffChannel);
      const messages = await Promise.all(threads.map(({ id }) => kari.messages(id)));
      return messages.flat().some(says(word));
    };
    for (const index of [2, 3]) await until(() => shown(madeUpWord(index)), 60_000, `message ${index}`);
    await clockAt(6 * minuteMs);
    await until(
      async () => (await calls(staffChannel)) + (await calls(seedIds.channels.reserveVakt)) > before,
      90_000,
      'next call',
    );
  }, 240_000);
});
