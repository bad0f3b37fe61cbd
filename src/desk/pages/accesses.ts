import type { Dossier } from '../../core/incident/dossier.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { clock, page } from './layout.ts';
import type { Viewer } from './layout.ts';

/** Who saw what, when and why; newest first. */
export const accessesPage = ({ caseId, caseNumber, accesses }: Dossier, viewer: Viewer): Html =>
  page({
    title: viewer.texts.accesses.title,
    viewer,
    about: { caseId, caseNumber, here: 'accesses' },
    body:
      accesses.length === 0
        ? html`<p>${viewer.texts.accesses.none}</p>`
        : html`<div class="wide" tabindex="0" role="region" aria-label="${viewer.texts.accesses.title}">
            <table>
              <thead>
                <tr>
                  ${Object.values(viewer.texts.accesses.columns).map((name) => html`<th scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${accesses.toReversed().map(
                  ({ at, by, what, purpose }) =>
                    html`<tr>
                      <td>${clock(viewer, at)}</td>
                      <td>${by.signature}</td>
                      <td>${viewer.texts.seen[what]}</td>
                      <td>${viewer.texts.purposes[purpose]}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`,
  });
