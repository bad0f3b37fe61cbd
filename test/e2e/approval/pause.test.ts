import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, openScene, publicCard, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  // Commands are given to Discord after the start.
  while (!(await scene.kari.commands(staffChannel)).some(({ name }) => name === 'gjenoppta')) await wait(50);
});
afterAll(async () => {
  await scene.close();
});

const run = async (visitor: Visitor, command: string) =>
  textOfMessage(await answerTo(visitor, await visitor.runCommand(staffChannel, command)));

describe('/pause', () => {
  it('is refused for somebody who is neither duty lead nor coordinator', async () => {
    expect(await run(scene.ola, 'pause')).toContain('Du har ikke tilgang');
  });

  it('stops the intake for the next message, and tells the sender and the card the truth', async () => {
    const { kim, kari, sander } = scene;
    await publicCard(sander);
    expect(await run(kari, 'pause')).toContain('Inntaket er stoppet.');
    await kim.sendDm('er det noen her?');
    const told = textOfMessage(await kim.waitForDm(says('tar ikke imot meldinger akkurat nå')));
    expect(told).toMatch(/112/u);
    expect(told).toMatch(/113/u);
    expect(await kari.threads(staffChannel)).toEqual([]);

    const card = await sander.waitForMessage(cardChannel, says('tar ikke imot meldinger akkurat nå'));
    expect(buttonLabels(card)).not.toContain('Skriv til oss');
    expect(buttonLabels(card)).toContain('Hjelp nå');
    expect(await run(kari, 'pause')).toContain('allerede stoppet');
  });

  it('leaves «Hjelp nå» as it was: for one person, by button and by command, at once', async () => {
    const { kim } = scene;
    const card = await kim.waitForMessage(cardChannel, says('tar ikke imot meldinger akkurat nå'));
    const dm = (await kim.dm()).id;
    for (const ask of [
      () => kim.press(card, 'Hjelp nå'),
      () => kim.runCommand(cardChannel, 'hjelp'),
      () => kim.runCommand(dm, 'hjelp'),
    ]) {
      const before = performance.now();
      const answer = await answerTo(kim, await ask());
      expect(performance.now() - before).toBeLessThan(1_000);
      expect(answer.ephemeral).toBe(true);
      expect(textOfMessage(answer)).toMatch(/\*\*112\*\*[\s\S]*\*\*113\*\*/u);
    }
  });

  it('still holds when the program has been started again', async () => {
    const { bot, kim, kari } = scene;
    await bot.stop();
    await bot.start();
    await kim.sendDm('hallo?');
    const told = async () => (await kim.dmMessages()).filter(says('tar ikke imot meldinger akkurat nå'));
    await expect.poll(async () => (await told()).length, { timeout: 5_000 }).toBe(2);
    expect(await kari.threads(staffChannel)).toEqual([]);
  });

  it('ends when the coordinator opens again, and is on record as a drill', async () => {
    const { kim, kari, berit } = scene;
    expect(await run(berit, 'gjenoppta')).toContain('ført som en øvelse');
    await kim.sendDm('hei igjen');
    await kari.waitForThread(staffChannel);
    expect(await run(berit, 'gjenoppta')).toContain('var ikke stoppet');
  });
});
