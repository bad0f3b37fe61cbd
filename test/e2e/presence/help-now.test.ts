import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractionReceipt, MessageView } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { shownMessage, textOfMessage } from '../../../sandbox/visitor.ts';
import { hasRedis, RedisServer } from '../../contract/redis-server.ts';
import { answerTo, openScene, publicCard } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { configurationWith } from './configured.ts';

/** How long help may take to be on the screen, milliseconds. */
const limitMs = 1_000;

const expired = configurationWith(({ approval }) => ({
  approval: { ...(approval as object), reviewDate: '2026-02-01' },
}));
let scene: Scene;
let operationsPort = 0;
let card: MessageView;
/** A Sunday, when the service is closed all day. */
beforeAll(async () => {
  scene = await openScene({}, { CONFIG_DIR: expired.folder });
  await scene.control('POST', '/clock', { now: '2026-11-22T12:00:00Z' });
  ({ operationsPort } = await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` }));
  card = await publicCard(scene.kim);
});
afterAll(async () => {
  await scene.close();
  expired.remove();
});

/** What is shown, and how long it took, milliseconds. */
async function timed(ask: () => Promise<InteractionReceipt>) {
  const before = performance.now();
  const receipt = await ask();
  const shown = shownMessage(receipt);
  return { shown: await answerTo(scene.kim, receipt), ephemeral: shown.ephemeral, tookMs: performance.now() - before };
}
const dm = async () => (await scene.kim.dm()).id;
const ways: Readonly<Record<string, () => Promise<InteractionReceipt>>> = {
  'the button on the card': () => scene.kim.press(card, 'Hjelp nå'),
  'the command in a game server': () => scene.kim.runCommand(seedIds.channels.minecraftVelkommen, 'hjelp'),
  'the command in a DM': async () => scene.kim.runCommand(await dm(), 'hjelp'),
};

function rowsPerTable(): Readonly<Record<string, unknown>> {
  const db = new DatabaseSync(join(scene.dataDir, 'utekontakt.db'), { readOnly: true });
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as { name: string }[];
    return Object.fromEntries(
      tables.map(({ name }) => [name, db.prepare(`SELECT count(*) AS rows FROM "${name}"`).get()?.['rows']]),
    );
  } finally {
    db.close();
  }
}

async function expectHelp(way: string, ask: () => Promise<InteractionReceipt>): Promise<string> {
  const { shown, ephemeral, tookMs } = await timed(ask);
  const text = textOfMessage(shown);
  expect(text, way).toMatch(/\*\*112\*\*[\s\S]*\*\*113\*\*/u);
  expect(ephemeral, way).toBe(true);
  expect(tookMs, way).toBeLessThan(limitMs);
  console.info(`help now, ${way}: ${Math.round(tookMs)} ms`);
  return text;
}

describe('«Hjelp nå» of a closed service whose approval has run out', () => {
  it.each(Object.entries(ways))('answers %s, to one person, at once', async (way, ask) => {
    await expectHelp(way, ask);
  });

  it.each([
    ['no', 'Hjelp nå'],
    ['en-GB', 'Help now'],
    ['pl', 'Help now'],
  ])('is in the reader’s own language: %s', async (locale, title) => {
    await scene.kim.set({ locale });
    for (const [way, ask] of Object.entries(ways)) expect(await expectHelp(way, ask)).toContain(`# ${title}`);
    await scene.kim.set({ locale: 'no' });
  });

  it('stores nothing', async () => {
    const before = rowsPerTable();
    for (const [way, ask] of Object.entries(ways)) await expectHelp(way, ask);
    expect(rowsPerTable()).toEqual(before);
  });

  it('says to whoever writes that nobody reads it, with the numbers, and keeps none of it', async () => {
    const before = rowsPerTable();
    await scene.kim.sendDm('er det noen der');
    const told = await scene.kim.waitForDm(({ components }) =>
      JSON.stringify(components).includes('tar ikke imot meldinger'),
    );
    expect(textOfMessage(told)).toMatch(/112[\s\S]*113/u);
    expect(rowsPerTable()['cases']).toBe(before['cases']);
  });
});

describe.runIf(hasRedis)('«Hjelp nå» while the store is down', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    await scene.close();
    redis = await RedisServer.start();
    scene = await openScene({}, { CONFIG_DIR: expired.folder, STORE_URL: redis.url });
    await scene.control('POST', '/clock', { now: '2026-11-22T12:00:00Z' });
    ({ operationsPort } = await scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` }));
    card = await publicCard(scene.kim);
    await redis.down();
  });
  afterAll(() => redis.dispose());

  it('answers as fast as ever', async () => {
    await expect
      .poll(async () => (await fetch(`http://127.0.0.1:${operationsPort}/ready`)).status, { timeout: 10_000 })
      .not.toBe(200);
    for (const [way, ask] of Object.entries(ways)) await expectHelp(`${way}, no store`, ask);
  });

  it('leaves the hours readable, without saying who is there', async () => {
    const { shown, tookMs } = await timed(() => scene.kim.press(card, 'Når er dere her?'));
    expect(textOfMessage(shown)).toContain('søndag 22. november: stengt');
    expect(tookMs).toBeLessThan(limitMs);
  });
});
