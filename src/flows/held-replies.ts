import type { RawText } from '../core/raw-text.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports.ts';

/** Discord lets a form's answer be followed up for this long; a held reply lives no longer. */
const heldMs = 15 * minuteMs;

export interface HeldReplies {
  /** Keeps a reply until its writer says «Send likevel». */
  hold(interactionId: string, words: RawText): void;
  /** The reply, once; nothing when it has waited too long. */
  release(interactionId: string): RawText | undefined;
}

/** Replies that wait for confirmation: in memory only, and not for long. */
export function createHeldReplies(now: Clock): HeldReplies {
  const held = new Map<string, { readonly words: RawText; readonly until: Instant }>();
  const forgetOld = (): void => {
    for (const [id, { until }] of held) if (until <= now()) held.delete(id);
  };
  return {
    hold(interactionId, words) {
      forgetOld();
      held.set(interactionId, { words, until: now() + heldMs });
    },
    release(interactionId) {
      forgetOld();
      const found = held.get(interactionId);
      held.delete(interactionId);
      return found?.words;
    },
  };
}
