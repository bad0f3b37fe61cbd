import { choiceWaitMs, isUnseen, raiseCase } from '../core/case.ts';
import type { Case, CaseEntry } from '../core/case.ts';
import { unansweredMs } from '../core/case-times.ts';
import { noticeKey, recontactKey } from '../core/decide.ts';
import type { Decision } from '../core/decide.ts';
import type { MunicipalityId } from '../core/ids.ts';
import type { InboundMessage } from '../core/inbound.ts';
import {
  queueAlert,
  queueDue,
  queueEntryForStaff,
  queueForStaff,
  queueingForCase,
  queueNotice,
} from '../core/queue.ts';
import { caseErasure, originalErasure, retention } from '../core/retention.ts';
import { countsOfMessage } from '../core/statistics/counting.ts';
import type { Instant } from '../core/time.ts';
import type { Assessed, Change, Pseudonyms, SenderRecord } from '../ports.ts';
import { counting } from './counting.ts';

export interface DecidedMessage {
  readonly inbound: InboundMessage;
  /** The case as it was read, or new with version 0. */
  readonly base: Case;
  readonly record: SenderRecord | undefined;
  readonly assessed: Assessed;
  readonly decision: Decision;
  /** The municipalities the sender is asked to choose between, with this message. */
  readonly asked?: readonly MunicipalityId[] | undefined;
  readonly now: Instant;
  readonly lanes: Pick<Pseudonyms, 'lane'>;
  /** The id of the entry this is a later wording of. */
  readonly editOf?: string;
  /** Distinct per wording; the Discord message id for the first. */
  readonly entryId: string;
  /** The municipality's limit for how long a sender waits before staff are reminded. */
  readonly unansweredMinutes: number;
}

/** A decision as changes of state, for one commit. */
export function messageChanges(message: DecidedMessage): readonly Change[] {
  const { base, decision, inbound, entryId, now, lanes } = message;
  const stores = decision.effects.some(({ kind }) => kind === 'store-entry');
  const raised = stores ? raisedCase(message) : base;
  const cause = `m${entryId}`;
  const staff = queueingForCase(cause, lanes.lane('case', base.id), raised, now);
  const alerts = queueingForCase(cause, lanes.lane('case', `${base.id}:alert`), raised, now);
  const sender = queueingForCase(cause, lanes.lane('sender', inbound.senderId), raised, now);

  const changes = decision.effects.flatMap((effect): readonly Change[] => {
    switch (effect.kind) {
      case 'store-entry':
        return [
          { kind: 'save-case', case: raised, eraseAt: caseErasure(raised) },
          { kind: 'save-entry', entry: entryOf(message), eraseAt: caseErasure(raised) },
          ...(effect.sealOriginal ? [sealing(message)] : []),
          ...(effect.shown
            ? [
                ...queueEntryForStaff(staff, raised, entryId, base.severity).map((entry): Change => ({
                  kind: 'queue',
                  entry,
                })),
                ...reminding(message, raised),
              ]
            : awaitingChoice(message, raised)),
        ];
      case 'alert-staff':
        return [{ kind: 'queue', entry: queueAlert(alerts, raised, effect.severity, 0) }];
      case 'tell-recontact': {
        const { reported, caseNumber } = effect;
        const note = { kind: 'recontact', reported, caseNumber } as const;
        return [{ kind: 'queue', entry: queueForStaff(staff, { kind: 'case-note', caseId: base.id, note }, 0) }];
      }
      case 'notify-sender':
        return [{ kind: 'queue', entry: queueNotice(sender, raised, effect.notice) }];
    }
  });
  if (!stores) return changes;
  // What staff have not met is counted, and its sender remembered, where it is shown.
  if (isUnseen(raised)) return [...changes, audit(message)];
  const counts = message.editOf === undefined ? countsOfMessage(base, decision, message.record !== undefined) : [];
  return [...changes, senderRecord(message), audit(message), ...counting(base.municipalityId, now, counts)];
}

/** The time to choose runs from the first message; staff hear nothing before it is out. */
function awaitingChoice({ base, lanes, entryId, now }: DecidedMessage, raised: Case): readonly Change[] {
  const until = raised.choice?.unseenUntil;
  if (until === undefined || base.version > 0) return [];
  const to = queueingForCase(`m${entryId}`, lanes.lane('case', `${raised.id}:due`), raised, now);
  return [{ kind: 'queue', entry: queueDue(to, raised.id, { kind: 'choice', until }, until) }];
}

/** One appointment for a conversation that waits, and a sooner one when it has become more serious. */
function reminding({ base, lanes, entryId, now, unansweredMinutes }: DecidedMessage, raised: Case): readonly Change[] {
  const { unansweredSince: since, severity, id } = raised;
  if (since === undefined || (base.unansweredSince === since && base.severity === severity)) return [];
  const to = queueingForCase(`m${entryId}`, lanes.lane('case', `${id}:due`), raised, now);
  const due = { kind: 'unanswered', since, reminder: 0 } as const;
  return [{ kind: 'queue', entry: queueDue(to, id, due, now + unansweredMs(severity, unansweredMinutes)) }];
}

function raisedCase(message: DecidedMessage): Case {
  const { base, assessed, decision, inbound } = message;
  const { redaction, assessment } = assessed;
  const memory = 'failed' in redaction ? base.memory : redaction.memory;
  const dm = inbound.channelId && !inbound.guildId ? { dmChannelId: inbound.channelId } : {};
  const raised = raiseCase(base, { ...assessment, severity: decision.severity }, inbound.at);
  return { ...raised, memory, ...dm, ...openChoice(message) };
}

function openChoice({ asked, decision, now }: DecidedMessage): Pick<Case, 'choice'> {
  if (!asked) return {};
  const isShown = decision.effects.some((effect) => effect.kind === 'store-entry' && effect.shown);
  return { choice: { candidates: asked, ...(isShown ? {} : { unseenUntil: now + choiceWaitMs }) } };
}

function entryOf({ assessed, base, decision, inbound, entryId, editOf }: DecidedMessage): CaseEntry {
  const { redaction } = assessed;
  return {
    id: entryId,
    caseId: base.id,
    from: 'sender',
    at: inbound.at,
    body: 'failed' in redaction ? { kind: 'unmaskable' } : { kind: 'text', text: redaction.text },
    severity: decision.severity,
    removed: 'failed' in redaction ? [] : redaction.findings.map(({ kind }) => kind),
    omitted: inbound.omitted,
    ...(editOf ? { editOf } : {}),
  };
}

const sealing = ({ base, entryId, inbound, now }: DecidedMessage): Change => ({
  kind: 'seal-original',
  caseId: base.id,
  entryId,
  original: inbound.text,
  eraseAt: originalErasure(base, now),
});

function senderRecord({ base, record, decision, inbound, now }: DecidedMessage): Change {
  const sent = decision.effects.flatMap((effect) =>
    effect.kind === 'notify-sender'
      ? [[noticeKey(effect.notice), now] as const]
      : effect.kind === 'tell-recontact'
        ? [[recontactKey, now] as const]
        : [],
  );
  return {
    kind: 'save-sender',
    record: {
      municipalityId: base.municipalityId,
      sender: base.sender,
      firstContactAt: record?.firstContactAt ?? inbound.at,
      lastNoticeAt: { ...record?.lastNoticeAt, ...Object.fromEntries(sent) },
      eraseAt: now + retention.senderRecordMs,
    },
  };
}

const audit = ({ base, decision, now }: DecidedMessage): Change => ({
  kind: 'audit',
  entry: {
    event: eventOf(base, decision),
    at: now,
    municipalityId: base.municipalityId,
    caseId: base.id,
    details: { severity: decision.severity },
  },
});

function eventOf({ version }: Case, { effects }: Decision): string {
  if (effects.some((effect) => effect.kind === 'store-entry' && !effect.shown)) return 'case.awaits-choice';
  return version === 0 ? 'case.opened' : 'case.message';
}
