import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractionReceipt, MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, commandIsThere, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

const { minecraftVelkommen, robloxVelkommen, robloxUtekontakten } = seedIds.channels;
const words = 'Vi er på torget på fredag fra klokka 18.';
const here = ['#velkommen (Eksempelvik Minecraft)', '#utekontakten (Eksempelvik Minecraft)'];
const there = '#velkommen (Vikinglag Roblox)';
let scene: Scene;
const start = () => scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });

beforeAll(async () => {
  scene = await openScene();
  await scene.control('POST', '/clock', { now: '2026-11-23T12:00:00Z' });
  await start();
  await commandIsThere(scene.kari, staffChannel, 'innlegg');
});
afterAll(async () => {
  await scene.close();
});

const formWith = async (options: Readonly<Record<string, string>>) => {
  const receipt: InteractionReceipt = await scene.kari.runCommand(staffChannel, 'innlegg nytt', {
    type: 'local',
    ...options,
  });
  if (receipt.kind !== 'modal') throw new Error(`no form but ${receipt.kind}`);
  return receipt.modal;
};
const filled = (text: string, places: readonly string[]) => ({
  Teksten: text,
  'Hvor skal det ut?': [...places],
  'Kan noen kjennes igjen?': 'Nei, ingen kan kjennes igjen',
});
const run = async (by: Visitor, command: string, options = {}): Promise<MessageView> =>
  answerTo(by, await by.runCommand(staffChannel, command, options));
/** As it is read, without the signs that keep names from being markdown. */
const shownText = (message: MessageView): string => textOfMessage(message).replaceAll('\\', '');
const approve = async (number: number): Promise<string> => {
  const shown = await run(scene.ola, 'innlegg vis', { nummer: number });
  return textOfMessage(await answerTo(scene.ola, await scene.ola.press(shown, 'Godkjenn')));
};
const postsIn = async (channelId: string) => (await scene.sander.messages(channelId)).filter(says(words));

describe('the channels of a post', () => {
  it('are offered by name; one server when that is asked for', async () => {
    expect(
      await scene.kari.complete(staffChannel, 'innlegg nytt', 'server', { type: 'local', server: 'roblox' }),
    ).toEqual([{ name: 'Vikinglag Roblox', value: seedIds.guilds.roblox }]);
    const all = JSON.stringify((await formWith({})).components);
    for (const name of ['Alle kanaler med kortet (2)', ...here, there]) expect(all).toContain(name);
    const one = JSON.stringify((await formWith({ server: seedIds.guilds.roblox })).components);
    expect(one).toContain(there);
    expect(one).not.toContain(here[0]);
  });

  it('are refused by name where the bot may no longer write, and nothing is kept', async () => {
    const modal = await formWith({});
    const { SendMessages } = PermissionFlagsBits;
    await scene.control('PUT', `/channels/${robloxVelkommen}/permissions/${seedIds.bot}`, {
      type: 'member',
      allow: '0',
      deny: String(SendMessages),
    });
    const answer = await answerTo(scene.kari, await scene.kari.fillModal(modal, filled(words, [here[0] ?? '', there])));
    expect(textOfMessage(answer)).toContain(`Boten får ikke skrive i ${there}.`);
    expect(textOfMessage(answer)).toContain(words);
    expect(textOfMessage(await run(scene.kari, 'innlegg kalender'))).toContain('Ingen innlegg venter');
  });

  it('stand in the draft and in the calendar', async () => {
    const modal = await formWith({ tid: '2026-11-23 18:00' });
    const draft = await answerTo(scene.kari, await scene.kari.fillModal(modal, filled(words, here)));
    const named = 'I #velkommen (Eksempelvik Minecraft) og #utekontakten (Eksempelvik Minecraft).';
    expect(shownText(draft)).toContain(named);
    expect(shownText(await run(scene.ola, 'innlegg kalender'))).toContain(named);
  });

  it('get it once each across restarts, and no other channel does', async () => {
    expect(await approve(1)).toContain('Innlegg 1 er godkjent');
    await scene.bot.stop('SIGKILL');
    await start();
    await scene.control('POST', '/clock', { now: '2026-11-23T17:00:10Z' });
    for (const channelId of [minecraftVelkommen, cardChannel])
      await scene.sander.waitForMessage(channelId, says(words));
    await scene.bot.stop('SIGKILL');
    await start();
    // What comes next in a channel waits for what came before it.
    const after = 'Takk for praten på torget.';
    const modal = await formWith({});
    await answerTo(
      scene.kari,
      await scene.kari.fillModal(modal, filled(after, ['Alle kanaler med kortet (2)', ...here])),
    );
    expect(await approve(2)).toContain('Innlegg 2 er godkjent');
    for (const channelId of [minecraftVelkommen, cardChannel, robloxUtekontakten])
      await scene.sander.waitForMessage(channelId, says(after));
    for (const channelId of [minecraftVelkommen, cardChannel]) expect(await postsIn(channelId)).toHaveLength(1);
    for (const channelId of [robloxVelkommen, robloxUtekontakten]) expect(await postsIn(channelId)).toEqual([]);
  });
});
