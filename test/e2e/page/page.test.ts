import type { Client } from 'discord.js';
import type { Browser, Locator, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { hasChromium, openBrowser } from './browser.ts';
import { startStandInBot } from './stand-in-bot.ts';

const WIDE = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

interface Screens {
  readonly page: Page;
  readonly sender: Locator;
  readonly staff: Locator;
  readonly coordinator: Locator;
}

/** Where a person looks at the page while it is tested: a folder for pictures, or nowhere. */
const pictures = process.env['PAGE_PICTURES'];

describe('tests in a browser', () => {
  const missing = { CHROMIUM: '/does/not/exist' };

  it('are left out where there is no browser', () => {
    expect(hasChromium(missing)).toBe(false);
  });

  it.each(['CI', 'REQUIRE_CHROMIUM'])('fail where %s asks for a browser that is not there', (wish) => {
    expect(() => hasChromium({ ...missing, [wish]: '1' })).toThrow(/No Chromium at \/does\/not\/exist/u);
  });

  it('run where there is one', () => {
    expect(hasChromium({ CHROMIUM: process.execPath })).toBe(true);
  });
});

if (hasChromium(process.env)) {
  describe('the page in a real browser', () => {
    let browser: Browser;
    let sandbox: Sandbox;
    let bot: Client<true>;
    let page: Page | undefined;
    let complaints: string[];

    beforeAll(async () => {
      browser = await openBrowser(process.env);
    });
    afterAll(async () => {
      await browser.close();
    });
    beforeEach(async () => {
      sandbox = await startSandbox();
      bot = await startStandInBot(sandbox);
      complaints = [];
    });
    afterEach(async (context) => {
      if (pictures !== undefined) await page?.screenshot({ path: `${pictures}/${context.task.name.slice(0, 60)}.png` });
      await page?.context().close();
      await bot.destroy();
      await sandbox.close();
    });

    async function open(
      viewport = WIDE,
      colorScheme: 'light' | 'dark' = 'light',
      onLine?: (line: WebSocketRoute) => void,
    ): Promise<Screens> {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'nb-NO' });
      const opened = await context.newPage();
      page = opened;
      opened.setDefaultTimeout(15_000);
      opened.on('console', (line) => {
        if (line.type() === 'error' || line.type() === 'warning') complaints.push(line.text());
      });
      opened.on('pageerror', (error) => complaints.push(error.message));
      opened.on('request', (request) => {
        if (!request.url().startsWith(sandbox.url)) complaints.push(`asked for ${request.url()}`);
      });
      if (onLine) await opened.routeWebSocket(/sandbox.events/u, onLine);
      await opened.goto(sandbox.url);
      const screens = {
        page: opened,
        sender: opened.locator('#pane-sender'),
        staff: opened.locator('#pane-staff'),
        coordinator: opened.locator('#pane-coordinator'),
      };
      await screens.sender.locator('textarea').waitFor({ state: viewport === WIDE ? 'visible' : 'attached' });
      await screens.staff.getByText('ny sak').waitFor({ state: 'attached' });
      return screens;
    }

    async function write(pane: Locator, text: string): Promise<void> {
      await pane.locator('textarea').fill(text);
      await pane.locator('textarea').press('Enter');
    }

    async function openChannel(pane: Locator, name: string): Promise<void> {
      const opener = pane.locator('.channels-opener');
      if (await opener.isVisible()) await opener.click();
      await pane
        .locator('.channel', { hasText: `# ${name}` })
        .first()
        .click();
    }

    const logOf = (pane: Locator) => pane.locator('.messages');

    it('sends a message from the phone and shows the answer, without a complaint from the browser', async () => {
      const { page: here, sender } = await open();
      await write(sender, 'hei, er det **noen** her?');
      await logOf(sender).getByText('Takk. Du skrev 25 tegn.', { exact: true }).first().waitFor();
      expect(await sender.locator('.message strong').first().textContent()).toBe('noen');
      expect(await sender.locator('.message .badge').first().textContent()).toBe('bot');
      expect(await here.title()).toContain('Sandkasse');
      expect(complaints).toEqual([]);
    });

    it('never turns what somebody writes into markup', async () => {
      const { page: here, sender } = await open();
      await write(sender, '<img src=x onerror="document.title=1"> <b>hei</b> [x](javascript:alert(1))');
      await logOf(sender).getByText('Takk.').first().waitFor();
      expect(await logOf(sender).locator('img, b, a[href^="javascript"]').count()).toBe(0);
      expect(await here.title()).toContain('Sandkasse');
      expect(complaints).toEqual([]);
    });

    it('lets the sender choose in a menu with the keyboard alone', async () => {
      const { page: here, sender } = await open();
      await write(sender, 'hei');
      const menu = sender.getByRole('button', { name: /Velg kommune/u });
      await menu.focus();
      await here.keyboard.press('Enter');
      await here.keyboard.press('ArrowDown');
      await here.keyboard.press('Enter');
      await logOf(sender).getByText('Du valgte provestad').waitFor();
      expect(await sender.getByRole('button', { name: /Velg kommune/u }).count()).toBe(0);
    });

    it('shows the card, opens its form, and keeps a text that is too short', async () => {
      const { page: here, sender } = await open();
      await openChannel(sender, 'utekontakten');
      await sender.getByRole('heading', { name: 'Utekontakten' }).waitFor();
      expect(await sender.getByRole('heading', { name: 'Utekontakten' }).count()).toBe(1);
      expect(await sender.getByRole('button', { name: 'Stengt' }).isDisabled()).toBe(true);
      expect(await sender.getByRole('link', { name: /Personvern/u }).getAttribute('href')).toBe(
        'https://eksempel.no/personvern',
      );

      await sender.getByRole('button', { name: 'Skriv til oss' }).click();
      const form = sender.getByRole('dialog', { name: 'Skriv til oss' });
      await form.getByLabel('Hva vil du si?').fill('hei');
      await form.getByRole('button', { name: 'Send inn' }).click();
      await form.getByText('Skriv minst 5 tegn.').waitFor();
      expect(await here.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
      await form.getByLabel('Hva vil du si?').fill('Jeg vil snakke med noen.');
      await form.getByRole('button', { name: 'Send inn' }).click();
      await logOf(sender).getByText('Mottatt 24 tegn').waitFor();
      expect(await form.count()).toBe(0);
    });

    it('shows an answer only to the one who pressed, until it is put away', async () => {
      const { sender, staff } = await open();
      await openChannel(sender, 'utekontakten');
      await openChannel(staff, 'utekontakten');
      await sender.getByRole('button', { name: 'Hjelp nå' }).click();
      await sender.getByText('Bare du ser dette').waitFor();
      expect(await sender.locator('.ephemeral strong').textContent()).toBe('113');
      await staff.getByRole('button', { name: 'Hjelp nå' }).waitFor();
      expect(await staff.getByText('Bare du ser dette').count()).toBe(0);
      await sender.getByRole('button', { name: 'Avvis' }).click();
      expect(await sender.getByText('Bare du ser dette').count()).toBe(0);
    });

    it('lets staff fill in every kind of field, and Escape closes the form', async () => {
      const { page: here, staff } = await open();
      await staff.getByRole('button', { name: 'Skjema' }).click();
      const form = staff.getByRole('dialog', { name: 'Skjema' });
      await form.getByRole('button', { name: 'Send inn' }).click();
      await form.getByText('Velg minst ett.').waitFor();
      await form.getByText('Velg ett av alternativene.').waitFor();

      await form.getByRole('button', { name: /Kategori/u }).click();
      await form.getByRole('option', { name: 'Selvskading' }).click();
      await form.getByRole('radio', { name: 'Nei' }).check();
      await form.getByRole('checkbox', { name: 'Ringt 113' }).check();
      await form.getByRole('checkbox', { name: 'Avtalt med leder' }).check();
      await form.getByLabel('Notat').fill('avklart');
      await here.keyboard.press('Enter');
      await logOf(staff).getByText('Skjema: selvskading, no, avklart').waitFor();

      await staff.getByRole('button', { name: 'Skjema' }).click();
      await form.waitFor();
      await here.keyboard.press('Escape');
      expect(await form.count()).toBe(0);
      expect(await here.evaluate('document.activeElement.textContent.trim()')).toBe('Skjema');
    });

    it('changes a pressed message in place, for everybody', async () => {
      const { sender, staff } = await open();
      await staff.getByRole('button', { name: 'Jeg tar den' }).click();
      await logOf(staff).getByText('Kari har saken').waitFor();
      await staff.getByLabel('Hvem er du?').selectOption({ label: 'Ola, ansatt' });
      await logOf(staff).getByText('Kari har saken').waitFor();
      expect(await sender.getByText('Kari har saken').count()).toBe(0);
    });

    it('gives a case to two people from a menu of members', async () => {
      const { staff } = await open();
      await staff.getByRole('button', { name: /Gi saken til/u }).click();
      await staff.getByRole('option', { name: 'Kari', exact: true }).click();
      await staff.getByRole('option', { name: 'Ola', exact: true }).click();
      await staff.getByRole('button', { name: 'Ferdig' }).click();
      await logOf(staff)
        .getByText(/Gitt til Kari og Ola/u)
        .waitFor();
    });

    it('says so when the bot does not answer in time', async () => {
      const { staff } = await open();
      await staff.getByRole('button', { name: 'Svarer aldri' }).click();
      await logOf(staff).getByRole('alert').getByText('Appen svarte ikke i tide.').waitFor();
    });

    it('finds a slash command by its Norwegian name, shows that the bot is thinking, then the answer', async () => {
      const { page: here, coordinator } = await open();
      await coordinator.locator('textarea').fill('/å');
      await coordinator.getByRole('option', { name: /åpningstider/u }).waitFor();
      await here.keyboard.press('Enter');
      await coordinator.getByRole('button', { name: 'Kjør' }).waitFor();
      await here.keyboard.press('Enter');
      await logOf(coordinator).getByText('tenker').waitFor();
      await logOf(coordinator).getByText('Åpent til').waitFor();
      await logOf(coordinator)
        .getByText(/Berit brukte/u)
        .waitFor();
      expect(await logOf(coordinator).getByText('tenker').count()).toBe(0);
    });

    it('suggests values while an option is being written, and checks numbers before it asks the bot', async () => {
      const { page: here, coordinator } = await open();
      await coordinator.locator('textarea').fill('/mal');
      await here.keyboard.press('Enter');
      await coordinator.getByLabel(/navn/u).fill('ring');
      await coordinator.getByRole('button', { name: 'Vi ringer deg' }).click();
      await coordinator.getByLabel('antall').fill('mange');
      await coordinator.getByRole('button', { name: 'Kjør' }).click();
      await coordinator.getByText('«antall» må være et tall.').waitFor();
      await coordinator.getByLabel('antall').fill('2');
      await coordinator.getByRole('button', { name: 'Kjør' }).click();
      await logOf(coordinator).getByText('Malen er «Vi ringer deg»').waitFor();
    });

    it('runs an app’s command on a message', async () => {
      const { sender } = await open();
      await openChannel(sender, 'velkommen');
      await write(sender, 'jeg er redd for en venn');
      const message = logOf(sender).locator('article', { hasText: 'redd for en venn' });
      await message.getByRole('button', { name: /Handlinger/u }).click();
      await message.getByRole('button', { name: 'Meld fra' }).click();
      await logOf(sender).getByText('Takk for at du sa fra om').waitFor();
    });

    it('lets the sender change and delete what they wrote', async () => {
      const { page: here, sender } = await open();
      await openChannel(sender, 'velkommen');
      await write(sender, 'skrivefeli');
      const message = logOf(sender).locator('article').last();
      await message.getByRole('button', { name: /Handlinger/u }).click();
      await message.getByRole('button', { name: 'Rediger' }).click();
      await message.getByLabel('Rediger meldingen').fill('skrivefeil');
      await here.keyboard.press('Enter');
      await message.getByText('(redigert)').waitFor();
      expect(await message.locator('.markdown').textContent()).toBe('skrivefeil');
      await message.getByRole('button', { name: /Handlinger/u }).click();
      await message.getByRole('button', { name: 'Slett' }).click();
      await logOf(sender).getByText('Ingen meldinger her.').waitFor();
    });

    it('sends a picture as a name, a type and a size', async () => {
      const { sender } = await open();
      await sender.getByRole('button', { name: 'Legg ved' }).click();
      await sender.getByRole('button', { name: 'Et bilde' }).click();
      await sender.getByRole('button', { name: 'Send', exact: true }).click();
      const attachment = logOf(sender).locator('.attachment');
      await attachment.waitFor();
      expect(await attachment.textContent()).toMatch(/Bilde\s*bilde\.jpg\s*184 kB/u);
    });

    it('tells the sender when a message could not be sent', async () => {
      const { sender } = await open();
      await sender.getByRole('button', { name: 'Valg for Kim' }).click();
      await sender.getByLabel('Har blokkert boten').check();
      await write(sender, 'hallo');
      await logOf(sender)
        .getByText(/Ikke sendt/u)
        .waitFor();
    });

    it('counts what is unread in a thread and opens it under the message it came from', async () => {
      const { staff } = await open();
      const thread = staff.locator('.channel.thread', { hasText: 'Sak 4821' });
      await openChannel(staff, 'reserve-vakt');
      const channel = await bot.channels.fetch(sandbox.ids.channels.vakt);
      const threads = channel?.isTextBased() && 'threads' in channel ? await channel.threads.fetchActive() : undefined;
      await threads?.threads.first()?.send('Nytt i saken');
      await staff.locator('.channel.unread', { hasText: 'Sak 4821' }).waitFor();
      await thread.click();
      await logOf(staff).getByText('Nytt i saken').waitFor();
      await logOf(staff).getByRole('button', { name: 'Jeg tar den' }).click();
      await logOf(staff).getByText('Kari har saken').waitFor();
      expect(await staff.locator('.channel.unread').count()).toBe(0);
    });

    it('says when the bot is gone', async () => {
      const { page: here } = await open();
      await here.getByText('Utekontakten Eksempelvik: tilkoblet').waitFor();
      await bot.destroy();
      await here.getByText('Utekontakten Eksempelvik: ikke tilkoblet').waitFor();
    });

    it('moves the clock and says that it has been moved', async () => {
      const { page: here, sender } = await open();
      await here.getByRole('button', { name: /^Klokka: /u }).click();
      await here.getByLabel('Dato og klokkeslett i Oslo').fill('2026-12-24T02:30');
      await here.getByRole('button', { name: 'Still klokka' }).click();
      await here.getByRole('button', { name: /24\. des.*02:30, flyttet/u }).waitFor();
      await write(sender, 'god jul');
      await logOf(sender).getByText('24. desember 2026').waitFor();
      await here.getByRole('button', { name: 'Start på nytt' }).click();
      await here.getByRole('button', { name: /^Klokka: (?!.*flyttet)/u }).waitFor();
      expect(await logOf(sender).getByText('god jul').count()).toBe(0);
      await sender.getByRole('button', { name: 'Vis tidligere meldinger' }).click();
      await logOf(sender).getByText('god jul', { exact: true }).first().waitFor();
    });

    it('plays a scenario where a friend writes in the form on the card', async () => {
      const { page: here, sender } = await open();
      await here.getByRole('button', { name: 'Scenarier' }).click();
      await here.getByRole('button', { name: /En venn som er bekymret/u }).click();
      await sender.getByRole('dialog', { name: 'Skriv til oss' }).waitFor();
      await here.getByText('Ferdig. Svar Alex').waitFor({ timeout: 20_000 });
      await logOf(sender).getByText('Mottatt').waitFor();
      expect(await sender.getByLabel('Hvem er du?').inputValue()).toBe(sandbox.ids.users.alex);
      expect(complaints).toEqual([]);
    });

    it('stays in the channel somebody opens while the first one is still being found', async () => {
      const { page: here, sender } = await open();
      await here.route(`**/users/${sandbox.ids.users.alex}/dm`, async (route) => {
        await sender.getByRole('button', { name: 'Skriv til oss' }).waitFor();
        await route.continue();
      });
      const found = here.waitForResponse(`**/users/${sandbox.ids.users.alex}/dm`);
      await sender.getByLabel('Hvem er du?').selectOption(sandbox.ids.users.alex);
      await openChannel(sender, 'utekontakten');
      await found;
      await here.waitForLoadState('networkidle');
      expect(await sender.getByRole('button', { name: 'Skriv til oss' }).count()).toBe(1);
    });

    it('stops a scenario when asked to', async () => {
      const { page: here } = await open();
      await here.getByRole('button', { name: 'Scenarier' }).click();
      await here.getByRole('button', { name: /En spøk/u }).click();
      await here.getByRole('button', { name: 'Stopp' }).click();
      await here.getByText('Stoppet.').waitFor();
    });

    it('connects again when the line breaks, and shows what was missed', async () => {
      const lines: WebSocketRoute[] = [];
      const { sender } = await open(WIDE, 'light', (line) => {
        lines.push(line);
        line.connectToServer();
      });
      for (const line of lines.splice(0)) await line.close();
      await sender.getByText('Mistet kontakten').waitFor();
      const kim = `${sandbox.url}/sandbox/users/${sandbox.ids.users.kim}`;
      const body = JSON.stringify({ content: 'skrevet på en annen telefon' });
      await fetch(`${kim}/dm/messages`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
      await logOf(sender).getByText('skrevet på en annen telefon', { exact: true }).first().waitFor();
      await sender.getByText('Mistet kontakten').waitFor({ state: 'detached' });
    });

    it.each(['light', 'dark'] as const)(
      'shows one screen at a time on a phone, nothing outside the edge: %s',
      async (scheme) => {
        const { page: here, sender, staff } = await open(PHONE, scheme);
        expect(await sender.isVisible()).toBe(true);
        expect(await staff.isVisible()).toBe(false);
        await here
          .getByRole('navigation', { name: 'Skjermer' })
          .getByRole('button', { name: /Vaktkanal/u })
          .click();
        expect(await sender.isVisible()).toBe(false);
        await staff.getByRole('button', { name: 'Jeg tar den' }).waitFor();
        expect(await here.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width);
        for (const tool of ['Scenarier', /^Klokka: /u]) {
          await here.getByRole('button', { name: tool }).click();
          const panel = await here.locator('.top-bar .popover-panel').boundingBox();
          expect(panel?.x).toBeGreaterThanOrEqual(0);
          expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(PHONE.width);
        }
      },
    );

    it('reaches everything with Tab and gives every control a name', async () => {
      const { page: here } = await open();
      const nameless = await here.evaluate(`[...document.querySelectorAll('button, input, select, textarea')]
        .filter((control) => {
          const label = control.labels?.[0]?.textContent ?? '';
          return !(control.getAttribute('aria-label') || control.textContent.trim() || label.trim());
        }).map((control) => control.outerHTML)`);
      expect(nameless).toEqual([]);

      const reached = new Set<unknown>();
      for (let presses = 0; presses < 60; presses += 1) {
        await here.keyboard.press('Tab');
        reached.add(
          await here.evaluate("document.activeElement.closest('.pane, .top-bar')?.className.split(' ')[1] ?? 'top'"),
        );
        const unmarked = await here.evaluate(`document.activeElement !== document.body
          && getComputedStyle(document.activeElement).outlineStyle === 'none' && document.activeElement.outerHTML`);
        expect(unmarked).toBe(false);
      }
      expect([...reached].sort()).toEqual(['pane-coordinator', 'pane-sender', 'pane-staff', 'top']);
    });
  });
}
