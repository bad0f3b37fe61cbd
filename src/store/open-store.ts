import { fileURLToPath } from 'node:url';
import type { Clock, Store } from '../ports.ts';
import type { StoreIncident, StoreMaintenance } from './maintenance.ts';
import { openSqliteStore } from './sqlite/sqlite-store.ts';
import type { Vault } from './vault.ts';

export interface OpenStoreOptions {
  /** `file:data/utekontakt.db`, `file:///var/lib/utekontakt.db` or `file::memory:`. */
  readonly url: string;
  readonly keyring: Vault;
  readonly clock: Clock;
  /** Told of what a person must hear about. Must not throw. */
  readonly onFault?: (incident: StoreIncident) => void;
}

export type OpenedStore = Store & StoreMaintenance;

/** The path in a `file:` address, relative ones kept relative. */
export const storeFile = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length);

/**
 * Opens the store that `STORE_URL` names.
 * @throws StoreFault, or TypeError for an address no adapter knows
 */
export async function openStore({ url, ...rest }: OpenStoreOptions): Promise<OpenedStore> {
  if (url.startsWith('file:') && storeFile(url) !== '') return openSqliteStore({ file: storeFile(url), ...rest });
  throw new TypeError('STORE_URL must begin with file:');
}
