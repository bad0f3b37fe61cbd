import { z } from 'zod';
import type { Severity } from '../triage/assessment.ts';
import { isSnowflake } from '../ids.ts';
import type { Snowflake } from '../ids.ts';

/** The six subjects of the national training for those who meet young people online. Source: 003:88. */
export const subjects = ['suicide-talk', 'chat', 'trauma', 'violence', 'next-of-kin', 'own-care'] as const;
export type Subject = (typeof subjects)[number];

export const scenarioIds = ['private-screenshot', 'dark-evening', 'shared-picture', 'just-bored'] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** One thing the invented sender writes, and what the worker may do. Scripted: nothing is made up as one goes. */
export interface Step {
  /** What the invented sender writes, or what happens. */
  readonly said: string;
  /** 2–4. */
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** At most 80 characters. */
  readonly label: string;
  /** What to think of this choice. Never a score. */
  readonly thought: string;
  /** The step that follows, counted from 0; absent: the practice ends. */
  readonly next?: number;
}

export interface Scenario {
  readonly title: string;
  readonly severity: Severity;
  readonly steps: readonly Step[];
  /** What to talk about with colleagues afterwards. */
  readonly afterwards: string;
}

const worker = z
  .object({ done: z.array(z.enum(scenarioIds)).readonly(), ticked: z.array(z.enum(subjects)).readonly() })
  .readonly();
export type Training = z.output<typeof worker>;
const noTraining: Training = { done: [], ticked: [] };

/** What each worker has done and ticked for themselves: the setting `training`. No scores, no times. */
const bookSchema = z.record(z.string().refine(isSnowflake), worker);
export type TrainingBook = Readonly<Record<string, Training>>;

/** @throws when the record cannot be read */
export const readTrainingBook = (value: unknown): TrainingBook => bookSchema.parse(value);

export const trainingOf = (book: TrainingBook, id: Snowflake): Training => book[id] ?? noTraining;

/** Every subject ticked and at least one case practised. Source: 003:85, «minstestandard for opplæring». */
export const isTrained = ({ done, ticked }: Training): boolean => done.length > 0 && ticked.length === subjects.length;

export const withDone = (training: Training, id: ScenarioId): Training =>
  training.done.includes(id) ? training : { ...training, done: [...training.done, id] };

export const withToggled = (training: Training, subject: Subject): Training => ({
  ...training,
  ticked: training.ticked.includes(subject)
    ? training.ticked.filter((one) => one !== subject)
    : [...training.ticked, subject],
});
