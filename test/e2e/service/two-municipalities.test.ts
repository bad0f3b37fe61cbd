import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { neighbourIds } from '../../../sandbox/seed-neighbour.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, commandIsThere, openScene, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';
import { twoMunicipalities } from './neighbour.ts';

const neighbourChannel = neighbourIds.channels.vakt;

let scene: Scene;
let remove: () => void;
beforeAll(async () => {
  const configuration = twoMunicipalities();
  ({ remove } = configuration);
  scene = await openScene({ neighbour: true }, { CONFIG_DIR: configuration.folder });
  await scene.bot.start();
});
afterAll(async () => {
  await scene.close();
  remove();
});

const everythingIn = async (visitor: Visitor, channelId: string): Promise<string> => {
  const threads = await visitor.threads(channelId);
  const all = await Promise.all([channelId, ...threads.map(({ id }) => id)].map((id) => visitor.messages(id)));
  return all.flat().map(textOfMessage).join('\n');
};

describe('a sender who shares servers with two municipalities', () => {
  it('is asked by name, and nobody sees the words before the answer', async () => {
    const { kim, kari, ola } = scene;
    await kim.sendDm('hei, mitt nummer er 98765432');
    const asked = await kim.waitForDm(says('Hvem skriver du til?'));
    expect(buttonLabels(asked)).toEqual([
      'Utekontakten i Eksempelvik kommune',
      'Utekontakten i Nabovik kommune',
      'Hjelp nå',
    ]);
    expect(textOfMessage(asked)).toContain('Ingen ser meldingen din før du velger');
    expect(await kari.messages(staffChannel)).toEqual([]);
    expect(await ola.messages(neighbourChannel)).toEqual([]);
  });

  it('is read by the chosen one alone, also after a restart in between', async () => {
    const { kim, kari, ola, bot } = scene;
    await bot.stop('SIGKILL');
    await bot.start();
    const asked = await kim.waitForDm(says('Hvem skriver du til?'));
    const told = await answerTo(kim, await kim.press(asked, 'Utekontakten i Nabovik kommune'));
    expect(textOfMessage(told)).toContain('Du skriver nå til Utekontakten i Nabovik kommune');
    const thread = await ola.waitForThread(neighbourChannel);
    await ola.waitForMessage(thread.id, says('hei, mitt nummer er'), 10_000);
    await kim.waitForDm(says('Dette er Utekontakten i Nabovik kommune'));
    await kim.sendDm('og en ting til');
    await ola.waitForMessage(thread.id, says('og en ting til'), 10_000);
    expect(await kari.messages(staffChannel)).toEqual([]);
    expect(await everythingIn(ola, neighbourChannel)).not.toContain('98765432');
  });

  it('is helped at once when it is urgent; the case is marked, and moves with the choice', async () => {
    const { sander, kari, ola } = scene;
    await scene.control('PUT', `/guilds/${neighbourIds.guild}/members/${seedIds.users.sander}`, { roleIds: [] });
    await sander.sendDm('jeg har tatt en overdose og vil dø nå');
    const card = await kari.waitForMessage(staffChannel, says(/AKUTT[\s\S]*har ikke valgt kommune/iu), 15_000);
    expect(textOfMessage(card)).toContain('Ingen har tatt den');
    expect(await everythingIn(ola, neighbourChannel)).not.toContain('overdose');
    const asked = await sander.waitForDm(says('Hvem skriver du til?'));
    expect(textOfMessage(asked)).toContain('har fått den med en gang');

    await sander.press(asked, 'Utekontakten i Nabovik kommune');
    await ola.waitForMessage(neighbourChannel, says(/AKUTT/iu), 15_000);
    await kari.waitForMessage(staffChannel, says('avsenderen valgte en annen kommune'), 15_000);
    const left = async (): Promise<string> => everythingIn(kari, staffChannel);
    for (let tries = 0; tries < 100 && (await left()).includes('overdose'); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await left()).not.toContain('overdose');
  });

  it('is asked whose data it is about, sees what that one holds, and has it erased there', async () => {
    const { kim } = scene;
    const { id: dm } = await kim.dm();
    await commandIsThere(kim, dm, 'mine-data');
    const asked = async (command: string) => {
      const shown = await answerTo(kim, await kim.runCommand(dm, command));
      expect(textOfMessage(shown)).toContain('Hvem gjelder det?');
      return async (service: string) => answerTo(kim, await kim.press(shown, service));
    };
    const [eksempelvik, nabovik] = ['Utekontakten i Eksempelvik kommune', 'Utekontakten i Nabovik kommune'] as const;
    const see = await asked('mine-data');
    expect(textOfMessage(await see(eksempelvik))).toContain('Vi fant ingenting');
    expect(textOfMessage(await (await asked('mine-data'))(nabovik))).toContain('og en ting til');

    const question = await (await asked('slett'))(nabovik);
    expect(textOfMessage(question)).toContain('Vil du slette');
    await answerTo(kim, await kim.press(question, 'Ja, slett nå'));
    expect(textOfMessage(await (await asked('mine-data'))(nabovik))).toContain('Vi fant ingenting');
  });
});

describe('a sender who has left every server', () => {
  it('still sees what is stored, and may have it erased', async () => {
    const { sander, bot } = scene;
    const { id: dm } = await sander.dm();
    for (const guildId of [seedIds.guilds.minecraft, seedIds.guilds.roblox, neighbourIds.guild])
      await scene.control('DELETE', `/guilds/${guildId}/members/${seedIds.users.sander}`);
    // A membership that was asked about is trusted for a while.
    await bot.stop('SIGKILL');
    await bot.start();
    const run = async (command: string) => answerTo(sander, await sander.runCommand(dm, command));
    expect(textOfMessage(await run('mine-data'))).toContain('overdose');
    expect(buttonLabels(await run('slett'))).toContain('Ja, slett nå');
  });
});
