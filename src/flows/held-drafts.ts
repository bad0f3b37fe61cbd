import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports.ts';

/** Discord lets a form's answer be followed up for this long; a held draft lives no longer. */
const heldMs = 15 * minuteMs;

export interface HeldDrafts<Draft> {
  hold(name: string, draft: Draft): void;
  /** Stays until it has waited too long, so that it can be looked at again. */
  find(name: string): Draft | undefined;
}

/** Drafts of staff that wait for a press: in memory only, and not for long. */
export function createHeldDrafts<Draft>(now: Clock): HeldDrafts<Draft> {
  const held = new Map<string, { readonly draft: Draft; readonly until: Instant }>();
  const forgetOld = (): void => {
    for (const [name, { until }] of held) if (until <= now()) held.delete(name);
  };
  return {
    hold(name, draft) {
      forgetOld();
      held.set(name, { draft, until: now() + heldMs });
    },
    find(name) {
      forgetOld();
      return held.get(name)?.draft;
    },
  };
}
