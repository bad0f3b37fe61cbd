import type { Case } from '../../core/case.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { caseAddress, page } from './layout.ts';
import type { Viewer } from './layout.ts';

/** For whoever signs in without a case in mind. */
export const startPage = (open: readonly Pick<Case, 'id' | 'number' | 'severity'>[], viewer: Viewer): Html =>
  page({
    title: viewer.texts.start.title,
    viewer,
    body: [
      open.length === 0
        ? html`<p>${viewer.texts.start.none}</p>`
        : html`<p>${viewer.texts.start.intro}</p>
            <ul>
              ${open.map(
                ({ id, number, severity }) =>
                  html`<li>
                    <a href="${caseAddress(id)}"
                      >${viewer.texts.start.case(viewer.texts.caseName(number), textsIn(viewer.language).words.severity({ severity }))}</a
                    >
                  </li>`,
              )}
            </ul>`,
      html`<p><a href="/navigasjonshjulet.pdf">${viewer.texts.start.wheel}</a></p>`,
    ],
  });
