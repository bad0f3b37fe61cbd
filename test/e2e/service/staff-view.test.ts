import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../sandbox/control-api.ts';
import { buttonLabels, openedModal, textOfMessage } from '../../../sandbox/visitor.ts';
import { deskLink, openDesk, signIn } from '../desk/desk-visit.ts';
import { hasChromium, openBrowser } from '../page/browser.ts';
import { configurationWith } from '../presence/configured.ts';
import { answerTo, openScene, says, staffChannel } from './harness.ts';
import type { Scene } from './harness.ts';

/** Redaction leaves these alone, and no text of the service holds them. */
const words = { first: 'kattungen sover i epletreet', later: 'kattungen klatret ned fra epletreet' } as const;
const replyWords = 'Så fint at du skrev om dyret ditt.';

interface Municipality {
  readonly scene: Scene;
  readonly close: () => Promise<void>;
}
async function municipalityWhereStaffRead(staffView: 'stub' | 'desk'): Promise<Municipality> {
  const configuration = configurationWith(() => ({ staffView }));
  const scene = await openScene({}, { CONFIG_DIR: configuration.folder });
  await scene.bot.start();
  return {
    scene,
    close: async () => {
      await scene.close();
      configuration.remove();
    },
  };
}

const card = ({ kari }: Scene): Promise<MessageView> => kari.waitForMessage(staffChannel, says(/^## .* · Sak \d+/u));
/** The entries of the conversation, as soon as there are so many of them. */
async function entriesOf({ kari }: Scene, count: number): Promise<readonly MessageView[]> {
  const thread = await kari.waitForThread(staffChannel);
  const entries = async () => (await kari.messages(thread.id)).filter(says('Teksten vises ikke i tråden'));
  await expect.poll(async () => (await entries()).length, { timeout: 8_000 }).toBe(count);
  return entries();
}
/** Everything that stands in the staff channel and its threads for this person to read. */
async function everythingSeenBy(visitor: Scene['kari']): Promise<string> {
  const places = [staffChannel, ...(await visitor.threads(staffChannel)).map(({ id }) => id)];
  const messages = await Promise.all(places.map((id) => visitor.messages(id)));
  return messages
    .flat()
    .filter(({ ephemeral }) => !ephemeral)
    .map((message) => JSON.stringify(message))
    .join('\n');
}

/** What the bot has sent to Discord that holds these words, by the path. */
const requestsWith = ({ requestLog }: Scene, text: string): readonly string[] =>
  readFileSync(requestLog, 'utf8')
    .split('\n')
    .filter((line) => line.includes(text))
    .map((line) => (JSON.parse(line) as { readonly path: string }).path);

describe('where staff read behind «Åpne»', () => {
  let at: Municipality;
  beforeAll(async () => {
    at = await municipalityWhereStaffRead('stub');
    await at.scene.kim.sendDm(words.first);
  });
  afterAll(() => at.close());

  it('the thread tells that something was written, and holds none of it', async () => {
    const { scene } = at;
    const [entry] = await entriesOf(scene, 1);
    if (!entry) throw new Error('no entry');
    expect(buttonLabels(entry)).toEqual(['Åpne', 'Svar']);
    expect(await everythingSeenBy(scene.kari)).not.toContain('kattungen');
    expect(requestsWith(scene, 'kattungen')).toEqual([]);
  });

  it('one person reads it, and nobody else sees that answer', async () => {
    const { scene } = at;
    const [entry] = await entriesOf(scene, 1);
    if (!entry) throw new Error('no entry');
    const read = await answerTo(scene.ola, await scene.ola.press(entry, 'Åpne'));
    expect(textOfMessage(read)).toContain(words.first);
    expect(read.ephemeral).toBe(true);
    expect(await everythingSeenBy(scene.kari)).not.toContain('kattungen');
    const sent = requestsWith(scene, 'kattungen');
    expect(sent.length).toBeGreaterThan(0);
    for (const path of sent) expect(path).toMatch(/\/webhooks\/|\/interactions\//u);
  });

  if (hasChromium(process.env))
    it('who read it stands in the access log of the case', async () => {
      const { scene } = at;
      const browser = await openBrowser(process.env);
      try {
        const { page } = await openDesk(browser);
        await signIn(page, await deskLink(scene.kari, await card(scene)));
        const [entry] = await entriesOf(scene, 1);
        if (!entry) throw new Error('no entry');
        await answerTo(scene.ola, await scene.ola.press(entry, 'Åpne'));
        await page.getByRole('link', { name: 'Hvem har sett saken' }).click();
        expect(await page.getByRole('table').innerText()).toMatch(/Ola, [a-zæøå]+\s+Samtalen/u);
      } finally {
        await browser.close();
      }
    });

  it('what the sender deletes is not there to be opened afterwards', async () => {
    const { scene } = at;
    const written = await scene.kim.sendDm(words.later);
    await entriesOf(scene, 2);
    await scene.kim.delete(written);
    const thread = await scene.kari.waitForThread(staffChannel);
    const entry = await scene.kari.waitForMessage(thread.id, says('Slettet av avsenderen'), 8_000);
    expect(buttonLabels(entry)).not.toContain('Åpne');
  });
});

describe('where staff read on the sealed desk only', () => {
  let at: Municipality;
  beforeAll(async () => {
    at = await municipalityWhereStaffRead('desk');
    await at.scene.kim.sendDm(words.first);
  });
  afterAll(() => at.close());

  it('the thread leads to the desk, which shows the conversation', async () => {
    const { scene } = at;
    const [entry] = await entriesOf(scene, 1);
    if (!entry) throw new Error('no entry');
    expect(buttonLabels(entry)).toEqual(['Åpne skjermet skjema', 'Svar']);
    if (!hasChromium(process.env)) return;
    const browser: Browser = await openBrowser(process.env);
    try {
      const { page } = await openDesk(browser);
      await signIn(page, await deskLink(scene.kari, entry));
      await page.getByRole('link', { name: 'Samtalen' }).click();
      await page.getByText(words.first).waitFor();
    } finally {
      await browser.close();
    }
  });

  it('a reply is written and arrives, and neither it nor the sender’s words stand in the thread', async () => {
    const { scene } = at;
    const form = openedModal(await scene.kari.press(await card(scene), 'Svar'));
    await scene.kari.fillModal(form, { 'Svaret til avsenderen': replyWords });
    await scene.kim.waitForDm(says(replyWords));
    await entriesOf(scene, 2);
    const seen = await everythingSeenBy(scene.kari);
    expect(seen).not.toContain('kattungen');
    expect(seen).not.toContain(replyWords);
  });

  it('nothing the sender wrote has been in any request to Discord, changed and deleted words included', async () => {
    const { scene } = at;
    const later = await scene.kim.sendDm(words.later);
    await entriesOf(scene, 3);
    await scene.kim.edit(later, `${words.later} alene`);
    await entriesOf(scene, 4);
    await scene.kari.runCommand(staffChannel, 'sak apne');
    await scene.bot.stop();
    expect(requestsWith(scene, 'Sak ').length).toBeGreaterThan(0);
    expect(requestsWith(scene, 'kattungen')).toEqual([]);
  });
});
