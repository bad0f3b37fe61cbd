import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasChromium, openBrowser } from '../page/browser.ts';
import { openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { axeFindings } from './axe-findings.ts';
import { deskLink, openDesk } from './desk-visit.ts';

/** Where a person looks at the pages while they are tested: a folder for pictures, or nowhere. */
const pictures = process.env['DESK_PICTURES'];

/**
 * How long a person takes: half a second for a key that moves or chooses, two thirds of a second to read where one is
 * after each page, and 200 characters a minute (40 words), which is slow for somebody who writes at work.
 */
const seconds = { key: 0.5, page: 0.7, character: 0.3 } as const;

/** A person without a mouse. Counts what they press. */
class Keyboard {
  readonly #page: Page;
  keys = 0;
  characters = 0;
  pages = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      await this.#page.keyboard.press(name);
      this.keys += 1;
    }
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.type(words);
    this.characters += words.length;
  }

  /** Tab until the control with this name has the focus. */
  async to(name: RegExp): Promise<void> {
    for (let tabs = 0; tabs < 60; tabs += 1) {
      const here = await this.#page.evaluate<string>(
        `(() => { const at = document.activeElement; return (at.labels?.[0]?.textContent ?? at.textContent ?? '').trim(); })()`,
      );
      if (name.test(here)) return;
      await this.press('Tab');
    }
    throw new Error(`nothing is called ${String(name)}`);
  }

  /** Sends the form, or follows the link, that has the focus. */
  async go(): Promise<void> {
    const loaded = this.#page.waitForEvent('load');
    await this.press('Enter');
    await loaded;
    this.pages += 1;
  }

  get seconds(): number {
    return this.keys * seconds.key + this.pages * seconds.page + this.characters * seconds.character;
  }
}

if (hasChromium(process.env)) {
  describe('the whole form, with the keyboard alone, on a phone', () => {
    let scene: Scene;
    let browser: Browser;

    beforeAll(async () => {
      [scene, browser] = await Promise.all([openScene(), openBrowser(process.env)]);
      await scene.bot.start();
    });
    afterAll(async () => {
      await browser.close();
      await scene.close();
    });

    it('is filled in within three minutes, and fits the screen on every page', async () => {
      await scene.sander.sendDm('jeg vil dø i kveld. har skrevet farvelbrev');
      const card = await scene.kari.waitForMessage(staffChannel, says(/## Akutt · Sak \d+/u));
      const { page, complaints } = await openDesk(browser, { width: 390, height: 844 });
      const kari = new Keyboard(page);
      let looked = 0;
      const look = async (name: string): Promise<void> => {
        looked += 1;
        if (pictures !== undefined)
          await page.screenshot({
            path: `${pictures}/phone-${String(looked).padStart(2, '0')}-${name}.png`,
            fullPage: true,
          });
        expect([name, await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')]).toEqual([
          name,
          true,
        ]);
      };

      await page.goto(await deskLink(scene.kari, card));
      await look('sign-in');
      await kari.to(/^Logg inn$/u);
      await kari.go();
      await look('purpose');
      await kari.to(/^Jeg følger opp saken$/u);
      await kari.go();
      await look('case');

      await kari.to(/^Hva det gjelder$/u);
      await kari.go();
      await look('step-matter');
      for (const choice of [/^Akutt$/u, /^Ja$/u, /^Delvis$/u, /^Ja$/u]) await choose(kari, page, choice);
      await saveAndGoOn(kari);

      await look('step-reported');
      await choose(kari, page, /^Ringt politiets nødnummer$/u);
      await kari.to(/^Hvem fikk/u);
      await kari.type('Politiet');
      await kari.to(/^Når/u);
      await kari.type('nå');
      await saveAndGoOn(kari);

      await look('step-informed');
      for (let groups = 0; groups < 3; groups += 1) await choose(kari, page, /^Ja$/u);
      await saveAndGoOn(kari);

      await look('step-observed');
      await kari.to(/^Hva har ungdommen skrevet/u);
      await kari.type('Skriver at det skal skje i kveld, og har skrevet brev. Plantefrø.');
      await saveAndGoOn(kari);
      await look('step-identity');
      await kari.to(/^Navn/u);
      await kari.type('Testine Plantefrø');
      await kari.to(/^Bosted/u);
      await kari.type('Plantefrøveien 7');
      await saveAndGoOn(kari);
      await look('step-kripos');
      await saveAndGoOn(kari);
      await look('step-adults');
      await kari.to(/^Hvem, og hvordan/u);
      await kari.type('Tante Plantefrø');
      await saveAndGoOn(kari);
      await look('step-action');
      await kari.to(/^Hva er gjort, og hva/u);
      await kari.type('Politiet er på vei. Plantefrø.');
      await saveAndGoOn(kari);

      await look('filled-in');
      expect(await page.getByText('Ikke fylt ut').count()).toBe(0);
      expect(await page.getByText(/^Lagret av Kari/u).count()).toBe(8);
      const counted = {
        keys: kari.keys,
        characters: kari.characters,
        pages: kari.pages,
        seconds: Math.round(kari.seconds),
      };
      if (pictures !== undefined) console.log(counted);
      expect(counted.seconds).toBeLessThanOrEqual(180);

      const caseUrl = page.url().replace(/\?.*$/u, '');
      for (const [path, name] of [
        ['/neste-steg', 'guide'],
        ['/samtale', 'conversation'],
        ['/original', 'original'],
        ['/etterarbeid', 'after-care'],
        ['/tidslinje', 'timeline'],
        ['/rapport', 'report'],
        ['/innsyn', 'accesses'],
      ] as const) {
        await page.goto(caseUrl + path);
        await look(name);
        expect([name, await axeFindings(page)]).toEqual([name, []]);
        await page.emulateMedia({ colorScheme: 'light' });
      }
      await page.goto(new URL('/', caseUrl).href);
      await look('start');
      expect(await axeFindings(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });

  /** In the group that has the focus, or the next: the choice with this label, by the arrow keys. */
  async function choose(kari: Keyboard, page: Page, label: RegExp): Promise<void> {
    const isRadio = () => page.evaluate<boolean>(`document.activeElement.type === 'radio'`);
    const isChosen = async () =>
      label.test(
        await page.evaluate<string>(
          `document.activeElement.checked ? (document.activeElement.labels?.[0]?.textContent ?? '').trim() : ''`,
        ),
      );
    do await kari.press('Tab');
    while (!(await isRadio()));
    await kari.press('Space');
    for (let arrows = 0; arrows < 12 && !(await isChosen()); arrows += 1) await kari.press('ArrowDown');
    expect(await isChosen()).toBe(true);
  }

  async function saveAndGoOn(kari: Keyboard): Promise<void> {
    await kari.to(/^Lagre og gå videre$/u);
    await kari.go();
  }
}
