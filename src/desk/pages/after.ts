import { closingCodes } from '../../core/incident/aftercare.ts';
import type { Referral } from '../../core/incident/aftercare.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import type { CaseId } from '../../core/ids.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { fieldOf } from './form.ts';
import { caseAddress, clock, page, secrets, status } from './layout.ts';
import type { Viewer } from './layout.ts';
import { isUrgent } from '../../core/triage/assessment.ts';

interface AfterOptions {
  readonly subject: Subject;
  readonly viewer: Viewer;
  readonly problem?: string | undefined;
  readonly done?: boolean;
  /** What was typed in a form that was not taken. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** What is left to do, and what has been done. */
export function afterPage({ subject, viewer, problem, done = false, typed = {} }: AfterOptions): Html {
  const { case: current, dossier } = subject;
  const { caseId, caseNumber } = dossier;
  const isSerious = current === undefined || isUrgent(current.severity);
  return page({
    title: viewer.texts.after.title,
    viewer,
    about: { caseId, caseNumber, here: 'after' },
    body: [
      status(problem, 'problem'),
      done && status(viewer.texts.after.done),
      referrals(dossier, viewer, typed),
      recontact(subject, viewer),
      closing(dossier, viewer),
      isSerious && debrief(dossier, viewer, typed),
      html`<p><a href="${caseAddress(caseId)}/tidslinje">${viewer.texts.after.showTimeline}</a></p>`,
    ],
  });
}

const form = (caseId: CaseId, act: string, viewer: Viewer, body: Content, button: string): Html =>
  html`<form method="post" action="${caseAddress(caseId, 'after')}/${act}">
    ${secrets(viewer)} ${body}
    <p class="actions"><button type="submit">${button}</button></p>
  </form>`;

const line = (id: string, label: string, value: string | undefined, viewer: Viewer, help?: string): Html =>
  fieldOf(
    { id, kind: 'line', max: 200, required: 'always' },
    { label, ...(help === undefined ? {} : { help }) },
    { value: value ?? '' },
    viewer,
  );

function referrals(
  { caseId, referrals: sent = [] }: Dossier,
  viewer: Viewer,
  typed: Readonly<Record<string, string>>,
): Html {
  return html`<section aria-labelledby="henvist">
    <h2 id="henvist">${viewer.texts.after.referrals}</h2>
    <p>${viewer.texts.after.referralsIntro}</p>
    ${sent.length === 0 ? html`<p>${viewer.texts.after.noReferrals}</p>` : sent.map((one) => referral(caseId, one, viewer, typed))}
    ${form(caseId, 'henvis', viewer, line('to', viewer.texts.after.referralTo, typed['to'], viewer, viewer.texts.after.referralHelp), viewer.texts.after.refer)}
  </section>`;
}

function referral(
  caseId: CaseId,
  { id, to, by, at, received }: Referral,
  viewer: Viewer,
  typed: Readonly<Record<string, string>>,
): Html {
  return html`<section class="card" aria-labelledby="henvisning-${id}">
    <h3 id="henvisning-${id}">${to}</h3>
    <p>${viewer.texts.after.sentBy(by.signature, clock(viewer, at))}</p>
    ${
      received
        ? html`<p>${viewer.texts.after.receivedBy(received.name, clock(viewer, received.at))}</p>`
        : [
            html`<p><strong>${viewer.texts.after.awaited}</strong></p>`,
            form(
              caseId,
              'mottatt',
              viewer,
              [
                html`<input type="hidden" name="referral" value="${id}" />`,
                line(`name-${id}`, viewer.texts.after.receivedName, typed[`name-${id}`], viewer),
              ],
              viewer.texts.after.received,
            ),
          ]
    }
  </section>`;
}

function recontact({ case: current, dossier: { caseId, recontact: flag } }: Subject, viewer: Viewer): Html {
  return html`<section aria-labelledby="ny-kontakt">
    <h2 id="ny-kontakt">${viewer.texts.after.recontact}</h2>
    <p>${viewer.texts.after.recontactIntro}</p>
    ${
      flag
        ? [
            html`<p>
              <strong>${viewer.texts.after.recontactOn}</strong>
              ${viewer.texts.after.recontactBy(flag.by.signature, clock(viewer, flag.at))}
            </p>`,
            form(caseId, 'ny-kontakt-av', viewer, undefined, viewer.texts.after.turnOff),
          ]
        : current
          ? form(caseId, 'ny-kontakt', viewer, undefined, viewer.texts.after.turnOn)
          : html`<p>${viewer.texts.after.caseGone}</p>`
    }
  </section>`;
}

const closing = ({ caseId, closing: ended }: Dossier, viewer: Viewer): Html =>
  html`<section aria-labelledby="slutt">
    <h2 id="slutt">${viewer.texts.after.closing}</h2>
    ${ended && html`<p>${viewer.texts.after.closedAs(viewer.texts.after.codes[ended.code], ended.by.signature, clock(viewer, ended.at))}</p>`}
    ${form(
      caseId,
      'slutt',
      viewer,
      html`<fieldset class="field">
        <legend>${viewer.texts.after.closing}</legend>
        ${closingCodes.map(
          (code) =>
            html`<label class="choice">
              <input type="radio" name="code" value="${code}" ${code === ended?.code && html`checked`} />
              ${viewer.texts.after.codes[code]}
            </label>`,
        )}
      </fieldset>`,
      viewer.texts.after.saveCode,
    )}
  </section>`;

const debrief = ({ caseId, debriefs = [] }: Dossier, viewer: Viewer, typed: Readonly<Record<string, string>>): Html =>
  html`<section aria-labelledby="snakk">
    <h2 id="snakk">${viewer.texts.after.debrief}</h2>
    <p>${viewer.texts.after.debriefIntro}</p>
    ${
      debriefs.length > 0 &&
      html`<ul>
        ${debriefs.map(
          ({ by, colleague, at }) =>
            html`<li>${viewer.texts.after.debriefed(by.signature, colleague, clock(viewer, at))}</li>`,
        )}
      </ul>`
    }
    ${form(caseId, 'snakk', viewer, line('colleague', viewer.texts.after.colleague, typed['colleague'], viewer), viewer.texts.after.saveDebrief)}
  </section>`;
