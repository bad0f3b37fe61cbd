import type { CaseEntry } from '../../core/case.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { deskNb } from '../../i18n/desk/nb.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { clock, page } from './layout.ts';
import type { Viewer } from './layout.ts';

const { conversation: texts } = deskNb;

/** What was said, redacted, oldest first. */
export const conversationPage = (
  { caseId, caseNumber }: Dossier,
  entries: readonly CaseEntry[],
  viewer: Viewer,
): Html =>
  page({
    title: texts.title,
    viewer,
    about: { caseId, caseNumber, here: 'conversation' },
    body: [
      html`<p class="help">${texts.intro}</p>`,
      entries.length === 0
        ? html`<p>${texts.none}</p>`
        : html`<ol class="talk">
            ${entries.map((entry) => entryOf(entry, viewer))}
          </ol>`,
    ],
  });

function entryOf({ from, signature, at, body, omitted }: CaseEntry, viewer: Viewer): Html {
  const { omitted: describe } = textsIn('nb').words;
  return html`<li class="${from}">
    <p class="help"><strong>${from === 'sender' ? texts.sender : (signature ?? '')}</strong>, ${clock(viewer, at)}</p>
    ${wordsOf(body)}
    ${omitted.length > 0 && html`<p class="help">${textsIn('nb').staff.entryOmitted({ things: omitted.map(describe).join(', ') })}</p>`}
  </li>`;
}

function wordsOf(body: CaseEntry['body']): Content {
  switch (body.kind) {
    case 'text':
      return html`<p>${lines(body.text)}</p>`;
    case 'unmaskable':
      return html`<p class="help">${texts.unmaskable}</p>`;
    case 'deleted-by-sender':
      return html`<p class="help">${texts.deleted}</p>`;
    case 'deleted-by-staff':
      return html`<p class="help">${texts.deletedByStaff}</p>`;
  }
}
