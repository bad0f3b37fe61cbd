import { grantLivesMs, mayReadOriginal } from '../../core/incident/unsealing.ts';
import type { Unsealing } from '../../core/incident/unsealing.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import type { CaseId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Original } from '../../flows/desk/unseal.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { caseAddress, clock, page, secrets, status } from './layout.ts';
import type { Viewer } from './layout.ts';

interface OriginalOptions {
  readonly dossier: Dossier;
  /** What holds now; a lapsed request or grant is none. */
  readonly unsealing: Unsealing | undefined;
  readonly staffId: string;
  readonly acute: boolean;
  readonly now: Instant;
  readonly viewer: Viewer;
  readonly problem?: string;
}

/** Who may open it, and how. The words themselves are on the page after this one. */
export function originalPage(options: OriginalOptions): Html {
  const { dossier, viewer, problem } = options;
  return page({
    title: viewer.texts.original.title,
    viewer,
    about: { caseId: dossier.caseId, caseNumber: dossier.caseNumber, here: 'original' },
    body: [status(problem, 'problem'), html`<p>${viewer.texts.original.intro}</p>`, stateOf(options)],
  });
}

function stateOf({ dossier: { caseId }, unsealing, staffId, acute, now, viewer }: OriginalOptions): Content {
  if (unsealing?.kind === 'granted') {
    if (!mayReadOriginal(unsealing, staffId, now)) return html`<p>${viewer.texts.original.others}</p>`;
    return [
      html`<p>${viewer.texts.original.granted(clock(viewer, unsealing.at + grantLivesMs))}</p>`,
      form(caseId, 'les', viewer.texts.original.read, viewer),
    ];
  }
  if (unsealing) {
    return [
      html`<p>${viewer.texts.original.asked(unsealing.by.signature, clock(viewer, unsealing.at))}</p>
        <p>${lines(unsealing.reason)}</p>`,
      unsealing.by.id === staffId
        ? html`<p>${viewer.texts.original.waiting}</p>`
        : form(caseId, 'godkjenn', viewer.texts.original.grant, viewer),
      acute && alone(caseId, viewer),
    ];
  }
  return [form(caseId, 'be', viewer.texts.original.ask, viewer, true), acute && alone(caseId, viewer)];
}

const alone = (caseId: CaseId, viewer: Viewer): Html =>
  html`<section class="card now" aria-labelledby="alene">
    <h2 id="alene">${viewer.texts.original.alone}</h2>
    <p>${viewer.texts.original.aloneIntro}</p>
    ${form(caseId, 'alene', viewer.texts.original.alone, viewer, true)}
  </section>`;

const form = (caseId: CaseId, act: string, label: string, viewer: Viewer, withReason = false): Html =>
  html`<form method="post" action="${caseAddress(caseId, 'original')}/${act}">
    ${secrets(viewer)}
    ${
      withReason &&
      html`<div class="field">
        <label for="grunn-${act}">${viewer.texts.original.reason}</label>
        <textarea
          id="grunn-${act}"
          name="reason"
          rows="3"
          maxlength="2000"
          autocomplete="off"
          aria-required="true"
        ></textarea>
      </div>`
    }
    <p class="actions"><button type="submit">${label}</button></p>
  </form>`;

/** The words as they were written. Never in a log, an address or an export. */
export const readOriginalPage = (
  { caseId, caseNumber }: Dossier,
  originals: readonly Original[],
  viewer: Viewer,
): Html =>
  page({
    title: viewer.texts.original.title,
    viewer,
    about: { caseId, caseNumber, here: 'original' },
    body:
      originals.length === 0
        ? html`<p>${viewer.texts.original.none}</p>`
        : html`<ol class="talk">
            ${originals.map(
              ({ entryId, revision, original }) =>
                html`<li class="sender">
                  <p class="help">
                    ${viewer.texts.original.messageId}
                    ${entryId}${revision > 1 && `, ${viewer.texts.original.revision(revision)}`}
                  </p>
                  <p>${lines(original.reveal())}</p>
                </li>`,
            )}
          </ol>`,
  });
