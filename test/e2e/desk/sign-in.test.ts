import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientId, clientSecret, openProvider } from '../../unit/desk/oidc-provider.ts';
import { hasChromium, openBrowser } from '../page/browser.ts';
import { openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { axeFindings } from './axe-findings.ts';
import { deskLink, openDesk } from './desk-visit.ts';

/** A port that was free a moment ago: the provider must know where it sends people back. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

if (hasChromium(process.env)) {
  describe('the desk behind the municipality’s own sign-in, in a real browser', () => {
    let provider: Awaited<ReturnType<typeof openProvider>>;
    let scene: Scene;
    let browser: Browser;
    let address: string;

    beforeAll(async () => {
      const port = await freePort();
      address = `http://127.0.0.1:${port}`;
      provider = await openProvider(`${address}/tilbake`);
      const env = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret };
      [scene, browser] = await Promise.all([
        openScene({}, { ...env, DESK_PORT: String(port) }),
        openBrowser(process.env),
      ]);
      await scene.bot.start();
    });
    afterAll(async () => {
      await browser.close();
      await scene.close();
      await provider.close();
    });

    it('is entered from Discord through the provider, and later without Discord', async () => {
      await scene.sander.sendDm('jeg vil dø i kveld. har skrevet farvelbrev');
      const card = await scene.kari.waitForMessage(staffChannel, says(/## Akutt · Sak \d+/u));
      const { page, complaints } = await openDesk(browser);
      await page.goto(await deskLink(scene.kari, card));
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: 'Logg inn med kommunens innlogging' }).click();
      await page.getByRole('button', { name: 'Jeg følger opp saken' }).click();
      await page.getByRole('heading', { level: 1, name: /^Sak \d+/u }).waitFor();

      await page.getByRole('button', { name: 'Logg ut' }).click();
      await page.getByRole('button', { name: 'Ja, logg ut' }).click();
      await page.getByRole('heading', { name: 'Du er logget ut' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/logget-ut');
      await page.getByRole('link', { name: 'Logg inn med kommunens innlogging' }).click();
      await page.getByRole('heading', { level: 1, name: 'Skjermet skjema' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.getByRole('link', { name: /^Sak \d+/u }).click();
      await page.getByRole('heading', { name: 'Hvorfor åpner du saken?' }).waitFor();
      expect(complaints).toEqual([]);
      expect(scene.bot.output).not.toContain(clientSecret);
    });

    it('lets nobody in whose sign-in is not joined to an account', async () => {
      provider.state.account = 'fremmed';
      const { page } = await openDesk(browser);
      await page.goto(`${address}/logg-inn`);
      await page.getByText('ikke koblet til en konto i Discord').waitFor();
      await page.context().close();
    });
  });
}
