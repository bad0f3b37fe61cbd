import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { configurationWith } from './configured.ts';

const checker = fileURLToPath(new URL('../../../../shared/tools/check-discord-requests.mjs', import.meta.url));

/** A service that writes nynorsk. */
const nynorsk = configurationWith(() => ({ language: 'nn' }));
let scene: Scene;
beforeAll(async () => {
  scene = await openScene({}, { CONFIG_DIR: nynorsk.folder });
  await scene.control('POST', '/clock', { now: '2026-11-23T18:30:00Z' });
  await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
  // The staff's own commands are the last to be registered.
  await vi.waitFor(async () => {
    expect((await scene.kari.commands(staffChannel)).map(({ name }) => name)).toContain('vakt');
  }, 5_000);
});
afterAll(async () => {
  await scene.close();
  nynorsk.remove();
});

const run = async (command: string, options = {}, who = scene.kim, channel: string = cardChannel) => {
  const shown = await answerTo(who, await who.runCommand(channel, command, options));
  expect(shown.ephemeral).toBe(true);
  return textOfMessage(shown);
};

describe('a command', () => {
  it.each([
    ['apningstider', /Ingen er pålogga akkurat no/u, /Nobody is online right now/u],
    ['personvern', /Personvern, kort fortalt/u, /Privacy in short/u],
    ['hvem', /Kven er Utekontakten/u, /Who is Utekontakten/u],
    ['hjelp', /# Hjelp no/u, /# Help now/u],
  ] as const)(
    '/%s answers in the service’s Norwegian, and in English to others',
    async (command, norwegian, english) => {
      expect(await run(command)).toMatch(norwegian);
      await scene.kim.set({ locale: 'en-US' });
      expect(await run(command)).toMatch(english);
      await scene.kim.set({ locale: 'no' });
    },
  );

  it('/vakt answers staff in their language', async () => {
    await scene.kari.set({ locale: 'en-GB' });
    expect(await run('vakt inn', {}, scene.kari, staffChannel)).toMatch(/You are online until 21:00/u);
    await scene.kari.set({ locale: 'no' });
    expect(await run('vakt ut', {}, scene.kari, staffChannel)).toMatch(/Du er logga ut[\s\S]*Ingen samtalar ventar/u);
  });

  it('/apningstider shows a fortnight to whoever asks for it', async () => {
    const days = (await run('apningstider', { dager: 14 }))
      .split('\n')
      .filter((line) => /: (?:kl\.|stengt)/u.test(line));
    expect(days).toHaveLength(14);
  });

  it('is called by its name in the reader’s language', async () => {
    const names = async () => (await scene.kim.commands(cardChannel)).map(({ shownName }) => shownName);
    expect(await names()).toEqual(expect.arrayContaining(['åpningstider', 'hjelp', 'personvern', 'hvem']));
    await scene.kim.set({ locale: 'en-GB' });
    expect(await names()).toEqual(expect.arrayContaining(['opening-hours', 'help', 'privacy', 'who']));
    await scene.kim.set({ locale: 'no' });
  });
});

describe('the buttons and the form', () => {
  it('speak the reader’s language on a card that speaks the service’s', async () => {
    await scene.kim.set({ locale: 'en-GB' });
    const card = await scene.kim.waitForMessage(cardChannel, (message) =>
      buttonLabels(message).includes('Kven er de?'),
    );
    expect(textOfMessage(await answerTo(scene.kim, await scene.kim.press(card, 'Kven er de?')))).toMatch(/Who is/u);
    expect(openedModal(await scene.kim.press(card, 'Skriv til oss')).title).toBe('Write to us');
    await scene.kim.set({ locale: 'no' });
  });
});

describe('a simple question', () => {
  it('is answered from configuration, once, and reaches staff like everything else', async () => {
    await scene.kim.sendDm('kan jeg spørre om noe');
    await scene.kim.waitForDm(says('Vi har fått meldinga di'));
    const thread = await scene.kari.waitForThread(staffChannel);

    await scene.kim.sendDm('hvor finner jeg dere?');
    const answer = await scene.kim.waitForDm(says('Eksempelgata 1'));
    expect(textOfMessage(answer)).toMatch(/12 34 50 00[\s\S]*Automatisk svar frå boten/u);
    await scene.kari.waitForMessage(thread.id, says('hvor finner jeg dere'));

    await scene.kim.sendDm('hvor er dere');
    await scene.kari.waitForMessage(thread.id, says('hvor er dere'));
    await scene.kim.sendDm('er du en bot?');
    await scene.kim.waitForDm(says('Ja, eg er ein bot'));
    expect((await scene.kim.dmMessages()).filter(says('Eksempelgata 1'))).toHaveLength(1);
  });

  it('is left to the human who has taken the conversation', async () => {
    const card = await scene.kari.waitForMessage(staffChannel, says('Ingen har teke'));
    await scene.kari.press(card, 'Eg tek ho');
    await scene.kim.waitForDm(says('Kari, '));
    await scene.kim.sendDm('hvem leser dette?');
    const thread = await scene.kari.waitForThread(staffChannel);
    await scene.kari.waitForMessage(thread.id, says('hvem leser dette'));
    await scene.kim.sendDm('takk');
    await scene.kari.waitForMessage(thread.id, says('takk'));
    expect((await scene.kim.dmMessages()).filter(says(/saksnummer|Fint at du skreiv/u))).toHaveLength(0);
  });
});

describe('«/kort»', () => {
  it('is for the coordinator, and puts one card up as the newest message', async () => {
    expect(await run('kort', {}, scene.kari, staffChannel)).toMatch(/ikkje tilgang/u);
    const old = await scene.kim.waitForMessage(cardChannel, (message) => buttonLabels(message).length === 7);
    await scene.sander.send(cardChannel, 'noe helt annet');
    expect(await run('kort', {}, scene.berit, seedIds.channels.koordinering)).toMatch(/2 kort er sette opp på nytt/u);
    const cards = (await scene.kim.messages(cardChannel)).filter((message) => buttonLabels(message).length === 7);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.id).not.toBe(old.id);
    expect((await scene.kim.messages(cardChannel)).at(-1)?.id).toBe(cards[0]?.id);
  });

  it('leaves a card that is kept up to date', async () => {
    await run('vakt inn', {}, scene.kari, staffChannel);
    await scene.kim.waitForMessage(
      cardChannel,
      (message) => buttonLabels(message).length === 7 && says('På jobb: Kari')(message),
    );
  });
});

describe('what was sent to Discord', () => {
  it.runIf(existsSync(checker))('fits its own description, every request of it', () => {
    const { status, stdout } = spawnSync(process.execPath, [checker, scene.requestLog], { encoding: 'utf8' });
    expect(`${status}\n${stdout}`).toMatch(/^0\n/u);
  });
});
