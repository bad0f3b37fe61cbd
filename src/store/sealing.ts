import type { Codec } from './records/codec.ts';
import type { Binding, Vault } from './vault.ts';

/** The only way records get in and out of a driver: encoded and sealed in one step, so that plain bytes never leave. */
export interface Sealing {
  /** A new data key: the secret for use now, the wrapped one for storage. */
  newKey(owner: string): { readonly secret: Uint8Array; readonly wrapped: Uint8Array };
  openKey(owner: string, wrapped: Uint8Array): Uint8Array;
  /** The same key under the current master key. */
  rewrapKey(owner: string, wrapped: Uint8Array): Uint8Array;
  seal<T>(codec: Codec<T>, record: T, secret: Uint8Array, place: Place): Uint8Array;
  open<T>(codec: Codec<T>, sealed: Uint8Array, secret: Uint8Array, place: Place): T;
}

/** Where a record stands; what is left out is the same for all records of the table. */
export type Place = Pick<Binding, 'table' | 'row'> & Partial<Pick<Binding, 'municipalityId' | 'version'>>;

const bindingOf = ({ table, row, municipalityId = '', version = 1 }: Place): Binding => ({
  table,
  row,
  column: 'body',
  municipalityId,
  version,
});

const keyBinding = (owner: string): Binding => ({
  table: 'data_keys',
  row: owner,
  column: 'wrapped',
  municipalityId: '',
  version: 1,
});

export const createSealing = (vault: Vault): Sealing => ({
  newKey(owner) {
    const secret = vault.newSecret();
    return { secret, wrapped: vault.wrap(secret, keyBinding(owner)) };
  },
  openKey: (owner, wrapped) => vault.unwrap(wrapped, keyBinding(owner)),
  rewrapKey: (owner, wrapped) => vault.wrap(vault.unwrap(wrapped, keyBinding(owner)), keyBinding(owner)),
  seal: (codec, record, secret, place) => vault.seal(secret, codec.encode(record), bindingOf(place)),
  open: (codec, sealed, secret, place) => codec.decode(vault.open(secret, sealed, bindingOf(place))),
});

/** Owners of data keys. One key per thing that is destroyed on its own. */
export const keyOwner = {
  /** Sessions, cursors, senders, settings: what is not tied to a case. */
  store: 'store',
  pseudonyms: 'pseudonyms',
  audit: 'audit',
  case: (caseId: string) => `case:${caseId}`,
  /** Not the case's own: an original is destroyed long before its case. */
  original: (caseId: string, entryId: string, revision: number) => `original:${caseId}:${entryId}:${revision}`,
  /** Not the case's own: what must be documented outlives the conversation. */
  dossier: (caseId: string) => `dossier:${caseId}`,
  inbox: (id: string) => `inbox:${id}`,
  outbox: (id: string) => `outbox:${id}`,
} as const;
