import type { Feedback } from '../core/feedback.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import { hourMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { Clock, Municipalities, Store } from '../ports.ts';
import { counting } from './counting.ts';

interface Deps {
  readonly now: Clock;
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly store: Pick<Store, 'commit'>;
}

/** One person counts once within this time. */
const oncePerMs = hourMs;

/**
 * Purpose: count what young people think of the service. Personal data: none is stored; who has answered within the last
 * hour is remembered in memory, so that one person does not count many times. Source: 002:619–624, 000:5.
 */
export const makeGiveFeedback = ({ now, municipalities, store }: Deps) => {
  const answered = new Map<string, Instant>();
  return async (
    cause: string,
    from: Snowflake,
    municipalityId: MunicipalityId,
    { answer, theme }: Feedback,
  ): Promise<'counted' | 'not-found'> => {
    if (!municipalities.find(municipalityId)) return 'not-found';
    const at = now();
    for (const [who, when] of answered) if (at - when >= oncePerMs) answered.delete(who);
    const who = `${municipalityId}:${from}`;
    if (answered.has(who)) return 'counted';
    answered.set(who, at);
    await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: counting(municipalityId, at, [`feedback:${answer}`, `feedback:about-${theme}`]),
    });
    return 'counted';
  };
};
