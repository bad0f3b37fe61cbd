import type { BaseInteraction, ModalSubmitInteraction } from 'discord.js';
import type { DutyGuide } from '../core/duty-guide/guide.ts';
import { isSnowflake } from '../core/ids.ts';
import type { CaseId, Snowflake } from '../core/ids.ts';
import { sharedStepIds, steps } from '../core/incident/steps.ts';
import type { SharedStepId, StepValues } from '../core/incident/steps.ts';
import type { Language } from '../core/language.ts';
import type { Municipality } from '../core/municipality.ts';
import type { CasePress } from '../flows/act-on-case.ts';
import type { AfterOutcome } from '../flows/desk/after-case.ts';
import type { DeskAct } from '../flows/desk/act-on-dossier.ts';
import type { IncidentForm, OpenIncidentOutcome, SaveIncidentStepOutcome } from '../flows/incident-form.ts';
import type { Municipalities } from '../ports.ts';
import { pressOf } from './actor.ts';
import type { Held } from './held.ts';
import type { Readers } from './readers.ts';
import type { MessageBody } from './views/body.ts';
import type { FormBody } from './views/form.ts';
import { incidentStepForm } from './views/incident-form.ts';
import { incidentPanel, sentStep } from './views/incident-panel.ts';
import { formRefusal } from './views/outcome.ts';
import { choicesIn } from './written-form.ts';

export interface IncidentFlows {
  readonly openIncident: (press: CasePress) => Promise<OpenIncidentOutcome>;
  readonly saveIncidentStep: (
    press: CasePress,
    id: SharedStepId,
    posted: StepValues,
    basedOn: number,
  ) => Promise<SaveIncidentStepOutcome>;
  readonly setRecontact: (act: DeskAct, on: boolean) => Promise<AfterOutcome>;
}

interface Options {
  readonly flows: IncidentFlows;
  readonly municipalities: Municipalities;
  readonly readers: Readers;
  readonly guide: DutyGuide;
  /** Masked words of a step that was not taken, by the interaction that sent them. */
  readonly typed: Held<StepValues>;
}

interface Opened {
  readonly press: CasePress;
  readonly municipality: Municipality;
  readonly language: Language;
  readonly form: IncidentForm;
}

/** A form to show, or what is said instead. */
type FormOrMessage =
  { readonly kind: 'form'; readonly form: FormBody } | { readonly kind: 'message'; readonly body: MessageBody };

/** «Skjema»: the half of the incident that is filled in in Discord, step by step, by one person or several. */
export type IncidentActs = ReturnType<typeof createIncidentActs>;

export function createIncidentActs({ flows, municipalities, readers, guide, typed }: Options) {
  async function opened(
    interaction: BaseInteraction,
    caseId: CaseId,
  ): Promise<Opened | { readonly refused: MessageBody }> {
    const press = pressOf(interaction, municipalities, caseId);
    const municipality = press && municipalities.find(press.staff.municipalityId);
    const language = readers.languageIn(interaction, municipality);
    if (!press || !municipality) return { refused: formRefusal({ kind: 'not-permitted' }, language) };
    const outcome = await flows.openIncident(press);
    if (outcome.kind !== 'ready') return { refused: formRefusal(outcome, language) };
    return { press, municipality, language, form: outcome.form };
  }

  async function stepForm(
    interaction: BaseInteraction,
    caseId: CaseId,
    step: SharedStepId,
    words?: StepValues,
  ): Promise<FormOrMessage> {
    const at = await opened(interaction, caseId);
    if ('refused' in at) return { kind: 'message', body: at.refused };
    return { kind: 'form', form: incidentStepForm(at.form, step, at.language, words) };
  }

  return {
    /** The first step at once while nothing is filled in; then how far it has come, to go on from. */
    async open(interaction: BaseInteraction, caseId: CaseId): Promise<FormOrMessage> {
      const at = await opened(interaction, caseId);
      if ('refused' in at) return { kind: 'message', body: at.refused };
      const { form, language, municipality } = at;
      const [first] = sharedStepIds;
      return sharedStepIds.some((step) => form.dossier.steps[step])
        ? { kind: 'message', body: incidentPanel(form, { guide, municipality, language }) }
        : { kind: 'form', form: incidentStepForm(form, first, language) };
    },

    stepForm: (interaction: BaseInteraction, caseId: CaseId, step: SharedStepId) => stepForm(interaction, caseId, step),

    /** «Åpne det jeg skrev»: based on what is saved now. What has waited too long still stands in the message above. */
    mend: (interaction: BaseInteraction, caseId: CaseId, step: SharedStepId, heldIn: Snowflake) =>
      stepForm(interaction, caseId, step, typed.find(heldIn)),

    async sent(
      interaction: ModalSubmitInteraction,
      caseId: CaseId,
      step: SharedStepId,
      basedOn: number,
    ): Promise<MessageBody> {
      const at = await opened(interaction, caseId);
      if ('refused' in at) return at.refused;
      const { press, municipality, language, form } = at;
      const ids = steps[step].fields.map(({ id }) => id);
      const filled = choicesIn(interaction, ids);
      const written = Object.fromEntries(ids.map((id) => [id, filled[id] ?? '']));
      const outcome = await flows.saveIncidentStep(press, step, written, basedOn);
      if (!('removed' in outcome)) return formRefusal(outcome, language);
      if (outcome.kind === 'not-open') throw new Error(`step «${step}» is never closed`);
      if (!isSnowflake(interaction.id)) throw new Error('Discord gave an id that is no snowflake');
      if (outcome.kind !== 'saved') typed.hold(interaction.id, outcome.read.values);
      return sentStep(outcome, { step, form, heldIn: interaction.id }, { guide, municipality, language });
    },

    /** «Si ifra om ny kontakt», on or off. */
    async recontact(interaction: BaseInteraction, caseId: CaseId, on: boolean): Promise<MessageBody> {
      const at = await opened(interaction, caseId);
      if ('refused' in at) return at.refused;
      const { press, municipality, language } = at;
      await flows.setRecontact({ staff: press.staff, caseId, once: `i${press.cause}` }, on);
      const now = await flows.openIncident(press);
      return now.kind === 'ready'
        ? incidentPanel(now.form, { guide, municipality, language })
        : formRefusal(now, language);
    },
  };
}
