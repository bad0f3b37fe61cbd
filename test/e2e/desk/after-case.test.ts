import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { Visitor, buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import { dayMs } from '../../../src/core/time.ts';
import { hasChromium, openBrowser } from '../page/browser.ts';
import { answerTo, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { deskLink, openDesk, signIn } from './desk-visit.ts';
import type { DeskPage } from './desk-visit.ts';

const acuteWords = 'jeg vil dø i kveld. har skrevet farvelbrev og orker ikke mer';
/** Words planted on the desk; none may be met in Discord, or on the desk when they are purged. */
const planted = {
  adults: 'Tante Plantefrø',
  service: 'Plantefrøstasjonen',
  colleague: 'Plantefrøkollegaen',
  received: 'Testine Plantefrø',
  recipient: 'Arkivet Plantefrø 26/77',
  reason: 'Politiet har bedt om Plantefrø',
};

/** A conversation Kari has taken: its number in Discord, and its path on the desk. */
interface Followed {
  readonly number: string;
  readonly path: string;
}

if (hasChromium(process.env)) {
  describe('after the conversation', () => {
    let scene: Scene;
    let browser: Browser;
    let kari: DeskPage;
    /** Handed over to the municipality's own system, with a wish to hear of new contact. */
    let handedOver: Followed;
    /** Kept by two persons. */
    let held: Followed;
    /** Referred to a service that takes its time. */
    let referred: Followed;

    beforeAll(async () => {
      [scene, browser] = await Promise.all([openScene(), openBrowser(process.env)]);
      await startOn(0);
      kari = await openDesk(browser);
      handedOver = await takenCase(scene.sander);
      held = await takenCase(scene.kim);
      referred = await takenCase(new Visitor(scene.sandbox.url, seedIds.users.alex));
    }, 120_000);
    afterAll(async () => {
      await browser.close();
      await scene.close();
    });

    /** The program is started anew so many days after the first: at its start it erases what is out of time. */
    async function startOn(day: number): Promise<void> {
      await scene.bot.stop();
      await scene.control('POST', '/clock', { offsetMs: day * dayMs });
      await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
    }

    async function takenCase(sender: Visitor): Promise<Followed> {
      await sender.sendDm(acuteWords);
      const card = await scene.kari.waitForMessage(staffChannel, says(/^## Akutt · Sak \d+[\s\S]*Ingen har tatt den/u));
      const number = /Sak (\d+)/u.exec(textOfMessage(card))?.[1] ?? '';
      await answerTo(scene.kari, await scene.kari.press(card, 'Jeg tar den'));
      await cardOf(number, /Tatt av Kari/u);
      await signIn(kari.page, await deskLink(scene.kari, card));
      return { number, path: new URL(kari.page.url()).pathname };
    }

    const cardOf = (number: string, state: RegExp): Promise<MessageView> =>
      scene.kari.waitForMessage(
        staffChannel,
        (message) => says(`## Akutt · Sak ${number}\n`)(message) && says(state)(message),
        10_000,
      );
    const isReferralReminder = ({ number }: Followed) => says(`**Sak ${number}: henvisningen er ikke bekreftet`);
    const isDebriefPrompt = ({ number }: Followed) => says(`**Sak ${number} var alvorlig.**`);
    const inChannel = (fits: (message: MessageView) => boolean) =>
      scene.kari.waitForMessage(staffChannel, fits, 30_000);
    const countInChannel = async (fits: (message: MessageView) => boolean): Promise<number> =>
      (await scene.kari.messages(staffChannel)).filter(fits).length;

    /** To a page of a case, by the button under a message in the channel. */
    async function enter(message: MessageView, link?: string, { page } = kari, visitor = scene.kari): Promise<void> {
      await signIn(page, await deskLink(visitor, message));
      if (link !== undefined) await page.getByRole('link', { name: link, exact: true }).click();
    }
    async function saved(button: string): Promise<void> {
      await kari.page.getByRole('button', { name: button, exact: true }).click();
      await kari.page.getByRole('status').getByText('Lagret.').waitFor();
    }

    it('staff are reminded in their channel of a referral nobody has confirmed, by the number only', async () => {
      for (const one of [referred, held]) {
        await enter(await cardOf(one.number, /Tatt av Kari/u), 'Etterarbeid');
        await kari.page.getByLabel('Hvem er saken sendt videre til?').fill(planted.service);
        await saved('Lagre henvisningen');
        await kari.page.getByText('Ikke bekreftet mottatt.').waitFor();
      }
      expect(await countInChannel(isReferralReminder(referred))).toBe(0);
      await startOn(1);
      const reminder = await inChannel(isReferralReminder(referred));
      expect(textOfMessage(reminder)).not.toContain(planted.service);
      expect(buttonLabels(reminder)).toEqual(['Åpne skjermet skjema']);
    });

    it('what is handed over has a receipt with the hash of the file, the time, the person and the system', async () => {
      const { page } = kari;
      await enter(await cardOf(handedOver.number, /Tatt av Kari/u), 'Voksne ungdommen stoler på');
      await page.getByLabel('Hvem, og hvordan').fill(planted.adults);
      await saved('Lagre');
      await page.getByRole('link', { name: 'Etterarbeid' }).click();
      await saved('Si ifra om ny kontakt');
      await page.getByRole('link', { name: 'Rapport og lagring' }).click();
      await page.getByLabel('Hvor skal rapporten lagres?').fill(planted.recipient);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Last ned som JSON' }).click(),
      ]);
      const file = readFileSync(await download.path());
      expect(file.toString()).toContain(planted.adults);
      await page.reload();
      const receipt = await page.getByRole('row').last().innerText();
      expect(receipt).toContain(createHash('sha256').update(file).digest('hex'));
      expect(receipt).toMatch(/\d{1,2}\.\d{2}[\s\S]*Kari, vakthavende\s+Arkivet Plantefrø 26\/77/u);
    });

    it('one person cannot keep a dossier longer, and two can', async () => {
      const card = await cardOf(held.number, /Tatt av Kari/u);
      await enter(card, 'Voksne ungdommen stoler på');
      await kari.page.getByLabel('Hvem, og hvordan').fill(planted.adults);
      await saved('Lagre');
      await kari.page.getByRole('link', { name: 'Rapport og lagring' }).click();
      await kari.page.getByLabel('Hvor skal rapporten lagres?').fill(planted.recipient);
      await Promise.all([
        kari.page.waitForEvent('download'),
        kari.page.getByRole('button', { name: 'Last ned som JSON' }).click(),
      ]);
      await kari.page.getByLabel('Hvorfor må det tas vare på?').fill(planted.reason);
      await kari.page.getByRole('button', { name: 'Be om å ta vare på det' }).click();
      await kari.page.getByText('En kollega må godkjenne').waitFor();
      expect(await kari.page.getByRole('button', { name: 'Godkjenn' }).count()).toBe(0);

      const ola = await openDesk(browser);
      await enter(card, 'Rapport og lagring', ola, scene.ola);
      await ola.page.getByRole('button', { name: 'Godkjenn' }).click();
      await ola.page.getByText(/Godkjent av Ola/u).waitFor();
      expect(ola.complaints).toEqual([]);
      await ola.page.context().close();
    });

    it('after a serious case staff are asked whether it is talked through, until a colleague’s name is noted', async () => {
      for (const { number } of [handedOver, held, referred]) {
        await scene.kari.press(await cardOf(number, /Tatt av Kari/u), 'Lukk');
        await cardOf(number, /Lukket av Kari/u);
      }
      const talkedThrough = async (message: MessageView): Promise<void> => {
        await enter(message, 'Etterarbeid');
        await kari.page.getByLabel('Hvilken kollega?').fill(planted.colleague);
        await saved('Vi har snakket sammen');
        await kari.page.getByText(`snakket med ${planted.colleague}`).waitFor();
      };
      await talkedThrough(await cardOf(handedOver.number, /Lukket av Kari/u));
      await startOn(1.5);
      const prompt = await inChannel(isDebriefPrompt(referred));
      expect(textOfMessage(prompt)).not.toMatch(/Kari|Ola|Plantefrø/u);
      expect([prompt.mentionUserIds, prompt.mentionRoleIds]).toEqual([[], []]);
      await talkedThrough(prompt);
      await inChannel(isDebriefPrompt(held));
      expect(await countInChannel(isDebriefPrompt(handedOver))).toBe(0);
    });

    it('the reminder still leads to the desk when the conversation is erased, and «mottatt» is noted there', async () => {
      await startOn(7);
      await expect.poll(() => countInChannel(says(`## Akutt · Sak ${referred.number}\n`)), { timeout: 20_000 }).toBe(0);
      await expect.poll(() => countInChannel(isReferralReminder(held)), { timeout: 20_000 }).toBe(3);
      await enter(await inChannel(isReferralReminder(referred)), 'Samtalen');
      expect(await kari.page.getByRole('main').innerText()).not.toContain('farvelbrev');
      await kari.page.getByRole('link', { name: 'Etterarbeid' }).click();
      await kari.page.getByLabel('Hvem hos mottakeren sa at den er mottatt?').fill(planted.received);
      await saved('Mottatt');
      await kari.page.getByText(`Mottatt av ${planted.received}`).waitFor();
    });

    it('a new message from the sender of a reported case calls the duty lead, who is told why', async () => {
      await scene.sander.sendDm('hei igjen');
      const call = await inChannel(
        (message) => message.mentionRoleIds.includes(seedIds.roles.vakthavende) && says('**Alvorlig: Sak ')(message),
      );
      const number = /Sak (\d+)/u.exec(textOfMessage(call))?.[1] ?? '';
      expect([handedOver.number, held.number, referred.number]).not.toContain(number);
      const thread = await scene.kari.waitForThread(staffChannel, ({ name }) => name === `Sak ${number}`);
      const why = await scene.kari.waitForMessage(
        thread.id,
        says(`Ny kontakt i en meldt sak (Sak ${handedOver.number})`),
      );
      expect(why.mentionRoleIds).toEqual([seedIds.roles.vakthavende]);
      await enter(why, 'Voksne ungdommen stoler på');
      expect(new URL(kari.page.url()).pathname).toBe(`${handedOver.path}/steg/adults`);
      expect(await kari.page.getByLabel('Hvem, og hvordan').inputValue()).toBe(planted.adults);
      expect((await scene.sander.dmMessages()).filter(says('meldt sak'))).toEqual([]);
    });

    it('seven days after it was handed over a dossier is gone, and one that is held is not', async () => {
      const { page } = kari;
      await startOn(8.5);
      await enter(await cardOf(held.number, /Lukket av Kari/u), 'Voksne ungdommen stoler på');
      expect(await page.getByLabel('Hvem, og hvordan').inputValue()).toBe(planted.adults);
      await page.getByRole('link', { name: 'Samtalen' }).click();
      await page.getByText('farvelbrev').waitFor();

      const purged = new URL(handedOver.path, page.url()).href;
      const heading = async (): Promise<string> => {
        await page.goto(purged);
        return page.getByRole('heading', { level: 1 }).innerText();
      };
      await expect.poll(heading, { timeout: 20_000 }).toBe('Finnes ikke');
      for (const part of ['', '/samtale', '/etterarbeid', '/tidslinje', '/rapport', '/steg/adults', '/innsyn']) {
        await page.goto(purged + part);
        await page.getByText('slettet etter fristen').waitFor();
        const shown = await page.content();
        for (const words of Object.values(planted)) expect([part, shown.includes(words)]).toEqual([part, false]);
      }
    });

    it('nobody is reminded of what is done', async () => {
      await startOn(15);
      await expect.poll(() => countInChannel(isReferralReminder(held)), { timeout: 20_000 }).toBe(4);
      await scene.bot.stop();
      expect(await countInChannel(isReferralReminder(referred))).toBe(3);
      for (const [one, times] of [
        [handedOver, 0],
        [held, 1],
        [referred, 1],
      ] as const)
        expect(await countInChannel(isDebriefPrompt(one))).toBe(times);
      expect(kari.complaints).toEqual([]);
    });
  });
}
