import type { DutyAnswers, DutyGuide } from '../../core/duty-guide/guide.ts';
import { nextStep } from '../../core/duty-guide/next-step.ts';
import { answerGuide, fillIn } from '../../core/incident/fill-in.ts';
import type { Filled } from '../../core/incident/fill-in.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import type { StepId, StepValues } from '../../core/incident/steps.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { StaffTextMask } from '../../core/staff-text.ts';
import type { Municipalities } from '../../ports.ts';
import { isRefusal } from '../act-on-case.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps } from './act-on-dossier.ts';
import { maskStep } from './mask-step.ts';

interface Deps extends DeskDeps {
  readonly guide: DutyGuide;
}

interface SavingDeps extends Deps {
  readonly mask: StaffTextMask;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

type Unsaved = Exclude<Filled, { kind: 'saved' }>;
export type SaveStepOutcome =
  | { readonly kind: 'saved'; readonly dossier: Dossier; readonly removed: readonly PersonalDataKind[] }
  | (Unsaved & { readonly removed: readonly PersonalDataKind[] })
  | Refusal;

/** Purpose: keep one step of the incident. Personal data: what staff write about the young person. */
export const makeSaveStep =
  (deps: SavingDeps) =>
  async (act: DeskAct, id: StepId, posted: StepValues, basedOn: number): Promise<SaveStepOutcome> => {
    const municipality = deps.municipalities.find(act.staff.municipalityId);
    if (!municipality) return { kind: 'not-found' };
    const { values, removed } = maskStep(deps.mask, id, posted);
    const outcome = await actOnDossier<Unsaved>(deps, act, 'desk.open', ({ dossier, case: current }, at) => {
      const filled = fillIn(id, {
        dossier,
        ...(current ? { case: current } : {}),
        guide: deps.guide,
        posted: values,
        basedOn,
        by: signedBy(act.staff),
        at,
        timeZone: municipality.hours.timeZone,
      });
      return filled.kind === 'saved'
        ? { ...filled, kind: 'go', event: 'dossier.step-saved', details: { step: id } }
        : filled;
    });
    if (outcome.kind === 'done') return { kind: 'saved', dossier: outcome.dossier, removed };
    return isRefusal(outcome) ? outcome : { ...outcome, removed };
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
    const outcome = await actOnDossier<never>(deps, act, 'desk.open', ({ dossier }, at) => {
      const next = answerGuide(dossier, deps.guide, given, { by: signedBy(act.staff), at });
      return {
        kind: 'go',
        dossier: next,
        event: 'guide.answered',
        details: { row: nextStep(deps.guide, next.answers).rowId, guide: deps.guide.version },
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
