import type { Case, CaseEntry } from '../../core/case.ts';
import type { CaseId, MunicipalityId, SenderKey } from '../../core/ids.ts';
import type { Count, Month } from '../../core/statistics/count.ts';
import type { Instant } from '../../core/time.ts';
import { StoreFault } from '../../ports.ts';
import type { SenderRecord } from '../../ports.ts';
import { readable } from '../readable.ts';
import type { SealedOriginal } from '../maintenance.ts';
import { place } from '../places.ts';
import { caseCodec, entryCodec } from '../records/case-record.ts';
import { originalCodec } from '../records/inbound-record.ts';
import { dossierCodec, senderCodec, settingCodec } from '../records/other-records.ts';
import { keyOwner } from '../sealing.ts';
import { bytes, integer, list, optional, text } from './context.ts';
import type { Context } from './context.ts';
import {
  casesOfSenderScript,
  dossierScript,
  entriesScript,
  expiredCasesScript,
  findCaseScript,
  listOpenScript,
  originalsScript,
} from './lua/cases.ts';

function keyOf({ sealing }: Context, owner: string, wrapped: unknown): Uint8Array {
  const found = optional(wrapped, bytes);
  if (!found) throw new StoreFault('corrupt');
  return sealing.openKey(owner, found);
}

function toCase(context: Context, row: unknown): Case {
  const [id, municipalityId, version, body, , wrapped] = list(row);
  const key = keyOf(context, keyOwner.case(text(id)), wrapped);
  const at = place.case(text(id), text(municipalityId), integer(version));
  return { ...context.sealing.open(caseCodec, bytes(body), key, at), version: integer(version) };
}

async function oneCase(context: Context, ...named: readonly string[]): Promise<Case | undefined> {
  const [row] = list(await context.connection.run(findCaseScript, ...named));
  return row === undefined ? undefined : toCase(context, row);
}

export const findCase = (context: Context, id: CaseId) => oneCase(context, 'id', id);
export const findOpenCase = (context: Context, municipalityId: MunicipalityId, sender: SenderKey) =>
  oneCase(context, 'open', municipalityId, sender);
export const findCaseByEntry = (context: Context, entryId: string) => oneCase(context, 'entry', entryId);

export async function listOpenCases(context: Context, municipalityId: MunicipalityId): Promise<readonly Case[]> {
  const cases = readable(
    list(await context.connection.run(listOpenScript, municipalityId)).map(list),
    (row) => toCase(context, row),
    ([id], code) => {
      context.report({ kind: 'unreadable', record: 'case', id: text(id), code });
    },
  );
  return cases.toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}

export async function listCasesOfSender(
  context: Context,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): Promise<readonly Case[]> {
  return list(await context.connection.run(casesOfSenderScript, municipalityId, sender))
    .map((row) => toCase(context, row))
    .toSorted((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
}

export async function listExpiredCases({ connection }: Context, at: Instant, limit: number) {
  const rows = list(await connection.run(expiredCasesScript, String(at), String(limit))).map(list);
  return rows.map(([id, municipalityId]) => ({
    id: text(id) as CaseId,
    municipalityId: text(municipalityId) as MunicipalityId,
  }));
}

export async function listCounts({ connection }: Context, municipalityId: MunicipalityId): Promise<readonly Count[]> {
  const flat = list(await connection.call('HGETALL', `counts:${municipalityId}`));
  return flat.flatMap((field, n) => {
    if (n % 2 !== 0) return [];
    const [month = '', name = ''] = text(field).split(' ');
    return [{ month: month as Month, name, n: integer(flat[n + 1]) }];
  });
}

async function entries(context: Context, caseId: CaseId, entryId: string): Promise<readonly CaseEntry[]> {
  const [wrapped, ...rows] = list(await context.connection.run(entriesScript, caseId, entryId));
  if (rows.length === 0) return [];
  const key = keyOf(context, keyOwner.case(caseId), wrapped);
  return rows.map((row) => {
    const [id, body] = list(row);
    return context.sealing.open(entryCodec, bytes(body), key, place.entry(caseId, text(id)));
  });
}

export const listEntries = (context: Context, caseId: CaseId) => entries(context, caseId, '');

export async function findEntry(context: Context, caseId: CaseId, entryId: string): Promise<CaseEntry | undefined> {
  const [entry] = entryId === '' ? [] : await entries(context, caseId, entryId);
  return entry;
}

export async function openOriginals(context: Context, caseId: CaseId): Promise<readonly SealedOriginal[]> {
  const rows = list(await context.connection.run(originalsScript, caseId));
  return rows
    .map((row) => {
      const [name, body, wrapped] = list(row);
      const [entryId = '', number = ''] = text(name).split(' ');
      const revision = Number(number);
      const key = keyOf(context, keyOwner.original(caseId, entryId, revision), wrapped);
      const at = place.original(caseId, entryId, revision);
      return { entryId, revision, original: context.sealing.open(originalCodec, bytes(body), key, at) };
    })
    .toSorted((a, b) => (a.entryId === b.entryId ? a.revision - b.revision : a.entryId < b.entryId ? -1 : 1));
}

export async function findSender(
  { connection, sealing, keys }: Context,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): Promise<SenderRecord | undefined> {
  const body = optional(await connection.call('HGET', 'senders', `${municipalityId} ${sender}`), bytes);
  return body && sealing.open(senderCodec, body, keys.store, place.sender(municipalityId, sender));
}

export async function findSetting(
  { connection, sealing, keys }: Context,
  municipalityId: MunicipalityId,
  name: string,
) {
  const found = list(await connection.call('HMGET', `settings:${municipalityId}`, `${name} v`, `${name} b`));
  const version = optional(found[0], integer);
  if (version === undefined) return undefined;
  const at = place.setting(municipalityId, name, version);
  return { version, value: sealing.open(settingCodec, bytes(found[1]), keys.store, at).value };
}

export async function findDossier(context: Context, municipalityId: MunicipalityId, caseId: CaseId) {
  const [row] = list(await context.connection.run(dossierScript, municipalityId, caseId)).map(list);
  if (!row) return undefined;
  const version = integer(row[0]);
  const key = keyOf(context, keyOwner.dossier(caseId), row[2]);
  const at = place.dossier(caseId, municipalityId, version);
  return { version, body: context.sealing.open(dossierCodec, bytes(row[1]), key, at).body };
}

export const findRecontacts = async (
  { connection }: Context,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): Promise<readonly CaseId[]> =>
  list(await connection.call('SMEMBERS', `recontact:${municipalityId}:${sender}`))
    .map((member) => text(member) as CaseId)
    .toSorted();
