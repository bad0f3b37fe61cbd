import type { Dossier } from '../../core/incident/dossier.ts';
import { deskNb } from '../../i18n/desk/nb.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { clock, page } from './layout.ts';
import type { Viewer } from './layout.ts';

const { accesses: texts } = deskNb;

/** Who saw what, when and why; newest first. */
export const accessesPage = ({ caseId, caseNumber, accesses }: Dossier, viewer: Viewer): Html =>
  page({
    title: texts.title,
    viewer,
    about: { caseId, caseNumber, here: 'accesses' },
    body:
      accesses.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<div class="wide" tabindex="0" role="region" aria-label="${texts.title}">
            <table>
              <thead>
                <tr>
                  ${Object.values(texts.columns).map((name) => html`<th scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${accesses.toReversed().map(
                  ({ at, by, what, purpose }) =>
                    html`<tr>
                      <td>${clock(viewer, at)}</td>
                      <td>${by.signature}</td>
                      <td>${deskNb.seen[what]}</td>
                      <td>${deskNb.purposes[purpose]}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`,
  });
