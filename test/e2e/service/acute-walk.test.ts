import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openBrowser } from '../page/browser.ts';
import { openScene, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

/** Where a person looks at the walk: a folder for pictures, or nowhere. */
const pictures = process.env['PAGE_PICTURES'];

/** From now to the next time it is 21:55 on a Wednesday in Oslo, milliseconds. */
function untilLateWednesday(): number {
  const now = Temporal.Now.zonedDateTimeISO('Europe/Oslo');
  const late = now.add({ days: (10 - now.dayOfWeek) % 7 || 7 }).with({ hour: 21, minute: 55, second: 0 });
  return late.epochMilliseconds - now.epochMilliseconds;
}

if (hasChromium(process.env)) {
  describe('a tired worker with a phone, five minutes before closing', () => {
    let scene: Scene;
    let browser: Browser;
    let page: Page;
    let staff: Locator;
    let card: Locator;
    const complaints: string[] = [];

    beforeAll(async () => {
      scene = await openScene();
      await scene.control('POST', '/clock', { offsetMs: untilLateWednesday() });
      await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
      await scene.sander.sendDm('jeg vil dø i kveld. har skrevet farvelbrev og orker ikke mer');
      const { id } = await scene.kari.waitForMessage(staffChannel, says('## Akutt'), 15_000);

      browser = await openBrowser(process.env);
      const viewport = { width: 390, height: 844 };
      const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'nb-NO' });
      page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.goto(scene.sandbox.url);
      await page.getByRole('button', { name: /^Vaktkanal/u }).click();
      staff = page.locator('#pane-staff');
      card = staff.locator(`[data-message="${id}"]`);
      await card.scrollIntoViewIfNeeded();
    });
    afterAll(async () => {
      await browser.close();
      await scene.close();
    });

    let taken = 0;
    async function look(what: string): Promise<void> {
      taken += 1;
      if (pictures !== undefined)
        await page.screenshot({ path: `${pictures}/${String(taken).padStart(2, '0')}-${what}.png` });
    }
    const dialog = () => staff.getByRole('dialog');
    /** What only Kari sees, by words in it. */
    const answer = (words: string | RegExp) => staff.locator('.ephemeral').filter({ hasText: words }).last();
    const pick = (question: string, choice: string) =>
      dialog()
        .getByRole('radiogroup', { name: new RegExp(question, 'u') })
        .getByRole('radio', { name: choice, exact: true })
        .check();
    async function choose(question: string, choice: string): Promise<void> {
      await dialog()
        .getByRole('button', { name: new RegExp(question, 'u') })
        .click();
      await dialog().getByRole('option', { name: choice, exact: true }).click();
    }
    async function send(what: string): Promise<void> {
      await look(what);
      await dialog().getByRole('button', { name: 'Send inn' }).click();
      await dialog().waitFor({ state: 'detached' });
    }

    it('takes the case from its card', async () => {
      await look('card');
      await card.getByRole('button', { name: 'Jeg tar den' }).click();
      await card.getByText(/Tatt av Kari/u).waitFor();
      await answer(/har tatt/u).waitFor();
      await look('taken');
    });

    it('answers, and the sender has it', async () => {
      await card.getByRole('button', { name: 'Svar' }).click();
      await dialog().getByLabel('Svaret til avsenderen').fill('Hei. Jeg er her nå. Er du alene?');
      await send('reply');
      await scene.sander.waitForDm(says('Jeg er her nå'));
      await look('replied');
    });

    it('is led to the number to call, with the words to say', async () => {
      await card.getByRole('button', { name: 'Neste steg' }).click();
      await pick('Er det akutt fare nå', 'Ja');
      await pick('Vet vi hvem ungdommen er', 'Nei');
      await pick('Kan det fortsatt avverges', 'Ja');
      await send('questions');
      await answer(/Ring politiets nødnummer nå[\s\S]*112[\s\S]*Dette er Kari/u).waitFor();
      await look('step');
    });

    it('decides in two presses', async () => {
      await answer('Ring politiets nødnummer nå').getByRole('button', { name: 'Bestem' }).click();
      await pick('Hva bestemmer du', 'Jeg gjør det kortet sier');
      await send('decision');
      await answer(/Besluttet av Kari/u).waitFor();
      await look('decided');
    });

    it('puts on record what it is about and what has been done', async () => {
      await answer(/Besluttet av Kari/u)
        .getByRole('button', { name: 'Skjema', exact: true })
        .click();
      await pick('Hvor alvorlig er det', 'Akutt');
      await pick('Er det akutt fare nå', 'Ja');
      await pick('Vet dere hvem avsenderen er', 'Nei');
      await pick('Kan det fortsatt avverges', 'Ja');
      await choose('Hva gjelder det mest', 'Selvmordstanker');
      await send('matter');
      await answer('«Hva det gjelder» er lagret').waitFor();
      await look('matter-saved');

      await answer('«Hva det gjelder» er lagret').getByRole('button', { name: 'Fyll ut hva som er gjort' }).click();
      await choose('Hva er gjort', 'Ringt politiets nødnummer');
      await dialog().getByLabel('Når?').fill('21:50');
      await send('done');
      await answer('«Hva som er gjort» er lagret').waitFor();
      await look('done-saved');
    });

    it('closes the case, and the sender is told where to go next', async () => {
      await card.getByRole('button', { name: 'Lukk' }).click();
      await card.getByText(/Lukket/u).waitFor();
      await answer(/er lukket/u).waitFor();
      await look('closed');
      await scene.sander.waitForDm(says('Samtalen er slutt'));
      expect(complaints).toEqual([]);
    });
  });
}
