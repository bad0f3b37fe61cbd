import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, readdirSync, rmSync, statSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { hasRedis, RedisServer } from '../../contract/redis-server.ts';
import { aWhile, acuteWords, madeUpWord, openStage, ordinaryWords, until } from './stage.ts';
import type { Stage } from './stage.ts';

let stage: Stage | undefined;
let redis: RedisServer | undefined;
const undo: (() => void)[] = [];
afterEach(async () => {
  await stage?.close();
  await redis?.dispose();
  for (const step of undo.splice(0)) step();
  stage = undefined;
  redis = undefined;
});

/** A disk of 3 MiB, where this machine lets us have one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'utekontakt-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  undo.push(() => {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}
const probe = smallDisk();
undo.splice(0).forEach((step) => {
  step();
});

const notReceived = 'ikke kommet fram';
const notStoring = 'kan ikke lagres';
const readiness = async (port: number): Promise<string> => (await fetch(`http://127.0.0.1:${port}/ready`)).text();

/** Somebody in danger writes while nothing can be stored; then it can be again. */
async function fullAndBack(of: Stage, port: number, back: () => Promise<void> | void): Promise<void> {
  of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
  of.discord.write(1, `${ordinaryWords} ${madeUpWord(2)}`);
  await until(() => of.posts(notReceived).length >= 2, 30_000, 'word to the senders');
  await until(() => of.posts(notStoring).length > 0, 30_000, 'word to staff');
  const [toAcute] = of.posts(notReceived).filter(({ text }) => text.includes('113'));
  expect(toAcute?.text).toMatch(/^[^\n]*Ring 113/u);
  expect(of.posts(notStoring).every(({ text }) => !text.includes(madeUpWord(1)))).toBe(true);
  expect(await readiness(port)).toContain('messages cannot be stored');
  // Nothing is said about what nobody has.
  expect(of.posts('Vi har fått meldingen')).toHaveLength(0);

  await back();
  for (const index of [1, 2]) await of.shown(madeUpWord(index), 30_000);
  await until(() => of.posts('## Akutt').length > 0);
  await until(async () => !(await readiness(port)).includes('messages cannot be stored'), 10_000, 'readiness');
  await aWhile();
  for (const index of [1, 2]) expect(of.posts(madeUpWord(index))).toHaveLength(1);
  expect(of.posts(notReceived)).toHaveLength(2);
  of.expectNothingAstray();
}

describe('a store that takes nothing more', () => {
  it.runIf(probe)(
    'F-37 a full disk is told to senders and staff, and by itself all comes when there is room',
    async () => {
      const disk = smallDisk() ?? '';
      stage = await openStage({ env: { STORE_URL: `file:${join(disk, 'utekontakt.db')}` } });
      const { operationsPort } = await stage.bot.start();
      const filler = join(disk, 'filler');
      fill(filler);
      await fullAndBack(stage, operationsPort, () => {
        rmSync(filler);
      });
    },
    120_000,
  );

  it.runIf(hasRedis)(
    'F-37 a Redis without memory is told of the same way',
    async () => {
      redis = await RedisServer.start();
      const server = redis;
      stage = await openStage({ env: { STORE_URL: server.url } });
      const { operationsPort } = await stage.bot.start();
      await server.ask((client) => client.config('SET', 'maxmemory', '1'));
      await fullAndBack(stage, operationsPort, async () => {
        await server.ask((client) => client.config('SET', 'maxmemory', '0'));
      });
    },
    120_000,
  );

  it.runIf(hasRedis)(
    'F-29 a Redis that is away is told of, and what was written meanwhile comes when it is back',
    async () => {
      redis = await RedisServer.start();
      const server = redis;
      stage = await openStage({ env: { STORE_URL: server.url } });
      const { operationsPort } = await stage.bot.start();
      await server.down('SIGKILL');
      await fullAndBack(stage, operationsPort, () => server.up());
    },
    120_000,
  );

  it('F-36 a writer that holds the database for seconds makes messages wait, not vanish', async () => {
    stage = await openStage();
    await stage.bot.start();
    const other = new DatabaseSync(join(stage.folder, 'utekontakt.db'), { timeout: 5_000 });
    other.exec('BEGIN IMMEDIATE');
    for (const sender of [0, 1, 2]) stage.discord.write(sender, `${ordinaryWords} ${madeUpWord(sender)}`);
    await wait(6_500);
    other.exec('ROLLBACK');
    other.close();
    for (const sender of [0, 1, 2]) await stage.shown(madeUpWord(sender), 30_000);
    await aWhile();
    for (const sender of [0, 1, 2]) expect(stage.posts(madeUpWord(sender))).toHaveLength(1);
    expect(stage.posts(notReceived)).toHaveLength(0);
  });
});

describe('a damaged database', () => {
  it('F-38 met while running ends the program, is set aside by the next start, and staff are told once', async () => {
    stage = await openStage();
    const of = stage;
    const file = join(of.folder, 'utekontakt.db');
    await of.bot.start();
    of.discord.write(0, `${ordinaryWords} ${madeUpWord(1)}`);
    await of.shown(madeUpWord(1));
    await aWhile();
    // A commit of somebody else makes the program read anew what we have overwritten.
    const other = new DatabaseSync(file, { timeout: 5_000 });
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.exec("BEGIN IMMEDIATE; UPDATE counters SET value = value WHERE name = 'lease'");
    overwrite(file, 4_096, statSync(file).size);
    other.exec('COMMIT');
    expect(await of.bot.ended()).toBe(70);
    expect(of.bot.output).toMatch(/the database is damaged/u);
    other.close();

    await of.bot.start();
    of.discord.write(1, `${acuteWords} ${madeUpWord(2)}`);
    const [told] = await of.shown('satt til side', 30_000);
    expect(told?.text).toMatch(/sikkerhetskopi/u);
    await of.shown(madeUpWord(2));
    await until(() => of.alerts().length === 1);
    expect(readdirSync(of.folder).some((name) => name.includes('.corrupt-'))).toBe(true);
    await of.bot.stop('SIGTERM');
    await of.bot.start();
    await wait(7_000);
    expect(of.posts('satt til side')).toHaveLength(1);
    of.expectNothingAstray();
  }, 120_000);

  it('F-38 cut short while the program was away is set aside at the start, which says so, and goes on', async () => {
    stage = await openStage();
    const of = stage;
    const file = join(of.folder, 'utekontakt.db');
    await of.bot.start();
    of.discord.write(0, `${ordinaryWords} ${madeUpWord(1)}`);
    await of.shown(madeUpWord(1));
    await of.bot.stop('SIGTERM');
    truncateSync(file, Math.floor(statSync(file).size / 2));
    await of.bot.start();
    expect(of.bot.output).toContain('store.set-aside');
    await of.shown('satt til side', 30_000);
    of.discord.write(0, `${acuteWords} ${madeUpWord(2)}`);
    await of.shown(madeUpWord(2), 30_000);
  }, 120_000);

  it('F-38 another file in the place of the database ends the program instead of writing to a file nobody has', async () => {
    stage = await openStage();
    const of = stage;
    await of.bot.start();
    // On its way before the file is gone, so that it is not the worker that notices first.
    of.discord.write(0, `${acuteWords} ${madeUpWord(1)}`);
    rmSync(join(of.folder, 'utekontakt.db'));
    expect(await of.bot.ended()).toBe(70);
    expect(of.bot.output).toMatch(/another file lies in its place/u);
    // The session went with the file, so that nothing can give this first message back: its sender has been told.
    expect(of.posts(notReceived)).toHaveLength(1);
    expect(of.posts(notReceived)[0]?.recipientId).not.toBeNull();
    await of.bot.start();
    of.discord.write(0, `${acuteWords} ${madeUpWord(2)}`);
    await of.shown(madeUpWord(2), 30_000);
  }, 120_000);
});

describe.runIf(hasRedis)('a Redis that is not ours', () => {
  it('is refused with 78 and one line when somebody else put data there', async () => {
    redis = await RedisServer.start();
    await redis.ask((client) => client.set('{uk}:theirs', 'x'));
    stage = await openStage({ env: { STORE_URL: redis.url } });
    stage.bot.launch();
    expect(await stage.bot.ended()).toBe(78);
    expect(stage.bot.output).toMatch(/STORE_URL: .*holds the data of another one/u);
  });

  it('F-28 is refused with 78 in production when its settings may lose what it has acknowledged', async () => {
    redis = await RedisServer.start(['--appendonly', 'no']);
    stage = await openStage({ env: { STORE_URL: redis.url, NODE_ENV: 'production' } });
    stage.bot.launch();
    expect(await stage.bot.ended()).toBe(78);
    expect(stage.bot.output).toMatch(/STORE_URL: Redis: .*appendonly is no, must be yes/u);
  });
});

function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, Buffer.alloc(4_096, 1));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  } finally {
    closeSync(handle);
  }
}

function overwrite(file: string, from: number, to: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(to - from, 0xff), 0, to - from, from);
  closeSync(handle);
}
