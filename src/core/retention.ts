import type { Case } from './case.ts';
import { dayMs, hourMs } from './time.ts';
import type { Instant } from './time.ts';

/** How long things live that no municipality decides. Source: DESIGN §5 Retention. */
export const retention = {
  /** A conversation nobody closes. */
  conversationUntouchedMs: 30 * dayMs,
  /** That a sender has met the service before, and when which notice was last sent. */
  senderRecordMs: 30 * dayMs,
  /** A notice that belongs to no case. */
  looseNoticeMs: dayMs,
} as const;

/** A backup of the store; what is erased may live on in it that long. As long as a conversation may be kept at most. */
export const backupLivesMs = 30 * dayMs;
/** A copy that was set aside beside the store: before an upgrade, when it was damaged, or when a backup was put back. */
export const copyLivesMs = 7 * dayMs;

/** What a municipality decides. Hours. */
export interface Keeping {
  /** Conversation text after the case is closed. */
  readonly conversationHours: number;
  /** The sealed original of a worrying message. */
  readonly originalHours: number;
}

/** As shipped. */
export const ordinaryKeeping: Keeping = { conversationHours: 72, originalHours: 72 };
/** What nobody can exceed, and what leaves staff a day. Source: DESIGN §5 Retention: 30 and 14 days. */
export const longestKeeping: Keeping = { conversationHours: 30 * 24, originalHours: 14 * 24 };
export const shortestKeepingHours = 24;

/** What was promised when the conversation began; a later setting changes nothing for it. */
export const keepingOf = ({ keeping }: Pick<Case, 'keeping'>): Keeping => keeping ?? ordinaryKeeping;

/** When a case and all it holds is erased, as it stands now. */
export const caseErasure = (current: Case): Instant =>
  Math.max(
    current.heldUntil ?? 0,
    current.state.kind === 'closed'
      ? current.state.at + keepingOf(current).conversationHours * hourMs
      : current.lastMessageAt + retention.conversationUntouchedMs,
  );

/** When an original that is sealed now is destroyed. */
export const originalErasure = (current: Pick<Case, 'heldUntil' | 'keeping'>, sealedAt: Instant): Instant =>
  Math.max(current.heldUntil ?? 0, sealedAt + keepingOf(current).originalHours * hourMs);
