import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractionReceipt, MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, shownMessage, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, commandIsThere, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
const koordinering = seedIds.channels.koordinering;
const invitation = 'Skriv til oss om stort og smått. Vi kan se Discord-kontoen din.';

beforeAll(async () => {
  scene = await openScene();
  await scene.control('PUT', `/guilds/${seedIds.guilds.municipality}/members/${seedIds.users.berit}`, {
    roleIds: [seedIds.roles.koordinator],
  });
  await scene.bot.start();
  await commandIsThere(scene.berit, koordinering, 'tekster');
});
afterAll(async () => {
  await scene.close();
});

const formOf = (receipt: InteractionReceipt) => {
  if (receipt.kind !== 'modal') throw new Error(`no form but ${receipt.kind}`);
  return receipt.modal;
};
const run = async (path: string, options = {}): Promise<MessageView> =>
  answerTo(scene.berit, await scene.berit.runCommand(koordinering, `tekster ${path}`, options));
const write = async (tekst: string, words: string): Promise<MessageView> => {
  const modal = formOf(await scene.berit.runCommand(koordinering, 'tekster endre', { tekst }));
  return shownMessage(await scene.berit.fillModal(modal, { 'Ny tekst': words }));
};
const press = async (message: MessageView, label: string): Promise<string> =>
  textOfMessage(await answerTo(scene.berit, await scene.berit.press(message, label)));
const card = (words: string) => scene.kim.waitForMessage(cardChannel, says(words), 8_000);

describe('«/tekster»', () => {
  it('is for the coordinator', async () => {
    const shown = await answerTo(scene.kari, await scene.kari.runCommand(staffChannel, 'tekster vis'));
    expect(textOfMessage(shown)).toMatch(/ikke tilgang/u);
    const receipt = await scene.kari.runCommand(staffChannel, 'tekster endre', { tekst: 'pages.cardInvitation' });
    expect(textOfMessage(shownMessage(receipt))).toMatch(/ikke tilgang/u);
  });

  it('finds a text by what it says', async () => {
    const found = await scene.berit.complete(koordinering, 'tekster endre', 'tekst', { tekst: 'små og store' });
    expect(found.map(({ value }) => value)).toEqual(['pages.cardInvitation']);
  });

  it('shows the standard and says that it is in use', async () => {
    const text = textOfMessage(await run('vis', { tekst: 'pages.cardInvitation' }));
    expect(text).toContain('Skriv til oss om små og store ting.');
    expect(text).toContain('Standardteksten brukes.');
    expect(textOfMessage(await run('vis', { tekst: 'pages.tull' }))).toContain('Fant ikke teksten');
  });

  it('saves nothing that breaks a rule, says what to change, and keeps what was written', async () => {
    const shown = await write('pages.cardInvitation', 'Her er du anonym, {navn}.');
    const text = textOfMessage(shown);
    expect(text).toMatch(/Ikke lagret\. Rett dette først:/u);
    expect(text).toContain('Ta bort «anonym»');
    expect(text).toContain('Ta bort {navn}');
    expect(buttonLabels(shown)).toEqual(['Skriv på nytt']);
    const again = formOf(await scene.berit.press(shown, 'Skriv på nytt'));
    expect(JSON.stringify(again.components)).toContain('Her er du anonym, {navn}.');
    expect(textOfMessage(await run('vis'))).toContain('Alle tekster er standardtekster');
  });

  it('shows a good one as it will read, and uses it everywhere when told to', async () => {
    const shown = await write('pages.cardInvitation', invitation);
    expect(textOfMessage(shown)).toMatch(/Ikke tatt i bruk ennå[\s\S]*Skriv til oss om stort og smått/u);
    await card('Skriv til oss om små og store ting');
    expect(await press(shown, 'Bruk teksten')).toContain('Lagret');
    await card(invitation);
    expect(textOfMessage(await run('vis'))).toContain(invitation);
  });

  it('remembers how it was, and goes back', async () => {
    const second = await write('pages.cardInvitation', 'Skriv til oss. Vi kan se Discord-kontoen din.');
    expect(await press(second, 'Bruk teksten')).toContain('Lagret');
    await card('Skriv til oss. Vi kan se');
    const history = await run('historikk', { tekst: 'pages.cardInvitation' });
    expect(textOfMessage(history)).toContain(invitation);
    expect(await press(history, 'Bruk versjon 2')).toContain('Lagret');
    await card(invitation);
    expect(textOfMessage(await run('tilbakestill', { tekst: 'pages.cardInvitation' }))).toContain('Lagret');
    await card('Skriv til oss om små og store ting');
  });
});
