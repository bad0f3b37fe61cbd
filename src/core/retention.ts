import type { Case } from './case.ts';
import { dayMs, hourMs } from './time.ts';
import type { Instant } from './time.ts';

/** How long things live. Source: DESIGN §5 Retention; ceilings a coordinator cannot exceed come with the settings. */
export const retention = {
  /** Conversation text after the case is closed. */
  conversationAfterCloseMs: 72 * hourMs,
  /** A conversation nobody closes. */
  conversationUntouchedMs: 30 * dayMs,
  /** The sealed original of a worrying message. */
  sealedOriginalMs: 72 * hourMs,
  /** That a sender has met the service before, and when which notice was last sent. */
  senderRecordMs: 30 * dayMs,
  /** A notice that belongs to no case. */
  looseNoticeMs: dayMs,
} as const;

/** When a case and all it holds is erased, as it stands now. */
export const caseErasure = (current: Case): Instant =>
  Math.max(
    current.heldUntil ?? 0,
    current.state.kind === 'closed'
      ? current.state.at + retention.conversationAfterCloseMs
      : current.lastMessageAt + retention.conversationUntouchedMs,
  );

/** When an original that is sealed now is destroyed. */
export const originalErasure = ({ heldUntil }: Pick<Case, 'heldUntil'>, sealedAt: Instant): Instant =>
  Math.max(heldUntil ?? 0, sealedAt + retention.sealedOriginalMs);
