import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, commandIsThere, openScene, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

const words = 'Takk for at du skrev. Vi leser det nå og svarer deg her i kveld.';
let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
  await scene.bot.start();
  await commandIsThere(scene.kari, staffChannel, 'standardtekst');
});
afterAll(async () => {
  await scene.close();
});

const idOf = async (title: string): Promise<string> => {
  const [choice] = await scene.kari.complete(staffChannel, 'standardtekst vis', 'tekst', { tekst: title });
  return String(choice?.value);
};
const ready = async (): Promise<number> =>
  (await scene.kari.complete(staffChannel, 'svar', 'tekst', { nummer: '1', tekst: '' })).length;

describe('a standard text', () => {
  it('with a promise in it is given back with what is wrong', async () => {
    const { kari } = scene;
    const form = openedModal(await kari.runCommand(staffChannel, 'standardtekst ny'));
    const told = await answerTo(
      kari,
      await kari.fillModal(form, {
        'Hva dere kjenner den igjen på': 'Løfte',
        Teksten: 'Vi lover at ingen får vite det',
      }),
    );
    expect(textOfMessage(told)).toMatch(/er ikke lagret[\s\S]*Vi lover at ingen får vite det/u);
  });

  it('is written by one, approved by another, and only then offered in a reply', async () => {
    const { kari, berit, kim } = scene;
    const form = openedModal(await kari.runCommand(staffChannel, 'standardtekst ny'));
    const fields = { 'Hva dere kjenner den igjen på': 'Takk, vi leser', Teksten: words };
    expect(textOfMessage(await answerTo(kari, await kari.fillModal(form, fields)))).toContain('En annen enn deg');
    expect(await ready()).toBe(0);

    const tekst = await idOf('takk');
    const shown = await answerTo(kari, await kari.runCommand(staffChannel, 'standardtekst vis', { tekst }));
    expect(textOfMessage(shown)).toMatch(/Venter på godkjenning[\s\S]*Skrevet av Kari/u);
    expect(buttonLabels(shown)).toEqual(['Godkjenn', 'Skriv om', 'Ta ut']);
    expect(textOfMessage(await answerTo(kari, await kari.press(shown, 'Godkjenn')))).toContain(
      'skrev denne teksten selv',
    );

    const toBerit = await answerTo(berit, await berit.runCommand(staffChannel, 'standardtekst vis', { tekst }));
    expect(textOfMessage(await answerTo(berit, await berit.press(toBerit, 'Godkjenn')))).toMatch(
      /er godkjent og kan brukes til/u,
    );
    expect(await ready()).toBe(1);

    await kim.sendDm('hei');
    const card = await kari.waitForMessage(staffChannel, says(/Sak \d+/u));
    const nummer = /Sak (\d+)/u.exec(textOfMessage(card))?.[1] ?? '';
    const reply = openedModal(await kari.runCommand(staffChannel, 'svar', { nummer, tekst }));
    expect(JSON.stringify(reply.components)).toContain(words);
    await kari.fillModal(reply, { 'Svaret til avsenderen': words });
    expect(textOfMessage(await kim.waitForDm(says('Takk for at du skrev')))).toMatch(/Kari/u);
  });

  it('is chosen in «Svar» itself, shown as the sender will see it, and written about before it is sent', async () => {
    const { kari, kim } = scene;
    const card = await kari.waitForMessage(staffChannel, says(/## .*Sak \d+/u));
    const chosen = { 'Eller velg en godkjent tekst': ['Takk, vi leser'] };
    const form = openedModal(await kari.press(card, 'Svar'));
    expect(JSON.stringify(form.components)).toContain(words.slice(0, 40));
    const shown = await answerTo(
      kari,
      await kari.fillModal(form, { 'Svaret til avsenderen': 'Hei igjen!', ...chosen }),
    );
    expect(textOfMessage(shown)).toMatch(/Ikke sendt ennå[\s\S]*Hei igjen![\s\S]*Takk for at du skrev/u);
    expect(buttonLabels(shown)).toEqual(['Send', 'Skriv på nytt']);
    expect((await kim.dmMessages()).some(says('Hei igjen'))).toBe(false);

    const again = openedModal(await kari.press(shown, 'Skriv på nytt'));
    expect(JSON.stringify(again.components)).toContain('Hei igjen!');
    const clean = await answerTo(kari, await kari.fillModal(openedModal(await kari.press(card, 'Svar')), chosen));
    await kari.press(clean, 'Send');
    await kim.waitForDm((message) => says(words)(message) && !says('Hei igjen')(message));
  });

  it('is not asked for in vain: an empty reply is given back', async () => {
    const { kari } = scene;
    const card = await kari.waitForMessage(staffChannel, says(/## .*Sak \d+/u));
    const form = openedModal(await kari.press(card, 'Svar'));
    const told = await answerTo(kari, await kari.fillModal(form, { 'Svaret til avsenderen': '' }));
    expect(textOfMessage(told)).toContain('Svaret er tomt');
    expect(buttonLabels(told)).toEqual(['Skriv på nytt']);
  });

  it('that is taken out is not sent by anybody who still has its id', async () => {
    const { kari, berit } = scene;
    const tekst = await idOf('takk');
    const shown = await answerTo(berit, await berit.runCommand(staffChannel, 'standardtekst vis', { tekst }));
    await answerTo(berit, await berit.press(shown, 'Ta ut'));
    const card = await kari.waitForMessage(staffChannel, says(/Sak \d+/u));
    const nummer = /Sak (\d+)/u.exec(textOfMessage(card))?.[1] ?? '';
    const form = openedModal(await kari.press(await kari.waitForMessage(staffChannel, says(/## .*Sak/u)), 'Svar'));
    expect(JSON.stringify(form.components)).not.toContain('Eller velg en godkjent tekst');
    const refused = await answerTo(kari, await kari.runCommand(staffChannel, 'svar', { nummer, tekst }));
    expect(textOfMessage(refused)).toContain('kan ikke brukes nå');
    expect(textOfMessage(await answerTo(kari, await kari.runCommand(staffChannel, 'standardtekst liste')))).toContain(
      'ingen standardtekster',
    );
  });
});
