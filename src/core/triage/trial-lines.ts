import type { TrialLine } from './trial.ts';
import stored from './trial-lines.json' with { type: 'json' };

/** The examples that settings are tried on; written by `npm run train`. All of it is made up. */
export const trialLines = stored as readonly TrialLine[];
