import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, commandIsThere, openScene, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
const koordinering = seedIds.channels.koordinering;

beforeAll(async () => {
  scene = await openScene();
  await scene.control('PUT', `/guilds/${seedIds.guilds.municipality}/members/${seedIds.users.berit}`, {
    roleIds: [seedIds.roles.koordinator],
  });
  await scene.bot.start();
  await commandIsThere(scene.berit, koordinering, 'profil');
});
afterAll(async () => {
  await scene.close();
});

describe('«/profil»', () => {
  it('is for the coordinator', async () => {
    const shown = await answerTo(scene.kari, await scene.kari.runCommand(staffChannel, 'profil'));
    expect(textOfMessage(shown)).toMatch(/ikke tilgang/u);
  });

  it('shows name, bio and the coat of arms before anything is changed', async () => {
    const shown = await answerTo(scene.berit, await scene.berit.runCommand(koordinering, 'profil'));
    const text = textOfMessage(shown);
    expect(text).toContain('Navn: **Utekontakten Eksempelvik**');
    expect(text).toContain('Sjekk at kontoen er ekte: https://eksempelvik.example/utekontakten');
    expect(text).toContain('Kommunevåpen: ja');
    expect(shown.attachments.map(({ filename }) => filename)).toEqual(['avatar.png']);
    expect(buttonLabels(shown)).toEqual(['Bruk på alle serverne']);
    expect(text.match(/, standardbilde/gu)).toHaveLength(3);
  });

  it('puts them in place in every server when told to', async () => {
    const shown = await answerTo(scene.berit, await scene.berit.runCommand(koordinering, 'profil'));
    const done = await answerTo(scene.berit, await scene.berit.press(shown, 'Bruk på alle serverne'));
    expect(textOfMessage(done)).toContain('Profilen er satt på 3 servere.');
    const again = await answerTo(scene.berit, await scene.berit.runCommand(koordinering, 'profil'));
    expect(textOfMessage(again).match(/Utekontakten Eksempelvik, eget bilde/gu)).toHaveLength(3);
  });
});
