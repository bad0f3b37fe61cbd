import { closingCodes } from '../../core/incident/aftercare.ts';
import type { Referral } from '../../core/incident/aftercare.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { timelineOf } from '../../core/incident/timeline.ts';
import type { TimelineEvent } from '../../core/incident/timeline.ts';
import type { CaseEntry } from '../../core/case.ts';
import type { CaseId } from '../../core/ids.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { deskNb } from '../../i18n/desk/nb.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { fieldOf } from './form.ts';
import { caseAddress, clock, page, secrets, status } from './layout.ts';
import type { Viewer } from './layout.ts';

const { after: texts } = deskNb;

interface AfterOptions {
  readonly subject: Subject;
  readonly entries: readonly CaseEntry[];
  readonly viewer: Viewer;
  readonly problem?: string | undefined;
  readonly done?: boolean;
  /** What was typed in a form that was not taken. */
  readonly typed?: Readonly<Record<string, string>>;
}

/** What is left to do, and what has been done. */
export function afterPage({ subject, entries, viewer, problem, done = false, typed = {} }: AfterOptions): Html {
  const { case: current, dossier } = subject;
  const { caseId, caseNumber } = dossier;
  const isSerious = current === undefined || current.severity === 'serious' || current.severity === 'acute';
  return page({
    title: texts.title,
    viewer,
    about: { caseId, caseNumber, here: 'after' },
    body: [
      status(problem, 'problem'),
      done && status(texts.done),
      referrals(dossier, viewer, typed),
      recontact(subject, viewer),
      closing(dossier, viewer),
      isSerious && debrief(dossier, viewer, typed),
      timeline(timelineOf(current, entries, dossier), viewer),
    ],
  });
}

const form = (caseId: CaseId, act: string, viewer: Viewer, body: Content, button: string): Html =>
  html`<form method="post" action="${caseAddress(caseId, 'after')}/${act}">
    ${secrets(viewer)} ${body}
    <p class="actions"><button type="submit">${button}</button></p>
  </form>`;

const line = (id: string, label: string, value: string | undefined, help?: string): Html =>
  fieldOf(
    { id, kind: 'line', max: 200, required: 'always' },
    { label, ...(help === undefined ? {} : { help }) },
    { value: value ?? '' },
  );

function referrals(
  { caseId, referrals: sent = [] }: Dossier,
  viewer: Viewer,
  typed: Readonly<Record<string, string>>,
): Html {
  return html`<section aria-labelledby="henvist">
    <h2 id="henvist">${texts.referrals}</h2>
    <p>${texts.referralsIntro}</p>
    ${sent.length === 0 ? html`<p>${texts.noReferrals}</p>` : sent.map((one) => referral(caseId, one, viewer, typed))}
    ${form(caseId, 'henvis', viewer, line('to', texts.referralTo, typed['to'], texts.referralHelp), texts.refer)}
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
    <p>${texts.sentBy(by.signature, clock(viewer, at))}</p>
    ${
      received
        ? html`<p>${texts.receivedBy(received.name, clock(viewer, received.at))}</p>`
        : [
            html`<p><strong>${texts.awaited}</strong></p>`,
            form(
              caseId,
              'mottatt',
              viewer,
              [
                html`<input type="hidden" name="referral" value="${id}" />`,
                line(`name-${id}`, texts.receivedName, typed[`name-${id}`]),
              ],
              texts.received,
            ),
          ]
    }
  </section>`;
}

function recontact({ case: current, dossier: { caseId, recontact: flag } }: Subject, viewer: Viewer): Html {
  return html`<section aria-labelledby="ny-kontakt">
    <h2 id="ny-kontakt">${texts.recontact}</h2>
    <p>${texts.recontactIntro}</p>
    ${
      flag
        ? [
            html`<p>
              <strong>${texts.recontactOn}</strong> ${texts.recontactBy(flag.by.signature, clock(viewer, flag.at))}
            </p>`,
            form(caseId, 'ny-kontakt-av', viewer, undefined, texts.turnOff),
          ]
        : current
          ? form(caseId, 'ny-kontakt', viewer, undefined, texts.turnOn)
          : html`<p>${texts.caseGone}</p>`
    }
  </section>`;
}

const closing = ({ caseId, closing: ended }: Dossier, viewer: Viewer): Html =>
  html`<section aria-labelledby="slutt">
    <h2 id="slutt">${texts.closing}</h2>
    ${ended && html`<p>${texts.closedAs(texts.codes[ended.code], ended.by.signature, clock(viewer, ended.at))}</p>`}
    ${form(
      caseId,
      'slutt',
      viewer,
      html`<fieldset class="field">
        <legend>${texts.closing}</legend>
        ${closingCodes.map(
          (code) =>
            html`<label class="choice">
              <input type="radio" name="code" value="${code}" ${code === ended?.code && html`checked`} />
              ${texts.codes[code]}
            </label>`,
        )}
      </fieldset>`,
      texts.saveCode,
    )}
  </section>`;

const debrief = ({ caseId, debriefs = [] }: Dossier, viewer: Viewer, typed: Readonly<Record<string, string>>): Html =>
  html`<section aria-labelledby="snakk">
    <h2 id="snakk">${texts.debrief}</h2>
    <p>${texts.debriefIntro}</p>
    ${
      debriefs.length > 0 &&
      html`<ul>
        ${debriefs.map(
          ({ by, colleague, at }) => html`<li>${texts.debriefed(by.signature, colleague, clock(viewer, at))}</li>`,
        )}
      </ul>`
    }
    ${form(caseId, 'snakk', viewer, line('colleague', texts.colleague, typed['colleague']), texts.saveDebrief)}
  </section>`;

const timeline = (events: readonly TimelineEvent[], viewer: Viewer): Html =>
  html`<section aria-labelledby="tidslinje">
    <h2 id="tidslinje">${texts.timeline}</h2>
    <p class="help">${texts.timelineIntro}</p>
    <ol>
      ${events.map((event) => html`<li>${clock(viewer, event.at)}: ${eventText(event)}</li>`)}
    </ol>
  </section>`;

function eventText(event: TimelineEvent): string {
  const { events } = texts;
  switch (event.kind) {
    case 'opened':
    case 'deleted':
    case 'received':
      return events[event.kind];
    case 'message':
      return events.message(textsIn('nb').words.severity({ severity: event.severity }));
    case 'step':
      return events.step(deskNb.steps[event.step].title, event.by);
    case 'closing':
      return events.closing(texts.codes[event.code]);
    default:
      return events[event.kind](event.by);
  }
}
