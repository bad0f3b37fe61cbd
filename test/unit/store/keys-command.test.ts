import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backup, restore } from '../../../src/cli/backup.ts';
import { keys } from '../../../src/cli/keys.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';
import { eksempelvik } from '../../examples/cases.ts';
import { agreeByTwo } from '../../examples/two-persons.ts';
import { caseId, opening } from '../../contract/samples.ts';

const keyBytes = (n: number) => Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + n) % 256));
const base64 = (n: number) => keyBytes(n).toString('base64');
const kid = (n: number) => nameMasterKey(keyBytes(n)).kid;

let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utekontakt-keys-'));
  file = join(folder, 'store.db');
  await withStore(1, (store) => store.commit(opening('one', {}, Date.now() + 1e9)));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function withStore<T>(
  n: number,
  work: (store: Awaited<ReturnType<typeof openSqliteStore>>) => Promise<T>,
): Promise<T> {
  const store = await openSqliteStore({ file, keyring: createKeyring([nameMasterKey(keyBytes(n))]), clock: Date.now });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function command(run: typeof keys, args: readonly string[], environment: NodeJS.ProcessEnv) {
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(text);
  };
  const code = await run(args, {
    environment: { STORE_URL: `file:${file}`, ...environment },
    input: process.stdin,
    out: say,
    err: say,
  });
  return { code, said: lines.join('') };
}

describe('utekontakt keys', () => {
  it('counts what each master key wraps', async () => {
    const { code, said } = await command(keys, ['count'], { MASTER_KEY: base64(1) });
    expect([code, said]).toEqual([0, `${kid(1)}  5 data keys\n`]);
  });

  it('moves everything to the new key, after which the old one is no longer needed', async () => {
    const environment = { MASTER_KEY: base64(2), MASTER_KEY_PREVIOUS: `${base64(3)},${base64(1)}` };
    const unasked = await command(keys, ['rotate'], environment);
    expect(unasked).toMatchObject({ code: 1, said: expect.stringContaining('two persons must agree') as string });
    await withStore(1, (store) => agreeByTwo(store, Date.now, eksempelvik, 'keys.rotate'));
    const { code, said } = await command(keys, ['rotate'], environment);
    expect([code, said]).toEqual([0, `moved 5, left 0\n${kid(2)}  5 data keys\n`]);
    expect(await withStore(2, (store) => store.openOriginals(caseId('one')))).toHaveLength(1);
    await expect(withStore(1, (store) => store.findCase(caseId('one')))).rejects.toMatchObject({ code: 'wrong-key' });
    expect(await command(keys, ['rotate'], environment)).toEqual({
      code: 0,
      said: `moved 0, left 0\n${kid(2)}  5 data keys\n`,
    });
  });

  it.each([
    ['the old key is missing', { MASTER_KEY: base64(2) }, 'store: wrong-key\n'],
    ['the old key is wrong', { MASTER_KEY: base64(2), MASTER_KEY_PREVIOUS: base64(3) }, 'store: wrong-key\n'],
    [
      'the old key is too short',
      { MASTER_KEY: base64(2), MASTER_KEY_PREVIOUS: 'AAEC' },
      'MASTER_KEY_PREVIOUS: needs 32 bytes in base64, got 3\n',
    ],
  ])('changes nothing when %s', async (_, environment, line) => {
    expect(await command(keys, ['rotate'], environment)).toEqual({ code: 78, said: line });
    expect(await withStore(1, (store) => store.findCase(caseId('one')))).toBeDefined();
  });

  it.each([[[]], [['burn']], [['rotate', 'twice']]])('explains itself for %j', async (args) => {
    const { code, said } = await command(keys, args, { MASTER_KEY: base64(1) });
    expect(code).toBe(64);
    expect(said).toContain('keys rotate');
  });
});

describe('utekontakt backup and restore', () => {
  const environment = { MASTER_KEY: base64(1) };

  it('brings back what was there, and keeps what is replaced', async () => {
    const target = join(folder, 'copies');
    const { code, said } = await command(backup, [target], environment);
    expect(code).toBe(0);
    const [data = '', keyFile = ''] = said.trim().split('\n');
    expect(readdirSync(target)).toHaveLength(2);
    await withStore(1, (store) => store.commit(opening('two', {}, Date.now() + 1e9)));

    const restored = await command(restore, [data, keyFile], environment);
    expect(restored.said).toMatch(/^restored .*\nkept the one before as .*replaced-.*\naudit: 0 rows, intact\n$/);
    await withStore(1, async (store) => {
      expect(await store.findCase(caseId('one'))).toBeDefined();
      expect(await store.findCase(caseId('two'))).toBeUndefined();
    });
  });

  it('erases at once what ran out of time since the backup', async () => {
    await withStore(1, (store) => store.commit(opening('brief', {}, Date.now() + 30)));
    const { said } = await command(backup, [folder], environment);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await command(restore, said.trim().split('\n'), environment);
    expect(await withStore(1, (store) => store.findCase(caseId('brief')))).toBeUndefined();
  });

  it('says in one line what cannot be done', async () => {
    expect(await command(restore, ['none.db', 'none.keys'], environment)).toEqual({
      code: 78,
      said: 'store: unavailable\n',
    });
    const redis = { STORE_URL: 'redis://127.0.0.1:1', MASTER_KEY: base64(1) };
    expect(await command(backup, [], redis)).toEqual({ code: 78, said: 'store: unavailable\n' });
    expect(await command(backup, [folder], redis)).toMatchObject({ code: 64 });
    expect(await command(backup, [], environment)).toMatchObject({ code: 64 });
    expect(await command(restore, ['one'], environment)).toMatchObject({ code: 64 });
  });
});
