import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import { createSealing, keyOwner } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import type { Connection } from './connection.ts';
import { toFault } from './faults.ts';
import { fileStamp } from './migrate.ts';
import { applicationId, migrations } from './schema.ts';
import { forgetLoneSenders } from './sender-table.ts';

/**
 * A backup is two files. The data may be kept as long as the plan says; the keys are overwritten by every new backup, so
 * that what was erased since cannot be read from old data either.
 */
export interface BackupFiles {
  readonly data: string;
  readonly keys: string;
}

const closing = <T>(file: string, work: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(file, { timeout: 5_000, enableForeignKeyConstraints: true });
  try {
    return work(database);
  } catch (error) {
    throw toFault(error);
  } finally {
    database.close();
  }
};

const partial = (file: string): string => `${file}.partial`;

/** Attempts at a copy, and the pause after the first that failed; each further pause is longer by as much. */
const copyAttempts = 5;
const copyPauseMs = 50;

/** Copies page by page on a thread of its own; a write at the wrong moment ends the attempt, so there are several. */
async function copyPages(connection: Connection, file: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    rmSync(file, { force: true });
    try {
      await backup(connection.database, file);
      return;
    } catch (error) {
      if (attempt === copyAttempts) throw toFault(error);
      await new Promise((resolve) => setTimeout(resolve, attempt * copyPauseMs));
    }
  }
}

/** Copies a store in use. Either both files are new and whole when it resolves, or the old ones are untouched. */
export async function backupTo(connection: Connection, { data, keys }: BackupFiles): Promise<void> {
  rmSync(partial(keys), { force: true });
  await copyPages(connection, partial(data));
  closing(partial(data), (database) => {
    database.exec('PRAGMA journal_mode = DELETE; PRAGMA secure_delete = ON');
    database.prepare('ATTACH ? AS apart').run(partial(keys));
    database.exec(`
      BEGIN;
      CREATE TABLE apart.data_keys (owner TEXT PRIMARY KEY, kid TEXT NOT NULL, wrapped BLOB NOT NULL) STRICT;
      INSERT INTO apart.data_keys SELECT owner, kid, wrapped FROM main.data_keys;
      DELETE FROM main.data_keys;
      COMMIT;
      DETACH apart;
      VACUUM`);
  });
  renameSync(partial(keys), keys);
  renameSync(partial(data), data);
}

/**
 * Puts a backup in the place of `file`; what was there is kept under a name of its own. The program must be stopped.
 * What has no key any more was erased since, and goes. Nothing is sent twice: what may have been sent after the backup is
 * marked as tried, so that the deliverer looks for a copy first. The erasures noted beside `file` are applied when the
 * store is opened.
 * @returns the name that the replaced file has now, if there was one
 * @throws StoreFault `unknown-version` for a backup of a later version or of another program, `wrong-key` for one that
 *   needs another master key; then nothing was touched
 */
export function restoreTo(file: string, files: BackupFiles, vault: Vault, now: Instant): string | undefined {
  if (!existsSync(files.data) || !existsSync(files.keys)) throw new StoreFault('unavailable');
  const next = `${file}.restoring`;
  rmSync(next, { force: true });
  try {
    prepare(next, files, vault, now);
  } catch (error) {
    // What is in use has not been touched.
    rmSync(next, { force: true });
    throw error;
  }

  // A log without its file goes as well: SQLite would write it into the restored one.
  const aside = `${file}.replaced-${fileStamp(now)}`;
  const moved = ['', '-wal', '-shm'].filter((suffix) => existsSync(`${file}${suffix}`));
  for (const suffix of moved) renameSync(`${file}${suffix}`, `${aside}${suffix}`);
  renameSync(next, file);
  return moved.includes('') ? aside : undefined;
}

function prepare(next: string, { data, keys }: BackupFiles, vault: Vault, now: Instant): void {
  copyFileSync(data, next);
  closing(next, (database) => {
    const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
    const owner = database.prepare('PRAGMA application_id').get()?.['application_id'];
    if (typeof version !== 'number' || version > migrations.length || owner !== applicationId) {
      throw new StoreFault('unknown-version');
    }
    database.prepare('ATTACH ? AS apart').run(keys);
    database.exec('BEGIN; INSERT INTO main.data_keys SELECT owner, kid, wrapped FROM apart.data_keys');
    proveKeys(database, vault);
    database.exec(forgetErased);
    if (version >= versionWithDossiers) database.exec(forgetErasedDossiers);
    database.exec(forgetLoneSenders);
    database
      .prepare(
        `INSERT INTO counters (name, value) VALUES ('restored_at', ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
      )
      .run(now);
    database.exec('COMMIT');
  });
}

/** @throws StoreFault `wrong-key` when the backup needs another master key */
function proveKeys(database: DatabaseSync, vault: Vault): void {
  const find = database.prepare('SELECT wrapped FROM main.data_keys WHERE owner = ?');
  for (const owner of [keyOwner.store, keyOwner.pseudonyms, keyOwner.audit]) {
    const wrapped = find.get(owner)?.['wrapped'];
    if (!(wrapped instanceof Uint8Array)) throw new StoreFault('wrong-key');
    createSealing(vault).openKey(owner, wrapped);
  }
}

const versionWithDossiers = 2;
const forgetErasedDossiers = `
  DELETE FROM dossiers WHERE 'dossier:' || case_id NOT IN (SELECT owner FROM data_keys);
  DELETE FROM data_keys WHERE owner LIKE 'dossier:%' AND substr(owner, 9) NOT IN (SELECT case_id FROM dossiers);
`;

/** Old sessions cannot be resumed, and old leases and their tokens must lose against everything after. */
const forgetErased = `
  DELETE FROM cases WHERE 'case:' || id NOT IN (SELECT owner FROM data_keys);
  DELETE FROM originals WHERE 'original:' || case_id || ':' || entry_id || ':' || revision NOT IN (SELECT owner FROM data_keys);
  DELETE FROM inbox WHERE 'inbox:' || id NOT IN (SELECT owner FROM data_keys);
  DELETE FROM outbox WHERE 'outbox:' || id NOT IN (SELECT owner FROM data_keys);
  DELETE FROM data_keys WHERE owner LIKE 'case:%' AND substr(owner, 6) NOT IN (SELECT id FROM cases);
  DELETE FROM data_keys WHERE owner LIKE 'inbox:%' AND substr(owner, 7) NOT IN (SELECT id FROM inbox);
  DELETE FROM data_keys WHERE owner LIKE 'outbox:%' AND substr(owner, 8) NOT IN (SELECT id FROM outbox);
  DELETE FROM data_keys WHERE owner LIKE 'original:%' AND substr(owner, 10) NOT IN
    (SELECT case_id || ':' || entry_id || ':' || revision FROM originals);
  DELETE FROM sessions;
  UPDATE inbox SET lease_until = 0;
  UPDATE outbox SET lease_until = 0, first_tried_at = coalesce(first_tried_at, due_at) WHERE state = 'waiting';
  INSERT INTO counters (name, value) VALUES ('lease', 4294967296)
    ON CONFLICT (name) DO UPDATE SET value = value + 4294967296;
`;
