import { fileURLToPath } from 'node:url';
import type { Clock, Store } from '../ports.ts';
import type { StoreIncident, StoreMaintenance } from './maintenance.ts';
import { isRedisUrl } from './redis/address.ts';
import { openRedisStore } from './redis/redis-store.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Vault } from './vault.ts';

export interface OpenStoreOptions {
  /** `file:data/utekontakt.db`, `file:///var/lib/utekontakt.db`, `file::memory:`, or a Redis (see `parseRedisUrl`). */
  readonly url: string;
  readonly keyring: Vault;
  readonly clock: Clock;
  /** This process's name among those that claim work, the same after a restart; see `Store.takeOver`. */
  readonly holder?: string;
  /** Where a Redis' erasures are noted on this machine; a database has its own place for them, beside it. */
  readonly ledger?: string;
  /** Told of what a person must hear about. Must not throw. */
  readonly onFault?: (incident: StoreIncident) => void;
  /** Accepts a Redis that may lose what it has acknowledged. For tests and trials only. */
  readonly allowUnsafe?: boolean;
  /** Passed inside the transaction of a migration, before its commit. For tests that end the process there. */
  readonly midMigration?: () => void;
}

export type OpenedStore = Store & StoreMaintenance;

/** The path in a `file:` address, relative ones kept relative. */
export const storeFile = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);

/**
 * Opens the store that `STORE_URL` names.
 * @throws StoreFault, or TypeError for an address no adapter knows
 */
export async function openStore({
  url,
  allowUnsafe = false,
  midMigration,
  ledger,
  ...rest
}: OpenStoreOptions): Promise<OpenedStore> {
  if (url.startsWith('file:') && storeFile(url) !== '') {
    return openSqliteStore({ file: storeFile(url), ...rest, ...(midMigration ? { midMigration } : {}) });
  }
  if (isRedisUrl(url)) {
    return openRedisStore({ url, allowUnsafe, ...rest, ...(ledger === undefined ? {} : { ledger }) });
  }
  throw new TypeError('STORE_URL must begin with file:, redis:, rediss:, redis-sentinel: or redis-cluster:');
}
