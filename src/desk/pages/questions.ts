import type { askedQuestions } from '../../core/duty-guide/next-step.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { caseAddress, secrets } from './layout.ts';
import type { Viewer } from './layout.ts';

interface QuestionsOptions {
  readonly asked: ReturnType<typeof askedQuestions>;
  readonly started: boolean;
  readonly dossier: Dossier;
  readonly viewer: Viewer;
}

/** The questions that have to do with this matter. Any of them can be left for later. */
export const questionForm = ({ asked, started, dossier, viewer }: QuestionsOptions): Html =>
  html`<section aria-labelledby="sporsmal">
    <h2 id="sporsmal">${viewer.texts.guide.questions}</h2>
    <form method="post" action="${caseAddress(dossier.caseId, 'guide')}">
      ${secrets(viewer)}
      ${asked.map(
        ({ question: { id, text, help, answers }, answer }) =>
          html`<fieldset class="field" aria-describedby="hjelp-${id}">
            <legend>${text}</legend>
            <p class="help" id="hjelp-${id}">${help}</p>
            ${answers.map(
              (option) =>
                html`<label class="choice">
                  <input type="radio" name="svar.${id}" value="${option.id}" ${option.id === answer && html`checked`} />
                  ${option.label}
                </label>`,
            )}
          </fieldset>`,
      )}
      <p class="actions">
        <button type="submit">${started ? viewer.texts.guide.update : viewer.texts.guide.show}</button>
      </p>
    </form>
  </section>`;
