import { shownValues } from '../../core/incident/fill-in.ts';
import { steps } from '../../core/incident/steps.ts';
import type { Field, SharedStepId, StepValues } from '../../core/incident/steps.ts';
import type { Language } from '../../core/language.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { IncidentForm } from '../../flows/incident-form.ts';
import { encodeCustomId } from '../custom-id.ts';
import { field, line, radios, select, writing } from './form.ts';
import type { FormBody } from './form.ts';

/** Discord shows radio groups of up to ten; longer lists open. */
const mostRadios = 5;

/**
 * One step of «Skjema», with what is saved, or what was typed and not taken. What is sent back carries the version it is
 * based on, so that two people cannot write over each other. Source: DESIGN §5 Incident form.
 * @param typed masked words of the one who fills in, to go on from
 */
export function incidentStepForm(
  { case: current, dossier }: IncidentForm,
  step: SharedStepId,
  language: Language,
  typed?: StepValues,
): FormBody {
  const { incident } = textsIn(language);
  const shown = typed ?? shownValues(step, dossier, current);
  return {
    custom_id: encodeCustomId('case-form-sent', current.id, step, dossier.steps[step]?.version ?? 0),
    title: incident.stepTitle({ step }),
    components: steps[step].fields.map((one) =>
      field(
        incident.label({ step, field: one.id }),
        control(one, shown[one.id] ?? '', (value) => incident.choice({ step, field: one.id, value })),
        incident.help({ step, field: one.id }),
      ),
    ),
  };
}

function control(one: Field, value: string, worded: (choice: string) => string) {
  if (one.kind === 'choice') {
    const choices = one.choices.map((choice) => ({ value: choice, label: worded(choice) }));
    return choices.length > mostRadios ? select(one.id, choices, value) : radios(one.id, choices, value);
  }
  const options = { required: one.required === 'always', value };
  const most = Math.max(one.max, value.length);
  return one.kind === 'text' ? writing(one.id, most, options) : line(one.id, most, options);
}
