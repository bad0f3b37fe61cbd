import type { CaseId } from '../core/ids.ts';
import type { RawText } from '../core/raw-text.ts';
import type { Instant } from '../core/time.ts';
import type { StoreFaultCode } from '../ports.ts';

export type RestoredFrom = 'copy' | 'nothing';

/** Something a person must hear about although the store goes on. */
export type StoreIncident =
  /** The database could not be read: it lies under `file` now, and the store began afresh. Restore a backup. */
  | { readonly kind: 'set-aside'; readonly file: string }
  /** The database was not there, or was an empty file, although a store had been there before. Restore a backup. */
  | { readonly kind: 'found-empty'; readonly file: string }
  /**
   * The store went on at `at` from an old copy that was put back, or from nothing: what came in after the copy was made
   * may be missing. Told at every opening for two weeks.
   */
  | { readonly kind: 'restored'; readonly at: Instant; readonly from: RestoredFrom }
  /** Damage was met while the store was in use; it should be opened anew, which reads it through and sets it aside. */
  | { readonly kind: 'damaged'; readonly file: string }
  /** Another file lies in the place of the one that was opened: nothing more is written. Open it anew. */
  | { readonly kind: 'replaced'; readonly file: string }
  /** An old copy was put back while the store was in use: nothing more is handed out. Open it anew. */
  | { readonly kind: 'set-back' }
  /** One record cannot be opened. The others go on; this one is reported each time it is met. */
  | {
      readonly kind: 'unreadable';
      readonly record: 'inbox' | 'outbox' | 'case' | 'cursor';
      readonly id: string;
      readonly code: StoreFaultCode;
    };

export interface SealedOriginal {
  readonly entryId: string;
  /** Counts from 1; an edit of the same message is sealed beside the first wording. */
  readonly revision: number;
  readonly original: RawText;
}

/** The end of the audit chain. Kept outside the store, it shows a cut tail or an old copy put back. */
export interface AuditHead {
  /** Rows ever written; 0 when there are none. */
  readonly sequence: number;
  /** Base64url. */
  readonly mac: string;
}

export type AuditVerdict =
  | { readonly kind: 'intact'; readonly rows: number; readonly head: AuditHead }
  /** The first row that does not follow from the one before it. */
  | { readonly kind: 'broken'; readonly sequence: number }
  /** Whole in itself, but without what the anchor has seen. */
  | { readonly kind: 'rolled-back'; readonly head: AuditHead };

export interface Rotation {
  /** Data keys moved to the current master key now. */
  readonly moved: number;
  /** Those still under another one. */
  readonly left: number;
}

/** What operators and the desk need beside the port. */
export interface StoreMaintenance {
  /** 32 bytes for `createPseudonyms`. Random, stored wrapped: the same after every key rotation. */
  pseudonymSecret(): Promise<Uint8Array>;
  /** Opens what is sealed. The caller has recorded who asked and why, and that two persons agreed. */
  openOriginals(caseId: CaseId): Promise<readonly SealedOriginal[]>;
  auditHead(): Promise<AuditHead>;
  /** Checks every row that is kept against the one before it, and the end against `anchor`. */
  verifyAudit(anchor?: AuditHead): Promise<AuditVerdict>;
  /** One step of moving data keys to the current master key, at most `limit`. Safe to stop and to repeat. */
  rotateKeys(limit: number): Promise<Rotation>;
  /**
   * Whether everything on the disk can still be read, found out without holding anybody up. For every night. A Redis
   * checks its own files when it loads them, and is always sound here.
   */
  isSound(): Promise<boolean>;
  /**
   * Writes down outside the store what it has erased and how far it has come, so that an old copy is known for one and
   * brings nothing back. Every other second; SQLite does it with each erasure.
   * @throws StoreFault `unavailable`
   */
  keepLedger(): Promise<void>;
  /** How many data keys each master key wraps. */
  countKeys(): Promise<Readonly<Record<string, number>>>;
}
