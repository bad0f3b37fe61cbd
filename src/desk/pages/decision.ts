import type { NextStep } from '../../core/duty-guide/next-step.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { fieldOf } from './form.ts';
import { caseAddress, clock, secrets } from './layout.ts';
import type { Viewer } from './layout.ts';

interface DecisionOptions {
  readonly step: NextStep;
  readonly dossier: Dossier;
  readonly viewer: Viewer;
  readonly typed: { readonly follows: boolean; readonly reason: string; readonly secondAssessment: string } | undefined;
}

/** The human decides. What is decided stands above the form, and can be decided anew. */
export function decisionForm({ step, dossier, viewer, typed }: DecisionOptions): Html {
  const { decision } = dossier;
  const assessed = [step.card, ...step.also].some(({ needs }) => needs.includes('second-assessment'));
  const follows = typed?.follows ?? decision?.follows;
  const option = (value: 'yes' | 'no', label: string): Html =>
    html`<label class="choice">
      <input type="radio" name="follows" value="${value}" required ${follows === (value === 'yes') && html`checked`} />
      ${label}
    </label>`;
  return html`<section aria-labelledby="beslutning">
    <h2 id="beslutning">${viewer.texts.guide.decision}</h2>
    ${decided(dossier, viewer)}
    <form method="post" action="${caseAddress(dossier.caseId)}/beslutning">
      ${secrets(viewer)}
      <input type="hidden" name="card" value="${step.card.id}" />
      <fieldset class="field">
        <legend>${step.card.title}</legend>
        ${option('yes', viewer.texts.guide.follow)} ${option('no', viewer.texts.guide.contrary)}
      </fieldset>
      ${
        assessed &&
        fieldOf(
          { id: 'secondAssessment', kind: 'text', max: 3_000, required: 'always' },
          { label: viewer.texts.guide.second, help: viewer.texts.guide.secondHelp },
          { value: typed?.secondAssessment ?? decision?.secondAssessment ?? '' },
          viewer,
        )
      }
      ${fieldOf(
        { id: 'reason', kind: 'text', max: 3_000 },
        { label: viewer.texts.guide.reason, help: viewer.texts.guide.reasonHelp },
        { value: typed?.reason ?? decision?.reason ?? '' },
        viewer,
      )}
      <p class="actions"><button type="submit">${viewer.texts.guide.save}</button></p>
    </form>
  </section>`;
}

function decided({ decision }: Dossier, viewer: Viewer): Content {
  if (!decision) return undefined;
  const { by, at, follows, reason } = decision;
  return html`<p class="status done">
    ${viewer.texts.guide.decided(by.signature, clock(viewer, at))}
    ${follows ? viewer.texts.guide.followed : viewer.texts.guide.against} ${lines(reason)}
  </p>`;
}
