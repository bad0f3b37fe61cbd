import { backup } from 'node:sqlite';
import type { Clock } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import { integer } from './connection.ts';
import type { Connection } from './connection.ts';
import { applicationId } from './schema.ts';

const pragma = (connection: Connection, name: string): number => {
  const row = connection.get(`PRAGMA ${name}`);
  return row ? integer(row, name) : 0;
};

/** Time in a file name: `20300101T120000Z`. */
export const fileStamp = (at: number): string => new Date(at).toISOString().replaceAll(/[-:]|\.\d+/g, '');

/** A backup made before a migration; kept for a week (see erase-expired). */
export const migrationBackupMark = '.before-v';

/**
 * Brings the schema up to date in one transaction, with a copy of the file made first when it holds anything.
 * @throws StoreFault `unknown-version` for a schema newer than this program, or a file that belongs to another one
 */
export async function migrate(
  connection: Connection,
  steps: readonly string[],
  now: Clock,
  beforeCommit: () => void = () => undefined,
): Promise<void> {
  const version = pragma(connection, 'user_version');
  if (version > steps.length) throw new StoreFault('unknown-version');
  const tables = connection.get('SELECT count(*) AS tables FROM sqlite_schema');
  const isEmpty = !tables || integer(tables, 'tables') === 0;
  if (!isEmpty && pragma(connection, 'application_id') !== applicationId) throw new StoreFault('unknown-version');
  if (version === steps.length) return;

  if (!isEmpty && connection.file !== ':memory:') {
    await backup(connection.database, `${connection.file}${migrationBackupMark}${steps.length}-${fileStamp(now())}`);
  }
  connection.write(() => {
    // Read again inside: another process may have been faster.
    const from = pragma(connection, 'user_version');
    if (from > steps.length) throw new StoreFault('unknown-version');
    for (const step of steps.slice(from)) connection.exec(step);
    connection.exec(`PRAGMA user_version = ${steps.length}; PRAGMA application_id = ${applicationId}`);
    beforeCommit();
  });
}
