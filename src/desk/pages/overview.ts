import { emergencyBlock } from '../../core/contacts/register.ts';
import type { NationalContacts } from '../../core/contacts/register.ts';
import { inLanguage } from '../../core/contacts/localised.ts';
import type { DutyGuide } from '../../core/duty-guide/guide.ts';
import { nextStep } from '../../core/duty-guide/next-step.ts';
import { dossierErasure } from '../../core/incident/dossier.ts';
import type { Received } from '../../core/incident/report.ts';
import { openSteps } from '../../core/incident/fill-in.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { caseAddress, clock, page, status } from './layout.ts';
import type { Viewer } from './layout.ts';

interface OverviewOptions {
  readonly subject: Subject;
  readonly received: Received;
  readonly guide: DutyGuide;
  readonly national: NationalContacts;
  readonly viewer: Viewer;
  /** A step was saved just now, as it was written or with something masked. */
  readonly saved?: 'saved' | 'masked' | undefined;
}

/** The case at a glance: what to do next, what came in, and what is filled in. */
export function overviewPage(options: OverviewOptions): Html {
  const { subject, received, guide, viewer, saved } = options;
  const { dossier } = subject;
  const { caseId, caseNumber } = dossier;
  return page({
    title: viewer.texts.caseName(caseNumber),
    viewer,
    about: { caseId, caseNumber, here: 'overview' },
    body: [
      saved &&
        status([viewer.texts.overview.saved, ...(saved === 'masked' ? [viewer.texts.overview.masked] : [])].join(' ')),
      nextStepLine(subject, options),
      stepList(subject, guide, viewer),
      facts(subject, received, viewer),
      html`<p class="help">${viewer.texts.overview.erasedAt(clock(viewer, dossierErasure(dossier)))}</p>`,
    ],
  });
}

function nextStepLine({ case: current, dossier }: Subject, { guide, national, viewer }: OverviewOptions): Html {
  const { answers, caseId } = dossier;
  const started = Object.keys(answers).length > 0;
  const { card } = nextStep(guide, answers);
  return html`<section class="${started ? `card ${card.urgency}` : 'card'}" aria-labelledby="neste">
    <h2 id="neste">${viewer.texts.overview.next}</h2>
    ${!started && current?.severity === 'acute' && firstNumbers(national, viewer)}
    ${started && html`<p class="big">${viewer.texts.guide.urgency[card.urgency]}: ${card.title}</p>`}
    <p>
      <a class="button" href="${caseAddress(caseId, 'guide')}"
        >${started ? viewer.texts.overview.open : viewer.texts.overview.start}</a
      >
    </p>
  </section>`;
}

/** Nobody should have to answer questions to be told whom to call. Source: 000:48. */
const firstNumbers = (national: NationalContacts, viewer: Viewer): Html =>
  html`<p class="call">
    ${viewer.texts.overview.acute}
    ${emergencyBlock(national)
      .slice(0, 2)
      .map(
        ({ names, phone }, index) =>
          html`${index > 0 && ', '}${inLanguage(names, viewer.language)}
            <a class="phone" href="tel:${phone.digits}">${phone.written}</a>`,
      )}
  </p>`;

function facts({ case: current }: Subject, received: Received, viewer: Viewer): Html {
  const { overview } = viewer.texts;
  const rows: readonly (readonly [string, Content])[] = [
    ...(current
      ? [[overview.level, textsIn(viewer.language).words.severity({ severity: current.severity })] as const]
      : []),
    [overview.first, moment(received.firstAt, overview.unknown)],
    [overview.last, moment(received.lastAt, overview.unknown)],
    [overview.recipient, received.recipient],
    [overview.takenBy, received.takenBy ?? overview.nobody],
    [overview.userId, received.discordUserId ?? overview.unknown],
    [overview.channel, received.channelId ?? overview.unknown],
    [overview.messages, received.messageIds.join(', ') || overview.unknown],
  ];
  return html`<section aria-labelledby="fakta">
    <h2 id="fakta">${overview.facts}</h2>
    ${!current && html`<p>${overview.erased}</p>`}
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  </section>`;
}

const moment = (at: Received['firstAt'], unknown: string): Content =>
  at ? [readable(at.local), html` <span class="help">(UTC ${readable(at.utc)})</span>`] : unknown;

/** «2026-11-22 21:55:03» of an ISO time. */
const readable = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

function stepList({ dossier }: Subject, guide: DutyGuide, viewer: Viewer): Html {
  return html`<section aria-labelledby="skjema">
    <h2 id="skjema">${viewer.texts.overview.form}</h2>
    <ol class="steps">
      ${openSteps(guide, dossier).map((id) => {
        const saved = dossier.steps[id];
        return html`<li>
          <a href="${caseAddress(dossier.caseId)}/steg/${id}">${viewer.texts.steps[id].title}</a>
          <span class="help"
            >${saved ? viewer.texts.overview.done(saved.by.signature, clock(viewer, saved.at)) : viewer.texts.overview.empty}</span
          >
        </li>`;
      })}
    </ol>
  </section>`;
}
