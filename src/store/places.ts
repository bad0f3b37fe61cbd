import type { Place } from './sealing.ts';

/** Where each kind of record stands: what it is sealed for. The same in both adapters. */
export const place = {
  inbox: (id: string): Place => ({ table: 'inbox', row: id }),
  session: (intake: string): Place => ({ table: 'sessions', row: intake }),
  cursor: (channelPseudonym: string): Place => ({ table: 'cursors', row: channelPseudonym }),
  case: (id: string, municipalityId: string, version: number): Place => ({
    table: 'cases',
    row: id,
    municipalityId,
    version,
  }),
  entry: (caseId: string, id: string): Place => ({ table: 'entries', row: `${caseId} ${id}` }),
  original: (caseId: string, entryId: string, revision: number): Place => ({
    table: 'originals',
    row: `${caseId} ${entryId}`,
    version: revision,
  }),
  sender: (municipalityId: string, sender: string): Place => ({ table: 'senders', row: sender, municipalityId }),
  dossier: (caseId: string, municipalityId: string, version: number): Place => ({
    table: 'dossiers',
    row: caseId,
    municipalityId,
    version,
  }),
  setting: (municipalityId: string, name: string, version: number): Place => ({
    table: 'settings',
    row: name,
    municipalityId,
    version,
  }),
  outbox: (id: string): Place => ({ table: 'outbox', row: id }),
  posted: (id: string): Place => ({ table: 'posted', row: id }),
  audit: (sequence: number): Place => ({ table: 'audit', row: String(sequence) }),
} as const;
