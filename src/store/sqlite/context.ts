import type { Clock } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import type { StoreIncident } from '../maintenance.ts';
import type { Sealing } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import { bytes, integer } from './connection.ts';
import type { Connection } from './connection.ts';
import type { ErasureLedger } from '../erasure-ledger.ts';

/** What every table of the store works with. */
export interface Context {
  readonly db: Connection;
  readonly vault: Vault;
  readonly sealing: Sealing;
  readonly ledger: ErasureLedger;
  readonly now: Clock;
  /** The name leases are taken in; empty: nobody's. */
  readonly holder: string;
  readonly report: (incident: StoreIncident) => void;
  /** Keys that live as long as the store. */
  readonly keys: { readonly store: Uint8Array; readonly pseudonyms: Uint8Array; readonly audit: Uint8Array };
}

type KeyContext = Pick<Context, 'db' | 'vault' | 'sealing'>;

export function createKey({ db, vault, sealing }: KeyContext, owner: string): Uint8Array {
  const { secret, wrapped } = sealing.newKey(owner);
  db.run('INSERT INTO data_keys (owner, kid, wrapped) VALUES (?, ?, ?)', owner, vault.kid, wrapped);
  return secret;
}

export function findKey({ db, sealing }: KeyContext, owner: string): Uint8Array | undefined {
  const row = db.get('SELECT wrapped FROM data_keys WHERE owner = ?', owner);
  return row && sealing.openKey(owner, bytes(row, 'wrapped'));
}

/** @throws StoreFault `corrupt` when a record is there and its key is not */
export function requireKey(context: KeyContext, owner: string): Uint8Array {
  const key = findKey(context, owner);
  if (!key) throw new StoreFault('corrupt');
  return key;
}

export function destroyKey({ db }: Pick<Context, 'db'>, owner: string): void {
  db.run('DELETE FROM data_keys WHERE owner = ?', owner);
}

/** Fencing tokens: each is higher than every one before it. */
export function nextLeaseToken({ db }: Pick<Context, 'db'>): number {
  const row = db.get(
    `INSERT INTO counters (name, value) VALUES ('lease', 1)
     ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
  );
  if (!row) throw new StoreFault('corrupt');
  return integer(row, 'value');
}

/** See `Store.takeOver`. */
export function takeOver({ db, holder }: Context): void {
  if (holder === '') return;
  db.writeSoon(() => {
    for (const queue of ['inbox', 'outbox']) {
      db.run(`UPDATE ${queue} SET lease_until = 0 WHERE holder = ? AND lease_until > 0`, holder);
    }
  });
}

export function counter({ db }: Pick<Context, 'db'>, name: string): number {
  const row = db.get('SELECT value FROM counters WHERE name = ?', name);
  return row ? integer(row, 'value') : 0;
}

export function setCounter({ db }: Pick<Context, 'db'>, name: string, value: number): void {
  db.run(
    'INSERT INTO counters (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    name,
    value,
  );
}

/** Beyond this a time that lies ahead of the clock means that the clock was set back, not that two machines differ. */
export const clockToleranceMs = 60_000;
