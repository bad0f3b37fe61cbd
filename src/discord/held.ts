import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports.ts';

/** Discord lets a form's answer be followed up for this long; what is held lives no longer. */
const heldMs = 15 * minuteMs;

/** What somebody on the staff has written and not yet confirmed, or must mend. */
export interface Held<Thing> {
  hold(name: string, thing: Thing): void;
  /** Stays, so that it can be looked at again; nothing when it has waited too long. */
  find(name: string): Thing | undefined;
  drop(name: string): void;
}

/** In memory only, and not for long. Never for words of the public. */
export function createHeld<Thing>(now: Clock): Held<Thing> {
  const held = new Map<string, { readonly thing: Thing; readonly until: Instant }>();
  const forgetOld = (): void => {
    for (const [name, { until }] of held) if (until <= now()) held.delete(name);
  };
  return {
    hold(name, thing) {
      forgetOld();
      held.set(name, { thing, until: now() + heldMs });
    },
    find(name) {
      forgetOld();
      return held.get(name)?.thing;
    },
    drop(name) {
      held.delete(name);
    },
  };
}
