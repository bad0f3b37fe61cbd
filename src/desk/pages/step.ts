import type { SavedStep } from '../../core/incident/dossier.ts';
import type { ReadStep, StepId } from '../../core/incident/steps.ts';
import { isSharedStep, steps } from '../../core/incident/steps.ts';
import type { CaseId } from '../../core/ids.ts';
import type { FieldText } from '../../i18n/desk/nb/form.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { faultSummary, fieldOf } from './form.ts';

import { caseAddress, clock, page, secrets, status } from './layout.ts';
import type { Viewer } from './layout.ts';

interface StepOptions {
  readonly about: { readonly caseId: CaseId; readonly caseNumber: number };
  readonly id: StepId;
  readonly shown: ReadStep;
  /** The version the form is based on; 0 when nothing is saved. */
  readonly basedOn: number;
  /** Saved by somebody else while this was being written. */
  readonly theirs?: SavedStep;
  /** The step that was saved just before, on the way here. */
  readonly before?: StepId | undefined;
  readonly viewer: Viewer;
}

/** One step of the form. What was typed stays, whatever happened to it. */
export function stepPage({ about, id, shown, basedOn, theirs, before, viewer }: StepOptions): Html {
  const step = steps[id];
  const { title, intro, fields } = viewer.texts.steps[id];
  const words: Readonly<Record<string, FieldText>> = fields;
  return page({
    title,
    viewer,
    about: { ...about, here: 'step' },
    body: [
      before && status(viewer.texts.step.savedBefore(viewer.texts.steps[before].title)),
      faultSummary(shown, words, viewer),
      theirs && conflict(theirs, words, viewer),
      html`<p>${intro} ${isSharedStep(id) && viewer.texts.step.shared}</p>
        <form method="post" action="${caseAddress(about.caseId)}/steg/${id}" novalidate>
          ${secrets(viewer)}
          <input type="hidden" name="basedOn" value="${basedOn}" />
          ${step.fields.map((field) => {
            const fault = shown.faults[field.id];
            return fieldOf(
              field,
              words[field.id] ?? { label: field.id },
              {
                value: shown.values[field.id] ?? '',
                fault: fault && viewer.texts.faults[fault],
              },
              viewer,
            );
          })}
          <p class="actions">
            <button type="submit" name="videre" value="1">${viewer.texts.step.saveAndGoOn}</button>
            <button type="submit" class="quiet">${viewer.texts.step.save}</button>
            <a href="${caseAddress(about.caseId)}">${viewer.texts.step.back}</a>
          </p>
        </form>`,
    ],
  });
}

function conflict(theirs: SavedStep, words: Readonly<Record<string, FieldText>>, viewer: Viewer): Content {
  return [
    status(viewer.texts.step.conflict(theirs.by.signature, clock(viewer, theirs.at)), 'problem'),
    html`<section aria-labelledby="deres">
      <h2 id="deres">${viewer.texts.step.theirs}</h2>
      <dl>
        ${Object.entries(theirs.values)
          .filter(([, value]) => value !== '')
          .map(
            ([id, value]) =>
              html`<div>
                <dt>${words[id]?.label ?? id}</dt>
                <dd>${words[id]?.choices?.[value] ?? lines(value)}</dd>
              </div>`,
          )}
      </dl>
    </section>`,
  ];
}
