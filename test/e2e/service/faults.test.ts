import { afterEach, describe, expect, it } from 'vitest';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import { openScene, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

let scene: Scene;
afterEach(async () => {
  await scene.close();
});

const acute = 'jeg vil dø i kveld. har skrevet farvelbrev';
const alerts = async (): Promise<number> =>
  (await scene.kari.messages(staffChannel)).filter(says('**Akutt: Sak')).length;

describe('a gateway that drops in the middle', () => {
  it('is resumed, and what was written meanwhile arrives once', async () => {
    scene = await openScene();
    await scene.bot.start();
    await scene.kim.sendDm('hei, er dere der');
    await scene.kim.waitForDm(says('Vi har fått meldingen din'));
    await scene.control('POST', '/gateway', { kind: 'drop' });
    await scene.kim.sendDm(acute);
    await scene.kari.waitForMessage(staffChannel, says('**Akutt: Sak'), 15_000);
    const thread = await scene.kari.waitForThread(staffChannel);
    await scene.kari.waitForMessage(thread.id, says('vil dø i kveld'));
    expect((await scene.kari.messages(thread.id)).filter(says('vil dø i kveld'))).toHaveLength(1);
    expect(scene.bot.output).toMatch(/intake\.resumed/u);
    expect(await alerts()).toBe(1);
  });
});

describe.each(['after_inbox_commit', 'after_triage', 'after_commit', 'before_post', 'after_post_response'])(
  'a kill -9 %s',
  (killAt) => {
    it('loses no alert and doubles none', async () => {
      scene = await openScene();
      await scene.bot.start({ KILL_AT: killAt });
      await scene.kim.sendDm(acute);
      expect(await scene.bot.ended()).toBeNull();
      await scene.bot.start();
      await scene.kari.waitForMessage(staffChannel, says('**Akutt: Sak'), 40_000);
      const thread = await scene.kari.waitForThread(staffChannel, undefined, 40_000);
      await scene.kari.waitForMessage(thread.id, says('vil dø i kveld'), 40_000);
      await scene.kim.waitForDm(says('Ring 113'), 40_000);
      expect((await scene.kari.messages(thread.id)).filter(says('vil dø i kveld'))).toHaveLength(1);
      expect((await scene.kim.dmMessages()).filter(says(/^Ring 113/u))).toHaveLength(1);
      expect(await alerts()).toBe(1);
    });
  },
);

describe('while the bot is away', () => {
  it('a first message ever is kept by the session and answered after the restart', async () => {
    scene = await openScene();
    await scene.bot.start();
    await scene.bot.stop('SIGKILL');
    await scene.sander.sendDm('hei, første gang jeg skriver her');
    await scene.bot.start();
    const thread = await scene.kari.waitForThread(staffChannel, undefined, 15_000);
    await scene.kari.waitForMessage(thread.id, says('første gang'));
  });

  it('a SIGTERM drains, ends with 0, and leaves the session to be resumed', async () => {
    scene = await openScene();
    await scene.bot.start();
    expect(await scene.bot.stop('SIGTERM')).toBe(0);
    await scene.sander.sendDm('hei fra mens dere startet på nytt');
    await scene.bot.start();
    expect(scene.bot.output).toMatch(/intake\.resumed/u);
    const thread = await scene.kari.waitForThread(staffChannel, undefined, 15_000);
    await scene.kari.waitForMessage(thread.id, says('mens dere startet'));
  });
});

describe('a staff channel that everyone can see', () => {
  it('is told nothing: the case goes to the fallback channel of the same guild', async () => {
    scene = await openScene();
    await scene.bot.start();
    const { ids } = scene.sandbox;
    await scene.control('PUT', `/channels/${staffChannel}/permissions/${ids.guilds.municipality}`, {
      type: 'role',
      allow: String(1n << 10n),
      deny: '0',
    });
    await scene.kim.sendDm(acute);
    const card = await scene.kari.waitForMessage(ids.channels.reserveVakt, says('## Akutt'), 10_000);
    expect(textOfMessage(card)).toMatch(/Sak \d+/u);
    expect((await scene.kari.messages(staffChannel)).filter(says('Sak'))).toHaveLength(0);
  });
});
