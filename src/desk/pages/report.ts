import type { Dossier } from '../../core/incident/dossier.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { fieldOf } from './form.ts';
import { caseAddress, clock, page, secrets, status } from './layout.ts';
import type { Viewer } from './layout.ts';

interface ReportOptions {
  readonly dossier: Dossier;
  readonly staffId: string;
  readonly viewer: Viewer;
  readonly problem?: string;
  readonly done?: string | undefined;
  /** The municipality has a folder reports can be put in. */
  readonly hasFolder: boolean;
}

/** Handing over, receipts, and keeping longer. */
export const reportPage = ({ dossier, staffId, viewer, problem, done, hasFolder }: ReportOptions): Html =>
  page({
    title: viewer.texts.report.title,
    viewer,
    about: { caseId: dossier.caseId, caseNumber: dossier.caseNumber, here: 'report' },
    body: [
      status(problem, 'problem'),
      status(done),
      html`<p>${viewer.texts.report.intro}</p>
        <form method="post" action="${caseAddress(dossier.caseId, 'report')}">
          ${secrets(viewer)}
          ${fieldOf(
            { id: 'recipient', kind: 'line', max: 200, required: 'always' },
            { label: viewer.texts.report.recipient, help: viewer.texts.report.recipientHelp },
            { value: '' },
            viewer,
          )}
          <p class="actions">
            ${hasFolder && html`<button type="submit" name="format" value="folder">${viewer.texts.report.folder}</button>`}
            <button type="submit" name="format" value="pdf">${viewer.texts.report.pdf}</button>
            <button type="submit" name="format" value="json">${viewer.texts.report.json}</button>
          </p>
        </form>`,
      receipts(dossier, viewer),
      holdSection(dossier, staffId, viewer),
    ],
  });

const receipts = ({ exports }: Dossier, viewer: Viewer): Html =>
  html`<section aria-labelledby="kvitteringer">
    <h2 id="kvitteringer">${viewer.texts.report.receipts}</h2>
    ${
      exports.length === 0
        ? html`<p>${viewer.texts.report.noReceipts}</p>`
        : html`<div class="wide" tabindex="0" role="region" aria-labelledby="kvitteringer">
            <table>
              <thead>
                <tr>
                  ${Object.values(viewer.texts.report.receipt).map((name) => html`<th scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${exports.map(
                  ({ at, by, recipient, format, hash, fileHash }) =>
                    html`<tr>
                      <td>${clock(viewer, at)}</td>
                      <td>${by.signature}</td>
                      <td>${recipient}</td>
                      <td>${viewer.texts.report.formats[format]}</td>
                      <td>
                        ${viewer.texts.report.jsonHash}: <code>${hash}</code>
                        ${fileHash !== undefined && html`<br />${viewer.texts.report.fileHash}: <code>${fileHash}</code>`}
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;

function holdSection({ caseId, hold }: Dossier, staffId: string, viewer: Viewer): Html {
  const act = (name: string, label: string, extra?: Content): Html =>
    html`<form method="post" action="${caseAddress(caseId, 'report')}/${name}">
      ${secrets(viewer)} ${extra}
      <p class="actions"><button type="submit" class="quiet">${label}</button></p>
    </form>`;
  const reason = fieldOf(
    { id: 'holdReason', kind: 'text', max: 2_000, required: 'always' },
    { label: viewer.texts.report.holdReason },
    { value: '' },
    viewer,
  );
  return html`<section aria-labelledby="behold">
    <h2 id="behold">${viewer.texts.report.hold}</h2>
    <p>${viewer.texts.report.holdIntro}</p>
    ${hold && html`<p>${viewer.texts.report.holdAsked(hold.askedBy.signature, clock(viewer, hold.askedAt))} ${lines(hold.reason)}</p>`}
    ${hold?.confirmed && html`<p>${viewer.texts.report.holdConfirmed(hold.confirmed.by.signature, clock(viewer, hold.confirmed.at))}</p>`}
    ${!hold && act('behold', viewer.texts.report.holdAsk, reason)}
    ${hold && !hold.confirmed && hold.askedBy.id !== staffId && act('behold-godkjenn', viewer.texts.report.holdConfirm)}
    ${hold && act('behold-slutt', viewer.texts.report.holdRelease)}
  </section>`;
}
