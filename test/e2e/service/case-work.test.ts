import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, openScene, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

let scene: Scene;
/** The card of the duty guide, as Kari was shown it. */
let shownStep: MessageView;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  await scene.sander.sendDm('jeg vil dø i kveld. har skrevet farvelbrev og orker ikke mer');
});
afterAll(async () => {
  await scene.close();
});

const card = () => scene.kari.waitForMessage(staffChannel, says('## Akutt'));
const numberOnCard = async (): Promise<string> => /Sak (\d+)/u.exec(textOfMessage(await card()))?.[1] ?? '';

describe('from an acute alert', () => {
  it('the next step is one press and three answers away', async () => {
    const { kari } = scene;
    const alert = await kari.waitForMessage(staffChannel, says(`<@&${seedIds.roles.vakthavende}>`));
    const modal = openedModal(await kari.press(alert, 'Neste steg'));
    const receipt = await kari.fillModal(modal, {
      'Er det akutt fare nå?': ['yes'],
      'Vet vi hvem ungdommen er?': ['unknown'],
      'Kan det fortsatt avverges?': ['yes'],
    });
    const step = await answerTo(kari, receipt);
    expect(textOfMessage(step)).toMatch(/Ring politiets nødnummer nå[\s\S]*\*\*112\*\*[\s\S]*Dette er Kari/u);
    expect(step.ephemeral).toBe(true);
    expect(buttonLabels(step)).toEqual(['Flere spørsmål', 'Bestem', 'Skjema', 'Åpne skjermet skjema']);
    shownStep = step;
  });

  it('a colleague goes on from the answers that are given', async () => {
    const { ola } = scene;
    const modal = openedModal(await ola.press(await card(), 'Neste steg'));
    expect(JSON.stringify(modal.components)).not.toContain('Er det akutt fare nå?');
    expect(JSON.stringify(modal.components)).toContain('selvmord');
  });
});

describe('a decision against the card', () => {
  it('is taken in Discord, with a reason that names nobody, and stands on the card', async () => {
    const { kari } = scene;
    const form = openedModal(await kari.press(shownStep, 'Bestem'));
    const without = await answerTo(kari, await kari.fillModal(form, { 'Hva bestemmer du?': ['no'] }));
    expect(textOfMessage(without)).toContain('Skriv hvorfor du gjør noe annet');
    const again = openedModal(await kari.press(without, 'Bestem'));
    const reason = 'Politiet er på stedet, ring 412 98 765';
    const decided = await answerTo(
      kari,
      await kari.fillModal(again, { 'Hva bestemmer du?': ['no'], 'Hvorfor?': reason }),
    );
    expect(textOfMessage(decided)).toMatch(/Besluttet av Kari, .*gjør noe annet enn kortet sier[\s\S]*telefonnummer/u);
    expect(textOfMessage(decided)).not.toContain('412 98 765');
  });
});

describe('the form by keyboard', () => {
  it('takes few steps from the card to the record', async () => {
    const { kari } = scene;
    // One press to open; one choice in each field; one to send. Tab and Enter reach each of them.
    const modal = openedModal(await kari.press(await card(), 'Skjema'));
    const fields = modal.components.filter(({ type }) => type === 18);
    const presses = 1 + fields.length + 1;
    expect(presses).toBeLessThanOrEqual(8);
    const receipt = await kari.fillModal(modal, {
      'Hvor alvorlig er det?': ['acute'],
      'Er det akutt fare nå?': ['yes'],
      'Vet dere hvem avsenderen er?': ['unknown'],
      'Kan det fortsatt avverges?': ['yes'],
      'Hva gjelder det mest?': 'Selvmordstanker',
    });
    expect(textOfMessage(await answerTo(kari, receipt))).toMatch(/er lagret/u);
  });
});

describe('«Mer»', () => {
  it('hands a case to a colleague by name, who takes it over from the thread', async () => {
    const { kari, ola } = scene;
    await answerTo(kari, await kari.press(await card(), 'Jeg tar den'));
    const panel = await answerTo(kari, await kari.press(await card(), 'Mer'));
    expect(panel.ephemeral).toBe(true);
    const offered = await answerTo(kari, await kari.choose(panel, 'Be en kollega ta over …', [seedIds.users.ola]));
    expect(textOfMessage(offered)).toMatch(/har fått beskjed/u);
    const thread = await kari.waitForThread(staffChannel);
    const note = await ola.waitForMessage(thread.id, says('ber deg ta over'));
    expect(note.mentionUserIds).toEqual([seedIds.users.ola]);
    expect(textOfMessage(await answerTo(ola, await ola.press(note, 'Ta over')))).toMatch(/Du har tatt over/u);
    await kari.waitForMessage(staffChannel, says(/## Akutt[\s\S]*Tatt av Ola/u));
  });

  it('shows who the sender is to one person, with a reason', async () => {
    const { kari } = scene;
    const panel = await answerTo(kari, await kari.press(await card(), 'Mer'));
    const shown = await answerTo(
      kari,
      await kari.choose(panel, 'Vis hvem avsenderen er. Velg grunn …', ['Jeg følger opp saken']),
    );
    expect(textOfMessage(shown)).toContain(seedIds.users.sander);
    expect(shown.ephemeral).toBe(true);
    expect(scene.bot.output).not.toContain(seedIds.users.sander);
  });

  it('sets a case aside, and the sender wakes it', async () => {
    const { ola, kari, sander } = scene;
    const panel = await answerTo(ola, await ola.press(await card(), 'Mer'));
    const aside = await answerTo(ola, await ola.choose(panel, 'Sett på vent i …', ['hour']));
    expect(textOfMessage(aside)).toMatch(/på vent til/u);
    await kari.waitForMessage(staffChannel, says(/## Akutt[\s\S]*Satt på vent av Ola/u));
    await sander.sendDm('er dere der?');
    await kari.waitForMessage(staffChannel, says(/## Akutt[\s\S]*Tatt av Ola/u), 30_000);
  });

  it('keeps a fresh worry open until a service has it', async () => {
    const { ola } = scene;
    const refused = await answerTo(ola, await ola.press(await card(), 'Lukk'));
    expect(textOfMessage(refused)).toMatch(/ikke lukket[\s\S]*Skjema/u);
  });
});

describe('a reply', () => {
  it('can be changed and taken back by its writer, in the sender’s conversation too', async () => {
    const { ola, kari, sander } = scene;
    const modal = openedModal(await ola.press(await card(), 'Svar'));
    await ola.fillModal(modal, { 'Svaret til avsenderen': 'Hei, jeg er her nå.' });
    const first = await sander.waitForDm(says('jeg er her nå'));
    const thread = await ola.waitForThread(staffChannel);
    const entry = await ola.waitForMessage(thread.id, says('jeg er her nå'));

    const refused = await answerTo(kari, await kari.press(entry, 'Trekk tilbake'));
    expect(textOfMessage(refused)).toMatch(/Bare den som skrev/u);

    const again = openedModal(await ola.press(entry, 'Endre'));
    expect(JSON.stringify(again.components)).toContain('Hei, jeg er her nå.');
    await ola.fillModal(again, { 'Svaret til avsenderen': 'Hei, jeg er her i kveld.' });
    const changed = await sander.waitForDm(says('jeg er her i kveld'));
    expect(changed.id).toBe(first.id);

    await answerTo(ola, await ola.press(entry, 'Trekk tilbake'));
    await expect
      .poll(async () => (await sander.dmMessages()).some(({ id }) => id === first.id), { timeout: 5_000 })
      .toBe(false);
    await ola.waitForMessage(thread.id, says('Trukket tilbake'));
  });

  it('that promises something is shown back first', async () => {
    const { ola, sander } = scene;
    const modal = openedModal(await ola.press(await card(), 'Svar'));
    const preview = await answerTo(
      ola,
      await ola.fillModal(modal, { 'Svaret til avsenderen': 'Jeg lover at ingen får vite det' }),
    );
    expect(textOfMessage(preview)).toMatch(/Ikke sendt ennå[\s\S]*kan love noe/u);
    expect((await sander.dmMessages()).filter(says('Jeg lover'))).toHaveLength(0);
  });

  it('begun by two shows each who else writes', async () => {
    const { ola, kari } = scene;
    await ola.press(await card(), 'Svar');
    const modal = openedModal(await kari.press(await card(), 'Svar'));
    expect(JSON.stringify(modal.components)).toContain('Ola skriver et svar i denne saken nå');
  });
});

describe('commands of staff', () => {
  it('list the open cases, and suggest them while a number is typed', async () => {
    const { kari } = scene;
    const number = await numberOnCard();
    const list = await answerTo(kari, await kari.runCommand(staffChannel, 'sak apne'));
    expect(textOfMessage(list)).toContain(`Sak ${number}`);
    const choices = await kari.complete(staffChannel, 'sak vis', 'nummer', { nummer: number.slice(0, 2) });
    expect(choices.map(({ value }) => value)).toContain(number);
    const shown = await answerTo(kari, await kari.runCommand(staffChannel, 'sak vis', { nummer: number }));
    expect(textOfMessage(shown)).toContain(`## Akutt · Sak ${number}`);
    expect(shown.ephemeral).toBe(true);
  });

  it('open the forms of a case by its number', async () => {
    const { kari } = scene;
    const nummer = await numberOnCard();
    expect(openedModal(await kari.runCommand(staffChannel, 'svar', { nummer })).title).toBe(`Svar i Sak ${nummer}`);
    const begun = await answerTo(kari, await kari.runCommand(staffChannel, 'skjema', { nummer }));
    expect(textOfMessage(begun)).toContain(`Sak ${nummer}`);
  });

  it('show services about a theme', async () => {
    const { kari } = scene;
    const shown = await answerTo(kari, await kari.runCommand(staffChannel, 'ressurs', { tema: 'suicide' }));
    expect(textOfMessage(shown)).toMatch(/Tjenester og sider: selvmordstanker/u);
  });

  it('make a case of a message somebody wrote where staff can see it', async () => {
    const { kari, berit } = scene;
    const message = await berit.send(seedIds.channels.velkommen, 'jeg er redd for en venn, ring meg på 412 34 567');
    const receipt = await kari.useOnMessage(message, 'Opprett sak');
    expect(textOfMessage(await answerTo(kari, receipt))).toMatch(/tatt inn/u);
    const threads = async () => kari.threads(staffChannel);
    await expect.poll(async () => (await threads()).length, { timeout: 8_000 }).toBe(2);
    const texts = async () =>
      (await Promise.all((await threads()).map(({ id }) => kari.messages(id)))).flat().map(textOfMessage).join('\n');
    await expect.poll(texts, { timeout: 8_000 }).toMatch(/redd for en venn/u);
    expect(await texts()).not.toContain('412 34 567');
  });
});
