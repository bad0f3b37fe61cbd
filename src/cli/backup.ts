import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { noteBackup } from '../flows/doctor/backup-taken.ts';
import type { Clock } from '../ports.ts';
import { StoreFault } from '../ports.ts';
import { readEnvironment } from '../settings/environment.ts';
import type { Settings } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { restoreTo } from '../store/sqlite/backup.ts';
import { fileStamp } from '../store/sqlite/migrate.ts';
import { removeOldBackups } from '../store/sqlite/old-copies.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { systemClock } from '../system/clock.ts';
import type { Keyring } from '../system/keyring.ts';
import { openKeyring } from '../system/configured-store.ts';
import { dumpRedis, settleRedis } from './redis-copy.ts';
import type { Terminal } from './terminal.ts';

const usageExitCode = 64;

interface Embedded {
  readonly file: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/**
 * `utekontakt backup FOLDER`: a copy of the embedded store while it is in use. The data get a file of their own each
 * time; `keys.db` is overwritten, so that old data cannot bring back what was erased since. Backups in the folder that have
 * outlived their time are deleted when the new one is whole. With a Redis, `utekontakt backup` has the servers write their
 * dumps and says where; carrying them off is the operator's.
 * @returns 0; 64 for another use; 78 when it cannot be done
 */
export const backup = (args: readonly string[], terminal: Terminal): Promise<number> =>
  run('backup', args, terminal, {
    wanted: ['FOLDER'],
    redis: dumpRedis,
    embedded: async (embedded, [folder = '']) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const files = {
        data: join(folder, `utekontakt-${fileStamp(embedded.clock())}.db`),
        keys: join(folder, 'keys.db'),
      };
      const store = await openSqliteStore(embedded);
      try {
        await store.backup(files);
        await noteBackup(store, embedded.clock(), resolve(folder));
        removeOldBackups(folder, embedded.clock());
      } finally {
        await store.close();
      }
      terminal.out(`${files.data}\n${files.keys}\n`);
    },
  });

/**
 * `utekontakt restore DATA KEYS`: puts a backup in the store's place. Stop the service first. What was there is kept
 * beside it; what was erased since the backup stays erased; nothing is sent twice. With a Redis, `utekontakt restore` does
 * the same to an old copy that the operator has put back with Redis' own means.
 * @returns 0; 64 for another use; 78 when it cannot be done
 */
export const restore = (args: readonly string[], terminal: Terminal): Promise<number> =>
  run('restore', args, terminal, {
    wanted: ['DATA', 'KEYS'],
    redis: settleRedis,
    embedded: async (embedded, [data = '', keys = '']) => {
      const replaced = restoreTo(embedded.file, { data, keys }, embedded.keyring, embedded.clock());
      const store = await openSqliteStore(embedded);
      try {
        await store.eraseExpired(embedded.clock());
        const audit = await store.verifyAudit();
        terminal.out(`restored ${embedded.file}\n`);
        if (replaced !== undefined) terminal.out(`kept the one before as ${replaced}; delete it when you are sure\n`);
        terminal.out(audit.kind === 'intact' ? `audit: ${audit.rows} rows, intact\n` : 'audit: the chain is broken\n');
      } finally {
        await store.close();
      }
    },
  });

interface Ways {
  /** Names of the arguments, for an embedded store. A Redis takes none. */
  readonly wanted: readonly string[];
  readonly embedded: (embedded: Embedded, args: readonly string[]) => Promise<void>;
  readonly redis: (settings: Settings, terminal: Terminal) => Promise<void>;
}

async function run(
  name: string,
  args: readonly string[],
  terminal: Terminal,
  { wanted, embedded, redis }: Ways,
): Promise<number> {
  const { environment, err } = terminal;
  const settings = readEnvironment(environment);
  if (!settings.ok) {
    for (const fault of settings.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  const { store } = settings.value;
  const expected = store.kind === 'sqlite' ? wanted : [];
  if (args.length !== expected.length) {
    err(`usage: ${['utekontakt', name, ...expected].join(' ')}\n`);
    return usageExitCode;
  }
  try {
    if (store.kind === 'redis') await redis(settings.value, terminal);
    else await embedded({ file: store.path, keyring: openKeyring(settings.value), clock: systemClock }, args);
    return 0;
  } catch (fault) {
    if (!(fault instanceof SettingsRefused) && !(fault instanceof StoreFault)) throw fault;
    err(`${fault.message}\n`);
    return configurationExitCode;
  }
}
