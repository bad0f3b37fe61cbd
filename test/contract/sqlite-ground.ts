import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import type { SqliteStore, SqliteStoreOptions } from '../../src/store/sqlite/sqlite-store.ts';
import { noon } from './samples.ts';
import { keyring } from './store-contract.ts';
import type { Ground } from './store-contract.ts';

export interface SqliteGround extends Ground {
  readonly folder: string;
  readonly file: string;
  open(options?: Partial<SqliteStoreOptions>): Promise<SqliteStore>;
}

export function makeSqliteGround(): SqliteGround {
  const folder = mkdtempSync(join(tmpdir(), 'utekontakt-store-'));
  const file = join(folder, 'store.db');
  return {
    folder,
    file,
    open: (options = {}) => openSqliteStore({ file, keyring, clock: () => noon, ...options }),
    bytes: () => Promise.resolve(Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))),
    dispose() {
      if (existsSync(folder)) rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}
