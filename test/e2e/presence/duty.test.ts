import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { buttonLabels, textOfMessage } from '../../../sandbox/visitor.ts';
import { answerTo, cardChannel, openScene, publicCard, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';

const checker = fileURLToPath(new URL('../../../../shared/tools/check-discord-requests.mjs', import.meta.url));

let scene: Scene;

/** A Monday the shipped municipality is open from 18 to 21, in November, when Oslo is an hour ahead of UTC. */
const moveTo = (clock: string): Promise<unknown> =>
  scene.control('POST', '/clock', { now: new Date(`2026-11-23T${clock}:00+01:00`).toISOString() });

const start = () => scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });

beforeAll(async () => {
  scene = await openScene();
  await moveTo('18:30');
  await start();
});
afterAll(async () => {
  await scene.close();
});

const duty = async (who: keyof Pick<Scene, 'kari' | 'ola' | 'berit'>, path: string, options = {}): Promise<string> => {
  const visitor = scene[who];
  const channel = who === 'berit' ? seedIds.channels.koordinering : staffChannel;
  return textOfMessage(await answerTo(visitor, await visitor.runCommand(channel, path, options)));
};
const posts = async (words: string) => (await scene.kim.messages(cardChannel)).filter(says(words));
const card = (words: string | RegExp, timeoutMs = 5_000) =>
  scene.kim.waitForMessage(cardChannel, (message) => isCard(message) && says(words)(message), timeoutMs);
const isCard = (message: Parameters<typeof buttonLabels>[0]): boolean =>
  buttonLabels(message).includes('Når er dere her?');

describe('in opening hours with nobody checked in', () => {
  it('says on the card and in the receipt that nobody is there', async () => {
    await card('Ingen er pålogget akkurat nå');
    await scene.sander.sendDm('kan noen hjelpe meg med lekser');
    const first = await scene.sander.waitForDm(says('Dette er Utekontakten'));
    expect(textOfMessage(first)).toContain('Det er åpningstid nå, til kl. 21.00, men ingen er pålogget.');
    const receipt = await scene.sander.waitForDm(says('Vi har fått meldingen din'));
    expect(textOfMessage(receipt)).toMatch(/ingen er pålogget akkurat nå[\s\S]*112/u);
  });
});

describe('«/vakt inn»', () => {
  it('is for staff who answer, and changes nothing for others', async () => {
    await scene.control('PUT', `/guilds/${seedIds.guilds.municipality}/members/${seedIds.users.berit}`, {
      roleIds: [seedIds.roles.koordinator],
    });
    expect(await duty('berit', 'vakt inn')).toMatch(/ikke tilgang/u);
    expect(textOfMessage(await publicCard(scene.kim))).toContain('Ingen er pålogget');
  });

  it('is not offered in game servers', async () => {
    const offered = async (visitor: Scene['kim'], channel: string) =>
      (await visitor.commands(channel)).map(({ name }) => name);
    expect(await offered(scene.kim, cardChannel)).not.toContain('vakt');
    expect(await offered(scene.kari, staffChannel)).toContain('vakt');
  });

  it('shows on the card at once, with first name, role and theme', async () => {
    const before = performance.now();
    expect(await duty('kari', 'vakt inn', { tema: 'school' })).toMatch(/Du er pålogget til kl\. 21\.00/u);
    const shown = await card('Åpent nå');
    expect(performance.now() - before).toBeLessThan(2_500);
    expect(textOfMessage(shown)).toMatch(
      /\*\*Åpent nå\*\*, til kl\. 21\.00\.\nPå jobb: Kari, vakthavende\.\nI dag: skole\./u,
    );
  });

  it('is told once in the channel of the card', async () => {
    await scene.kim.waitForMessage(cardChannel, says('har åpent til mandag 23. november kl. 21.00'));
    expect(await duty('kari', 'vakt inn', { tema: 'work' })).toMatch(/Du er pålogget/u);
    await card('I dag: jobb og penger');
    expect(await duty('ola', 'vakt inn')).toMatch(/Du er pålogget/u);
    await card(/På jobb: Kari, [^.]+ og Ola, /u);
    expect(await posts('har åpent til')).toHaveLength(1);
  });

  it('makes the first contact and the page of hours say that a human answers', async () => {
    await scene.kim.sendDm('hvor ligger ungdomsklubben');
    const first = await scene.kim.waitForDm(says('Dette er Utekontakten'));
    expect(textOfMessage(first)).toContain('Et menneske svarer nå, til kl. 21.00.');
    const pressed = await scene.kim.press(await publicCard(scene.kim), 'Når er dere her?');
    expect(textOfMessage(await answerTo(scene.kim, pressed))).toContain('**Åpent nå**, til kl. 21.00.');
  });

  it('survives a restart, and the opening is not told again', async () => {
    await scene.bot.stop();
    await start();
    const pressed = await scene.kim.press(await publicCard(scene.kim), 'Når er dere her?');
    expect(textOfMessage(await answerTo(scene.kim, pressed))).toContain('**Åpent nå**');
    await card('På jobb: Kari');
    expect((await scene.kim.messages(cardChannel)).filter(isCard)).toHaveLength(1);
    expect(await posts('har åpent til')).toHaveLength(1);
  });
});

describe('«/vakt ut»', () => {
  it('shows what is unanswered, and leaves the others on duty', async () => {
    const answer = await duty('ola', 'vakt ut');
    expect(answer).toMatch(/Andre er fortsatt pålogget/u);
    expect(answer).toMatch(/2 samtaler venter på svar:\n- Vanlig henvendelse: Sak \d+\. Ingen har tatt den\./u);
    await card(/På jobb: Kari, [^\n]*vakthavende\.\n/u);
  });
});

describe('closing time', () => {
  it('checks everybody out and hands over what is unanswered, by number and level only', async () => {
    await moveTo('21:00');
    const handover = textOfMessage(await scene.kari.waitForMessage(staffChannel, says('Vakta er slutt'), 15_000));
    expect(handover).toMatch(/2 samtaler venter på svar:/u);
    expect(handover).not.toMatch(/lekser|ungdomsklubb/u);
    const shown = await card('Stengt nå', 20_000);
    expect(textOfMessage(shown)).toMatch(/Vi åpner tirsdag 24\. november kl\. 18\.00/u);
    expect(textOfMessage(shown)).not.toContain('På jobb');
    expect(await duty('kari', 'vakt ut')).toMatch(/Du var ikke pålogget/u);
  });

  it('is told once, over a restart', async () => {
    await scene.kim.waitForMessage(cardChannel, says('har stengt'));
    await scene.bot.stop();
    await start();
    await scene.sander.sendDm('jeg lurer fortsatt på leksene');
    await scene.sander.waitForDm(says('ingen leser den nå'));
    expect(await posts('har stengt')).toHaveLength(1);
    expect((await scene.kari.messages(staffChannel)).filter(says('Vakta er slutt'))).toHaveLength(1);
  });

  it('is when nobody can check in, until two hours before opening', async () => {
    expect(await duty('kari', 'vakt inn')).toMatch(/ikke logget inn\. Vi åpner i morgen kl\. 18\.00/u);
  });
});

describe('what was sent to Discord', () => {
  it.runIf(existsSync(checker))('fits its own description, every request of it', () => {
    const { status, stdout } = spawnSync(process.execPath, [checker, scene.requestLog], { encoding: 'utf8' });
    expect(`${status}\n${stdout}`).toMatch(/^0\n/u);
  });
});
