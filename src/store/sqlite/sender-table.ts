import type { MunicipalityId, SenderKey } from '../../core/ids.ts';
import type { SenderRecord } from '../../ports.ts';
import { senderCodec, settingCodec } from '../records/other-records.ts';
import { place } from '../places.ts';
import { bytes, integer } from './connection.ts';
import type { Context } from './context.ts';

export function saveSender({ db, sealing, keys }: Context, record: SenderRecord): void {
  db.run(
    `INSERT INTO senders (municipality_id, sender, erase_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (municipality_id, sender)
     DO UPDATE SET erase_at = excluded.erase_at, body = excluded.body`,
    record.municipalityId,
    record.sender,
    record.eraseAt,
    sealing.seal(senderCodec, record, keys.store, place.sender(record.municipalityId, record.sender)),
  );
}

export function findSender(
  { db, sealing, keys }: Context,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): SenderRecord | undefined {
  const row = db.get('SELECT body FROM senders WHERE municipality_id = ? AND sender = ?', municipalityId, sender);
  return row && sealing.open(senderCodec, bytes(row, 'body'), keys.store, place.sender(municipalityId, sender));
}

/**
 * After an old copy was put back: what is remembered of a sender whose conversations are gone may have been erased since.
 * Whoever writes again is met as somebody new.
 */
export const forgetLoneSenders = `DELETE FROM senders WHERE NOT EXISTS
  (SELECT 1 FROM cases WHERE cases.municipality_id = senders.municipality_id AND cases.sender = senders.sender)`;

export interface Setting {
  readonly version: number;
  readonly value: unknown;
}

/** The version in the store; 0 when the setting is not there. */
export function settingVersion({ db }: Context, municipalityId: string, name: string): number {
  const row = db.get('SELECT version FROM settings WHERE municipality_id = ? AND name = ?', municipalityId, name);
  return row ? integer(row, 'version') : 0;
}

export function saveSetting(
  { db, sealing, keys }: Context,
  municipalityId: string,
  name: string,
  { version, value }: Setting,
): void {
  db.run(
    `INSERT INTO settings (municipality_id, name, version, body) VALUES (?, ?, ?, ?) ON CONFLICT (municipality_id, name)
     DO UPDATE SET version = excluded.version, body = excluded.body`,
    municipalityId,
    name,
    version,
    sealing.seal(settingCodec, { version, value }, keys.store, place.setting(municipalityId, name, version)),
  );
}

export function findSetting(context: Context, municipalityId: string, name: string): Setting | undefined {
  const { db, sealing, keys } = context;
  const row = db.get('SELECT version, body FROM settings WHERE municipality_id = ? AND name = ?', municipalityId, name);
  if (!row) return undefined;
  const version = integer(row, 'version');
  const { value } = sealing.open(
    settingCodec,
    bytes(row, 'body'),
    keys.store,
    place.setting(municipalityId, name, version),
  );
  return { version, value };
}
