import { stateAt } from '../core/hours/opening-state.ts';
import type { Presence } from '../ports.ts';

/** Staffed whenever the schedule says open. */
export const hoursPresence: Presence = {
  isStaffed: (municipality, now) => Promise.resolve(stateAt(municipality.hours, now).kind === 'open'),
};
