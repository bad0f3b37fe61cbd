import { describe, expect, it } from 'vitest';
import { sharedStepIds, steps } from '../../../src/core/incident/steps.ts';
import { decodeCustomId } from '../../../src/discord/custom-id.ts';
import { incidentStepForm } from '../../../src/discord/views/incident-form.ts';
import { incidentPanel, sentStep } from '../../../src/discord/views/incident-panel.ts';
import { partsOf, routesOf, textOf } from './body-faults.ts';
import { begunForm, emptyForm, formHere, fullForm, heldIn } from './incident-bodies.ts';

const here = formHere('nb');

interface Part {
  readonly custom_id?: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly default?: boolean }[];
}
const partOf = (form: { readonly components: readonly unknown[] }, name: string): Part | undefined =>
  (partsOf(form.components) as readonly Part[]).find((part) => part.custom_id === name);
const chosen = (form: { readonly components: readonly unknown[] }, name: string) =>
  partOf(form, name)?.options?.find((option) => option.default === true)?.value;

describe.each(sharedStepIds)('the form of step %s', (step) => {
  it('asks every field of the step, with every choice there is', () => {
    const form = incidentStepForm(emptyForm, step, 'nb');
    for (const field of steps[step].fields) {
      const part = partOf(form, field.id);
      expect(part).toBeDefined();
      if (field.kind === 'choice') expect(part?.options?.map(({ value }) => value)).toEqual(field.choices);
    }
  });

  it('carries the version it is based on, and shows what is saved', () => {
    expect(decodeCustomId(incidentStepForm(emptyForm, step, 'nb').custom_id)?.args).toEqual([
      emptyForm.case.id,
      step,
      0,
    ]);
    const form = incidentStepForm(fullForm, step, 'nb');
    expect(decodeCustomId(form.custom_id)?.args).toEqual([fullForm.case.id, step, 3]);
    for (const field of steps[step].fields) {
      const value = fullForm.dossier.steps[step]?.values[field.id];
      expect(field.kind === 'choice' ? chosen(form, field.id) : partOf(form, field.id)?.value).toBe(value);
    }
  });
});

describe('the first step', () => {
  it('begins with what triage said, and never guesses who it is or whether there is danger', () => {
    const form = incidentStepForm(emptyForm, 'matter', 'nb');
    expect([chosen(form, 'severity'), chosen(form, 'category')]).toEqual(['acute', 'suicide']);
    for (const name of ['identity', 'dangerNow', 'avertable']) expect(chosen(form, name)).toBeUndefined();
  });

  it('begins with what the duty guide was answered', () => {
    const answers = { dangerNow: 'unsure', identity: 'partly' };
    const form = incidentStepForm({ ...emptyForm, dossier: { ...emptyForm.dossier, answers } }, 'matter', 'nb');
    expect([chosen(form, 'dangerNow'), chosen(form, 'identity')]).toEqual(['unsure', 'partly']);
  });
});

describe('the panel of the form', () => {
  it('says how far it has come, by whom, and which step is next', () => {
    const panel = incidentPanel(begunForm, here);
    expect(textOf(panel)).toMatch(
      /Hva det gjelder[\s\S]*Lagret av Kari, saksbehandler[\s\S]*Hva som er gjort\*\*\nIkke fylt ut/u,
    );
    expect(textOf(panel)).toContain('Neste steg: **Ring politiets nødnummer nå**');
    expect(routesOf(panel)).toEqual([
      'case-form-step',
      'case-form-step',
      'case-form-step',
      'case-form-recontact',
      'case-desk',
    ]);
    const primary = (partsOf(panel.components) as readonly { style?: number; label?: string }[]).filter(
      ({ style }) => style === 1,
    );
    expect(primary.map(({ label }) => label)).toEqual(['Fyll ut hva som er gjort']);
  });

  it('leads to the desk when all is filled in here', () => {
    expect(textOf(incidentPanel(fullForm, here))).toContain('Navn og annet som viser hvem det er');
  });

  it('shows nothing that was written on the desk', () => {
    const step = {
      version: 1,
      values: { name: 'Testine Plantefrø', observed: 'Plantefrø' },
      by: { id: heldIn, signature: 'x' },
      at: 0,
    };
    const dossier = { ...fullForm.dossier, steps: { ...fullForm.dossier.steps, identity: step, observed: step } };
    expect(textOf(incidentPanel({ ...fullForm, dossier }, here))).not.toContain('Plantefrø');
  });
});

describe('a step that was not taken', () => {
  const read = {
    values: { told: 'no', toldReason: 'Det var ikke trygt', involved: 'no' },
    faults: { involvedReason: 'required' },
  } as const;
  const sent = { step: 'informed', form: begunForm, heldIn } as const;

  it('says what to put right, and shows what was typed', () => {
    const body = sentStep({ kind: 'faulty', read, removed: [] }, sent, here);
    expect(textOf(body)).toMatch(
      /Ikke lagret ennå[\s\S]*hvorfor ikke vært med\? Må fylles ut[\s\S]*Det var ikke trygt/u,
    );
    expect(routesOf(body)).toEqual(['case-form-mend', 'case-desk']);
  });

  it('shows both wordings when a colleague was first', () => {
    const theirs = { version: 2, values: { told: 'yes' }, by: { id: heldIn, signature: 'Ola, vakthavende' }, at: 0 };
    const text = textOf(sentStep({ kind: 'changed-meanwhile', read, theirs, removed: [] }, sent, here));
    expect(text).toMatch(
      /Ola, vakthavende lagret dette steget[\s\S]*Det som er lagret[\s\S]*Det du skrev[\s\S]*Det var ikke trygt/u,
    );
  });

  it('opens again as it was typed, based on what is saved now', () => {
    const form = incidentStepForm(fullForm, 'informed', 'nb', read.values);
    expect(partOf(form, 'toldReason')?.value).toBe('Det var ikke trygt');
    expect(decodeCustomId(form.custom_id)?.args).toEqual([fullForm.case.id, 'informed', 3]);
  });
});
