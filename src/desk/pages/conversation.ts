import type { CaseEntry } from '../../core/case.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { clock, page } from './layout.ts';
import type { Viewer } from './layout.ts';

/** What was said, redacted, oldest first. */
export const conversationPage = (
  { caseId, caseNumber }: Dossier,
  entries: readonly CaseEntry[],
  viewer: Viewer,
): Html =>
  page({
    title: viewer.texts.conversation.title,
    viewer,
    about: { caseId, caseNumber, here: 'conversation' },
    body: [
      html`<p class="help">${viewer.texts.conversation.intro}</p>`,
      entries.length === 0
        ? html`<p>${viewer.texts.conversation.none}</p>`
        : html`<ol class="talk">
            ${entries.map((entry) => entryOf(entry, viewer))}
          </ol>`,
    ],
  });

function entryOf({ from, signature, at, body, omitted }: CaseEntry, viewer: Viewer): Html {
  const { omitted: describe } = textsIn(viewer.language).words;
  return html`<li class="${from}">
    <p class="help">
      <strong>${from === 'sender' ? viewer.texts.conversation.sender : (signature ?? '')}</strong>, ${clock(viewer, at)}
    </p>
    ${wordsOf(body, viewer)}
    ${omitted.length > 0 && html`<p class="help">${textsIn(viewer.language).staff.entryOmitted({ things: omitted.map(describe).join(', ') })}</p>`}
  </li>`;
}

function wordsOf(body: CaseEntry['body'], viewer: Viewer): Content {
  switch (body.kind) {
    case 'text':
      return html`<p>${lines(body.text)}</p>`;
    case 'unmaskable':
      return html`<p class="help">${viewer.texts.conversation.unmaskable}</p>`;
    case 'deleted-by-sender':
      return html`<p class="help">${viewer.texts.conversation.deleted}</p>`;
    case 'deleted-by-staff':
      return html`<p class="help">${viewer.texts.conversation.deletedByStaff}</p>`;
  }
}
