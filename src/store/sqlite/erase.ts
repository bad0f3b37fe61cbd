import { readdirSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { snowflakeInstant } from '../../core/ids.ts';
import { copyLivesMs } from '../../core/retention.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { Erasure } from '../erasures.ts';
import { sortable } from '../leases.ts';
import { auditRetentionMs, cursorRetentionMs, rememberedMs } from '../retention.ts';
import { keyOwner } from '../sealing.ts';
import { eraseAudit } from './audit-table.ts';
import { integer, text } from './connection.ts';
import type { Row } from './connection.ts';
import { counter, destroyKey, setCounter } from './context.ts';
import type { Context } from './context.ts';
import { eraseDossier, expiredDossiers } from './dossier-table.ts';
import { migrationBackupMark } from './migrate.ts';
import { forgetLoneSenders } from './sender-table.ts';

/** One transaction erases at most this many rows of a kind, so that alerts never wait long for the writer. */
const batchRows = 500;

const originalOwner = (row: Row): string =>
  keyOwner.original(text(row, 'case_id'), text(row, 'entry_id'), integer(row, 'revision'));

/** Rows, everything that belongs to them, and the keys. In the caller's transaction. */
export function eraseCase(context: Context, caseId: string): void {
  const { db } = context;
  for (const row of db.all('SELECT case_id, entry_id, revision FROM originals WHERE case_id = ?', caseId)) {
    destroyKey(context, originalOwner(row));
  }
  destroyKey(context, keyOwner.case(caseId));
  db.run('DELETE FROM cases WHERE id = ?', caseId);
}

function eraseOriginal(context: Context, row: Row): void {
  destroyKey(context, originalOwner(row));
  context.db.run(
    'DELETE FROM originals WHERE case_id = ? AND entry_id = ? AND revision = ?',
    text(row, 'case_id'),
    text(row, 'entry_id'),
    integer(row, 'revision'),
  );
}

const expiredCases = 'SELECT id FROM cases WHERE erase_at <= ? LIMIT ?';
const expiredOriginals = 'SELECT case_id, entry_id, revision FROM originals WHERE erase_at <= ? LIMIT ?';
const expiredOutbox = 'SELECT id FROM outbox WHERE erase_at <= ? LIMIT ?';

function eraseCases(context: Context, now: Instant): number {
  const ids = context.db.all(expiredCases, now, batchRows).map((row) => text(row, 'id'));
  for (const id of ids) eraseCase(context, id);
  if (ids.length > 0) {
    const erased = ids.map((caseId): Erasure => ({ kind: 'case', caseId }));
    setCounter(context, 'erasures', context.ledger.append(now, erased));
  }
  return ids.length;
}

function eraseDossiers(context: Context, now: Instant): number {
  const ids = expiredDossiers(context, now, batchRows);
  for (const id of ids) eraseDossier(context, id);
  if (ids.length > 0) {
    const erased = ids.map((caseId): Erasure => ({ kind: 'dossier', caseId }));
    setCounter(context, 'erasures', context.ledger.append(now, erased));
  }
  return ids.length;
}

function eraseOriginals(context: Context, now: Instant): number {
  const rows = context.db.all(expiredOriginals, now, batchRows);
  for (const row of rows) eraseOriginal(context, row);
  return rows.length;
}

function eraseOutbox(context: Context, now: Instant): number {
  const ids = context.db.all(expiredOutbox, now, batchRows).map((row) => text(row, 'id'));
  for (const id of ids) {
    destroyKey(context, keyOwner.outbox(id));
    context.db.run('DELETE FROM outbox WHERE id = ?', id);
  }
  return ids.length;
}

/** The first snowflake of a moment, in the form it is sorted by. */
const snowflakeAt = (at: Instant): string => {
  const epoch = snowflakeInstant('0' as never);
  return sortable((BigInt(Math.max(0, at - epoch)) << 22n).toString());
};

/** One batch per kind; each says how many rows it took, and is asked again until it takes none. */
const kinds: Readonly<Record<string, (context: Context, now: Instant) => number>> = {
  originals: eraseOriginals,
  entries: ({ db }, now) =>
    db.run('DELETE FROM entries WHERE seq IN (SELECT seq FROM entries WHERE erase_at <= ? LIMIT ?)', now, batchRows),
  cases: eraseCases,
  dossiers: eraseDossiers,
  senders: ({ db }, now) => db.run('DELETE FROM senders WHERE erase_at <= ?', now),
  outbox: eraseOutbox,
  seen: ({ db }, now) => db.run('DELETE FROM seen WHERE at <= ?', now - rememberedMs),
  causes: ({ db }, now) => db.run('DELETE FROM causes WHERE at <= ?', now - rememberedMs),
  cursors: ({ db }, now) => db.run('DELETE FROM cursors WHERE last_message < ?', snowflakeAt(now - cursorRetentionMs)),
  audit: (context, now) => eraseAudit(context, now - auditRetentionMs),
};

const overdue: Readonly<Record<string, readonly [sql: string, ageMs: number]>> = {
  originals: ['SELECT count(*) AS n FROM originals WHERE erase_at <= ?', 0],
  entries: ['SELECT count(*) AS n FROM entries WHERE erase_at <= ?', 0],
  cases: ['SELECT count(*) AS n FROM cases WHERE erase_at <= ?', 0],
  dossiers: ['SELECT count(*) AS n FROM dossiers WHERE erase_at <= ?', 0],
  senders: ['SELECT count(*) AS n FROM senders WHERE erase_at <= ?', 0],
  outbox: ['SELECT count(*) AS n FROM outbox WHERE erase_at <= ?', 0],
  seen: ['SELECT count(*) AS n FROM seen WHERE at <= ?', rememberedMs],
  causes: ['SELECT count(*) AS n FROM causes WHERE at <= ?', rememberedMs],
  audit: ['SELECT count(*) AS n FROM audit WHERE at < ?', auditRetentionMs],
};

/** What erasure should have taken by then and has not. */
export function countOverdue({ db }: Context, at: Instant): Readonly<Record<string, number>> {
  const count = (sql: string, ...values: readonly (number | string)[]): number => {
    const row = db.get(sql, ...values);
    return row ? integer(row, 'n') : 0;
  };
  return db.read(() => ({
    ...Object.fromEntries(Object.entries(overdue).map(([kind, [sql, ageMs]]) => [kind, count(sql, at - ageMs)])),
    cursors: count('SELECT count(*) AS n FROM cursors WHERE last_message < ?', snowflakeAt(at - cursorRetentionMs)),
  }));
}

/** @throws StoreFault `busy` when the rows are gone but another process keeps their last traces in the write-ahead log */
export function eraseExpired(context: Context, now: Instant): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [kind, eraseBatch] of Object.entries(kinds)) {
    let total = 0;
    for (let erased = 1; erased > 0; total += erased) erased = context.db.write(() => eraseBatch(context, now));
    counts[kind] = total;
  }
  context.db.write(() => {
    context.ledger.forgetBefore(now - auditRetentionMs);
  });
  removeMigrationBackups(context.db.file, now);
  truncateLog(context);
  return counts;
}

/** What was deleted is still in the write-ahead log until that is cut. Source: RELIABILITY §1, finding 10. */
export function truncateLog({ db }: Pick<Context, 'db'>): void {
  const row = db.get('PRAGMA wal_checkpoint(TRUNCATE)');
  if (row && integer(row, 'busy') !== 0) throw new StoreFault('busy');
}

function removeMigrationBackups(file: string, now: Instant): void {
  if (file === ':memory:') return;
  const folder = dirname(file);
  const prefix = `${basename(file)}${migrationBackupMark}`;
  for (const name of readdirSync(folder).filter((candidate) => candidate.startsWith(prefix))) {
    const path = join(folder, name);
    if (statSync(path).mtimeMs < now - copyLivesMs) unlinkSync(path);
  }
}

/** What was erased after this copy of the database was made is erased again. */
export function reapplyErasures(context: Context): void {
  const lines = context.ledger.since(counter(context, 'erasures'));
  const last = lines.at(-1);
  if (!last) return;
  context.db.write(() => {
    for (const { erased } of lines) {
      if (erased.kind === 'case') eraseCase(context, erased.caseId);
      else if (erased.kind === 'dossier') eraseDossier(context, erased.caseId);
      else context.db.run('DELETE FROM entries WHERE case_id = ? AND id = ?', erased.caseId, erased.entryId);
    }
    context.db.run(forgetLoneSenders);
    setCounter(context, 'erasures', last.n);
  });
  truncateLog(context);
}
