import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView, ModalFields } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import type { Visitor } from '../../../sandbox/visitor.ts';
import { answerTo, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

const { channels, roles, users } = seedIds;

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  while (!(await scene.berit.commands(staffChannel)).some(({ name }) => name === 'oppsett')) await wait(50);
});
afterAll(async () => {
  await scene.close();
});

const overview = async (visitor: Visitor): Promise<MessageView> =>
  answerTo(visitor, await visitor.runCommand(staffChannel, 'oppsett'));
const becomes = (visitor: Visitor, { id }: MessageView, text: string): Promise<MessageView> =>
  visitor.waitForMessage(staffChannel, (message) => message.id === id && says(text)(message));
async function press(visitor: Visitor, shown: MessageView, button: string, text: string): Promise<MessageView> {
  await visitor.press(shown, button);
  return becomes(visitor, shown, text);
}
async function fill(button: string, fields: ModalFields, text: string): Promise<MessageView> {
  const shown = await overview(scene.berit);
  await scene.berit.fillModal(openedModal(await scene.berit.press(shown, button)), fields);
  return becomes(scene.berit, shown, text);
}
const waits = 'Dette gjøres av to personer';

/** Whoever asked is refused, another confirms what they see, and a press on what is done changes nothing. */
async function twoPersons(proposed: MessageView, seen: string): Promise<void> {
  const { berit, kari } = scene;
  expect(textOfMessage(proposed)).toContain(waits);
  await press(berit, proposed, 'Bekreft', 'Du ba om dette selv');
  const [first, second] = [await overview(kari), await overview(kari)];
  expect(textOfMessage(first)).toContain(seen);
  const done = await press(kari, first, 'Bekreft', 'Bekreftet.');
  expect(buttonLabels(done)).not.toContain('Bekreft');
  await press(kari, second, 'Bekreft', 'Dette venter ikke lenger');
  expect(buttonLabels(await overview(berit))).not.toContain('Bekreft');
}

describe('what two persons must agree to', () => {
  it.each<[what: string, part: string, fields: ModalFields, seen: string]>([
    [
      'where alerts go',
      'Vaktkanal og varsling',
      { 'Hvem får direktemelding?': [users.berit, users.kari] },
      `<@${users.kari}>`,
    ],
    ['the ladder', 'Vaktkanal og varsling', { 'Reservekanaler, i rekkefølge': [] }, `<#${channels.reserveVakt}>`],
    [
      'who may open a sealed original',
      'Roller',
      { 'Innholdsprodusenter (kan stå tom)': [roles.koordinator] },
      `<@&${roles.koordinator}>`,
    ],
    ['how long things are kept', 'Slettefrister', { 'En samtale, etter at saken er lukket': ['168'] }, '7 døgn'],
  ])('is asked for by one and confirmed by another: %s', async (_what, part, fields, seen) => {
    await twoPersons(await fill(part, fields, waits), seen);
  });

  it.each([
    ['an export of the settings', 'Be om eksport av innstillinger', ['settings', 'export', 'eksempelvik']],
    ['a change of keys', 'Be om bytte av nøkkel', ['keys', 'rotate']],
  ])('is done on the machine only after it: %s', async (_what, button, command) => {
    const { berit, bot } = scene;
    const early = await bot.command(command);
    expect(early.status).not.toBe(0);
    expect(early.stderr).toMatch(/oppsett/u);
    await twoPersons(await press(berit, await overview(berit), button, waits), command.slice(0, 2).join(' '));
    expect((await bot.command(command)).stderr).not.toMatch(/oppsett/u);
  });

  it('is not agreed to by somebody who saw another proposal', async () => {
    const { berit, kari } = scene;
    await fill('Vaktkanal og varsling', { 'Hvem får direktemelding?': [users.berit] }, waits);
    const old = await overview(kari);
    await fill('Vaktkanal og varsling', { 'Hvem får direktemelding?': [users.ola] }, waits);
    const refused = await press(kari, old, 'Bekreft', 'Dette venter ikke lenger');
    // What is shown now is the newer one, which nobody has confirmed.
    expect(textOfMessage(refused)).toContain(`<@${users.ola}>`);
    await press(berit, await overview(berit), 'Trekk', 'Det er trukket.');
  });

  it('is stale when the settings have changed since', async () => {
    const { kari } = scene;
    await fill('Vaktkanal og varsling', { 'Hvem får direktemelding?': [users.ola] }, waits);
    const shown = await overview(kari);
    await fill('Besøk og telefon', { Telefon: '12 34 50 99' }, 'Besøk og telefon er lagret');
    await press(kari, shown, 'Bekreft', 'Noen har endret innstillingene i mellomtiden');
  });

  it('is nothing a caseworker can see or press', async () => {
    expect(textOfMessage(await overview(scene.ola))).toContain('Du har ikke tilgang');
  });
});
