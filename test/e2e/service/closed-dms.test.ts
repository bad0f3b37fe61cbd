import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, openScene, publicCard, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
});
afterAll(async () => {
  await scene.close();
});

describe('a sender who takes no direct messages', () => {
  it('reads the reply alone in a private thread, and others see no word of it', async () => {
    const { kim, kari, sander } = scene;
    await kim.set({ dmOpen: false });
    const card = await publicCard(kim);
    const form = openedModal(await kim.press(card, 'Skriv til oss'));
    await kim.fillModal(form, { 'Hva vil du si til oss?': 'kan jeg snakke med noen?' });

    const caseCard = await kari.waitForMessage(staffChannel, says(/Sak \d{4,6}/u));
    const reply = openedModal(await kari.press(caseCard, 'Svar'));
    await kari.fillModal(reply, { 'Svaret til avsenderen': 'Ja, kom gjerne innom i kveld.' });

    const thread = await kim.waitForThread(cardChannel, () => true, 15_000);
    expect(thread.type).toBe(12);
    const told = await kim.waitForMessage(thread.id, says('Les svaret'), 10_000);
    expect(textOfMessage(told)).not.toContain('kom gjerne innom');
    expect(buttonLabels(told)).toEqual(['Les svaret', 'Skriv til oss', 'Hjelp nå']);
    const shown = await answerTo(kim, await kim.press(told, 'Les svaret'));
    expect(textOfMessage(shown)).toContain('Ja, kom gjerne innom i kveld.');
    expect(shown.ephemeral).toBe(true);

    expect(await sander.threads(cardChannel)).toEqual([]);
    const staffThread = await kari.waitForThread(staffChannel);
    await kari.waitForMessage(staffThread.id, says('privat tråd'), 10_000);
    const inTheOpen = (await kim.messages(cardChannel)).map(textOfMessage).join('\n');
    expect(inTheOpen).not.toMatch(/kom gjerne innom|har svart deg/u);
  });
});
