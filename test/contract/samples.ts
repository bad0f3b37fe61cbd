import type { Case, CaseEntry } from '../../src/core/case.ts';
import type { CaseId, Lane, MunicipalityId, SenderKey, Snowflake } from '../../src/core/ids.ts';
import type { Dispatch, OutboxEntry } from '../../src/core/outbox.ts';
import { RawText } from '../../src/core/raw-text.ts';
import type { RedactedText } from '../../src/core/redaction/redaction.ts';
import type { Change, Commit, GatewaySession, InboxEntry, SenderRecord } from '../../src/ports.ts';

/** 1 January 2030, 12:00 UTC. */
export const noon = 1_893_499_200_000;
const discordEpochMs = 1_420_070_400_000;

/** The id Discord would make at that moment; `n` tells ids of one millisecond apart. */
export const snowflakeOf = (at: number, n = 0): Snowflake =>
  ((BigInt(at - discordEpochMs) << 22n) + BigInt(n)).toString() as Snowflake;

export const municipality = 'eksempelvik' as MunicipalityId;
export const lane = (name: string): Lane => `lane-${name}` as Lane;
export const caseId = (name: string): CaseId => name.padEnd(22, '_') as CaseId;
export const senderKey = (name: string): SenderKey => `sender-${name}` as SenderKey;

/** Words and ids that must never be found in anything the store leaves on a disk. */
export const canaries = {
  inbox: 'kanarifugl-innboks-æøå',
  entry: 'kanarifugl-samtale-æøå',
  original: 'kanarifugl-original-æøå',
  dossier: 'kanarifugl-dossier-æøå',
  senderId: '111111111111111101',
  channelId: '222222222222222202',
  staffId: '333333333333333303',
  sessionId: 'kanarifugl-sesjon',
} as const;

export const message = (n: number, overrides: Partial<InboxEntry> = {}): InboxEntry => {
  const order = overrides.order ?? snowflakeOf(noon + n);
  return {
    id: `message:${order}`,
    lane: lane('a'),
    order,
    inbound: {
      kind: 'message',
      messageId: order,
      senderId: canaries.senderId as Snowflake,
      channelId: canaries.channelId as Snowflake,
      text: new RawText(`${canaries.inbox} ${n}`),
      omitted: [],
      at: noon + n,
    },
    receivedAt: noon + n,
    ...overrides,
  };
};

export const session = (sequence: number): GatewaySession => ({
  sessionId: canaries.sessionId,
  resumeUrl: 'ws://127.0.0.1:1/resume',
  sequence,
  shardId: 0,
  shardCount: 1,
});

export const aCase = (name: string, overrides: Partial<Case> = {}): Case => ({
  id: caseId(name),
  municipalityId: municipality,
  number: 1234,
  sender: senderKey(name),
  senderId: canaries.senderId as Snowflake,
  dmChannelId: canaries.channelId as Snowflake,
  entrance: 'dm',
  language: 'nb',
  severity: 'serious',
  categories: ['bullying'],
  reasons: [{ ruleId: 'r1', sentence: 'Et eksempel.', role: 'rule' }],
  state: { kind: 'open' },
  openedAt: noon,
  lastMessageAt: noon,
  memory: { entries: [] },
  version: 0,
  ...overrides,
});

export const closedState: Case['state'] = {
  kind: 'closed',
  by: { id: canaries.staffId as Snowflake, signature: 'Kari, saksbehandler' },
  at: noon,
};

export const anEntry = (caseName: string, id: string, overrides: Partial<CaseEntry> = {}): CaseEntry => ({
  id,
  caseId: caseId(caseName),
  from: 'sender',
  at: noon,
  body: { kind: 'text', text: `${canaries.entry} ${id}` as RedactedText },
  severity: 'serious',
  removed: ['PHONE'],
  omitted: [{ kind: 'image', count: 1 }],
  ...overrides,
});

export const day = 86_400_000;

export const dispatchOf = (caseName: string): Dispatch => ({ kind: 'case-card', caseId: caseId(caseName) });

export const post = (id: string, overrides: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  lane: lane('a'),
  priority: 2,
  dispatch: dispatchOf('one'),
  queuedAt: noon,
  notBefore: noon,
  eraseAt: noon + 30 * day,
  ...overrides,
});

export const aSender = (name: string, overrides: Partial<SenderRecord> = {}): SenderRecord => ({
  municipalityId: municipality,
  sender: senderKey(name),
  firstContactAt: noon,
  language: 'nn',
  lastNoticeAt: { received: noon },
  eraseAt: noon + 30 * day,
  ...overrides,
});

export const commitOf = (cause: string, changes: Commit['changes'], rest: Partial<Commit> = {}): Commit => ({
  cause,
  at: noon,
  basedOn: [],
  changes,
  ...rest,
});

export const aDossier = (
  name: string,
  basedOn: number,
  overrides: Partial<Extract<Change, { kind: 'save-dossier' }>> = {},
): Change => ({
  kind: 'save-dossier',
  caseId: caseId(name),
  municipalityId: municipality,
  basedOn,
  body: { words: canaries.dossier },
  eraseAt: noon + 90 * day,
  ...overrides,
});

/** Opens a case with one entry and one sealed original. */
export const opening = (name: string, rest: Partial<Commit> = {}, eraseAt = noon + 30 * day): Commit =>
  commitOf(
    `open:${name}`,
    [
      { kind: 'save-entry', entry: anEntry(name, `entry-${name}`), eraseAt },
      { kind: 'save-case', case: aCase(name), eraseAt },
      {
        kind: 'seal-original',
        caseId: caseId(name),
        entryId: `entry-${name}`,
        original: new RawText(canaries.original),
        eraseAt,
      },
    ],
    { basedOn: [{ caseId: caseId(name), version: 0 }], ...rest },
  );
