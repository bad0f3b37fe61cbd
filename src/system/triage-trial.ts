import { Worker } from 'node:worker_threads';
import type { TriageSettings } from '../core/triage/settings.ts';
import type { TrialOutcome } from '../core/triage/trial.ts';
import { secondMs } from '../core/time.ts';
import type { TriageTrial } from '../ports.ts';

/** What the thread is started with. */
export interface TrialSetup {
  readonly settings: TriageSettings;
  readonly sentences: readonly string[];
  readonly withExamples: boolean;
}

/** A trial that takes longer is given up. */
const limitMs = 20 * secondMs;

/** Tries settings on a thread of its own, one for each trial, so that nobody who writes has to wait for it. */
export function createTriageTrial(withinMs = limitMs): TriageTrial {
  const onThread = (setup: TrialSetup): Promise<TrialOutcome | undefined> =>
    new Promise((resolve) => {
      const thread = new Worker(new URL('./triage-trial-thread.ts', import.meta.url), { workerData: setup });
      const settle = (outcome: TrialOutcome | undefined): void => {
        clearTimeout(timer);
        resolve(outcome);
        void thread.terminate();
      };
      const timer = setTimeout(() => {
        settle(undefined);
      }, withinMs);
      thread.unref();
      thread.once('message', (outcome: TrialOutcome) => {
        settle(outcome);
      });
      // The error may quote an example sentence; that the trial failed is all that is told.
      thread.once('error', () => {
        settle(undefined);
      });
    });
  return {
    run: (settings, sentences) => onThread({ settings, sentences, withExamples: true }),
    assess: async (settings, sentences) => (await onThread({ settings, sentences, withExamples: false }))?.sentences,
  };
}
