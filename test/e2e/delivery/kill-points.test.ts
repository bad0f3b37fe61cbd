import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedStore } from '../../../src/store/open-store.ts';
import { createSealing } from '../../../src/store/sealing.ts';
import { migrations } from '../../../src/store/sqlite/schema.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { minuteMs } from '../../../src/core/time.ts';
import { killPoints } from '../../../src/system/kill-points.ts';
import type { KillPoint } from '../../../src/system/kill-points.ts';
import { hasRedis, RedisServer } from '../../contract/redis-server.ts';
import { caseId, commitOf, opening } from '../../contract/samples.ts';
import { eksempelvik } from '../../examples/cases.ts';
import { agreeByTwo } from '../../examples/two-persons.ts';
import { lookInto } from './look-into.ts';
import { aWhile, acuteWords, madeUpWord, masterKey, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

/** `KILL_REPEAT=100 npx vitest run --project e2e test/e2e/delivery/kill-points.test.ts` is the long version. With `-t turn` the points of a message alone. */
const repeat = Number(process.env['KILL_REPEAT'] ?? '1');

/** What a message passes on its way; the other half of the program would only take longer to start. */
const roles = { ROLES: 'intake,worker' };

let stage: Stage | undefined;
let redis: RedisServer | undefined;
afterEach(async () => {
  await stage?.close();
  await redis?.dispose();
  stage = undefined;
  redis = undefined;
});

const senders = 40;
const isAcute = (index: number): boolean => index % 4 === 0;

/** Points that are not on the way of a message need something else to lead there. */
const elsewhere: readonly KillPoint[] = ['mid_catchup', 'mid_retention', 'mid_rekey', 'mid_migration'];
const inMessage = killPoints.filter((point) => !elsewhere.includes(point));

const golden = new URL('../../contract/golden/', import.meta.url);
/** The program refuses a master key that is one byte repeated. */
const goldenKey = Buffer.alloc(32, 1);
const schemaOf = (file: string): unknown => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return database.prepare('PRAGMA user_version').get()?.['user_version'];
  } finally {
    database.close();
  }
};

const calledFor = (of: Stage | undefined): ReadonlySet<string | undefined> =>
  new Set(of?.alerts().map(({ text }) => /Sak \d+/u.exec(text)?.[0]));

/** Each kill comes before the one before it has been mended; the last start mends all. */
it(
  `killed at each point in turn, ${repeat} time(s), loses and doubles nothing (I1–I5)`,
  async () => {
    const points = [...inMessage, 'mid_retention'] as const;
    const kills = Array.from({ length: repeat * points.length }, (_, index) => points[index % points.length]);
    stage = await openStage({ env: roles });
    const { discord, bot } = stage;
    // A session to resume: before it, nobody can be heard.
    await bot.start();
    await bot.stop('SIGKILL');
    for (const [index, point] of kills.entries()) {
      bot.launch({ KILL_AT: point });
      discord.write(index % senders, `${isAcute(index) ? acuteWords : ordinaryWords} ${madeUpWord(index)}`);
      expect(await bot.ended()).toBeNull();
    }
    await bot.start();
    for (const index of kills.keys()) await stage.shown(madeUpWord(index), 60_000);
    await aWhile();
    const count = (index: number): number => stage?.posts(madeUpWord(index)).length ?? 0;
    expect([...kills.keys()].filter((index) => count(index) !== 1)).toEqual([]);
    // In a long run the ladder calls again, and a case that has been called for grows: each case, then, not each message.
    const inDanger = new Set([...kills.keys()].filter(isAcute).map((index) => index % senders));
    await until(() => calledFor(stage).size === inDanger.size, 20_000, 'alert of every case');
    stage.expectNothingAstray();
  },
  minuteMs + repeat * minuteMs,
);

describe.each(Array.from({ length: repeat }, (_, round) => round))('round %i: kill -9 (F-01, F-05, F-06)', (round) => {
  it.each(inMessage)('at %s loses and doubles nothing of an acute first message', async (point) => {
    stage = await openStage({ env: roles });
    await stage.bot.start({ KILL_AT: point });
    const word = madeUpWord(round * 10 + inMessage.indexOf(point));
    stage.discord.write(0, `${acuteWords} ${word}`);
    expect(await stage.bot.ended()).toBeNull();

    await stage.bot.start();
    await stage.shown(word);
    await until(() => (stage?.alerts().length ?? 0) > 0);
    await until(() => (stage?.toSenders().length ?? 0) >= 2);
    await aWhile();
    expect(stage.posts(word)).toHaveLength(1);
    expect(stage.alerts()).toHaveLength(1);
    // The safe reply and who we are; each once.
    expect(stage.toSenders()).toHaveLength(2);
    stage.expectNothingAstray();
  });

  it('at mid_catchup reads the rest back after the restart', async () => {
    stage = await openStage({ settings: { sessionLifetimeMs: 300 }, env: roles });
    const { discord, bot } = stage;
    await bot.start();
    for (const sender of [1, 2, 3]) discord.write(sender, `${ordinaryWords} ${madeUpWord(sender)}`);
    for (const sender of [1, 2, 3]) await stage.shown(madeUpWord(sender));
    await bot.stop('SIGKILL');
    for (const sender of [1, 2, 3]) discord.write(sender, `${ordinaryWords} ${madeUpWord(10 + sender)}`);
    await until(() => discord.gateway.views().length === 0, 5_000, 'end of the sessions');

    bot.launch({ KILL_AT: 'mid_catchup' });
    expect(await bot.ended()).toBeNull();
    await bot.start();
    for (const sender of [1, 2, 3]) await stage.shown(madeUpWord(10 + sender));
    await aWhile();
    for (const sender of [1, 2, 3]) expect(stage.posts(madeUpWord(10 + sender))).toHaveLength(1);
    stage.expectNothingAstray();
  });

  it('at mid_retention leaves a store that works', async () => {
    stage = await openStage({ env: roles });
    stage.bot.launch({ KILL_AT: 'mid_retention' });
    expect(await stage.bot.ended()).toBeNull();
    await stage.bot.start();
    stage.discord.write(0, `${ordinaryWords} ${madeUpWord(round)}`);
    await stage.shown(madeUpWord(round));
  });

  it.each(readdirSync(golden).sort())(
    'at mid_migration of a database of %s changes nothing, and the next start has everything (F-47)',
    async (name) => {
      stage = await openStage();
      const file = join(stage.folder, 'utekontakt.db');
      writeFileSync(file, gunzipSync(readFileSync(new URL(name, golden))));
      putUnderStageKey(file);
      const schema = schemaOf(file);
      stage.bot.launch({ KILL_AT: 'mid_migration' });
      expect(await stage.bot.ended()).toBeNull();
      expect(schemaOf(file)).toBe(schema);
      expect(readdirSync(stage.folder).some((one) => one.includes('.before-v'))).toBe(true);

      await stage.bot.start();
      expect(schemaOf(file)).toBe(migrations.length);
      await lookInto(`file:${file}`, [masterKey], async (store) => {
        for (const id of [caseId('one'), caseId('two')]) {
          expect((await store.findCase(id))?.state).toEqual({ kind: 'open' });
          expect(await store.listEntries(id)).toHaveLength(1);
          expect(await store.openOriginals(id)).toHaveLength(1);
        }
        expect(await store.verifyAudit()).toMatchObject({ kind: 'intact' });
      });
      stage.discord.write(0, `${acuteWords} ${madeUpWord(round)}`);
      await stage.shown(madeUpWord(round));
      stage.expectNothingAstray();
    },
  );

  it('at mid_migration takes in what was written meanwhile once the next start has migrated', async () => {
    stage = await openStage();
    const { bot, discord } = stage;
    const file = join(stage.folder, 'utekontakt.db');
    await bot.start();
    discord.write(0, `${ordinaryWords} ${madeUpWord(1)}`);
    await stage.shown(madeUpWord(1));
    await bot.stop('SIGKILL');
    takeBackLastStep(file);

    bot.launch({ KILL_AT: 'mid_migration' });
    expect(await bot.ended()).toBeNull();
    expect(schemaOf(file)).toBe(migrations.length - 1);
    for (const sender of [0, 1]) discord.write(sender, `${ordinaryWords} ${madeUpWord(10 + sender)}`);
    await bot.start();
    for (const sender of [0, 1]) await stage.shown(madeUpWord(10 + sender));
    await aWhile();
    for (const word of [1, 10, 11]) expect(stage.posts(madeUpWord(word))).toHaveLength(1);
    stage.expectNothingAstray();
  });

  it('at mid_rekey of a database can be rotated again, with every row readable throughout (F-45)', async () => {
    stage = await openStage();
    await rekeyThroughKills(stage, `file:${join(stage.folder, 'utekontakt.db')}`, round);
  });

  it.runIf(hasRedis)(
    'at mid_rekey of a Redis can be rotated again, with every row readable throughout (F-45)',
    async () => {
      redis = await RedisServer.start();
      stage = await openStage({ env: { STORE_URL: redis.url } });
      await rekeyThroughKills(stage, redis.url, round);
    },
  );
});

function putUnderStageKey(file: string): void {
  const keyring = createKeyring([Buffer.from(masterKey, 'base64'), goldenKey].map(nameMasterKey));
  const sealing = createSealing(keyring);
  const database = new DatabaseSync(file);
  const update = database.prepare('UPDATE data_keys SET kid = ?, wrapped = ? WHERE owner = ?');
  for (const { owner, wrapped } of database.prepare('SELECT owner, wrapped FROM data_keys').all()) {
    if (typeof owner !== 'string' || !(wrapped instanceof Uint8Array)) throw new Error('not a data key');
    update.run(keyring.kid, sealing.rewrapKey(owner, wrapped), owner);
  }
  database.close();
}

/** As the version before the last step of the schema left it. To be written anew with each new step. */
function takeBackLastStep(file: string): void {
  expect(migrations).toHaveLength(4);
  const database = new DatabaseSync(file);
  database.exec(`
    DROP INDEX inbox_held; DROP INDEX outbox_held;
    ALTER TABLE inbox DROP COLUMN holder; ALTER TABLE outbox DROP COLUMN holder;
    PRAGMA user_version = 3
  `);
  database.close();
}

/** More keys than two transactions of the rotation move. */
const cases = Array.from({ length: 220 }, (_, index) => `case${index}`);

async function rekeyThroughKills(of: Stage, url: string, round: number): Promise<void> {
  const newKey = Buffer.from(masterKey, 'base64').reverse().toString('base64');
  const openings = cases.map((name) => opening(name));
  const total = await lookInto(url, [masterKey], async (store) => {
    const seeding = { basedOn: openings.flatMap(({ basedOn }) => basedOn) };
    await store.commit(
      commitOf(
        'seed',
        openings.flatMap(({ changes }) => changes),
        seeding,
      ),
    );
    await agreeByTwo(store, Date.now, eksempelvik, 'keys.rotate');
    return sumOf(await store.countKeys());
  });
  const allReadable = async (store: OpenedStore): Promise<Readonly<Record<string, number>>> => {
    for (const name of cases) {
      expect(await store.findCase(caseId(name))).toBeDefined();
      expect(await store.openOriginals(caseId(name))).toHaveLength(1);
    }
    return store.countKeys();
  };

  const rotating = { MASTER_KEY: newKey, MASTER_KEY_PREVIOUS: masterKey, KILL_AT: 'mid_rekey' };
  let deaths = 0;
  for (;;) {
    of.bot.launch(rotating, ['keys', 'rotate']);
    const code = await of.bot.ended();
    if (code !== null) {
      expect(code).toBe(0);
      break;
    }
    deaths += 1;
    const halfway = await lookInto(url, [newKey, masterKey], allReadable);
    expect(Object.keys(halfway)).toHaveLength(2);
    expect(sumOf(halfway)).toBe(total);
  }
  expect(deaths).toBeGreaterThanOrEqual(2);
  const after = await lookInto(url, [newKey], allReadable);
  expect(Object.values(after)).toEqual([total]);

  await of.bot.start({ MASTER_KEY: newKey });
  of.discord.write(0, `${acuteWords} ${madeUpWord(round)}`);
  await of.shown(madeUpWord(round));
}

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);
