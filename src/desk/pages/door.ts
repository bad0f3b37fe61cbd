import type { CaseId } from '../../core/ids.ts';
import { purposes } from '../../core/incident/dossier.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { caseAddress, page, secrets } from './layout.ts';
import type { Reader, Viewer } from './layout.ts';

/** A press signs in, not the opening of the link: programs that fetch links ahead must not spend it. */
export const enterPage = (token: string, viaOidc: boolean, viewer: Reader): Html =>
  page({
    viewer,
    title: viewer.texts.enter.title,
    body: viaOidc
      ? html`<p>${viewer.texts.oidc.intro}</p>
          <p class="actions"><a class="button" href="/inn/${token}/videre">${viewer.texts.oidc.button}</a></p>`
      : html`<p>${viewer.texts.enter.intro}</p>
          <form method="post" action="/inn">
            <input type="hidden" name="token" value="${token}" />
            <p class="actions"><button type="submit">${viewer.texts.enter.button}</button></p>
          </form>`,
  });

/** The way in through the municipality's own sign-in, and on to a case. */
export const signInLink = (caseId: CaseId | undefined, viewer: Reader): Html =>
  html`<p class="actions">
    <a class="button" href="${caseId === undefined ? '/logg-inn' : `/logg-inn?sak=${caseId}`}"
      >${viewer.texts.oidc.button}</a
    >
  </p>`;

/** Signed in. The browser goes on by itself; the link is for when it does not. */
export const arrivedPage = (caseId: CaseId | undefined, viewer: Reader): Html => {
  const next = caseId === undefined ? '/' : caseAddress(caseId);
  return page({
    viewer,
    title: viewer.texts.oidc.arrived,
    onTo: next,
    body: html`<p class="actions"><a class="button" href="${next}">${viewer.texts.oidc.goOn}</a></p>`,
  });
};

/** Signed out here. The browser goes on by itself to sign out at the municipality's own sign-in too. */
export const leavingPage = (onTo: string, viewer: Reader): Html =>
  page({
    viewer,
    title: viewer.texts.oidc.signedOut.title,
    onTo,
    body: html`<p>${viewer.texts.oidc.leaving}</p>
      <p class="actions"><a class="button" href="${onTo}">${viewer.texts.oidc.goOn}</a></p>`,
  });

/** Asked once per case and session; one press. */
export const purposePage = (caseId: CaseId, caseNumber: number, viewer: Viewer): Html =>
  page({
    title: viewer.texts.purpose.title,
    viewer,
    body: html`<p><strong>${viewer.texts.caseName(caseNumber)}.</strong> ${viewer.texts.purpose.intro}</p>
      <form method="post" action="${caseAddress(caseId)}/formal">
        ${secrets(viewer)}
        <p class="actions stacked">
          ${purposes.map(
            (purpose) =>
              html`<button type="submit" name="purpose" value="${purpose}">${viewer.texts.purposes[purpose]}</button>`,
          )}
        </p>
      </form>`,
  });
