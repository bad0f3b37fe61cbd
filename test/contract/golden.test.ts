import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../src/store/sqlite/schema.ts';
import { caseId, message, municipality, noon, opening } from './samples.ts';
import { makeSqliteGround } from './sqlite-ground.ts';
import type { SqliteGround } from './sqlite-ground.ts';

const golden = new URL('./golden/', import.meta.url);
const names = readdirSync(golden).sort();

let ground: SqliteGround;
beforeEach(() => {
  ground = makeSqliteGround();
});
afterEach(() => ground.dispose());

describe('a database of an earlier version (F-47)', () => {
  it('is kept for every schema before this one', () => {
    const wanted = migrations.slice(1).map((_, index) => `schema-${index + 1}.db.gz`);
    expect(names).toEqual(expect.arrayContaining(wanted));
  });

  it.each(names)('%s opens, with everything in it, and goes on', async (name) => {
    writeFileSync(ground.file, gunzipSync(readFileSync(new URL(name, golden))));
    const version = Number(/\d+/u.exec(name)?.[0]);
    const before = new DatabaseSync(ground.file, { readOnly: true });
    expect(before.prepare('PRAGMA user_version').get()).toEqual({ user_version: version });
    before.close();

    const store = await ground.open();
    for (const one of ['one', 'two']) {
      expect(await store.findCase(caseId(one))).toMatchObject({ state: { kind: 'open' }, version: 1 });
      expect(await store.listEntries(caseId(one))).toHaveLength(1);
      expect(await store.openOriginals(caseId(one))).toHaveLength(1);
    }
    expect(await store.findSetting(municipality, 'golden')).toEqual({ version: 1, value: { kept: true } });
    expect(await store.loadSession('a')).toBeDefined();
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact' });
    // A button of that time says what caused it: the same cause still changes nothing.
    expect(await store.commit(opening('one'))).toBe('already-committed');
    expect((await store.claimInbox(noon + 5, 1_000))?.id).toBe(message(1).id);
    expect((await store.claimOutbox(noon + 5, 1_000, 9)).map(({ id }) => id)).toContain('waiting');
    expect(await store.commit(opening('three'))).toBe('committed');
    await store.close();
    expect(readdirSync(ground.folder).some((file) => file.includes('.before-v'))).toBe(version < migrations.length);
  });
});
