import type { MunicipalityId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { AuditEntry } from '../../ports.ts';
import { AuditChain, chainStart, publicHead } from '../audit-chain.ts';
import type { AuditRow, ChainEnd, EndName } from '../audit-chain.ts';
import type { AuditHead, AuditVerdict } from '../maintenance.ts';
import { place } from '../places.ts';
import { readable } from '../readable.ts';
import { auditCodec } from '../records/other-records.ts';
import { bytes, integer, list, optional } from './context.ts';
import type { Context } from './context.ts';
import { eraseAuditScript } from './lua/erase.ts';

const chainOf = ({ vault, keys }: Context): AuditChain => new AuditChain(vault, keys.audit);

async function readEnd(context: Context, name: EndName): Promise<ChainEnd | undefined> {
  const [seq, mac, proof] = list(await context.connection.call('HMGET', `audit:${name}`, 'seq', 'mac', 'proof'));
  const number = optional(seq, integer);
  if (number === undefined) return chainStart;
  return chainOf(context).proven(name, { seq: number, mac: bytes(mac) }, bytes(proof));
}

/** @throws StoreFault `corrupt` when the end was altered */
export async function auditHead(context: Context): Promise<AuditHead> {
  const head = await readEnd(context, 'head');
  if (!head) throw new StoreFault('corrupt');
  return publicHead(head);
}

const pageRows = 500;
const macBytes = 32;

/** The rows after `seq` that are there, up to the first that is not. */
async function rowsAfter({ connection }: Context, seq: number, until: number): Promise<readonly AuditRow[]> {
  const numbers = Array.from({ length: Math.min(pageRows, until - seq) }, (_, n) => seq + 1 + n);
  if (numbers.length === 0) return [];
  const values = list(await connection.call('HMGET', 'audit', ...numbers.map(String)));
  const end = values.indexOf(null);
  return values.slice(0, end === -1 ? undefined : end).map((value, n) => {
    const row = bytes(value);
    const colon = row.indexOf(':');
    return {
      seq: seq + 1 + n,
      at: Number(row.subarray(0, colon).toString()),
      mac: row.subarray(colon + 1, colon + 1 + macBytes),
      body: row.subarray(colon + 1 + macBytes),
    };
  });
}

export async function verifyAudit(context: Context, anchor: AuditHead | undefined): Promise<AuditVerdict> {
  const base = await readEnd(context, 'base');
  const head = await readEnd(context, 'head');
  if (!base || !head) return { kind: 'broken', sequence: 0 };
  const verifier = chainOf(context).verifier(base, anchor);
  for (;;) {
    const page = await rowsAfter(context, verifier.last.seq, head.seq);
    if (page.length === 0) return verifier.finish(head);
    for (const row of page) {
      if (!verifier.take(row)) return verifier.broken();
    }
  }
}

/** Erases the oldest rows up to the first that is not older than `before`, a page at a time. */
export async function eraseAudit(context: Context, before: Instant): Promise<number> {
  const base = await readEnd(context, 'base');
  const head = await readEnd(context, 'head');
  // A chain that does not verify is evidence: nothing of it is erased until somebody has looked.
  if (!base || !head) return 0;
  const page = await rowsAfter(context, base.seq, head.seq);
  const kept = page.findIndex((row) => row.at >= before);
  const last = page.slice(0, kept === -1 ? undefined : kept).at(-1);
  if (!last) return 0;
  const end = { seq: last.seq, mac: last.mac };
  const proof = chainOf(context).proof('base', end);
  return integer(await context.connection.run(eraseAuditScript, base.seq, end.seq, end.mac, proof));
}

/** How many of the first page are older than `before`: enough to know that erasure is behind. */
export async function countAuditBefore(context: Context, before: Instant): Promise<number> {
  const base = await readEnd(context, 'base');
  const head = await readEnd(context, 'head');
  if (!base || !head) return 0;
  return (await rowsAfter(context, base.seq, head.seq)).filter((row) => row.at < before).length;
}

/** A row that cannot be opened is left out; `verifyAudit` tells of it. */
export async function listAudit(
  context: Context,
  municipalityId: MunicipalityId,
  from: Instant,
  until: Instant,
  limit: number,
): Promise<readonly AuditEntry[]> {
  const base = await readEnd(context, 'base');
  const head = await readEnd(context, 'head');
  if (!base || !head) return [];
  const found: AuditEntry[] = [];
  for (let seq = base.seq; ;) {
    const page = await rowsAfter(context, seq, head.seq);
    const last = page.at(-1);
    if (!last) return found.slice(-limit);
    const inTime = page.filter((row) => row.at >= from && row.at <= until);
    const entries = readable(
      inTime,
      (row) => context.sealing.open(auditCodec, row.body, context.keys.store, place.audit(row.seq)),
      () => undefined,
    );
    found.push(...entries.filter((entry) => entry.municipalityId === municipalityId));
    ({ seq } = last);
  }
}
