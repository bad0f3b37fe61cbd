import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock } from '../ports.ts';

const heldMs = 15 * minuteMs;

/** What somebody on the staff wrote in a form that was refused, so that it need not be written again. */
export interface HeldForms<Fields> {
  hold(key: string, fields: Fields): void;
  /** Nothing when it has waited too long. */
  find(key: string): Fields | undefined;
  drop(key: string): void;
}

/** In memory only, and a quarter of an hour. Never for words of the public. */
export function createHeldForms<Fields>(now: Clock): HeldForms<Fields> {
  const held = new Map<string, { readonly fields: Fields; readonly until: Instant }>();
  const forgetOld = (): void => {
    for (const [key, { until }] of held) if (until <= now()) held.delete(key);
  };
  return {
    hold(key, fields) {
      forgetOld();
      held.set(key, { fields, until: now() + heldMs });
    },
    find(key) {
      forgetOld();
      return held.get(key)?.fields;
    },
    drop(key) {
      held.delete(key);
    },
  };
}
