import { noteBackup } from '../flows/doctor/backup-taken.ts';
import type { Settings } from '../settings/environment.ts';
import { openErasureLedger } from '../store/erasure-ledger.ts';
import { openRedisStore } from '../store/redis/redis-store.ts';
import type { RedisStoreOptions } from '../store/redis/redis-store.ts';
import { systemClock } from '../system/clock.ts';
import { openKeyring, placeOf } from '../system/configured-store.ts';
import type { Terminal } from './terminal.ts';

const open = (settings: Settings, rest: Pick<RedisStoreOptions, 'isRestored'> = {}) =>
  openRedisStore({
    ...placeOf(settings),
    keyring: openKeyring(settings),
    clock: systemClock,
    allowUnsafe: settings.mode !== 'production',
    ...rest,
  });

/** Has the servers write their dumps, and says where they are: carrying them off is the operator's. */
export async function dumpRedis(settings: Settings, { out }: Pick<Terminal, 'out'>): Promise<void> {
  const store = await open(settings);
  try {
    for (const file of await store.dump()) out(`${file} (on the machine of the Redis)\n`);
    await store.keepLedger();
    await noteBackup(store, systemClock());
    out(`${settings.erasureLedger}\n`);
  } finally {
    await store.close();
  }
}

/** What remains to be done when an old copy has been put back with Redis' own means. */
export async function settleRedis(settings: Settings, { out }: Pick<Terminal, 'out'>): Promise<void> {
  const noted = openErasureLedger(settings.erasureLedger).last();
  const store = await open(settings, { isRestored: true });
  try {
    await store.eraseExpired(systemClock());
    await store.keepLedger();
    const audit = await store.verifyAudit();
    out(
      noted
        ? `${settings.erasureLedger}: what it names is erased again\n`
        : `${settings.erasureLedger}: names nothing; what was erased after the copy was made lives until its deadline\n`,
    );
    out('what waits is sent only after a copy of it has been looked for\n');
    out(audit.kind === 'intact' ? `audit: ${audit.rows} rows, intact\n` : 'audit: the chain is broken\n');
  } finally {
    await store.close();
  }
}
