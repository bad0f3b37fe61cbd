import type { Case, IncidentAction, IncidentRecord, StaffRef } from '../case.ts';
import { incidentActions } from '../case.ts';
import { firstQuestions } from '../duty-guide/guide.ts';
import type { DutyAnswers, DutyGuide } from '../duty-guide/guide.ts';
import { askedQuestions, nextStep } from '../duty-guide/next-step.ts';
import { categories } from '../triage/assessment.ts';
import type { Instant } from '../time.ts';
import { saveStep } from './dossier.ts';
import type { Dossier, SavedStep } from './dossier.ts';
import { isSharedStep, levels, readStep, stepIds, steps } from './steps.ts';
import type { ReadStep, StepId, StepValues } from './steps.ts';

interface Author {
  readonly by: StaffRef;
  readonly at: Instant;
}

interface FillingIn extends Author {
  readonly dossier: Dossier;
  /** Absent when the conversation is erased. */
  readonly case?: Case;
  readonly guide: DutyGuide;
  /** What was written; in a shared step, with what identifies somebody already masked. */
  readonly posted: StepValues;
  /** The version the form showed; 0 when it was empty. */
  readonly basedOn: number;
  /** IANA name; moments are read on this clock. */
  readonly timeZone: string;
}

export type Filled =
  | { readonly kind: 'saved'; readonly dossier: Dossier; readonly case?: Case }
  | { readonly kind: 'faulty'; readonly read: ReadStep }
  /** Somebody else saved the same step since the form was opened. */
  | { readonly kind: 'changed-meanwhile'; readonly theirs: SavedStep; readonly read: ReadStep }
  /** The step belongs to the Kripos branch, and the answers do not lead there. */
  | { readonly kind: 'not-open' };

/** The dossier, and the case's own summary, with one step filled in. */
export function fillIn(id: StepId, filling: FillingIn): Filled {
  const { dossier, guide, posted, basedOn, by, at, timeZone, case: current } = filling;
  if (!openSteps(guide, dossier).includes(id)) return { kind: 'not-open' };
  const read = readStep(steps[id], posted, { now: at, timeZone });
  if (Object.keys(read.faults).length > 0) return { kind: 'faulty', read };
  const saving = saveStep(dossier, id, read.values, { basedOn, by, at });
  if (saving.kind === 'changed-meanwhile') return { ...saving, read };
  const saved = id === 'matter' ? answered(saving.dossier, guide, answersIn(read.values)) : saving.dossier;
  return {
    kind: 'saved',
    dossier: saved,
    ...(current && isSharedStep(id) ? { case: { ...current, incident: summaryOf(current, saved, { by, at }) } } : {}),
  };
}

/** They stand both in the form's first step and in the duty guide. */
const sharedQuestions = Object.keys(firstQuestions);

const answersIn = (values: StepValues): DutyAnswers =>
  Object.fromEntries(sharedQuestions.map((id) => [id, values[id] ?? '']));

/** A changed answer puts an earlier decision aside when it rested on another card. An empty answer is none. */
function answered(dossier: Dossier, guide: DutyGuide, given: DutyAnswers): Dossier {
  const answers = Object.fromEntries(
    Object.entries({ ...dossier.answers, ...given }).filter(([, answer]) => answer !== ''),
  );
  const { decision, ...rest } = dossier;
  const stands = decision?.cardId === nextStep(guide, answers).card.id && decision.guideVersion === guide.version;
  return { ...rest, answers, ...(decision && stands ? { decision } : {}) };
}

/** The duty guide's answers, with the form's first step changed along, so that the two never say different things. */
export function answerGuide(dossier: Dossier, guide: DutyGuide, given: DutyAnswers, { by, at }: Author): Dossier {
  const next = answered(dossier, guide, given);
  const { matter } = next.steps;
  const differs = sharedQuestions.filter(
    (id) => (next.answers[id] ?? '') !== '' && matter?.values[id] !== next.answers[id],
  );
  if (!matter || differs.length === 0) return next;
  const values = { ...matter.values, ...Object.fromEntries(differs.map((id) => [id, next.answers[id] ?? ''])) };
  return { ...next, steps: { ...next.steps, matter: { version: matter.version + 1, values, by, at } } };
}

/** Whether the answers so far lead to Kripos, first or also. */
export function leadsToKripos(guide: DutyGuide, answers: DutyAnswers): boolean {
  if (askedQuestions(guide, answers).every(({ answer }) => answer === undefined)) return false;
  const { card, also } = nextStep(guide, answers);
  return [card, ...also].some(({ kripos }) => kripos);
}

const oneOf = <Value extends string>(known: readonly Value[], value: string | undefined): Value | undefined =>
  known.find((one) => one === value);

/**
 * What the case itself says of the form: choices only. What is not answered yet is what triage said, and nothing is
 * counted as done before a person has said so. Its time is that of the step that says what is done.
 */
function summaryOf(current: Case, { steps: saved }: Dossier, author: Author): IncidentRecord {
  const { matter, reported } = saved;
  const { by, at } = reported ?? matter ?? author;
  const action: IncidentAction = oneOf(incidentActions, reported?.values['action']) ?? 'none-yet';
  return {
    category: oneOf([...categories, 'other'], matter?.values['category']) ?? current.categories[0] ?? 'other',
    severity: oneOf(levels, matter?.values['severity']) ?? (current.severity === 'none' ? 'concern' : current.severity),
    identity: oneOf(firstQuestions.identity, matter?.values['identity']) ?? 'unknown',
    action,
    by,
    at,
  };
}

/**
 * What a step shows: as it was saved; before that, what the duty guide was answered and what triage said. What was done is
 * never guessed.
 */
export function shownValues(step: StepId, { steps: saved, answers }: Dossier, current?: Case): StepValues {
  const known = saved[step]?.values;
  if (known || step !== 'matter') return known ?? {};
  return { ...answers, severity: current?.severity ?? '', category: current?.categories[0] ?? '' };
}

/** The steps that are asked in this matter, in order. */
export const openSteps = (guide: DutyGuide, { answers }: Dossier): readonly StepId[] =>
  stepIds.filter((id) => !steps[id].onlyForKripos || leadsToKripos(guide, answers));

/** The step to fill in after this one: the first empty one that follows it, else the first empty one of all. */
export function stepAfter(id: StepId, guide: DutyGuide, dossier: Dossier): StepId | undefined {
  const open = openSteps(guide, dossier);
  const empty = open.filter((one) => one !== id && !dossier.steps[one]);
  return empty.find((one) => open.indexOf(one) > open.indexOf(id)) ?? empty[0];
}
