import { mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { audit } from '../../../src/cli/audit.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { createKeyring, nameMasterKey } from '../../../src/system/keyring.ts';

const key = Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7 + 1));
let folder: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utekontakt-audit-'));
  file = join(folder, 'store.db');
  const store = await openSqliteStore({ file, keyring: createKeyring([nameMasterKey(key)]), clock: Date.now });
  for (const event of ['one', 'two', 'three']) {
    const entry = { event: `test.${event}`, at: Date.now() };
    await store.commit({
      cause: `test:${event}`,
      at: Date.now(),
      basedOn: [],
      changes: [{ kind: 'audit', entry }],
    });
  }
  await store.close();
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function command(...args: readonly string[]) {
  const lines: string[] = [];
  const say = (text: string): void => {
    lines.push(text);
  };
  const environment = { STORE_URL: `file:${file}`, MASTER_KEY: key.toString('base64') };
  const code = await audit(args, { environment, input: process.stdin, out: say, err: say });
  return { code, said: lines.join('') };
}

function inDatabase(statement: string): void {
  const database = new DatabaseSync(file);
  database.exec(statement);
  database.close();
}

describe('utekontakt audit verify', () => {
  it('says that the chain is whole, and gives the head to keep', async () => {
    const { code, said } = await command('verify');
    expect([code, said]).toEqual([0, expect.stringMatching(/^intact, 3 rows\nhead 3:[\w-]+\n$/u)]);
    const head = /head (?<head>\S+)/u.exec(said)?.groups?.['head'] ?? '';
    expect((await command('verify', '--head', head)).code).toBe(0);
  });

  it('names the row that was changed', async () => {
    inDatabase('UPDATE audit SET at = at + 1 WHERE seq = 2');
    const { code, said } = await command('verify');
    expect([code, said]).toEqual([1, 'broken: row 2 does not follow from the one before it\n']);
  });

  it('notices that the last row is gone', async () => {
    inDatabase('DELETE FROM audit WHERE seq = 3');
    expect((await command('verify')).code).toBe(1);
  });

  it.each([[[]], [['check']], [['verify', '--head', 'x']], [['verify', 'twice']]])('refuses %j', async (args) => {
    const { code, said } = await command(...args);
    expect([code, said.startsWith('usage: ')]).toEqual([64, true]);
  });
});
