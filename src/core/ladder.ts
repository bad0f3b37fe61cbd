import { minuteMs } from './time.ts';

/** Who is called at a step of the ladder. */
export type LadderRung = 'on-call' | 'fallback-channel' | 'coordinators' | 'webhook';

/** In turn, round and round, until a human takes the case. Source: DESIGN §5 Levels, 0/5/10/15 min. */
const rungs: readonly LadderRung[] = ['on-call', 'fallback-channel', 'coordinators', 'webhook'];

/** How long a step of the ladder waits for a human. */
export const ladderStepMs = 5 * minuteMs;

/** @param step from 0 */
export const isLadderRung = (rung: LadderRung, step: number): boolean => rungs[step % rungs.length] === rung;
