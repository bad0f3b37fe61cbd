import type { CaseId } from '../../core/ids.ts';
import { purposes } from '../../core/incident/dossier.ts';
import { deskNb as texts } from '../../i18n/desk/nb.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { caseAddress, page, secrets } from './layout.ts';
import type { Viewer } from './layout.ts';

/** A press signs in, not the opening of the link: programs that fetch links ahead must not spend it. */
export const enterPage = (token: string): Html =>
  page({
    title: texts.enter.title,
    body: html`<p>${texts.enter.intro}</p>
      <form method="post" action="/inn">
        <input type="hidden" name="token" value="${token}" />
        <p class="actions"><button type="submit">${texts.enter.button}</button></p>
      </form>`,
  });

/** Asked once per case and session; one press. */
export const purposePage = (caseId: CaseId, caseNumber: number, viewer: Viewer): Html =>
  page({
    title: texts.purpose.title,
    viewer,
    body: html`<p><strong>${texts.caseName(caseNumber)}.</strong> ${texts.purpose.intro}</p>
      <form method="post" action="${caseAddress(caseId)}/formal">
        ${secrets(viewer)}
        <p class="actions stacked">
          ${purposes.map(
            (purpose) =>
              html`<button type="submit" name="purpose" value="${purpose}">${texts.purposes[purpose]}</button>`,
          )}
        </p>
      </form>`,
  });
