import type { MunicipalityId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { AuditEntry } from '../../ports.ts';
import { AuditChain, chainStart, publicHead } from '../audit-chain.ts';
import type { ChainEnd, EndName } from '../audit-chain.ts';
import type { AuditHead, AuditVerdict } from '../maintenance.ts';
import { place } from '../places.ts';
import { readable } from '../readable.ts';
import { auditCodec } from '../records/other-records.ts';
import { bytes, integer } from './connection.ts';
import type { Row } from './connection.ts';
import type { Context } from './context.ts';

const chainOf = ({ vault, keys }: Context): AuditChain => new AuditChain(vault, keys.audit);

/** `undefined` when the stored end is not one that this store wrote. */
function readEnd(context: Context, name: EndName): ChainEnd | undefined {
  const row = context.db.get('SELECT seq, mac, proof FROM audit_ends WHERE name = ?', name);
  if (!row) return chainStart;
  return chainOf(context).proven(name, { seq: integer(row, 'seq'), mac: bytes(row, 'mac') }, bytes(row, 'proof'));
}

function saveEnd(context: Context, name: EndName, end: ChainEnd): void {
  context.db.run(
    `INSERT INTO audit_ends (name, seq, mac, proof) VALUES (?, ?, ?, ?) ON CONFLICT (name)
     DO UPDATE SET seq = excluded.seq, mac = excluded.mac, proof = excluded.proof`,
    name,
    end.seq,
    end.mac,
    chainOf(context).proof(name, end),
  );
}

/** In the caller's transaction. A broken end does not stop the service: the row is chained to what is there. */
export function appendAudit(context: Context, entry: AuditEntry): void {
  const { db, sealing, keys } = context;
  const row = db.get(`SELECT seq, mac FROM audit_ends WHERE name = 'head'`);
  const head = row ? { seq: integer(row, 'seq'), mac: bytes(row, 'mac') } : chainStart;
  const seq = head.seq + 1;
  const body = sealing.seal(auditCodec, entry, keys.store, place.audit(seq));
  const mac = chainOf(context).next(head, entry.at, body);
  db.run('INSERT INTO audit (seq, at, body, mac) VALUES (?, ?, ?, ?)', seq, entry.at, body, mac);
  saveEnd(context, 'head', { seq, mac });
}

/** @throws StoreFault `corrupt` when the end was altered */
export function auditHead(context: Context): AuditHead {
  const head = readEnd(context, 'head');
  if (!head) throw new StoreFault('corrupt');
  return publicHead(head);
}

const pageRows = 500;

export function verifyAudit(context: Context, anchor: AuditHead | undefined): AuditVerdict {
  return context.db.read(() => {
    const base = readEnd(context, 'base');
    const head = readEnd(context, 'head');
    if (!base || !head) return { kind: 'broken', sequence: 0 };
    const verifier = chainOf(context).verifier(base, anchor);
    for (let page = rowsAfter(context, base.seq); page.length > 0; page = rowsAfter(context, verifier.last.seq)) {
      for (const row of page) {
        const { seq, at } = { seq: integer(row, 'seq'), at: integer(row, 'at') };
        if (!verifier.take({ seq, at, body: bytes(row, 'body'), mac: bytes(row, 'mac') })) return verifier.broken();
      }
    }
    return verifier.finish(head);
  });
}

const rowsAfter = ({ db }: Context, seq: number): readonly Row[] =>
  db.all('SELECT seq, at, body, mac FROM audit WHERE seq > ? ORDER BY seq LIMIT ?', seq, pageRows);

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

/** A row that cannot be opened is left out; `verifyAudit` tells of it. */
export function listAudit(
  context: Context,
  municipalityId: MunicipalityId,
  from: Instant,
  until: Instant,
  limit: number,
): readonly AuditEntry[] {
  const { db, sealing, keys } = context;
  const rows = db.all('SELECT seq, body FROM audit WHERE at >= ? AND at <= ? ORDER BY seq', from, until);
  return readable(
    rows,
    (row) => sealing.open(auditCodec, bytes(row, 'body'), keys.store, place.audit(integer(row, 'seq'))),
    () => undefined,
  )
    .filter((entry) => entry.municipalityId === municipalityId)
    .slice(-limit);
}
