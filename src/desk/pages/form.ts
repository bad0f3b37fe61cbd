import type { Field, ReadStep } from '../../core/incident/steps.ts';
import type { FieldText } from '../../i18n/desk/nb/form.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Reader } from './layout.ts';

interface Shown {
  readonly value: string;
  readonly fault?: string | undefined;
}

/** One labelled field. Its help and its fault are tied to it for screen readers. */
export function fieldOf(field: Field, words: FieldText, { value, fault }: Shown, { texts }: Reader): Html {
  const id = `felt-${field.id}`;
  const described = [
    ...(words.help === undefined ? [] : [`${id}-hjelp`]),
    ...(fault === undefined ? [] : [`${id}-feil`]),
  ];
  const shared = html`id="${id}" name="${field.id}"
  ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
  ${fault !== undefined && html`aria-invalid="true"`} ${field.required === 'always' && html`aria-required="true"`}`;
  const extras = html`${words.help !== undefined && html`<p class="help" id="${id}-hjelp">${words.help}</p>`}
  ${fault !== undefined && html`<p class="fault" id="${id}-feil">${fault}</p>`}`;
  const label: Content = [
    words.label,
    field.required === undefined && html` <span class="optional">(${texts.step.optional})</span>`,
  ];

  switch (field.kind) {
    case 'line':
    case 'moment':
      return html`<div class="field">
        <label for="${id}">${label}</label>
        ${extras}
        <input type="text" ${shared} value="${value}" autocomplete="off" maxlength="${field.max}" />
      </div>`;
    case 'text':
      return html`<div class="field">
        <label for="${id}">${label}</label>
        ${extras}
        <textarea ${shared} rows="5" autocomplete="off" maxlength="${field.max}">${'\n'}${value}</textarea>
      </div>`;
    case 'choice':
      return html`<fieldset
        class="field"
        id="${id}"
        ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
      >
        <legend>${label}</legend>
        ${extras}
        ${field.choices.map(
          (choice) =>
            html`<label class="choice">
              <input type="radio" name="${field.id}" value="${choice}" ${choice === value && html`checked`} />
              ${words.choices?.[choice] ?? choice}
            </label>`,
        )}
      </fieldset>`;
  }
}

/** What must be put right, first on the page, each with a link to its field. */
export function faultSummary(
  { faults }: ReadStep,
  words: Readonly<Record<string, FieldText>>,
  { texts }: Reader,
): Content {
  const found = Object.entries(faults);
  return (
    found.length > 0 &&
    html`<div class="status problem" role="alert">
      <h2>${texts.step.fix}</h2>
      <ul>
        ${found.map(
          ([id, fault]) => html`<li><a href="#felt-${id}">${words[id]?.label ?? id}: ${texts.faults[fault]}</a></li>`,
        )}
      </ul>
    </div>`
  );
}
