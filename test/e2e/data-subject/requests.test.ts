import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView, ModalFields } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  while (!(await scene.berit.commands(staffChannel)).some(({ name }) => name === 'innsyn')) await wait(50);
});
afterAll(async () => {
  await scene.close();
});

const overview = async (): Promise<MessageView> =>
  answerTo(scene.berit, await scene.berit.runCommand(staffChannel, 'innsyn'));
const then = (shown: MessageView, text: string | RegExp): Promise<MessageView> =>
  scene.berit.waitForMessage(staffChannel, (message) => message.id === shown.id && says(text)(message));
async function fill(shown: MessageView, button: string, fields: ModalFields, text: string | RegExp) {
  await scene.berit.fillModal(openedModal(await scene.berit.press(shown, button)), fields);
  return then(shown, text);
}

describe('/innsyn', () => {
  it('answers a wish for erasure that must be weighed, and the sender is told why', async () => {
    const { sander, kari } = scene;
    await sander.sendDm('pappa slår meg hver dag, jeg er redd for å gå hjem');
    const thread = await kari.waitForThread(staffChannel);
    await kari.waitForMessage(thread.id, says('pappa slår meg'));
    await sander.waitForDm(says(/112/u));
    const question = await answerTo(sander, await sander.runCommand((await sander.dm()).id, 'slett'));
    await answerTo(sander, await sander.press(question, 'Ja, slett nå'));
    const shown = await overview();
    const number = /Sak (?<number>\d+)/u.exec(textOfMessage(shown))?.groups?.['number'] ?? '';
    const answer = { 'Hva svarer dere?': 'Behold: noen kan være i fare' };
    const answered = await fill(shown, `Svar om sak ${number}`, answer, 'Saken beholdes');
    expect(textOfMessage(answered)).toContain('Ingen forespørsler venter.');
    expect(textOfMessage(await sander.waitForDm(says('Vi må beholde den')))).toContain('Noen kan være i fare');
  });

  it('counts what is stored about an account somebody asks about on paper, and makes a copy', async () => {
    const { kim, kari, berit } = scene;
    const before = (await kari.threads(staffChannel)).map(({ id }) => id);
    await kim.sendDm('hei, kan jeg spille minecraft med dere?');
    const thread = await kari.waitForThread(staffChannel, ({ id }) => !before.includes(id));
    await kari.waitForMessage(thread.id, says('minecraft'));
    const asked = {
      'Discord-id til kontoen': seedIds.users.kim,
      'Hvem spør?': 'Den unge selv',
      'Hvordan vet dere at kontoen er deres?': 'Viste oss kontoen, innlogget',
      'Når kom forespørselen?': '1.1.2026',
    };
    const shown = await overview();
    const early = { ...asked, 'Når kom forespørselen?': '1.1.2099' };
    await fill(shown, 'Ny forespørsel på papir', early, 'Datoen er fram i tid');
    await fill(shown, 'Ny forespørsel på papir', asked, 'Forespørsel 1 er ført');
    await berit.press(await then(shown, 'Forespørsel 1'), 'Forespørsel 1');
    const found = await then(shown, '1 melding');
    expect(textOfMessage(found)).not.toContain('minecraft');
    await berit.press(found, 'Lag kopi til den som spør');
    expect(JSON.stringify(await then(shown, 'Kopien er laget'))).toContain('kopi.pdf');
  });

  it('erases for the one who asked, with the answer to pass on and the request to put away', async () => {
    const { berit, kari } = scene;
    const shown = await overview();
    await berit.press(shown, 'Forespørsel 1');
    await berit.press(await then(shown, '1 melding'), 'Slett det som kan slettes');
    const receipt = await then(shown, 'Svaret til den som spurte');
    expect(textOfMessage(receipt)).toContain('borte fra lageret vårt');
    const threads = await Promise.all((await kari.threads(staffChannel)).map(({ id }) => kari.messages(id)));
    expect(threads.flat().filter(says('minecraft'))).toEqual([]);
    await berit.press(receipt, 'Ferdig besvart');
    await then(shown, 'Forespørselen er ført som besvart');
  });

  it('tells nothing where a guardian asks', async () => {
    const asked = {
      'Discord-id til kontoen': seedIds.users.kim,
      'Hvem spør?': 'Foresatt',
      'Hvordan vet dere at kontoen er deres?': 'Kunne si hva som ble skrevet, og når',
      'Når kom forespørselen?': '1.1.2026',
    };
    const shown = await overview();
    const registered = await fill(shown, 'Ny forespørsel på papir', asked, 'Forespørsel 3 er ført');
    await scene.berit.press(registered, 'Forespørsel 3');
    expect(textOfMessage(await then(shown, 'En foresatt spør'))).not.toContain('Samtale');
  });

  it('is not for caseworkers', async () => {
    const { ola } = scene;
    const refused = await answerTo(ola, await ola.runCommand(staffChannel, 'innsyn'));
    expect(textOfMessage(refused)).toContain('Det er koordinatoren og vakthavende');
  });
});
