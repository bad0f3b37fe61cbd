import { isApproved } from '../core/approval.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../core/ids.ts';
import type { InboundMessage } from '../core/inbound.ts';
import { languageOf } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { SenderNotice } from '../core/outbox.ts';
import type { Speech } from '../core/speech.ts';
import { higherSeverity } from '../core/triage/assessment.ts';
import type { Assessment, Severity } from '../core/triage/assessment.ts';
import type { Assessor, Clock, Messenger, Municipalities, Pseudonyms } from '../ports.ts';
import { sayOnce } from './say-once.ts';

interface Deps {
  readonly now: Clock;
  readonly assessor: Assessor;
  readonly municipalities: Pick<Municipalities, 'candidates'>;
  readonly messenger: Messenger;
  readonly pseudonyms: Pick<Pseudonyms, 'nonce' | 'marker' | 'lane'>;
}

/** Says that messages cannot be kept, from memory alone: nothing here reads or writes the store. */
export interface NotReceived {
  /** Messages that wait for the store. Said again about the same ones: only what could not be told is told. */
  tell(waiting: readonly InboundMessage[]): Promise<void>;
  /** The store takes messages again. */
  over(): void;
}

interface Outage {
  /** How serious the worst was that somebody has been told about. */
  readonly senders: Map<Snowflake, Severity>;
  readonly staff: Map<MunicipalityId, Severity>;
  readonly assessed: Map<Snowflake, Assessment>;
}

const freshOutage = (): Outage => ({ senders: new Map(), staff: new Map(), assessed: new Map() });

/** Assessed without the conversation it stands in: that is in the store. */
const noConversation = '_not_received' as CaseId;

/**
 * Purpose: a young person must not wait for an answer to a message that could not be kept, and the one on duty must hear
 * that somebody in danger may be writing unseen. Personal data: the words are assessed in memory and go nowhere; the
 * sender's id, to answer. Each sender and each municipality is told once in an outage, and again when it gets worse.
 * Source: RELIABILITY F-37
 */
export function makeTellNotReceived({ now, assessor, municipalities, messenger, pseudonyms }: Deps): NotReceived {
  let outage = freshOutage();

  async function assess(message: InboundMessage, municipality: Municipality | undefined): Promise<Assessment> {
    const known = outage.assessed.get(message.messageId);
    if (known) return known;
    const { assessment } = await assessor.assess({
      text: message.text,
      lane: pseudonyms.lane('sender', message.senderId),
      messageId: message.messageId,
      language: municipality?.language ?? 'nb',
      memory: { entries: [] },
      conversation: noConversation,
      municipalityId: municipality?.id,
      at: message.at,
    });
    outage.assessed.set(message.messageId, assessment);
    return assessment;
  }

  async function say(id: string, speech: Speech, urgency: 0 | 1): Promise<boolean> {
    const delivery = await messenger.deliver(speech, sayOnce(pseudonyms, { id, urgency }));
    return delivery.kind !== 'later';
  }

  async function tellSender(message: InboundMessage, of: Municipality | undefined, found: Assessment): Promise<void> {
    const { messageId, senderId, channelId, locale } = message;
    const told = outage.senders.get(senderId);
    if (!isWorse(found.severity, told)) return;
    const { severity, categories } = found;
    const notice: SenderNotice = { kind: 'not-received', severity, categories };
    const said = await say(
      `not-received:${messageId}`,
      {
        kind: 'sender-notice',
        municipality: of,
        language: languageOf(locale, of?.language ?? 'nb'),
        notice,
        staffed: false,
        to: { userId: senderId, ...(channelId ? { channelId } : {}) },
      },
      severity === 'none' ? 1 : 0,
    );
    if (said) outage.senders.set(senderId, severity);
  }

  async function tellStaff(messageId: Snowflake, municipality: Municipality, severity: Severity): Promise<void> {
    if (!isApproved(municipality.approval, 2, now())) return;
    if (!isWorse(severity, outage.staff.get(municipality.id))) return;
    const said = await say(
      `not-storing:${municipality.id}:${messageId}`,
      { kind: 'trouble-note', municipality, trouble: { kind: 'not-storing', severity } },
      0,
    );
    if (said) outage.staff.set(municipality.id, severity);
  }

  return {
    async tell(waiting) {
      for (const message of waiting) {
        // Which one the sender means stands in the store: every one that may be meant is told, of nothing but the level.
        const candidates = await municipalities.candidates(message);
        const [first, ...others] = candidates;
        const only = others.length === 0 ? first : undefined;
        const assessment = await assess(message, first);
        await tellSender(message, only, assessment);
        for (const municipality of candidates) await tellStaff(message.messageId, municipality, assessment.severity);
      }
    },
    over() {
      outage = freshOutage();
    },
  };
}

const isWorse = (severity: Severity, told: Severity | undefined): boolean =>
  told === undefined || (severity !== told && higherSeverity(severity, told) === severity);
