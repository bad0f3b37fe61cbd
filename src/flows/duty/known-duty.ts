import type { Municipality } from '../../core/municipality.ts';
import type { Clock, OnDuty, Presence } from '../../ports.ts';

interface Deps {
  readonly now: Clock;
  readonly presence: Pick<Presence, 'onDuty'>;
  /** How long somebody who presses a button is kept waiting for it, milliseconds. */
  readonly limitMs: number;
}

/** Who is on duty; undefined when the store does not say so in time. What is shown then is what the schedule says. */
export type KnownDuty = (municipality: Municipality) => Promise<readonly OnDuty[] | undefined>;

export const makeKnownDuty =
  ({ now, presence, limitMs }: Deps): KnownDuty =>
  async (municipality) => {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => {
        resolve(undefined);
      }, limitMs);
    });
    const answer = presence.onDuty(municipality, now()).catch(() => undefined);
    const known = await Promise.race([answer, limit]);
    clearTimeout(timer);
    return known;
  };
