import { appendFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports.ts';
import { restoreTo } from '../../src/store/sqlite/backup.ts';
import { applicationId, migrations } from '../../src/store/sqlite/schema.ts';
import { openErasureLedger } from '../../src/store/erasure-ledger.ts';
import type { SqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import {
  aCase,
  aDossier,
  aSender,
  canaries,
  caseId,
  commitOf,
  day,
  message,
  municipality,
  noon,
  opening,
  session,
} from './samples.ts';
import { createKeyring } from '../../src/system/keyring.ts';
import { key, keyring } from './store-contract.ts';
import { makeSqliteGround } from './sqlite-ground.ts';
import type { SqliteGround } from './sqlite-ground.ts';

let ground: SqliteGround;
let store: SqliteStore;
let files: { readonly data: string; readonly keys: string };

beforeEach(async () => {
  ground = makeSqliteGround();
  files = { data: join(ground.folder, 'backup.db'), keys: join(ground.folder, 'keys.db') };
  store = await ground.open();
});
afterEach(async () => {
  await store.close();
  await ground.dispose();
});

const restore = async (): Promise<string | undefined> => {
  await store.close();
  const replaced = restoreTo(ground.file, files, keyring, noon + day);
  store = await ground.open();
  return replaced;
};
const eraseNow = (target: Store, name: string, version = 1) =>
  target
    .commit(
      commitOf(`erase:${name}`, [{ kind: 'save-case', case: aCase(name), eraseAt: noon }], {
        basedOn: [{ caseId: caseId(name), version }],
      }),
    )
    .then(() => target.eraseExpired(noon));
const blobs = (sql: string): readonly Uint8Array[] => {
  const database = new DatabaseSync(ground.file, { readOnly: true });
  const rows = database.prepare(sql).all();
  database.close();
  return rows.flatMap((row) => Object.values(row)).filter((value) => value instanceof Uint8Array);
};

describe('erasure on the disk', () => {
  it('leaves neither the sealed bytes nor the key behind, in the file or its log', async () => {
    await store.commit(opening('one', {}, noon + day));
    await store.accept(message(1), undefined);
    const traces = blobs(`SELECT body FROM cases UNION ALL SELECT body FROM entries UNION ALL SELECT body FROM originals
      UNION ALL SELECT wrapped FROM data_keys WHERE owner LIKE 'case:%' OR owner LIKE 'original:%'
      UNION ALL SELECT wrapped FROM data_keys WHERE owner LIKE 'inbox:%' UNION ALL SELECT body FROM inbox`);
    expect(traces).toHaveLength(7);
    const found = async () => {
      const bytes = await ground.bytes();
      return traces.filter((trace) => bytes.includes(trace)).length;
    };
    expect(await found()).toBe(7);
    const held = await store.claimInbox(noon + 5, 1000);
    if (held) await store.commit(commitOf('done', [], { finishes: held }));
    await store.eraseExpired(noon + day);
    expect(await found()).toBe(0);
  });

  it('says busy when a reader keeps the log, and finishes later', async () => {
    const slow = await ground.open({ busyTimeoutMs: 50 });
    await slow.commit(opening('one', {}, noon + day));
    const reader = new DatabaseSync(ground.file);
    reader.exec('BEGIN; SELECT count(*) FROM cases');
    await expect(slow.eraseExpired(noon + day)).rejects.toMatchObject({ code: 'busy' });
    reader.exec('COMMIT');
    reader.close();
    expect(await slow.eraseExpired(noon + day)).toMatchObject({ cases: 0 });
    expect(await slow.findCase(caseId('one'))).toBeUndefined();
    await slow.close();
  });
});

describe('a backup', () => {
  it('is made while the store is in use, and replaces the one before', async () => {
    for (let n = 0; n < 30; n += 1) await store.commit(opening(`c${n}`));
    const writing = (async () => {
      for (let n = 30; n < 60; n += 1) await store.commit(opening(`c${n}`));
    })();
    await Promise.all([store.backup(files), writing]);
    await store.backup(files);
    const replaced = await restore();
    expect(replaced && readdirSync(ground.folder)).toContain('store.db.replaced-20300102T120000Z');
    for (let n = 0; n < 60; n += 1) expect(await store.listEntries(caseId(`c${n}`))).toHaveLength(1);
  });

  it('keeps words, ids and keys out of the data file', async () => {
    await store.accept(message(1), { intake: 'a', session: session(1) });
    await store.commit(opening('one'));
    const wrapped = blobs('SELECT wrapped FROM data_keys');
    await store.backup(files);
    const data = readFileSync(files.data);
    expect(wrapped.length).toBeGreaterThan(4);
    expect(wrapped.filter((one) => data.includes(one))).toEqual([]);
    expect(Object.values(canaries).filter((canary) => data.includes(canary))).toEqual([]);
    expect(readdirSync(ground.folder).filter((name) => name.includes('partial'))).toEqual([]);
  });

  it('does not bring back a dossier whose key is gone, without the list too', async () => {
    await store.commit(commitOf('d', [aDossier('one', 0, { eraseAt: noon + day }), aDossier('two', 0)]));
    await store.backup({ ...files, keys: join(ground.folder, 'old-keys.db') });
    await store.eraseExpired(noon + day);
    await store.backup({ ...files, data: join(ground.folder, 'newer.db') });
    await restore();
    expect(await store.findDossier(municipality, caseId('one'))).toBeUndefined();
    expect(await store.findDossier(municipality, caseId('two'))).toMatchObject({ version: 1 });
    rmSync(`${ground.file}.erased`);
    await restore();
    expect(await store.findDossier(municipality, caseId('one'))).toBeUndefined();
  });

  it('does not bring back what was remembered of a sender whose conversation is erased, by the list or by the keys', async () => {
    for (const name of ['one', 'two']) {
      await store.commit(opening(name));
      await store.commit(commitOf(`s-${name}`, [{ kind: 'save-sender', record: aSender(name) }]));
    }
    await store.backup({ ...files, keys: join(ground.folder, 'old-keys.db') });
    await eraseNow(store, 'one');
    await store.backup({ ...files, data: join(ground.folder, 'newer.db') });
    const remembered = async (name: string) => {
      const { municipalityId, sender } = aSender(name);
      return (await store.findSender(municipalityId, sender)) !== undefined;
    };
    await restore();
    expect([await remembered('one'), await remembered('two')]).toEqual([false, true]);
    rmSync(join(ground.folder, 'keys.db'));
    renameSync(join(ground.folder, 'old-keys.db'), files.keys);
    await restore();
    expect([await remembered('one'), await remembered('two')]).toEqual([false, true]);
  });

  it('is taken in from before there were dossiers', async () => {
    const old = new DatabaseSync(files.data);
    old.exec(`${migrations[0] ?? ''}; PRAGMA user_version = 1; PRAGMA application_id = ${applicationId}`);
    old.close();
    await store.backup({ data: join(ground.folder, 'unused.db'), keys: files.keys });
    await restore();
    await store.commit(commitOf('d', [aDossier('one', 0)]));
    expect(await store.findDossier(municipality, caseId('one'))).toMatchObject({ version: 1 });
  });

  it('cannot be read where the newest keys no longer hold the key', async () => {
    await store.commit(opening('one'));
    await store.commit(opening('two'));
    await store.backup({ ...files, keys: join(ground.folder, 'old-keys.db') });
    await eraseNow(store, 'one');
    await store.backup({ ...files, data: join(ground.folder, 'newer.db') });
    rmSync(`${ground.file}.erased`);
    await restore();
    expect(await store.findCase(caseId('one'))).toBeUndefined();
    expect(await store.findCase(caseId('two'))).toBeDefined();
  });

  it('is refused when a file is missing or is no backup, and what is there stays', async () => {
    await store.commit(opening('one'));
    await store.close();
    expect(() => restoreTo(ground.file, files, keyring, noon)).toThrow('unavailable');
    new DatabaseSync(files.data).exec('CREATE TABLE theirs (a)');
    new DatabaseSync(files.keys).exec('CREATE TABLE theirs (a)');
    expect(() => restoreTo(ground.file, files, keyring, noon)).toThrow('unknown-version');
    store = await ground.open();
    expect(await store.findCase(caseId('one'))).toBeDefined();
  });
});

describe('a restore where only the log of a lost database is left', () => {
  it('does not let the old log into the restored file', async () => {
    await store.commit(opening('one'));
    await store.backup(files);
    await store.commit(opening('two'));
    const log = readFileSync(`${ground.file}-wal`);
    expect(log.length).toBeGreaterThan(0);
    await store.close();
    rmSync(ground.file);
    writeFileSync(`${ground.file}-wal`, log);
    expect(restoreTo(ground.file, files, keyring, noon)).toBeUndefined();
    store = await ground.open();
    expect(await store.findCase(caseId('one'))).toBeDefined();
    expect(await store.findCase(caseId('two'))).toBeUndefined();
  });
});

describe('a restore with another master key', () => {
  it('is refused before anything is touched', async () => {
    await store.commit(opening('one'));
    await store.backup(files);
    await store.commit(opening('two'));
    await store.close();
    const before = readdirSync(ground.folder);
    const otherKey = createKeyring([key(9)]);
    expect(() => restoreTo(ground.file, files, otherKey, noon)).toThrow('wrong-key');
    expect(readdirSync(ground.folder)).toEqual(before);
    store = await ground.open();
    expect(await store.findCase(caseId('two'))).toBeDefined();
  });
});

describe('the erasure ledger', () => {
  const erased = (name: string) => ({ kind: 'case', caseId: name }) as const;

  it('holds opaque ids only, in order, and goes on after a line that was cut off', () => {
    const ledger = openErasureLedger(join(ground.folder, 'other.erased'));
    expect(ledger.append(noon, [erased('a'), erased('b')])).toBe(2);
    appendFileSync(join(ground.folder, 'other.erased'), '{"n":3,"at":');
    expect(ledger.append(noon, [erased('c')])).toBe(3);
    expect(ledger.since(1).map((line) => [line.n, line.erased])).toEqual([
      [2, erased('b')],
      [3, erased('c')],
    ]);
  });

  it('starts the service although a line is damaged', () => {
    const ledger = openErasureLedger(join(ground.folder, 'other.erased'));
    ledger.append(noon, [erased('a')]);
    appendFileSync(join(ground.folder, 'other.erased'), 'skrot\n');
    expect(ledger.append(noon, [erased('b')])).toBe(2);
    expect(ledger.since(0)).toHaveLength(2);
  });

  it('forgets old lines but never how far it counted', () => {
    const ledger = openErasureLedger(join(ground.folder, 'other.erased'));
    ledger.append(noon, [erased('a'), erased('b')]);
    ledger.forgetBefore(noon + 1);
    expect(ledger.since(0).map(({ n }) => n)).toEqual([2]);
    expect(ledger.append(noon + 2, [erased('c')])).toBe(3);
  });

  it('names what the store erased', async () => {
    await store.commit(opening('one'));
    await eraseNow(store, 'one');
    const lines = readFileSync(`${ground.file}.erased`, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { n: 1, at: noon, erased: erased(caseId('one')) },
    ]);
  });
});
