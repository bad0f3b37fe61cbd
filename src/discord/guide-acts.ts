import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import type { NationalContacts } from '../core/contacts.ts';
import type { DutyAnswers, DutyGuide } from '../core/duty-guide/guide.ts';
import type { CaseId } from '../core/ids.ts';
import type { Language } from '../core/language.ts';
import type { CasePress, Refusal } from '../flows/act-on-case.ts';
import type { DecidedNextStep } from '../flows/decide-next-step.ts';
import type { DeskAct } from '../flows/desk/act-on-dossier.ts';
import type { AnswerOutcome, DecisionForm } from '../flows/desk/fill-in.ts';
import type { OpenGuideOutcome } from '../flows/open-guide.ts';
import type { Clock, Municipalities } from '../ports.ts';
import { pressOf } from './actor.ts';
import { createHeld } from './held.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormOrRefusal } from './views/form.ts';
import { decisionForm, decisionToMend } from './views/decision.ts';
import { nextStepCard, nextStepForm } from './views/next-step.ts';
import type { GuideHere } from './views/next-step.ts';
import { formRefusal } from './views/outcome.ts';
import { answersIn } from './written-form.ts';

export interface GuideFlows {
  readonly openGuide: (press: CasePress) => Promise<OpenGuideOutcome>;
  readonly answerGuide: (act: DeskAct, given: DutyAnswers) => Promise<AnswerOutcome>;
  readonly decideNextStep: (act: DeskAct, form: DecisionForm) => Promise<DecidedNextStep>;
}

interface Options {
  readonly flows: GuideFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly national: NationalContacts;
  readonly guide: DutyGuide;
  readonly now: Clock;
}

type Opened = Extract<OpenGuideOutcome, { kind: 'ready' }> & { readonly press: CasePress; readonly here: GuideHere };

/** «Neste steg»: the duty guide's questions, its card, and what a person decides about it. */
export type GuideActs = ReturnType<typeof createGuideActs>;

export function createGuideActs({ flows, municipalities, readers, national, guide, now }: Options) {
  /** Decisions that were not taken, by who wrote them in which case. */
  const held = createHeld<DecisionForm>(now);
  const keyOf = ({ staff, caseId }: CasePress): string => `${staff.id}:${caseId}`;

  async function opened(
    interaction: BaseInteraction,
    caseId: CaseId,
    before: (press: CasePress) => Promise<AnswerOutcome | undefined> = () => Promise.resolve(undefined),
  ): Promise<Opened | { readonly refused: MessageBody }> {
    const press = pressOf(interaction, municipalities, caseId);
    const municipality = press && municipalities.find(press.staff.municipalityId);
    const language: Language = readers.languageIn(interaction, municipality);
    const refused = (why: Refusal) => ({ refused: formRefusal(why, language) });
    if (!press || !municipality) return refused({ kind: 'not-permitted' });
    const first = await before(press);
    if (first?.kind === 'not-permitted') return refused(first);
    const found = await flows.openGuide(press);
    if (found.kind !== 'ready') return refused(found);
    const here = { guide, municipality, national, signature: press.staff.signature, language, now: now() };
    return { ...found, press, here };
  }

  async function formFor(
    interaction: BaseInteraction,
    caseId: CaseId,
    form: (at: Opened) => Extract<FormOrRefusal, { kind: 'form' }>['form'],
  ): Promise<FormOrRefusal> {
    const at = await opened(interaction, caseId);
    return 'refused' in at ? { kind: 'refused', body: at.refused } : { kind: 'form', form: form(at) };
  }

  const cardOf = ({ case: current, answers, decision, here }: Opened): MessageBody =>
    nextStepCard(current, { answers, decision }, here);

  return {
    questions: (interaction: BaseInteraction, caseId: CaseId): Promise<FormOrRefusal> =>
      formFor(interaction, caseId, ({ case: current, answers, here }) => nextStepForm(current, answers, here)),

    /** The answers are kept with the case, so that a colleague, or the desk, goes on from them. */
    async answer(interaction: ModalSubmitInteraction, caseId: CaseId): Promise<MessageBody> {
      const names = guide.questions.map(({ id }) => id);
      const given = Object.fromEntries(
        Object.entries(answersIn<string>(interaction, names)).flatMap(([id, answer]) =>
          answer === undefined ? [] : [[id, answer] as const],
        ),
      );
      const at = await opened(interaction, caseId, (press) =>
        flows.answerGuide({ staff: press.staff, caseId, once: press.cause }, given),
      );
      return 'refused' in at ? at.refused : cardOf(at);
    },

    /** «Bestem»: to do what the card says, or something else and why. */
    decisionForm: (interaction: BaseInteraction, caseId: CaseId): Promise<FormOrRefusal> =>
      formFor(interaction, caseId, (at) =>
        decisionForm(at.case, { answers: at.answers, typed: held.find(keyOf(at.press)) }, at.here),
      ),

    /** @param cardId the card that was on the screen: a decision about another one is not taken */
    async decide(interaction: ModalSubmitInteraction, caseId: CaseId, cardId: string): Promise<MessageBody> {
      const {
        follows,
        reason = '',
        secondAssessment = '',
      } = answersIn(interaction, ['follows', 'reason', 'secondAssessment']);
      const at = await opened(interaction, caseId);
      if ('refused' in at) return at.refused;
      const { press, here } = at;
      const written = { cardId, follows: follows === 'yes', reason, secondAssessment };
      const decided = await flows.decideNextStep({ staff: press.staff, caseId, once: `i${press.cause}` }, written);
      const { outcome } = decided;
      if (outcome.kind === 'not-permitted' || outcome.kind === 'not-found') return formRefusal(outcome, here.language);
      if (outcome.kind !== 'decided') {
        held.hold(keyOf(press), decided.form);
        return decisionToMend(at.case, outcome.kind, decided.form, here.language);
      }
      held.drop(keyOf(press));
      const after = await opened(interaction, caseId);
      if ('refused' in after) return after.refused;
      return nextStepCard(after.case, { ...after, removed: decided.removed }, after.here);
    },
  };
}
