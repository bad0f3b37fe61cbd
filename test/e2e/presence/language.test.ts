import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import { translatableTexts } from '../../../src/i18n/check-wording.ts';
import {
  answerTo,
  cardChannel,
  commandIsThere,
  openScene,
  publicCard,
  says,
  staffChannel,
} from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { configurationWith } from './configured.ts';

/** In place of a human translation: every text marked, save what must fit a button or the parts of a form. */
const translation = Object.fromEntries(
  [...translatableTexts]
    .filter(([key]) => !/Button$|^forms/u.test(key))
    .map(([key, { template }]) => [key, `SE ${template}`]),
);
const translated = configurationWith(() => ({}), { 'texts-se.json': translation });
let scene: Scene;

beforeAll(async () => {
  scene = await openScene({}, { CONFIG_DIR: translated.folder });
  await scene.bot.start();
  await commandIsThere(scene.kim, cardChannel, 'sprak');
});
afterAll(async () => {
  await scene.close();
  translated.remove();
});

const pick = async (label: string, from = scene.kim): Promise<string> => {
  const question = await answerTo(from, await from.runCommand(cardChannel, 'sprak'));
  const answer = await answerTo(from, await from.choose(question, 'language-chosen', [label]));
  expect(answer.ephemeral).toBe(true);
  return textOfMessage(answer);
};
const help = async (): Promise<string> =>
  textOfMessage(await answerTo(scene.kim, await scene.kim.press(await publicCard(scene.kim), 'Hjelp nå')));

describe('«/språk»', () => {
  it('tells where help is, and which languages there are, where nobody has translated', async () => {
    const text = await pick('sma');
    expect(text.indexOf('**112**')).toBeLessThan(text.indexOf('sørsamisk'));
    expect(text).toContain('Du kan lese på bokmål, nynorsk, engelsk og nordsamisk.');
    expect(await help()).toContain('Hjelp nå');
  });

  it('shows the human translation where one is supplied', async () => {
    expect(await pick('se')).toMatch(/^SE .*nordsamisk/u);
    expect(await help()).toContain('SE ');
  });

  it('gives help in that language while the intake is paused', async () => {
    const { kari, kim } = scene;
    await commandIsThere(kari, staffChannel, 'pause');
    await answerTo(kari, await kari.runCommand(staffChannel, 'pause'));
    const card = await kim.waitForMessage(cardChannel, says('tar ikke imot meldinger akkurat nå'));
    const answer = await answerTo(kim, await kim.press(card, 'Hjelp nå'));
    expect(answer.ephemeral).toBe(true);
    expect(textOfMessage(answer)).toMatch(/SE [\s\S]*\*\*112\*\*[\s\S]*\*\*113\*\*/u);
    await answerTo(scene.berit, await scene.berit.runCommand(staffChannel, 'gjenoppta'));
    await kim.waitForMessage(cardChannel, (message) => buttonLabels(message).includes('Skriv til oss'));
  });

  it('shows times in Norwegian inside it', async () => {
    const { kim } = scene;
    const page = await answerTo(kim, await kim.press(await publicCard(kim), 'Når er dere her?'));
    expect(textOfMessage(page)).toMatch(/^SE |\nSE /u);
    expect(textOfMessage(page)).toMatch(/(?:man|tirs|ons|tors|fre)dag \d{1,2}\. \p{L}+: kl\. \d{2}\.\d{2}/u);
  });

  it('is for this answer and the evening, until there is a conversation', async () => {
    expect(await pick('en')).toContain('We do not store your choice');
    expect(await help()).toContain('# Help now');
  });

  it('is asked in the first answer to a direct message, and kept with the conversation', async () => {
    const { sander } = scene;
    const dm = (await sander.dm()).id;
    await sander.sendDm('Hei, kan dere hjelpe meg?');
    const first = await sander.waitForMessage(dm, says('Jeg er en bot'));
    expect(buttonLabels(first)).toContain('Språk / Language');
    const question = await answerTo(sander, await sander.press(first, 'Språk / Language'));
    const answer = await answerTo(sander, await sander.choose(question, 'language-chosen', ['en']));
    expect(textOfMessage(answer)).toContain('From now on the bot writes English to you');
    await scene.bot.stop('SIGKILL');
    await scene.bot.start();
    await sander.sendDm('Min e-post er nora.nordmann@example.org');
    expect(textOfMessage(await sander.waitForMessage(dm, says('We took this out')))).toContain('an e-mail address');
  });
});
