import type { Case } from '../../core/case.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { deskNb } from '../../i18n/desk/nb.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { caseAddress, page } from './layout.ts';
import type { Viewer } from './layout.ts';

const { start: texts } = deskNb;

/** For whoever signs in without a case in mind. */
export const startPage = (open: readonly Pick<Case, 'id' | 'number' | 'severity'>[], viewer: Viewer): Html =>
  page({
    title: texts.title,
    viewer,
    body: [
      open.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<p>${texts.intro}</p>
            <ul>
              ${open.map(
                ({ id, number, severity }) =>
                  html`<li>
                    <a href="${caseAddress(id)}"
                      >${texts.case(deskNb.caseName(number), textsIn('nb').words.severity({ severity }))}</a
                    >
                  </li>`,
              )}
            </ul>`,
      html`<p><a href="/navigasjonshjulet.pdf">${texts.wheel}</a></p>`,
    ],
  });
