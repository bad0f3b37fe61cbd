import type { APIButtonComponentWithCustomId } from 'discord-api-types/v10';
import { nextStep } from '../../core/duty-guide/next-step.ts';
import type { DutyGuide } from '../../core/duty-guide/guide.ts';
import type { SavedStep } from '../../core/incident/dossier.ts';
import { momentInstant } from '../../core/incident/moment.ts';
import { sharedStepIds, steps } from '../../core/incident/steps.ts';
import type { ReadStep, SharedStepId, StepValues } from '../../core/incident/steps.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { Refusal } from '../../flows/act-on-case.ts';
import type { IncidentForm, SaveIncidentStepOutcome } from '../../flows/incident-form.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { MessageBody } from './body.ts';
import { removedText } from './counted.ts';
import { inline } from './shown-words.ts';

export interface FormHere {
  readonly guide: DutyGuide;
  readonly municipality: Municipality;
  readonly language: Language;
}

/** «Skjema»: how far it has come, who has filled in what, and what to do next. Whoever opens it can go on. */
export function incidentPanel(form: IncidentForm, here: FormHere, said: readonly string[] = []): MessageBody {
  const { case: current, dossier } = form;
  const { incident, staff } = textsIn(here.language);
  const missing = sharedStepIds.filter((step) => !dossier.steps[step]);
  return message({
    texts: [
      ...said,
      [`## ${incident.title({ caseName: staff.caseName({ caseNumber: current.number }) })}`, nextLine(form, here)]
        .filter(Boolean)
        .join('\n'),
      ...sharedStepIds.map((step) => stepText(step, dossier.steps[step], here)),
      [dossier.recontact ? incident.recontactOn() : '', missing.length === 0 ? incident.done() : '']
        .filter(Boolean)
        .join('\n'),
    ],
    buttons: [
      ...sharedStepIds.map((step) => stepButton(form, step, step === missing[0], here.language)),
      button(
        dossier.recontact ? incident.recontactOffButton() : incident.recontactOnButton(),
        encodeCustomId('case-form-recontact', current.id, dossier.recontact ? 'off' : 'on'),
      ),
      button(
        staff.deskButton(),
        encodeCustomId('case-desk', current.id),
        missing.length === 0 ? 'primary' : 'secondary',
      ),
    ],
    accent: 'calm',
  });
}

function nextLine({ dossier }: IncidentForm, { guide, language }: FormHere): string {
  if (Object.keys(dossier.answers).length === 0) return '';
  return textsIn(language).incident.next({ card: inline(nextStep(guide, dossier.answers).card.title) });
}

function stepButton(
  { case: { id }, dossier }: IncidentForm,
  step: SharedStepId,
  isNext: boolean,
  language: Language,
): APIButtonComponentWithCustomId {
  const { incident } = textsIn(language);
  const label = dossier.steps[step] ? incident.changeButton({ step }) : incident.fillButton({ step });
  return button(label, encodeCustomId('case-form-step', id, step), isNext ? 'primary' : 'secondary');
}

function stepText(step: SharedStepId, saved: SavedStep | undefined, here: FormHere): string {
  const { municipality, language } = here;
  const { incident } = textsIn(language);
  const title = `**${incident.stepTitle({ step })}**`;
  if (!saved) return `${title}\n${incident.empty()}`;
  const at = timeTextIn(language, municipality.hours.timeZone).on(saved.at);
  return [
    title,
    ...valueLines(step, saved.values, here),
    `-# ${incident.savedBy({ signature: inline(saved.by.signature), at })}`,
  ].join('\n');
}

function valueLines(step: SharedStepId, values: StepValues, here: FormHere): readonly string[] {
  const { incident } = textsIn(here.language);
  return steps[step].fields.flatMap(({ id, kind }) => {
    const value = values[id] ?? '';
    if (value === '') return [];
    const choice = kind === 'choice' ? incident.choice({ step, field: id, value }) : value;
    const shown = kind === 'moment' ? momentText(value, here) : choice;
    return [`- ${incident.label({ step, field: id })} ${inline(shown)}`];
  });
}

/** A time as everybody else reads it; what could not be read stands as it was typed. */
function momentText(value: string, { municipality, language }: FormHere): string {
  const { timeZone } = municipality.hours;
  const at = momentInstant(value, timeZone);
  return at === undefined ? value : timeTextIn(language, timeZone).on(at);
}

const maskedLine = (removed: readonly PersonalDataKind[], language: Language): readonly string[] =>
  removed.length === 0 ? [] : [textsIn(language).incident.masked({ things: removedText(language, removed) })];

interface Sent {
  readonly step: SharedStepId;
  readonly form: IncidentForm;
  /** The interaction that holds what was typed, so that it can be opened again. */
  readonly heldIn: Snowflake;
}

type Answered = Exclude<SaveIncidentStepOutcome, Refusal | { kind: 'not-open' }>;

/** What became of a step that was sent. What was typed is shown whenever it was not taken. */
export function sentStep(outcome: Answered, { step, form, heldIn }: Sent, here: FormHere): MessageBody {
  const { language, municipality } = here;
  const { incident } = textsIn(language);
  const title = incident.stepTitle({ step });
  if (outcome.kind === 'saved')
    return incidentPanel(outcome.form, here, [
      [incident.saved({ step: title }), ...maskedLine(outcome.removed, language)].join('\n'),
    ]);
  const yours = [`**${incident.yours()}**`, ...valueLines(step, outcome.read.values, here)].join('\n');
  return message({
    texts:
      outcome.kind === 'faulty'
        ? [[incident.notSaved(), ...faultLines(step, outcome.read, language)].join('\n'), yours]
        : [
            incident.conflict({
              signature: inline(outcome.theirs.by.signature),
              at: timeTextIn(language, municipality.hours.timeZone).on(outcome.theirs.at),
            }),
            [`**${incident.theirs()}**`, ...valueLines(step, outcome.theirs.values, here)].join('\n'),
            yours,
          ],
    buttons: [
      button(incident.mendButton(), encodeCustomId('case-form-mend', form.case.id, step, heldIn), 'primary'),
      button(textsIn(language).staff.deskButton(), encodeCustomId('case-desk', form.case.id)),
    ],
    accent: 'serious',
  });
}

function faultLines(step: SharedStepId, { faults }: ReadStep, language: Language): readonly string[] {
  const { incident } = textsIn(language);
  return Object.entries(faults).map(
    ([id, fault]) => `- ${incident.label({ step, field: id })} ${incident.fault({ fault })}`,
  );
}
