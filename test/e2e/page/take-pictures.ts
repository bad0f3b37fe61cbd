import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedIds } from '../../../sandbox/seed.ts';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import { Client, ComponentType, Events, InteractionResponseType, Routes } from 'discord.js';
import { caseWorkBodies, caseWorkForms } from '../../unit/views/case-work-bodies.ts';
import { forms as ordinaryForms, publicBodies, staffBodies } from '../../unit/views/every-body.ts';
import { incidentBodies } from '../../unit/views/incident-bodies.ts';
import { presenceBodies, presenceForms, presencePublicBodies } from '../../unit/views/presence-bodies.ts';
import { openBrowser } from './browser.ts';

/**
 * `node test/e2e/page/take-pictures.ts FOLDER [LANGUAGE [public | staff | forms]]`: every card, page and reply a young person
 * can meet in that language (nb, nn or en; se, smj and sma: what is said while nobody has translated), or what staff meet,
 * or every form, as the sandbox shows it on a phone, several to a sheet. For people to look at; asserts nothing.
 */
const [folder = 'pictures', language = 'nb', which = 'public'] = process.argv.slice(2);
/** As wide as a phone, and so high that no message is cut. */
const phone = { width: 390, height: 2_600 };
const perColumn = 4;
const columns = 4;

/** One of each wording: a safe reply differs by level and by what it worries about, not by every category. */
const shownOnce = new Set<string>();
const bodies =
  which === 'staff'
    ? [...staffBodies, ...caseWorkBodies, ...incidentBodies, ...presenceBodies]
    : [...publicBodies, ...presencePublicBodies];
const chosen = bodies.filter(([name, body]) => {
  const words = JSON.stringify(body.components);
  const isOther =
    /"(?:mental_health|eating|violence_threat|threat_to_staff|crime_victim|exploitation|substances|missing|school|friends)"/u;
  if (!name.startsWith(`${language} `) || shownOnce.has(words) || isOther.test(name)) return false;
  shownOnce.add(words);
  return true;
});
/** One of the forms for own wording stands for all of them. */
const forms = [...ordinaryForms, ...caseWorkForms, ...presenceForms].filter(([name, { components }]) => {
  const words = JSON.stringify(components);
  const isOther = name.includes('own text') && !name.endsWith('cardInvitation');
  if (!name.startsWith(`${language} `) || shownOnce.has(words) || isOther) return false;
  shownOnce.add(words);
  return true;
});

const sandbox = await startSandbox();
const browser = await openBrowser(process.env);
try {
  const asBot = async (method: string, path: string, body: object): Promise<{ readonly id: string }> => {
    const answer = await fetch(`${sandbox.apiUrl}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as { id: string };
  };
  const dm = await asBot('POST', '/users/@me/channels', { recipient_id: seedIds.users.kim });
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ viewport: phone, locale: 'nb-NO', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(sandbox.url);
  const pictures: string[] = [];
  for (const [name, body] of which === 'forms' ? [] : chosen) {
    const { id } = await asBot('POST', `/channels/${dm.id}/messages`, body);
    const message = page.locator(`#pane-sender [data-message="${id}"]`);
    await message.waitFor();
    pictures.push((await message.screenshot()).toString('base64'));
    console.log(`${pictures.length}: ${name}`);
  }
  if (which === 'forms') await takeForms();
  const perSheet = perColumn * columns;
  for (let from = 0; from < pictures.length; from += perSheet) {
    const sheet = await context.newPage();
    await sheet.setViewportSize({ width: (phone.width + 10) * columns, height: 900 });
    const figures = pictures
      .slice(from, from + perSheet)
      .map((picture, index) => `<figure>${from + index + 1}<img src="data:image/png;base64,${picture}"></figure>`);
    const stacks = Array.from({ length: columns }, (_, column) =>
      figures.slice(column * perColumn, (column + 1) * perColumn).join(''),
    );
    await sheet.setContent(
      `<style>body{margin:0;display:flex;font:12px sans-serif}div{flex:1}figure{margin:0}img{display:block;width:100%}</style>${stacks.map((stack) => `<div>${stack}</div>`).join('')}`,
    );
    writeFileSync(
      join(folder, `${language}-${which}-${from / perSheet + 1}.png`),
      await sheet.screenshot({ fullPage: true }),
    );
    await sheet.close();
  }

  /** Each form as it opens when a button is pressed. */
  async function takeForms(): Promise<void> {
    const bot = new Client({ intents: [], rest: { api: sandbox.apiUrl, version: '10' } });
    bot.on(Events.InteractionCreate, (interaction) => {
      const [, data] = (interaction.isButton() && forms[Number(interaction.customId)]) || [];
      void bot.rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
        body: { type: InteractionResponseType.Modal, data },
        auth: false,
      });
    });
    await bot.login(sandbox.token);
    for (const [index, [name]] of forms.entries()) {
      const open = { type: ComponentType.Button, style: 2, label: `Form ${String(index)}`, custom_id: String(index) };
      await asBot('POST', `/channels/${dm.id}/messages`, {
        components: [{ type: ComponentType.ActionRow, components: [open] }],
      });
      await page.locator('#pane-sender').getByRole('button', { name: open.label, exact: true }).click();
      const form = page.locator('#pane-sender').getByRole('dialog');
      await form.waitFor();
      pictures.push((await form.screenshot()).toString('base64'));
      console.log(`${pictures.length}: ${name}`);
      await page.keyboard.press('Escape');
      await form.waitFor({ state: 'detached' });
    }
    await bot.destroy();
  }
} finally {
  await browser.close();
  await sandbox.close();
}
