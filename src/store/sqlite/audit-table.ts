import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { AuditEntry } from '../../ports.ts';
import type { AuditHead, AuditVerdict } from '../maintenance.ts';
import { auditCodec } from '../records/other-records.ts';
import type { Vault } from '../vault.ts';
import { bytes, integer } from './connection.ts';
import type { Row } from './connection.ts';
import type { Context } from './context.ts';

/**
 * Each row's mac covers the row and the mac before it. `base` is the last row that was erased, `head` the newest: each
 * with a proof of its own, so that neither can be moved by somebody without the key.
 */
interface End {
  readonly seq: number;
  readonly mac: Uint8Array;
}

const start: End = { seq: 0, mac: new Uint8Array(32) };

/** `h_n = HMAC(k, h_{n-1} ‖ row)`. Source: RELIABILITY §3, audit chain. */
export const chainMac = (
  vault: Vault,
  key: Uint8Array,
  previous: Uint8Array,
  seq: number,
  at: Instant,
  body: Uint8Array,
): Uint8Array => vault.mac(key, 'audit row', [previous, String(seq), String(at), body]);

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const proofOf = ({ vault, keys }: Context, name: string, end: End): Uint8Array =>
  vault.mac(keys.audit, 'audit end', [name, String(end.seq), end.mac]);

/** `undefined` when the stored end is not one that this store wrote. */
function readEnd(context: Context, name: 'base' | 'head'): End | undefined {
  const row = context.db.get('SELECT seq, mac, proof FROM audit_ends WHERE name = ?', name);
  if (!row) return start;
  const end = { seq: integer(row, 'seq'), mac: bytes(row, 'mac') };
  return equal(bytes(row, 'proof'), proofOf(context, name, end)) ? end : undefined;
}

function saveEnd(context: Context, name: 'base' | 'head', end: End): void {
  context.db.run(
    `INSERT INTO audit_ends (name, seq, mac, proof) VALUES (?, ?, ?, ?) ON CONFLICT (name)
     DO UPDATE SET seq = excluded.seq, mac = excluded.mac, proof = excluded.proof`,
    name,
    end.seq,
    end.mac,
    proofOf(context, name, end),
  );
}

/** In the caller's transaction. A broken end does not stop the service: the row is chained to what is there. */
export function appendAudit(context: Context, entry: AuditEntry): void {
  const { db, sealing, vault, keys } = context;
  const row = db.get(`SELECT seq, mac FROM audit_ends WHERE name = 'head'`);
  const head = row ? { seq: integer(row, 'seq'), mac: bytes(row, 'mac') } : start;
  const seq = head.seq + 1;
  const body = sealing.seal(auditCodec, entry, keys.store, { table: 'audit', row: String(seq) });
  const mac = chainMac(vault, keys.audit, head.mac, seq, entry.at, body);
  db.run('INSERT INTO audit (seq, at, body, mac) VALUES (?, ?, ?, ?)', seq, entry.at, body, mac);
  saveEnd(context, 'head', { seq, mac });
}

const publicHead = ({ seq, mac }: End): AuditHead => ({ sequence: seq, mac: Buffer.from(mac).toString('base64url') });

/** @throws StoreFault `corrupt` when the end was altered */
export function auditHead(context: Context): AuditHead {
  const head = readEnd(context, 'head');
  if (!head) throw new StoreFault('corrupt');
  return publicHead(head);
}

const pageRows = 500;

export function verifyAudit(context: Context, anchor: AuditHead | undefined): AuditVerdict {
  const { db } = context;
  return db.read(() => {
    const base = readEnd(context, 'base');
    const head = readEnd(context, 'head');
    if (!base || !head) return { kind: 'broken', sequence: base ? (head?.seq ?? 0) : 0 };

    let last = base;
    let anchorMac: string | undefined = anchor && macAt(base, anchor.sequence);
    for (let page = rowsAfter(context, last.seq); page.length > 0; page = rowsAfter(context, last.seq)) {
      for (const row of page) {
        const next = follow(context, last, row);
        if (!next) return { kind: 'broken', sequence: last.seq + 1 };
        last = next;
        if (anchor) anchorMac ??= macAt(last, anchor.sequence);
      }
    }
    if (last.seq !== head.seq || !equal(last.mac, head.mac)) return { kind: 'broken', sequence: last.seq + 1 };
    // An anchor older than what is kept proves nothing any more, and is no fault.
    const isRolledBack = anchor !== undefined && anchor.sequence > base.seq && anchorMac !== anchor.mac;
    return isRolledBack
      ? { kind: 'rolled-back', head: publicHead(head) }
      : { kind: 'intact', rows: last.seq - base.seq, head: publicHead(head) };
  });
}

const macAt = (end: End, seq: number): string | undefined => (end.seq === seq ? publicHead(end).mac : undefined);

const rowsAfter = ({ db }: Context, seq: number): readonly Row[] =>
  db.all('SELECT seq, at, body, mac FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', seq, pageRows);

function follow({ vault, keys }: Context, last: End, row: Row): End | undefined {
  const seq = integer(row, 'seq');
  const mac = bytes(row, 'mac');
  if (seq !== last.seq + 1) return undefined;
  const expected = chainMac(vault, keys.audit, last.mac, seq, integer(row, 'at'), bytes(row, 'body'));
  return equal(mac, expected) ? { seq, mac } : undefined;
}

/** Erases the oldest rows up to the first that is not older than `before`, and notes where the chain now begins. */
export function eraseAudit(context: Context, before: Instant): number {
  const { db } = context;
  const kept = db.get('SELECT min(seq) AS seq FROM audit WHERE at >= ?', before);
  const until = kept && kept['seq'] !== null ? integer(kept, 'seq') - 1 : Number.MAX_SAFE_INTEGER;
  const last = db.get('SELECT seq, mac FROM audit WHERE seq <= ? ORDER BY seq DESC LIMIT 1', until);
  if (!last) return 0;
  saveEnd(context, 'base', { seq: integer(last, 'seq'), mac: bytes(last, 'mac') });
  return db.run('DELETE FROM audit WHERE seq <= ?', until);
}
