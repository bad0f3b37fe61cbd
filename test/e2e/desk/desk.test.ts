import { readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { textOfMessage } from '../../../sandbox/visitor.ts';
import { readPdf } from '../../unit/papers/read-pdf.ts';
import { hasChromium, openBrowser } from '../page/browser.ts';
import { bytesOnDisk, openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { deskLink, openDesk, signIn } from './desk-visit.ts';
import type { DeskPage } from './desk-visit.ts';
import { axeFindings } from './axe-findings.ts';
import { pageFaults } from './page-faults.ts';

/** Where a person looks at the pages while they are tested: a folder for pictures, or nowhere. */
const pictures = process.env['DESK_PICTURES'];
const picture = async (page: Page, name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
};

/** Words planted on the desk; none may be met outside it. */
const planted = {
  observed: 'Plantefrø skrev at hun skal gjøre det i natt',
  name: 'Testine Plantefrø',
  phone: '912 00 913',
  residence: 'Plantefrøveien 7',
  school: 'Plantefrø skole',
  ethnicity: 'plantefrøsk',
  adults: 'Tante Plantefrø',
  done: 'Snakket med Per Plantefrø ved vakta',
  reason: 'Må se hvor Plantefrø er',
  recipient: 'Arkivet Plantefrø 26/77',
};
const original = 'jeg vil dø i kveld. har skrevet farvelbrev, jeg heter Testulf og nummeret er 413 99 887';

if (hasChromium(process.env)) {
  describe('the sealed desk in a real browser', () => {
    let scene: Scene;
    let browser: Browser;
    let kari: DeskPage;
    let card: MessageView;
    let karisLink: string;
    let caseUrl: string;

    beforeAll(async () => {
      [scene, browser] = await Promise.all([openScene(), openBrowser(process.env)]);
      await scene.bot.start();
      kari = await openDesk(browser);
      await scene.sander.sendDm(original);
      card = await scene.kari.waitForMessage(staffChannel, says(/## Akutt · Sak \d+/u));
    });
    afterAll(async () => {
      await browser.close();
      await scene.close();
    });

    it('is entered by a link that only the presser sees, in two presses', async () => {
      karisLink = await deskLink(scene.kari, card);
      await kari.page.goto(karisLink);
      await picture(kari.page, '01-enter');
      await kari.page.getByRole('button', { name: 'Logg inn' }).click();
      await picture(kari.page, '02-purpose');
      await kari.page.getByRole('button', { name: 'Jeg følger opp saken' }).click();
      await kari.page.getByRole('heading', { level: 1, name: /^Sak \d+/u }).waitFor();
      caseUrl = kari.page.url();
      expect(await kari.page.textContent('dl')).toContain(seedIds.users.sander);
      await picture(kari.page, '03-overview');
      const others = await scene.ola.messages(staffChannel);
      expect(others.map(textOfMessage).join('\n')).not.toContain('/inn/');
    });

    it('lets nobody in by a used, changed or invented link, or without one', async () => {
      const stranger = await openDesk(browser);
      for (const link of [
        karisLink,
        `${karisLink.slice(0, -2)}AA`,
        karisLink.replace(/inn\/.*/u, `inn/${'A'.repeat(120)}`),
      ]) {
        await stranger.page.goto(link);
        await stranger.page.getByRole('button', { name: 'Logg inn' }).click();
        await stranger.page.getByText(/Lenka er (brukt|ikke gyldig)/u).waitFor();
      }
      await stranger.page.goto(caseUrl);
      await stranger.page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
      expect(await stranger.page.content()).not.toContain(seedIds.users.sander);
      await stranger.page.context().close();
    });

    it('leads to the emergency number by the first answer', async () => {
      const { page } = kari;
      await page.getByRole('link', { name: 'Svar på tre spørsmål' }).click();
      await picture(page, '04-questions');
      await page.getByRole('group', { name: 'Er det akutt fare nå?' }).getByLabel('Ja').check();
      await page.getByRole('button', { name: 'Vis neste steg' }).click();
      await page.getByRole('heading', { level: 2, name: 'Ring politiets nødnummer nå' }).waitFor();
      expect(await page.getByRole('link', { name: '112' }).first().getAttribute('href')).toBe('tel:112');
      await page.getByText('Foreløpig, til du har svart på resten').waitFor();
      await page.getByRole('group', { name: 'Vet vi hvem ungdommen er?' }).getByLabel('Nei').check();
      await page.getByRole('group', { name: 'Kan det fortsatt avverges?' }).getByLabel('Ja').check();
      await page.getByRole('group', { name: 'Hva slags fare er det?' }).getByLabel('Usikker').check();
      await page.getByRole('button', { name: 'Oppdater' }).click();
      await page.getByText('Dette er Kari, vakthavende i Utekontakten').waitFor();
      await page.getByText('Det gjelder en ungdom vi ikke vet hvem er').waitFor();
      expect(await page.getByText('Ikke godkjent av jurist ennå').count()).toBe(1);
      await picture(page, '05-card');
    });

    it('takes a decision against the card only with a reason', async () => {
      const { page } = kari;
      await page.getByLabel('Jeg gjør noe annet').check();
      await page.getByRole('button', { name: 'Lagre beslutningen' }).click();
      await page.getByRole('alert').getByText('Skriv hvorfor').waitFor();
      await page.getByLabel('Hvorfor?').fill('Politiet er allerede på stedet.');
      await page.getByLabel('Jeg gjør noe annet').check();
      await page.getByRole('button', { name: 'Lagre beslutningen' }).click();
      await page.getByText('Besluttet av Kari, vakthavende').waitFor();
    });

    const goTo = async (link: string): Promise<void> => {
      await kari.page.getByRole('link', { name: 'Oversikt' }).click();
      await kari.page.getByRole('link', { name: link }).click();
    };
    const save = async (): Promise<void> => {
      await kari.page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await kari.page.getByRole('status').getByText('Lagret.').waitFor();
    };

    it('keeps who the young person is, step by step', async () => {
      const { page } = kari;
      await goTo('Hva dere har sett');
      await page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await page.getByRole('alert').getByText('Må fylles ut.').waitFor();
      await picture(page, '06-fault');
      await page.getByLabel('Hva har ungdommen skrevet eller sagt?').fill(planted.observed);
      await save();

      await goTo('Hvem ungdommen er');
      expect(await page.getByLabel('Brukernavn').inputValue()).toMatch(/sander/iu);
      await page.getByLabel('Navn', { exact: false }).first().fill(planted.name);
      await page.getByLabel('Telefonnummer').fill(planted.phone);
      await page.getByLabel('Bosted').fill(planted.residence);
      await page.getByLabel('Alder').first().fill('15');
      await page.getByLabel('Vi antar den').check();
      await page.getByLabel('Skole').fill(planted.school);
      await picture(page, '07-identity');
      await save();

      await goTo('Til Kripos');
      await page.getByText('personvernforordningen artikkel 9').waitFor();
      expect(await page.getByLabel('IP-adresse').inputValue()).toBe('Ikke tilgjengelig for oss; Discord har den.');
      await page.getByLabel('Etnisitet').fill(planted.ethnicity);
      await save();

      await goTo('Voksne ungdommen stoler på');
      await page.getByLabel('Hvem, og hvordan').fill(planted.adults);
      await save();

      await goTo('Hvem som har fått vite det');
      await page.getByText('kan også fylles ut og leses i Discord').waitFor();
      await page.getByRole('group', { name: 'Vet avsenderen' }).getByLabel('Nei').check();
      await page.getByRole('group', { name: 'Har avsenderen' }).getByLabel('Nei').check();
      await page.getByRole('group', { name: 'Har lederen' }).getByLabel('Ja').check();
      await page.getByLabel('hvorfor ikke vært med?').fill('Rakk det ikke, det hastet.');
      await page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel('hvorfor ikke vært med?').inputValue()).toBe('Rakk det ikke, det hastet.');
      await page.getByLabel('hvorfor vet ikke avsenderen det?').fill('Ring 412 98 765 først');
      await page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await page.getByRole('status').getByText('De er tatt ut').waitFor();
    });

    it('stands in nobody’s way, in light and in dark, on any page', async () => {
      const { page } = kari;
      const pages = ['', '/neste-steg', '/samtale', '/original', '/etterarbeid', '/rapport', '/innsyn'];
      const parts = ['matter', 'reported', 'informed', 'observed', 'identity', 'kripos', 'adults', 'action'].map(
        (step) => `/steg/${step}`,
      );
      for (const part of [...pages, ...parts]) {
        await page.goto(caseUrl + part);
        expect([part, await pageFaults(page), await axeFindings(page)]).toEqual([part, [], []]);
      }
      await page.goto(`${caseUrl}/steg/informed`);
      await page.getByLabel('hvorfor vet ikke avsenderen det?').fill('');
      await page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await page.getByRole('alert').waitFor();
      expect([await pageFaults(page), await axeFindings(page)]).toEqual([[], []]);
      for (const address of [karisLink, `${caseUrl}/finnes-ikke`]) {
        await page.goto(address);
        expect([address, await pageFaults(page), await axeFindings(page)]).toEqual([address, [], []]);
      }
      await page.goto(caseUrl);
    });

    it('would be told of what stands in the way, if it did', async () => {
      const { page } = await openDesk(browser);
      await page.setContent(
        '<h1>A</h1><h3>B</h3><main></main><p style="color:#999;background:#fff">planted on purpose</p>' +
          '<input id="a"><span id="a"></span><a href="#"></a><fieldset></fieldset><p aria-describedby="b">x</p>' +
          '<button style="height:10px;padding:0">x</button>',
      );
      const faults = (await pageFaults(page)).join('\n');
      for (const fault of [
        'no language',
        'no title',
        'id twice: a',
        'skipped level',
        'no name: <input',
        'contrast 2.8',
      ])
        expect(faults).toContain(fault);
      const found = (await axeFindings(page)).join('\n');
      for (const rule of ['label', 'color-contrast', 'html-has-lang', 'document-title', 'link-name'])
        expect(found).toContain(`${rule}: `);
      for (const fault of ['a link without words', 'a group without a name', 'points nowhere: b', 'too small: <button'])
        expect(faults).toContain(fault);
      await page.context().close();
    });

    it('is filled in with the keyboard alone', async () => {
      const { page } = kari;
      await page.goto(`${caseUrl}/steg/action`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Gå til innholdet');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.keyboard.type(planted.done);
      await page.keyboard.press('Tab');
      await page.keyboard.type('Vakta');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('Lagret.').waitFor();
      await page.goto(`${caseUrl}/steg/action`);
      expect(await page.getByLabel('Hva er gjort, og hva').inputValue()).toBe(planted.done);
      expect(await page.getByLabel('Hvem snakket dere med?').inputValue()).toBe('Vakta');
      await page.goto(caseUrl);
    });

    it('prefills the call with what is known, on the page only', async () => {
      await kari.page.getByRole('link', { name: 'Neste steg' }).first().click();
      await kari.page.getByText(`Det gjelder en ungdom: ${planted.name}, alder cirka 15 (antatt)`).waitFor();
    });

    it('opens the original for one alone when it is acute, and calls the duty lead', async () => {
      const { page } = kari;
      await page.getByRole('link', { name: 'Lukket original' }).click();
      expect(await page.content()).not.toContain('413 99 887');
      await picture(page, '08-original');
      await page.getByRole('region', { name: 'Åpne alene nå' }).getByLabel('Hvorfor').fill(planted.reason);
      await page.getByRole('button', { name: 'Åpne alene nå' }).click();
      await page.getByRole('button', { name: 'Les originalen' }).click();
      await page.getByText('413 99 887').waitFor();
      await picture(page, '09-original-read');
      const [thread] = await scene.kari.threads(staffChannel);
      if (!thread) throw new Error('no thread');
      const told = await scene.kari.waitForMessage(thread.id, says('åpnet den lukkede originalen alene'));
      expect(textOfMessage(told)).toContain(`<@&${seedIds.roles.vakthavende}>`);
    });

    it('shows a colleague what is done, and keeps two who write at once from overwriting', async () => {
      const ola = await openDesk(browser, { width: 390, height: 844 });
      await signIn(ola.page, await deskLink(scene.ola, card), 'Jeg tar over saken');
      await picture(ola.page, '10-phone-overview');
      await ola.page.getByRole('link', { name: 'Voksne ungdommen stoler på' }).click();
      expect(await ola.page.getByLabel('Hvem, og hvordan').inputValue()).toBe(planted.adults);
      await picture(ola.page, '11-phone-step');

      await goTo('Voksne ungdommen stoler på');
      await kari.page.getByLabel('Hvem, og hvordan').fill(`${planted.adults} og læreren`);
      await save();

      await ola.page.getByLabel('Hvem, og hvordan').fill('Fotballtreneren');
      await ola.page.getByRole('button', { name: 'Lagre', exact: true }).click();
      await ola.page.getByText('Kari, vakthavende lagret dette steget').waitFor();
      expect(await ola.page.getByLabel('Hvem, og hvordan').inputValue()).toBe('Fotballtreneren');
      expect(await ola.page.content()).toContain('og læreren');
      await picture(ola.page, '12-phone-conflict');

      await ola.page.getByRole('link', { name: 'Lukket original' }).click();
      expect(await ola.page.getByRole('button', { name: 'Les originalen' }).count()).toBe(0);
      expect(await ola.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
      expect(ola.complaints).toEqual([]);
      await ola.page.context().close();
    });

    it('tells who has seen what, and why', async () => {
      const { page } = kari;
      await page.getByRole('link', { name: 'Hvem har sett saken' }).click();
      const table = await page.getByRole('table').innerText();
      expect(table).toMatch(/Kari, vakthavende\s+Den lukkede originalen\s+Jeg følger opp saken/u);
      expect(table).toMatch(/Ola, [a-zæøå]+\s+Hvem ungdommen er\s+Jeg tar over saken/u);
      await picture(page, '13-accesses');
    });

    it('hands over a file whose hash is on the receipt, without the original', async () => {
      const { page } = kari;
      await page.getByRole('link', { name: 'Rapport og lagring' }).click();
      await page.getByLabel('Hvor skal rapporten lagres?').fill(planted.recipient);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Last ned som JSON' }).click(),
      ]);
      const json = readFileSync(await download.path(), 'utf8');
      expect(JSON.parse(json)).toMatchObject({ format: 'utekontakt-incident', guide: { cardId: 'call-112-unknown' } });
      expect(json).toContain(planted.name);
      expect(json).not.toMatch(/413 99 887|Testulf/u);
      await page.reload();
      const hash = createHash('sha256').update(json).digest('hex');
      await page.getByText(hash).waitFor();
      expect(await page.getByRole('table').innerText()).toContain(planted.recipient);
      await picture(page, '14-report');
    });

    it('hands over a PDF with every field in it, page numbers, and the JSON inside', async () => {
      const { page } = kari;
      await page.getByLabel('Hvor skal rapporten lagres?').fill(planted.recipient);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Last ned som PDF' }).click(),
      ]);
      const bytes = readFileSync(await download.path());
      if (pictures !== undefined) writeFileSync(`${pictures}/report.pdf`, bytes);
      const pdf = readPdf(bytes);
      const words = pdf.pages.join(' ').replaceAll(/\s+/gu, ' ');
      const { recipient: _recipient, reason: _reason, ...fields } = planted;
      for (const part of [...Object.values(fields), 'Side 1 av', 'Taushetsbelagt']) expect(words).toContain(part);
      expect(words).not.toMatch(/413 99 887|Testulf/u);
      const [json = ''] = pdf.attached.values();
      await page.reload();
      const table = await page.getByRole('table').innerText();
      for (const content of [json, bytes]) expect(table).toContain(createHash('sha256').update(content).digest('hex'));
      await picture(page, '15-receipts');
      await page.goto(caseUrl);
    });

    it('never lets one person keep a dossier alone', async () => {
      const { page } = kari;
      await page.getByRole('link', { name: 'Rapport og lagring' }).click();
      await page.getByLabel('Hvorfor må det tas vare på?').fill('Politiet har bedt om det.');
      await page.getByRole('button', { name: 'Be om å ta vare på det' }).click();
      await page.getByText('En kollega må godkjenne').waitFor();
      expect(await page.getByRole('button', { name: 'Godkjenn' }).count()).toBe(0);
    });

    it('survives the program being killed: everything saved is there, and everybody signs in anew', async () => {
      await scene.bot.stop('SIGKILL');
      await scene.bot.start();
      await signIn(kari.page, await deskLink(scene.kari, card));
      caseUrl = kari.page.url();
      await goTo('Hvem ungdommen er');
      expect(await kari.page.getByLabel('Skole').inputValue()).toBe(planted.school);
      await kari.page.getByRole('link', { name: 'Rapport og lagring' }).click();
      expect(await kari.page.getByRole('table').innerText()).toContain(planted.recipient);
    });

    it('is read by the browser without a complaint', () => {
      expect(kari.complaints).toEqual([]);
    });

    it('lets nothing of what was written here pass through Discord, the log or the disk', () => {
      const places = {
        requests: readFileSync(scene.requestLog, 'utf8'),
        log: scene.bot.output,
        disk: bytesOnDisk(scene.dataDir),
      };
      expect(places.requests.length).toBeGreaterThan(1_000);
      for (const [place, text] of Object.entries(places)) {
        for (const word of [...Object.values(planted), 'antefr', '912 00 913', '413 99 887', 'Testulf'])
          expect(text.includes(word), `${word} in ${place}`).toBe(false);
      }
    });

    it('is closed to whoever has lost the role, at the very next request', async () => {
      await scene.control('PUT', `/guilds/${seedIds.guilds.municipality}/members/${seedIds.users.kari}`, {
        roleIds: [],
      });
      await kari.page.goto(caseUrl);
      await kari.page.getByRole('heading', { name: 'Ingen tilgang' }).waitFor();
      await kari.page.goto(caseUrl);
      await kari.page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
    });
  });
}
