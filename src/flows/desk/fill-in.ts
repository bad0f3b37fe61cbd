import type { DutyAnswers, DutyGuide } from '../../core/duty-guide/guide.ts';
import { askedQuestions, nextStep } from '../../core/duty-guide/next-step.ts';
import { saveStep } from '../../core/incident/dossier.ts';
import type { SavedStep } from '../../core/incident/dossier.ts';
import { readStep, steps } from '../../core/incident/steps.ts';
import type { ReadStep, StepId, StepValues } from '../../core/incident/steps.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps } from './act-on-dossier.ts';

interface Deps extends DeskDeps {
  readonly guide: DutyGuide;
}

export type SaveStepOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'faulty'; readonly read: ReadStep }
  | { readonly kind: 'changed-meanwhile'; readonly theirs: SavedStep; readonly read: ReadStep }
  /** The step belongs to the Kripos branch, and the answers do not lead there. */
  | { readonly kind: 'not-open' }
  | Refusal;

/** Whether the answers so far lead to Kripos, first or also. */
export function leadsToKripos(guide: DutyGuide, answers: DutyAnswers): boolean {
  if (askedQuestions(guide, answers).every(({ answer }) => answer === undefined)) return false;
  const { card, also } = nextStep(guide, answers);
  return [card, ...also].some(({ kripos }) => kripos);
}

/** Purpose: keep one step of the incident. Personal data: what staff write about the young person. */
export const makeSaveStep =
  (deps: Deps) =>
  async (act: DeskAct, id: StepId, posted: StepValues, basedOn: number): Promise<SaveStepOutcome> => {
    const read = readStep(steps[id], posted);
    const outcome = await actOnDossier<Exclude<SaveStepOutcome, Refusal | { kind: 'saved' }>>(
      deps,
      act,
      'desk.open',
      ({ dossier }, at) => {
        if (steps[id].onlyForKripos && !leadsToKripos(deps.guide, dossier.answers)) return { kind: 'not-open' };
        if (Object.keys(read.faults).length > 0) return { kind: 'faulty', read };
        const saving = saveStep(dossier, id, read.values, { basedOn, by: signedBy(act.staff), at });
        if (saving.kind === 'changed-meanwhile') return { ...saving, read };
        return { kind: 'go', dossier: saving.dossier, event: 'dossier.step-saved', details: { step: id } };
      },
    );
    return outcome.kind === 'done' ? { kind: 'saved' } : outcome;
  };

export type AnswerOutcome = { readonly kind: 'answered' } | { readonly kind: 'not-an-answer' } | Refusal;

/** Purpose: keep the answers of the duty guide. A changed answer puts an earlier decision aside: it rested on another card. */
export const makeAnswerGuide =
  (deps: Deps) =>
  async (act: DeskAct, given: DutyAnswers): Promise<AnswerOutcome> => {
    const known = deps.guide.questions.every(({ id, answers }) => {
      const answer = given[id];
      return answer === undefined || answer === '' || answers.some((one) => one.id === answer);
    });
    const ids = new Set(deps.guide.questions.map(({ id }) => id));
    if (!known || Object.keys(given).some((id) => !ids.has(id))) return { kind: 'not-an-answer' };
    const outcome = await actOnDossier<never>(deps, act, 'desk.open', ({ dossier }) => {
      const answers = Object.fromEntries(
        Object.entries({ ...dossier.answers, ...given }).filter(([, answer]) => answer !== ''),
      );
      const { decision, ...rest } = dossier;
      const { card, rowId } = nextStep(deps.guide, answers);
      const stands = decision?.cardId === card.id && decision.guideVersion === deps.guide.version;
      return {
        kind: 'go',
        dossier: { ...rest, answers, ...(decision && stands ? { decision } : {}) },
        event: 'guide.answered',
        details: { row: rowId, guide: deps.guide.version },
      };
    });
    return outcome.kind === 'done' ? { kind: 'answered' } : outcome;
  };

export interface DecisionForm {
  readonly cardId: string;
  readonly follows: boolean;
  readonly reason: string;
  readonly secondAssessment: string;
}

export type DecideOutcome =
  | { readonly kind: 'decided' }
  | { readonly kind: 'needs-reason' | 'needs-second-assessment' | 'not-settled' | 'other-card' }
  | Refusal;

const longestReason = 3_000;

/** Purpose: keep what staff decided about the next step. The human decides; going against the card needs a reason. */
export const makeDecide =
  (deps: Deps) =>
  async (act: DeskAct, form: DecisionForm): Promise<DecideOutcome> => {
    const reason = form.reason.trim().slice(0, longestReason);
    const secondAssessment = form.secondAssessment.trim().slice(0, longestReason);
    const outcome = await actOnDossier<Exclude<DecideOutcome, Refusal | { kind: 'decided' }>>(
      deps,
      act,
      'desk.open',
      ({ dossier }, at) => {
        const { card, also, rowId, settled } = nextStep(deps.guide, dossier.answers);
        if (!settled) return { kind: 'not-settled' };
        if (card.id !== form.cardId) return { kind: 'other-card' };
        if (!form.follows && reason === '') return { kind: 'needs-reason' };
        const assessed = [card, ...also].some(({ needs }) => needs.includes('second-assessment'));
        if (assessed && secondAssessment === '') return { kind: 'needs-second-assessment' };
        const decision = {
          cardId: card.id,
          rowId,
          guideVersion: deps.guide.version,
          follows: form.follows,
          reason,
          ...(secondAssessment === '' ? {} : { secondAssessment }),
          by: signedBy(act.staff),
          at,
        };
        return {
          kind: 'go',
          dossier: { ...dossier, decision },
          event: 'guide.decided',
          details: { row: rowId, guide: deps.guide.version, follows: form.follows },
        };
      },
    );
    return outcome.kind === 'done' ? { kind: 'decided' } : outcome;
  };
