import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractionReceipt, MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { shownMessage, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
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

let scene: Scene;
const words = 'Vi er på torget på fredag fra klokka 18. Kom innom.';

beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  await commandIsThere(scene.kari, staffChannel, 'innlegg');
});
afterAll(async () => {
  await scene.close();
});

const formOf = (receipt: InteractionReceipt) => {
  if (receipt.kind !== 'modal') throw new Error(`no form but ${receipt.kind}`);
  return receipt.modal;
};
const write = async (by: Visitor, text: string, options = {}): Promise<MessageView> => {
  const modal = formOf(await by.runCommand(staffChannel, 'innlegg nytt', { type: 'local', ...options }));
  const answers = { Teksten: text, 'Kan noen kjennes igjen?': 'Nei, ingen kan kjennes igjen' };
  return answerTo(by, await by.fillModal(modal, answers));
};
const press = async (by: Visitor, message: MessageView, label: string): Promise<string> =>
  textOfMessage(await answerTo(by, await by.press(message, label)));
const posted = async () => (await scene.kim.messages(cardChannel)).filter(says(words));

describe('«/innlegg»', () => {
  it('says what to change, and gives the words back', async () => {
    const text = textOfMessage(await write(scene.kari, 'Her er du anonym.'));
    expect(text).toContain('Ta bort «anonym»');
    expect(text).toContain('Her er du anonym.');
    const wrong = await scene.kari.runCommand(staffChannel, 'innlegg nytt', { type: 'local', tid: 'fredag' });
    expect(textOfMessage(shownMessage(wrong))).toContain('2026-11-25 18:00');
  });

  it('goes out once, when another than the author has approved it', async () => {
    const draft = await write(scene.kari, words);
    expect(textOfMessage(draft)).toContain(words);
    expect(await press(scene.kari, draft, 'Godkjenn')).toContain('En annen må godkjenne');
    expect(await posted()).toEqual([]);
    const calendar = await answerTo(scene.ola, await scene.ola.runCommand(staffChannel, 'innlegg kalender'));
    expect(textOfMessage(calendar)).toMatch(/\*\*1\*\* .*Venter på godkjenning/u);
    const shown = await answerTo(scene.ola, await scene.ola.runCommand(staffChannel, 'innlegg vis', { nummer: 1 }));
    expect(await press(scene.ola, shown, 'Godkjenn')).toContain('Innlegg 1 er godkjent');
    const post = await scene.kim.waitForMessage(cardChannel, says(words));
    expect(textOfMessage(post)).toContain('Utekontakten i Eksempelvik kommune');
    expect(await press(scene.ola, shown, 'Godkjenn')).toContain('allerede godkjent');
    expect(await posted()).toHaveLength(1);
  });
});

describe('a content producer', () => {
  const { velkommen } = seedIds.channels;
  const run = async (command: string, options = {}) =>
    answerTo(scene.iben, await scene.iben.runCommand(velkommen, command, options));

  it('drafts, and approves nothing', async () => {
    const modal = formOf(await scene.iben.runCommand(velkommen, 'innlegg nytt', { type: 'advice' }));
    const answers = { Teksten: 'Ta med en venn på torget.', 'Kan noen kjennes igjen?': 'Nei, ingen kan kjennes igjen' };
    const draft = await answerTo(scene.iben, await scene.iben.fillModal(modal, answers));
    expect(textOfMessage(draft)).toContain('Skrevet av Iben, innholdsprodusent.');
    expect(await press(scene.iben, draft, 'Godkjenn')).toContain('ikke tilgang');
    expect(textOfMessage(await run('innlegg kalender'))).toContain('Ta med en venn');
  });

  it('sees no channel where conversations are, and no case', async () => {
    const { guilds } = await scene.iben.view();
    const seen = guilds.flatMap(({ channels }) => channels.map(({ id }) => id));
    expect(seen).toContain(velkommen);
    expect(seen).not.toContain(seedIds.channels.vakt);
    expect(seen).not.toContain(seedIds.channels.reserveVakt);
    expect(textOfMessage(await run('sak mine'))).toContain('ikke tilgang');
  });
});

describe('«Tilbakemelding» on the card', () => {
  it('is choices only, is counted, and points to where words belong', async () => {
    const modal = formOf(await scene.kim.press(await publicCard(scene.kim), 'Tilbakemelding'));
    const answers = { 'Hjalp det deg?': 'Ja', 'Hva tenker du mest på?': 'Svarene jeg fikk' };
    const thanks = await answerTo(scene.kim, await scene.kim.fillModal(modal, answers));
    expect(textOfMessage(thanks)).toMatch(/Svaret ditt er talt\.[\s\S]*Skriv til oss/u);
    expect(JSON.stringify(modal.components)).not.toContain('"type":4');
  });
});

describe('the line below the bot’s name', () => {
  it('says whether it is open', async () => {
    const { presence } = (await scene.control('GET', '/world')) as { presence: { activity: string | null } };
    expect(presence.activity).toMatch(/^(?:Åpent nå|Stengt|Ingen er pålogget)/u);
  });
});
