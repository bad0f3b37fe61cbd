import type { CaseId } from '../../core/ids.ts';
import { purposes } from '../../core/incident/dossier.ts';
import { deskNb as texts } from '../../i18n/desk/nb.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { caseAddress, page, secrets } from './layout.ts';
import type { Viewer } from './layout.ts';

/** A press signs in, not the opening of the link: programs that fetch links ahead must not spend it. */
export const enterPage = (token: string, viaOidc: boolean): Html =>
  page({
    title: texts.enter.title,
    body: viaOidc
      ? html`<p>${texts.oidc.intro}</p>
          <p class="actions"><a class="button" href="/inn/${token}/videre">${texts.oidc.button}</a></p>`
      : html`<p>${texts.enter.intro}</p>
          <form method="post" action="/inn">
            <input type="hidden" name="token" value="${token}" />
            <p class="actions"><button type="submit">${texts.enter.button}</button></p>
          </form>`,
  });

/** The way in through the municipality's own sign-in, and on to a case. */
export const signInLink = (caseId: CaseId | undefined): Html =>
  html`<p class="actions">
    <a class="button" href="${caseId === undefined ? '/logg-inn' : `/logg-inn?sak=${caseId}`}">${texts.oidc.button}</a>
  </p>`;

/** Signed in. The browser goes on by itself; the link is for when it does not. */
export const arrivedPage = (caseId: CaseId | undefined): Html => {
  const next = caseId === undefined ? '/' : caseAddress(caseId);
  return page({
    title: texts.oidc.arrived,
    onTo: next,
    body: html`<p class="actions"><a class="button" href="${next}">${texts.oidc.goOn}</a></p>`,
  });
};

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
