import type { Snowflake } from '../core/ids.ts';
import type { RawText } from '../core/raw-text.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports.ts';

/** Discord lets a form's answer be followed up for this long; a held reply lives no longer. */
const heldMs = 15 * minuteMs;

export interface HeldReply {
  readonly words: RawText;
  /** The reply it is to stand instead of; absent for a new one. */
  readonly changes?: Snowflake;
}

export interface HeldReplies {
  /** Keeps a reply until its writer says «Send likevel». */
  hold(interactionId: string, reply: HeldReply): void;
  /** The reply, once; nothing when it has waited too long. */
  release(interactionId: string): HeldReply | undefined;
}

/** Replies that wait for confirmation: in memory only, and not for long. */
export function createHeldReplies(now: Clock): HeldReplies {
  const held = new Map<string, { readonly reply: HeldReply; readonly until: Instant }>();
  const forgetOld = (): void => {
    for (const [id, { until }] of held) if (until <= now()) held.delete(id);
  };
  return {
    hold(interactionId, reply) {
      forgetOld();
      held.set(interactionId, { reply, until: now() + heldMs });
    },
    release(interactionId) {
      forgetOld();
      const found = held.get(interactionId);
      held.delete(interactionId);
      return found?.reply;
    },
  };
}
