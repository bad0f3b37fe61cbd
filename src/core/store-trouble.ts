import type { Severity } from './triage/assessment.ts';

/** Kinds of records that a store keeps in lists, by which staff are told what cannot be read. */
export const unreadableRecords = ['inbox', 'outbox', 'case', 'cursor'] as const;
export type UnreadableRecord = (typeof unreadableRecords)[number];

/** What staff and operators must hear about the store although the service goes on; no ids and no words. */
export type StoreTrouble =
  /** The database could not be read at start and lies aside: what was in it is gone until a backup is put back. */
  | { readonly kind: 'set-aside' }
  /** The database was not there at start although it had been. */
  | { readonly kind: 'found-empty' }
  /** An old copy of the database was put back: what came in after it was made may be missing. */
  | { readonly kind: 'restored' }
  /** Damage was found while the service ran. The next start sets the database aside. */
  | { readonly kind: 'damaged' }
  /** One record cannot be opened; the others go on. */
  | { readonly kind: 'unreadable'; readonly record: UnreadableRecord }
  /** Messages cannot be kept at the moment: somebody has written, and it has not arrived. */
  | { readonly kind: 'not-storing'; readonly severity: Severity };
