import type { Case, CaseEntry } from '../../core/case.ts';
import type { CaseId, MunicipalityId, SenderKey } from '../../core/ids.ts';
import type { RawText } from '../../core/raw-text.ts';
import type { Instant } from '../../core/time.ts';
import { readable } from '../readable.ts';
import type { SealedOriginal } from '../maintenance.ts';
import { place } from '../places.ts';
import { caseCodec, entryCodec } from '../records/case-record.ts';
import { originalCodec } from '../records/inbound-record.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, integer, text } from './connection.ts';
import type { Row } from './connection.ts';
import { createKey, findKey, requireKey } from './context.ts';
import type { Context } from './context.ts';

function toCase(context: Context, row: Row): Case {
  const id = text(row, 'id');
  const version = integer(row, 'version');
  const key = requireKey(context, keyOwner.case(id));
  const at = place.case(id, text(row, 'municipality_id'), version);
  return { ...context.sealing.open(caseCodec, bytes(row, 'body'), key, at), version };
}

export function findCase(context: Context, id: CaseId): Case | undefined {
  const row = context.db.get('SELECT * FROM cases WHERE id = ?', id);
  return row && toCase(context, row);
}

export function findOpenCase(context: Context, municipalityId: MunicipalityId, sender: SenderKey): Case | undefined {
  const row = context.db.get(
    `SELECT * FROM cases WHERE municipality_id = ? AND sender = ? AND state <> 'closed'`,
    municipalityId,
    sender,
  );
  return row && toCase(context, row);
}

export function findCaseByEntry(context: Context, entryId: string): Case | undefined {
  const row = context.db.get(
    'SELECT * FROM cases WHERE id = (SELECT case_id FROM entries WHERE id = ? ORDER BY seq DESC LIMIT 1)',
    entryId,
  );
  return row && toCase(context, row);
}

export function listOpenCases(context: Context, municipalityId: MunicipalityId): readonly Case[] {
  return readable(
    context.db.all(
      `SELECT * FROM cases WHERE municipality_id = ? AND state <> 'closed' ORDER BY opened_at, id`,
      municipalityId,
    ),
    (row) => toCase(context, row),
    (row, code) => {
      context.report({ kind: 'unreadable', record: 'case', id: text(row, 'id'), code });
    },
  );
}

export const listCasesOfSender = (
  context: Context,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): readonly Case[] =>
  context.db
    .all('SELECT * FROM cases WHERE municipality_id = ? AND sender = ? ORDER BY opened_at, id', municipalityId, sender)
    .map((row) => toCase(context, row));

export const listExpiredCases = ({ db }: Context, at: Instant, limit: number) =>
  db
    .all('SELECT id, municipality_id FROM cases WHERE erase_at <= ? ORDER BY erase_at LIMIT ?', at, limit)
    .map((row) => ({
      id: text(row, 'id') as CaseId,
      municipalityId: text(row, 'municipality_id') as MunicipalityId,
    }));

/** The version in the store; 0 when the case is not there. */
export function caseVersion({ db }: Context, id: CaseId): number {
  const row = db.get('SELECT version FROM cases WHERE id = ?', id);
  return row ? integer(row, 'version') : 0;
}

/** Whether another case with this sender is open. */
export const hasOtherOpenCase = ({ db }: Context, current: Case): boolean =>
  db.get(
    `SELECT 1 FROM cases WHERE municipality_id = ? AND sender = ? AND state <> 'closed' AND id <> ?`,
    current.municipalityId,
    current.sender,
    current.id,
  ) !== undefined;

export function saveCase(context: Context, current: Case, version: number, eraseAt: Instant): void {
  const owner = keyOwner.case(current.id);
  const key = findKey(context, owner) ?? createKey(context, owner);
  const record = { ...current, version };
  context.db.run(
    `INSERT INTO cases (id, municipality_id, sender, state, opened_at, version, erase_at, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET municipality_id = excluded.municipality_id,
       sender = excluded.sender, state = excluded.state, opened_at = excluded.opened_at, version = excluded.version,
       erase_at = excluded.erase_at, body = excluded.body`,
    current.id,
    current.municipalityId,
    current.sender,
    current.state.kind,
    current.openedAt,
    version,
    eraseAt,
    context.sealing.seal(caseCodec, record, key, place.case(current.id, current.municipalityId, version)),
  );
}

export function saveEntry(context: Context, entry: CaseEntry, eraseAt: Instant): void {
  const key = requireKey(context, keyOwner.case(entry.caseId));
  context.db.run(
    `INSERT INTO entries (case_id, id, at, erase_at, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (case_id, id)
     DO UPDATE SET at = excluded.at, erase_at = excluded.erase_at, body = excluded.body`,
    entry.caseId,
    entry.id,
    entry.at,
    eraseAt,
    context.sealing.seal(entryCodec, entry, key, place.entry(entry.caseId, entry.id)),
  );
}

export function findEntry(context: Context, caseId: CaseId, entryId: string): CaseEntry | undefined {
  const row = context.db.get('SELECT body FROM entries WHERE case_id = ? AND id = ?', caseId, entryId);
  if (!row) return undefined;
  const key = requireKey(context, keyOwner.case(caseId));
  return context.sealing.open(entryCodec, bytes(row, 'body'), key, place.entry(caseId, entryId));
}

export function listEntries(context: Context, caseId: CaseId): readonly CaseEntry[] {
  const rows = context.db.all('SELECT id, body FROM entries WHERE case_id = ? ORDER BY at, seq', caseId);
  if (rows.length === 0) return [];
  const key = requireKey(context, keyOwner.case(caseId));
  return rows.map((row) =>
    context.sealing.open(entryCodec, bytes(row, 'body'), key, place.entry(caseId, text(row, 'id'))),
  );
}

export function sealOriginal(
  context: Context,
  caseId: CaseId,
  entryId: string,
  original: RawText,
  eraseAt: Instant,
): void {
  const { db, sealing } = context;
  const last = db.get(
    'SELECT max(revision) AS revision FROM originals WHERE case_id = ? AND entry_id = ?',
    caseId,
    entryId,
  );
  const revision = (last && last['revision'] !== null ? integer(last, 'revision') : 0) + 1;
  const key = createKey(context, keyOwner.original(caseId, entryId, revision));
  db.run(
    'INSERT INTO originals (case_id, entry_id, revision, erase_at, body) VALUES (?, ?, ?, ?, ?)',
    caseId,
    entryId,
    revision,
    eraseAt,
    sealing.seal(originalCodec, original, key, place.original(caseId, entryId, revision)),
  );
}

export function openOriginals(context: Context, caseId: CaseId): readonly SealedOriginal[] {
  return context.db
    .all('SELECT entry_id, revision, body FROM originals WHERE case_id = ? ORDER BY entry_id, revision', caseId)
    .map((row) => {
      const entryId = text(row, 'entry_id');
      const revision = integer(row, 'revision');
      const key = requireKey(context, keyOwner.original(caseId, entryId, revision));
      const at = place.original(caseId, entryId, revision);
      return { entryId, revision, original: context.sealing.open(originalCodec, bytes(row, 'body'), key, at) };
    });
}
