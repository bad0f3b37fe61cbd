import type { Case, StaffRef } from '../../src/core/case.ts';
import type { CaseId, MunicipalityId, SenderKey, Snowflake } from '../../src/core/ids.ts';

export const snowflake = (last: number): Snowflake => `9000000000000${String(last).padStart(5, '0')}` as Snowflake;
export const caseId = (mark = 'A'): CaseId => mark.repeat(22) as CaseId;
export const eksempelvik = 'eksempelvik' as MunicipalityId;

export const kari: StaffRef = { id: snowflake(101), signature: 'Kari, saksbehandler' };
export const ola: StaffRef = { id: snowflake(102), signature: 'Ola, vakthavende' };

/** An open case nobody has taken, about nothing in particular. */
export const aCase = (differing: Partial<Case> = {}): Case => ({
  id: caseId(),
  municipalityId: eksempelvik,
  number: 4821,
  sender: 'a-sender' as SenderKey,
  senderId: snowflake(1),
  dmChannelId: snowflake(2),
  entrance: 'dm',
  language: 'nb',
  severity: 'none',
  categories: [],
  reasons: [],
  state: { kind: 'open' },
  openedAt: Date.UTC(2026, 10, 22, 19, 0),
  lastMessageAt: Date.UTC(2026, 10, 22, 19, 0),
  memory: { entries: [] },
  version: 1,
  ...differing,
});
