import type { CaseId, MunicipalityId, SenderKey } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Change } from '../../ports.ts';
import { dossierCodec } from '../records/other-records.ts';
import { place } from '../places.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, integer, text } from './connection.ts';
import { createKey, destroyKey, findKey, requireKey } from './context.ts';
import type { Context } from './context.ts';

/** The version in the store; 0 when there is none. */
export function dossierVersion({ db }: Pick<Context, 'db'>, caseId: CaseId): number {
  const row = db.get('SELECT version FROM dossiers WHERE case_id = ?', caseId);
  return row ? integer(row, 'version') : 0;
}

export function saveDossier(context: Context, change: Extract<Change, { kind: 'save-dossier' }>): void {
  const { caseId, municipalityId, basedOn, body, eraseAt, recontact } = change;
  const owner = keyOwner.dossier(caseId);
  const key = findKey(context, owner) ?? createKey(context, owner);
  const version = basedOn + 1;
  context.db.run(
    `INSERT INTO dossiers (case_id, municipality_id, recontact, version, erase_at, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (case_id) DO UPDATE SET recontact = excluded.recontact, version = excluded.version,
       erase_at = excluded.erase_at, body = excluded.body`,
    caseId,
    municipalityId,
    recontact ?? '',
    version,
    eraseAt,
    context.sealing.seal(dossierCodec, { body }, key, place.dossier(caseId, municipalityId, version)),
  );
}

export function findDossier(context: Context, municipalityId: MunicipalityId, caseId: CaseId) {
  const row = context.db.get(
    'SELECT version, body FROM dossiers WHERE case_id = ? AND municipality_id = ?',
    caseId,
    municipalityId,
  );
  if (!row) return undefined;
  const version = integer(row, 'version');
  const key = requireKey(context, keyOwner.dossier(caseId));
  const at = place.dossier(caseId, municipalityId, version);
  return { version, body: context.sealing.open(dossierCodec, bytes(row, 'body'), key, at).body };
}

export const findRecontacts = ({ db }: Context, municipalityId: MunicipalityId, sender: SenderKey): readonly CaseId[] =>
  db
    .all(
      `SELECT case_id FROM dossiers WHERE municipality_id = ? AND recontact = ? AND recontact <> '' ORDER BY case_id`,
      municipalityId,
      sender,
    )
    .map((row) => text(row, 'case_id') as CaseId);

export function moveDeadlines(
  { db }: Context,
  { caseId, entries, originals }: Extract<Change, { kind: 'move-deadlines' }>,
): void {
  db.run('UPDATE entries SET erase_at = ? WHERE case_id = ?', entries, caseId);
  db.run('UPDATE originals SET erase_at = ? WHERE case_id = ?', originals, caseId);
}

/** The row and its key. In the caller's transaction. */
export function eraseDossier(context: Context, caseId: string): void {
  destroyKey(context, keyOwner.dossier(caseId));
  context.db.run('DELETE FROM dossiers WHERE case_id = ?', caseId);
}

export const expiredDossiers = ({ db }: Context, now: Instant, limit: number): readonly string[] =>
  db.all('SELECT case_id FROM dossiers WHERE erase_at <= ? LIMIT ?', now, limit).map((row) => text(row, 'case_id'));
