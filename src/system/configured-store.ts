import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { StoreFault } from '../ports.ts';
import type { Clock, StoreFaultCode } from '../ports.ts';
import type { MasterKeyChoice, Settings } from '../settings/environment.ts';
import { formatMasterKey, masterKeyBytes, readKeyFile } from '../settings/master-key.ts';
import { SettingsRefused } from '../settings/refused.ts';
import type { StoreIncident } from '../store/maintenance.ts';
import { openStore } from '../store/open-store.ts';
import type { OpenedStore, OpenStoreOptions } from '../store/open-store.ts';
import { createKeyring, nameMasterKey } from './keyring.ts';
import type { Keyring } from './keyring.ts';

const saidOf: Readonly<Record<StoreFaultCode, string>> = {
  busy: 'is in use by another process',
  full: 'the disk is full',
  corrupt: 'is damaged; restore a backup',
  unavailable: 'cannot be opened',
  'wrong-key': 'was written with another MASTER_KEY',
  'unknown-version': 'was written by a newer version of the program, or holds the data of another one',
  'read-only': 'cannot be written to',
};

/**
 * The store the settings name, opened with the master key.
 * @param rest `holder` is absent for whoever claims nothing
 * @throws SettingsRefused with one plain line
 */
export async function openConfiguredStore(
  settings: Pick<Settings, 'store' | 'erasureLedger' | 'masterKey' | 'previousKeys' | 'mode'>,
  clock: Clock,
  onFault: (incident: StoreIncident) => void,
  rest: Pick<OpenStoreOptions, 'holder' | 'midMigration'> = {},
): Promise<OpenedStore> {
  const { store, mode } = settings;
  const keyring = openKeyring(settings);
  const named = store.kind === 'sqlite' ? `STORE_URL: ${store.path}` : 'STORE_URL';
  try {
    return await openStore({
      ...placeOf(settings),
      keyring,
      clock,
      onFault,
      allowUnsafe: mode !== 'production',
      ...rest,
    });
  } catch (cause) {
    if (cause instanceof StoreFault) throw new SettingsRefused(named, toldBy(cause) ?? saidOf[cause.code], { cause });
    if (cause instanceof TypeError)
      throw new SettingsRefused(named, cause.message.replace(/^STORE_URL:? /, ''), { cause });
    throw cause;
  }
}

/** Where the store is, as `openStore` takes it. The address may hold a password. */
export const placeOf = ({
  store,
  erasureLedger,
}: Pick<Settings, 'store' | 'erasureLedger'>): Pick<OpenStoreOptions, 'url' | 'ledger'> => ({
  url: store.kind === 'sqlite' ? `file:${store.path}` : store.urls.reveal().join(','),
  ledger: erasureLedger,
});

/** The current master key first, then those of a rotation that goes on. @throws SettingsRefused */
export const openKeyring = ({ masterKey, previousKeys }: Pick<Settings, 'masterKey' | 'previousKeys'>): Keyring =>
  createKeyring([masterKeyFor(masterKey), ...previousKeys.map((key) => key.reveal())].map(nameMasterKey));

/** What a Redis that is not safe to use says of itself; it names settings only. */
function toldBy({ cause }: StoreFault): string | undefined {
  return cause instanceof Error && cause.message.startsWith('Redis:') ? cause.message : undefined;
}

/** The master key's bytes: given, read from its file, or made. @throws SettingsRefused */
export function masterKeyFor(choice: MasterKeyChoice | { readonly kind: 'made-up' }): Uint8Array {
  if (choice.kind === 'made-up') return randomBytes(masterKeyBytes);
  if (choice.kind === 'given') return choice.key.reveal();
  if (choice.createIfMissing && !existsSync(choice.path)) createKeyFile(choice.path);
  const read = readKeyFile(choice.path);
  if (read.ok) return read.value.reveal();
  const [fault] = read.faults;
  throw new SettingsRefused(fault?.where ?? choice.path, fault?.what ?? 'cannot be read');
}

function createKeyFile(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, formatMasterKey(randomBytes(masterKeyBytes)), { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new SettingsRefused(path, 'cannot be written; choose another folder with STORE_URL', { cause });
  }
}
