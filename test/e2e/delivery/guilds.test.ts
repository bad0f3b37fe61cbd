import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import { openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { startOutside } from './outside.ts';
import type { Outside } from './outside.ts';
import { acuteWords, madeUpWord, ordinaryWords, until } from './stage.ts';

let outside: Outside;
let scene: Scene;
beforeEach(async () => {
  outside = await startOutside();
  scene = await openScene({}, outside.env);
  await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
});
afterEach(async () => {
  await scene.close();
  outside.close();
});

const bot = (state: 'member' | 'unavailable' | 'left'): Promise<unknown> =>
  scene.control('POST', `/guilds/${seedIds.guilds.municipality}/bot`, { state });

describe('the staff guild (F-24)', () => {
  it('that has removed the bot: the gateway outside is called, the sender is helped, and all is kept until it is back', async () => {
    const { kim, sander, kari } = scene;
    await sander.sendDm(`${ordinaryWords} ${madeUpWord(1)}`);
    const known = await kari.waitForThread(staffChannel, () => true, 20_000);
    await kari.waitForMessage(known.id, says(madeUpWord(1)), 20_000);

    await bot('left');
    await kim.sendDm(`${acuteWords} ${madeUpWord(2)}`);
    await kim.waitForDm(says('Ring 113'), 20_000);
    await kim.waitForDm(says('116 111'), 20_000);
    await until(() => outside.alerts().length > 0, 30_000, 'call outside');
    expect(outside.alerts()[0]?.body).not.toContain(madeUpWord(2));
    await sander.sendDm(`${ordinaryWords} ${madeUpWord(3)}`);
    await scene.bot.stop('SIGTERM');
    await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });

    await bot('member');
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'), 40_000);
    expect(textOfMessage(card)).toMatch(/Ingen har tatt/u);
    await kari.waitForMessage(known.id, says(madeUpWord(3)), 40_000);
  }, 180_000);

  it('that Discord cannot reach for a while: what is written meanwhile comes when it is back', async () => {
    const { kim, kari } = scene;
    await bot('unavailable');
    await kim.sendDm(`${acuteWords} ${madeUpWord(4)}`);
    await kim.waitForDm(says('113'), 20_000);
    await bot('member');
    const card = await kari.waitForMessage(staffChannel, says('## Akutt'), 40_000);
    expect(textOfMessage(card)).toMatch(/Ingen har tatt/u);
    const thread = await kari.waitForThread(staffChannel, () => true, 20_000);
    await kari.waitForMessage(thread.id, says(madeUpWord(4)), 20_000);
  }, 120_000);
});
