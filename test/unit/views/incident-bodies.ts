import { readFileSync } from 'node:fs';
import { dutyGuideSchema } from '../../../src/core/duty-guide/guide.ts';
import { openDossier } from '../../../src/core/incident/dossier.ts';
import type { Dossier, SavedStep } from '../../../src/core/incident/dossier.ts';
import { sharedStepIds, steps } from '../../../src/core/incident/steps.ts';
import type { SharedStepId, StepValues } from '../../../src/core/incident/steps.ts';
import { languages } from '../../../src/core/language.ts';
import type { Language } from '../../../src/core/language.ts';
import type { MessageBody } from '../../../src/discord/views/body.ts';
import type { FormBody } from '../../../src/discord/views/form.ts';
import { incidentStepForm } from '../../../src/discord/views/incident-form.ts';
import { incidentPanel, sentStep } from '../../../src/discord/views/incident-panel.ts';
import type { IncidentForm } from '../../../src/flows/incident-form.ts';
import * as sample from './samples.ts';

const by = { id: sample.snowflake('100000000000000002'), signature: sample.signature };
const guide = dutyGuideSchema.parse(
  JSON.parse(readFileSync(new URL('../../../config/duty-guide.json', import.meta.url), 'utf8')),
);
export const heldIn = sample.snowflake('400000000000000002');

/** The longest a step can be: every text as long as it may be, every choice the last one. */
const fullest = (step: SharedStepId): StepValues =>
  Object.fromEntries(
    steps[step].fields.map((field) => [
      field.id,
      field.kind === 'choice'
        ? (field.choices.at(-1) ?? '')
        : field.kind === 'moment'
          ? '2026-11-22 21:40'
          : '*'.repeat(field.max),
    ]),
  );

const saved = (step: SharedStepId): SavedStep => ({ version: 3, values: fullest(step), by, at: sample.openTime });
const empty: Dossier = openDossier(sample.openCase, sample.openTime);
export const emptyForm: IncidentForm = { case: sample.openCase, dossier: empty };
export const begunForm: IncidentForm = {
  case: sample.openCase,
  dossier: { ...empty, steps: { matter: saved('matter') }, answers: { dangerNow: 'yes' } },
};
export const fullForm: IncidentForm = {
  case: sample.closedCase,
  dossier: {
    ...empty,
    steps: Object.fromEntries(sharedStepIds.map((step) => [step, saved(step)])),
    answers: { dangerNow: 'no', identity: 'unknown', avertable: 'yes' },
    recontact: { sender: sample.openCase.sender, by, at: sample.openTime },
  },
};

export const formHere = (language: Language) => ({ guide, municipality: sample.municipality, language });

type Named = readonly [name: string, body: MessageBody];

/** What staff see while they fill in the incident form. */
export const incidentBodies: readonly Named[] = languages.flatMap((language): Named[] => {
  const here = formHere(language);
  return [
    ...[emptyForm, begunForm, fullForm].map((form): Named => [`${language} form panel`, incidentPanel(form, here)]),
    ...sharedStepIds.flatMap((step): Named[] => {
      const sent = { step, form: fullForm, heldIn };
      const read = { values: fullest(step), faults: { [steps[step].fields[0]?.id ?? '']: 'required' } } as const;
      return [
        [
          `${language} saved ${step}`,
          sentStep({ kind: 'saved', form: fullForm, removed: ['NAME', 'PHONE'] }, sent, here),
        ],
        [`${language} faulty ${step}`, sentStep({ kind: 'faulty', read, removed: [] }, sent, here)],
        [
          `${language} conflict ${step}`,
          sentStep({ kind: 'changed-meanwhile', read, theirs: saved(step), removed: [] }, sent, here),
        ],
      ];
    }),
  ];
});

export const incidentForms = (language: Language): readonly (readonly [name: string, form: FormBody])[] =>
  [emptyForm, fullForm].flatMap((form) =>
    sharedStepIds.map((step) => [`${language} incident ${step}`, incidentStepForm(form, step, language)] as const),
  );
