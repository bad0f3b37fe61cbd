import { spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeyring } from '../../src/system/keyring.ts';
import type { StoreIncident } from '../../src/store/maintenance.ts';
import { Connection } from '../../src/store/sqlite/connection.ts';
import { migrations } from '../../src/store/sqlite/schema.ts';
import {
  aCase,
  anEntry,
  aSender,
  caseId,
  commitOf,
  day,
  lane,
  message,
  municipality,
  noon,
  opening,
  post,
  senderKey,
  session,
} from './samples.ts';
import { makeSqliteGround } from './sqlite-ground.ts';
import type { SqliteGround } from './sqlite-ground.ts';
import { key } from './store-contract.ts';

const bothKeys = createKeyring([key(2), key(1)]);
const newKey = createKeyring([key(2)]);
const otherKey = createKeyring([key(9)]);

let ground: SqliteGround;
beforeEach(() => {
  ground = makeSqliteGround();
});
afterEach(() => ground.dispose());

const program = fileURLToPath(new URL('store-process.ts', import.meta.url));

interface Step {
  readonly accepted?: number;
  readonly committed?: number;
  readonly claimed?: string;
  readonly token?: number;
  readonly left?: number;
  readonly failed?: string;
}

/** Runs the second process until it ends, or kills it hard when `enough` says so. */
async function run(args: readonly string[], enough: (steps: readonly Step[]) => boolean = () => false, uid?: number) {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(uid === undefined ? {} : { uid }),
  });
  const steps: Step[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (!line.endsWith('}')) continue;
    steps.push(JSON.parse(line) as Step);
    if (enough(steps)) child.kill('SIGKILL');
  }
  return steps;
}

/** After how many keys the rotation is killed each time; `REKEY_EVERY=1` kills it about a hundred times. */
const rekeyEvery = Number(process.env['REKEY_EVERY'] ?? '9');
const isRoot = process.getuid?.() === 0;

describe('a process killed with SIGKILL', () => {
  it('loses nothing it acknowledged and leaves no half commit', async () => {
    const committed = new Set<number>();
    const accepted = new Set<number>();
    for (let round = 0; round < 6; round += 1) {
      const steps = await run(['run', ground.file, String(round * 10_000)], ({ length }) => length > 20 + round * 17);
      for (const step of steps) {
        if (step.accepted !== undefined) accepted.add(step.accepted);
        if (step.committed !== undefined) committed.add(step.committed);
      }
    }
    expect(committed.size).toBeGreaterThan(50);

    const store = await ground.open();
    expect(await store.isSound()).toBe(true);
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact' });
    for (const n of committed) {
      const name = `c${n}`;
      expect(await store.findCase(caseId(name))).toEqual({ ...aCase(name), version: 1 });
      expect(await store.listEntries(caseId(name))).toHaveLength(1);
      expect(await store.accept(message(n, { lane: lane(name) }), undefined)).toBe('duplicate');
    }
    const waiting = new Set<string>();
    for (let next = await store.claimInbox(noon + 1e9, 1e6); next; next = await store.claimInbox(noon + 1e9, 1e6)) {
      waiting.add(next.id);
    }
    const { outboxWaiting, openCases } = await store.stats(noon);
    // A commit may have reached the disk just before its acknowledgement was cut off; then all of it did.
    expect(outboxWaiting).toBe(openCases);
    for (const n of accepted) {
      const isKept = waiting.has(message(n).id) !== ((await store.findCase(caseId(`c${n}`))) !== undefined);
      expect(isKept).toBe(true);
    }
    await store.close();
  });

  it('F-45 can be stopped anywhere in a key rotation, and go on', async () => {
    const store = await ground.open();
    for (let n = 0; n < 20; n += 1) await store.commit(opening(`c${n}`));
    const total = Object.values(await store.countKeys()).reduce((a, b) => a + b, 0);
    await store.close();
    for (let stops = 1; ; stops = rekeyEvery) {
      const steps = await run(['rotate', ground.file], ({ length }) => length >= stops);
      const left = steps.at(-1)?.left;
      if (left === 0) break;
      const halfway = await ground.open({ keyring: bothKeys }).then(async (opened) => {
        for (let n = 0; n < 20; n += 1) expect(await opened.findCase(caseId(`c${n}`))).toBeDefined();
        const keys = await opened.countKeys();
        await opened.close();
        return keys;
      });
      expect(Object.values(halfway).reduce((a, b) => a + b, 0)).toBe(total);
    }
    const renewed = await ground.open({ keyring: newKey });
    for (let n = 0; n < 20; n += 1) expect(await renewed.openOriginals(caseId(`c${n}`))).toHaveLength(1);
    await renewed.close();
  }, 300_000);
});

describe('two processes', () => {
  it('share the work without doing any of it twice', async () => {
    const store = await ground.open();
    for (let n = 0; n < 120; n += 1) await store.accept(message(n, { lane: lane(String(n)) }), undefined);
    const both = await Promise.all([run(['claim', ground.file]), run(['claim', ground.file])]);
    const claims = both.flat();
    expect(claims).toHaveLength(120);
    expect(new Set(claims.map(({ claimed }) => claimed)).size).toBe(120);
    expect(new Set(claims.map(({ token }) => token)).size).toBe(120);
    await store.close();
  });
});

describe('a disk that will not', () => {
  it('waits for another writer, and says busy when that takes too long', async () => {
    const store = await ground.open({ busyTimeoutMs: 100 });
    const other = new DatabaseSync(ground.file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.accept(message(1), undefined)).rejects.toMatchObject({ name: 'StoreFault', code: 'busy' });
    expect(await store.findCase(caseId('one'))).toBeUndefined();
    other.exec('ROLLBACK');
    expect(await store.accept(message(1), undefined)).toBe('accepted');
    other.close();
    await store.close();
  });

  it('says full, keeps what it has, and goes on when there is room', async () => {
    const store = await ground.open({ maxPages: 80 });
    let kept = 0;
    const fill = async (): Promise<void> => {
      for (; kept < 10_000; kept += 1) await store.accept(message(kept, { lane: lane(String(kept)) }), undefined);
    };
    await expect(fill()).rejects.toMatchObject({ name: 'StoreFault', code: 'full' });
    expect(kept).toBeGreaterThan(10);
    expect((await store.stats(noon)).inboxWaiting).toBe(kept);
    const roomy = await ground.open();
    expect(await roomy.accept(message(kept), undefined)).toBe('accepted');
    for (let n = 0; n < 20; n += 1) {
      const held = await roomy.claimInbox(noon + 1e6, 1000);
      if (held) await roomy.commit(commitOf(held.id, [], { finishes: held }));
    }
    await roomy.close();
    expect(await store.accept(message(kept + 1), undefined)).toBe('accepted');
    await store.close();
  });

  it.runIf(isRoot)('says read-only at once when it may not write', async () => {
    const store = await ground.open();
    await store.close();
    chmodSync(ground.folder, 0o555);
    chmodSync(ground.file, 0o444);
    expect(await run(['probe', ground.file], undefined, 65_534)).toEqual([{ failed: 'read-only' }]);
  });

  it('says read-only for a file that can only be read', async () => {
    const store = await ground.open();
    const image = readFileSync(ground.file);
    await store.close();
    // A header that asks for a newer file format makes SQLite open the file for reading only.
    image[18] = 3;
    writeFileSync(ground.file, image);
    await expect(ground.open()).rejects.toMatchObject({ code: 'read-only' });
  });

  it('refuses to write to a file that was replaced under it', async () => {
    const store = await ground.open();
    copyFileSync(ground.file, `${ground.file}.copy`);
    renameSync(`${ground.file}.copy`, ground.file);
    await expect(store.accept(message(1), undefined)).rejects.toMatchObject({ code: 'unavailable' });
    await store.close();
  });
});

describe('the daily reading (F-38)', () => {
  it('finds damage while the store is in use, and the next start reads a file of any size and sets it aside', async () => {
    const incidents: string[] = [];
    const onFault = ({ kind }: StoreIncident): void => {
      incidents.push(kind);
    };
    const store = await ground.open({ onFault, bootCheckBytes: 0 });
    for (let n = 0; n < 40; n += 1) await store.commit(opening(`c${n}`));
    expect(await store.isSound()).toBe(true);
    alter('PRAGMA wal_checkpoint(TRUNCATE)');
    const image = readFileSync(ground.file);
    image.fill(0xff, 40_960, 81_920);
    // Into the same file: another one in its place would be noticed as such.
    writeFileSync(ground.file, image);
    expect(await store.isSound()).toBe(false);
    await store.close();
    const next = await ground.open({ onFault, bootCheckBytes: 0 });
    expect(incidents).toContain('set-aside');
    expect(await next.isSound()).toBe(true);
    await next.close();
    await (await ground.open({ onFault, bootCheckBytes: 0 })).close();
    expect(incidents.filter((kind) => kind === 'set-aside')).toHaveLength(1);
  });
});

describe('a store that is opened again', () => {
  it('counts what waits as tried, since a power cut may have undone the note of it', async () => {
    const first = await ground.open();
    await first.commit(commitOf('queue', [{ kind: 'queue', entry: post('row') }]));
    expect((await first.claimOutbox(noon, 1_000, 10)).map(({ firstTriedAt }) => firstTriedAt)).toContain(undefined);
    await first.close();
    const second = await ground.open();
    const rows = await second.claimOutbox(noon + 60_000, 1_000, 10);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ firstTriedAt, queuedAt }) => firstTriedAt === queuedAt)).toBe(true);
    await second.close();
  });
});

describe('a damaged file', () => {
  const incidents: StoreIncident[] = [];
  const onFault = (incident: StoreIncident): void => {
    incidents.push(incident);
  };
  beforeEach(() => {
    incidents.length = 0;
  });
  const fill = async (): Promise<void> => {
    const store = await ground.open();
    for (let n = 0; n < 40; n += 1) await store.commit(opening(`c${n}`));
    await store.close();
  };

  it.each([
    [
      'cut in half',
      () => {
        truncateSync(ground.file, 60_000);
      },
    ],
    [
      'no database at all',
      () => {
        writeFileSync(ground.file, 'ikke en database'.repeat(1000));
      },
    ],
    [
      'overwritten in the middle',
      () => {
        const image = readFileSync(ground.file);
        image.fill(0xff, 4096, 40_960);
        writeFileSync(ground.file, image);
      },
    ],
  ])('is set aside when it is %s, told of, and a fresh one begun', async (_, damage) => {
    await fill();
    damage();
    const store = await ground.open({ onFault });
    expect(await store.accept(message(1), undefined)).toBe('accepted');
    expect(incidents).toEqual([{ kind: 'set-aside', file: `${ground.file}.corrupt-20300101T120000Z` }]);
    expect(readdirSync(ground.folder)).toContain('store.db.corrupt-20300101T120000Z');
    await store.close();
  });

  it.each([
    [
      'emptied',
      () => {
        truncateSync(ground.file, 0);
      },
    ],
    [
      'gone, with its list of erasures still there',
      () => {
        writeFileSync(`${ground.file}.erased`, '');
        rmSync(ground.file);
      },
    ],
  ])('is told of when it is %s', async (_, damage) => {
    await fill();
    for (const suffix of ['-wal', '-shm']) rmSync(`${ground.file}${suffix}`, { force: true });
    damage();
    const store = await ground.open({ onFault });
    expect(incidents).toEqual([{ kind: 'found-empty', file: ground.file }]);
    expect(await store.accept(message(1), undefined)).toBe('accepted');
    await store.close();
    await (await ground.open({ onFault })).close();
    expect(incidents).toHaveLength(1);
  });

  it('is not what the first start looks like', async () => {
    await (await ground.open({ onFault })).close();
    expect(incidents).toEqual([]);
  });

  it('is not what a wrong key looks like', async () => {
    await fill();
    await expect(ground.open({ keyring: otherKey, onFault })).rejects.toMatchObject({ code: 'wrong-key' });
    expect(incidents).toEqual([]);
  });

  it('is not what a lost store key looks like', async () => {
    await fill();
    alter("DELETE FROM data_keys WHERE owner = 'store'");
    await expect(ground.open({ onFault })).rejects.toMatchObject({ code: 'wrong-key' });
  });

  it('does not let one unreadable record hold up the others, and tells of it each time', async () => {
    const store = await ground.open({ onFault });
    await store.accept(message(1), undefined);
    await store.accept(message(2), undefined);
    const posts = [post('p1', { priority: 0 }), post('p2')].map((entry) => ({ kind: 'queue', entry }) as const);
    await store.commit(commitOf('q', posts));
    alter(
      "UPDATE inbox SET body = unhex('01' || hex(randomblob(80))) WHERE seq = 1; UPDATE outbox SET body = unhex('01' || hex(randomblob(80))) WHERE id = 'p1'",
    );
    expect((await store.claimInbox(noon + 5, 1000))?.id).toBe(message(2).id);
    expect(await store.claimOutbox(noon, 1000, 9)).toEqual([]);
    expect((await store.claimOutbox(noon, 1000, 9)).map(({ id }) => id)).toEqual(['p2']);
    const unreadable = { kind: 'unreadable', code: 'corrupt' };
    expect(incidents).toEqual([
      { ...unreadable, record: 'inbox', id: message(1).id },
      { ...unreadable, record: 'outbox', id: 'p1' },
    ]);
    await store.claimOutbox(noon + 60_000, 1000, 9);
    expect(incidents).toHaveLength(3);
    expect(await store.stats(noon)).toMatchObject({ inboxWaiting: 2, outboxWaiting: 2 });
    await store.close();
  });

  it('hides only itself from lists', async () => {
    const store = await ground.open({ onFault });
    for (const name of ['one', 'two']) await store.commit(opening(name));
    const cursor = (n: number) => ({
      channelId: message(n).order,
      userId: message(n).order,
      lastMessageId: message(n).order,
    });
    for (const n of [1, 2]) await store.accept(undefined, { intake: 'a', session: session(n), cursor: cursor(n) });
    alter(`UPDATE cases SET body = unhex('01' || hex(randomblob(80))) WHERE id = '${caseId('one')}';
      UPDATE cursors SET body = unhex('01' || hex(randomblob(80))) WHERE last_message LIKE '%${message(2).order}'`);
    expect((await store.listOpenCases(municipality)).map(({ id }) => id)).toEqual([caseId('two')]);
    expect(await store.listDmCursors()).toEqual([cursor(1)]);
    expect(incidents).toMatchObject([
      { kind: 'unreadable', record: 'case', id: caseId('one'), code: 'corrupt' },
      { kind: 'unreadable', record: 'cursor', code: 'corrupt' },
    ]);
    await expect(store.findCase(caseId('one'))).rejects.toMatchObject({ code: 'corrupt' });
    await store.close();
  });
});

describe('a sealed record', () => {
  const corrupt = { name: 'StoreFault', code: 'corrupt' };

  it('does not open again after it was replaced by an older one of its own row', async () => {
    const store = await ground.open();
    await store.commit(opening('one'));
    alter('CREATE TABLE stolen AS SELECT body FROM cases');
    const basedOn = [{ caseId: caseId('one'), version: 1 }];
    const change = { kind: 'save-case', case: aCase('one', { severity: 'acute' }), eraseAt: noon + day } as const;
    await store.commit(commitOf('raise', [change], { basedOn }));
    alter('UPDATE cases SET body = (SELECT body FROM stolen)');
    await expect(store.findCase(caseId('one'))).rejects.toMatchObject(corrupt);
    await store.close();
  });

  it('does not open in another row of the same case', async () => {
    const store = await ground.open();
    await store.commit(opening('one'));
    const second = { kind: 'save-entry', entry: anEntry('one', 'second'), eraseAt: noon + day } as const;
    await store.commit(commitOf('more', [second]));
    alter(`UPDATE entries SET body = (SELECT body FROM entries WHERE id = 'second') WHERE id = 'entry-one'`);
    await expect(store.findEntry(caseId('one'), 'entry-one')).rejects.toMatchObject(corrupt);
    expect(await store.findEntry(caseId('one'), 'second')).toEqual(anEntry('one', 'second'));
    await store.close();
  });

  it('does not open in another municipality', async () => {
    const store = await ground.open();
    await store.commit(opening('one'));
    await store.commit(commitOf('s', [{ kind: 'save-sender', record: aSender('one') }]));
    alter(`UPDATE cases SET municipality_id = 'annenvik'; UPDATE senders SET municipality_id = 'annenvik'`);
    const other = 'annenvik' as typeof municipality;
    await expect(store.findOpenCase(other, senderKey('one'))).rejects.toMatchObject(corrupt);
    await expect(store.findSender(other, senderKey('one'))).rejects.toMatchObject(corrupt);
    await store.close();
  });
});

describe('the schema', () => {
  it('is refused when it is newer than the program', async () => {
    await (await ground.open()).close();
    alter(`PRAGMA user_version = ${migrations.length + 1}`);
    await expect(ground.open()).rejects.toMatchObject({ code: 'unknown-version' });
    expect(readdirSync(ground.folder).filter((name) => name.includes('corrupt'))).toEqual([]);
  });

  it('is refused when the file belongs to another program', async () => {
    alter('CREATE TABLE theirs (a)');
    await expect(ground.open()).rejects.toMatchObject({ code: 'unknown-version' });
    expect(new DatabaseSync(ground.file).prepare('SELECT name FROM sqlite_schema').all()).toMatchObject([
      { name: 'theirs' },
    ]);
  });

  it('is brought up to date with a copy made first', async () => {
    const before = await ground.open();
    await before.commit(opening('one'));
    await before.close();
    const schema = [...migrations, 'ALTER TABLE cases ADD COLUMN extra INTEGER'];
    const after = await ground.open({ schema });
    expect((await after.findCase(caseId('one')))?.version).toBe(1);
    const copy = `store.db.before-v${schema.length}-20300101T120000Z`;
    expect(readdirSync(ground.folder)).toContain(copy);
    await after.close();
    await expect(ground.open()).rejects.toMatchObject({ code: 'unknown-version' });

    copyFileSync(`${ground.folder}/${copy}`, ground.file);
    const back = await ground.open();
    expect((await back.findCase(caseId('one')))?.version).toBe(1);
    await back.close();
  });

  it('is not changed by half a migration', async () => {
    await (await ground.open()).close();
    const broken = [...migrations, 'CREATE TABLE extra (a); CREATE TABLE extra (a)'];
    await expect(ground.open({ schema: broken })).rejects.toThrow();
    const store = await ground.open();
    expect(await store.commit(opening('one'))).toBe('committed');
    await store.close();
  });

  it('F-47 is not changed by a process killed in the midst of a migration, and both versions open the file', async () => {
    const before = await ground.open();
    await before.commit(opening('one'));
    await before.close();
    expect(await run(['migrate', ground.file])).toEqual([]);
    // It had begun: the copy that is made first is there.
    expect(readdirSync(ground.folder).some((name) => name.includes('.before-v'))).toBe(true);
    const tables = new DatabaseSync(ground.file).prepare('SELECT name FROM sqlite_schema').all();
    expect(tables.filter(({ name }) => name === 'halfway' || name === 'whole')).toEqual([]);
    const same = await ground.open();
    expect((await same.findCase(caseId('one')))?.version).toBe(1);
    expect(await same.isSound()).toBe(true);
    await same.close();
    const later = await ground.open({ schema: [...migrations, 'CREATE TABLE halfway (a)', 'CREATE TABLE whole (a)'] });
    expect((await later.findCase(caseId('one')))?.version).toBe(1);
    await later.close();
  });

  it('forgets the copy after a week', async () => {
    await (await ground.open()).close();
    const store = await ground.open({ schema: [...migrations, 'CREATE TABLE extra (a)'] });
    const copies = () => readdirSync(ground.folder).filter((name) => name.includes('.before-v')).length;
    await store.eraseExpired(noon - 3650 * day);
    expect(copies()).toBe(1);
    await store.eraseExpired(noon + 3650 * day);
    expect(copies()).toBe(0);
    await store.close();
  });

  it('keeps write-ahead log, full synchronisation, secure deletion and foreign keys on', () => {
    const connection = new Connection({ file: ground.file, busyTimeoutMs: 5000 });
    const pragmas = ['journal_mode', 'synchronous', 'secure_delete', 'foreign_keys'].map((name) =>
      connection.get(`PRAGMA ${name}`),
    );
    expect(pragmas).toMatchObject([
      { journal_mode: 'wal' },
      { synchronous: 2 },
      { secure_delete: 1 },
      { foreign_keys: 1 },
    ]);
    connection.close();
  });
});

function alter(sql: string): void {
  const database = new DatabaseSync(ground.file, { defensive: false });
  database.exec(sql);
  database.close();
}
