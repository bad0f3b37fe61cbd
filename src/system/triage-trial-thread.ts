import { parentPort, workerData } from 'node:worker_threads';
import { trialLines } from '../core/triage/trial-lines.ts';
import { tryOut } from '../core/triage/trial.ts';
import type { TrialSetup } from './triage-trial.ts';

const { settings, sentences, withExamples } = workerData as TrialSetup;
parentPort?.postMessage(tryOut(settings, withExamples ? trialLines : [], sentences));
