import { emergencyBlock } from '../../core/contacts/register.ts';
import type { NationalContacts } from '../../core/contacts/register.ts';
import { inLanguage } from '../../core/contacts/localised.ts';
import type { DutyGuide } from '../../core/duty-guide/guide.ts';
import { nextStep } from '../../core/duty-guide/next-step.ts';
import { dossierErasure } from '../../core/incident/dossier.ts';
import type { Received } from '../../core/incident/report.ts';
import { stepIds, steps } from '../../core/incident/steps.ts';
import { leadsToKripos } from '../../core/incident/fill-in.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { deskNb as texts } from '../../i18n/desk/nb.ts';
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
export function overviewPage({ subject, received, guide, national, viewer, saved }: OverviewOptions): Html {
  const { dossier } = subject;
  const { caseId, caseNumber } = dossier;
  return page({
    title: texts.caseName(caseNumber),
    viewer,
    about: { caseId, caseNumber, here: 'overview' },
    body: [
      saved && status([texts.overview.saved, ...(saved === 'masked' ? [texts.overview.masked] : [])].join(' ')),
      nextStepLine(subject, guide, national),
      facts(subject, received),
      stepList(subject, guide, viewer),
      html`<p class="help">${texts.overview.erasedAt(clock(viewer, dossierErasure(dossier)))}</p>`,
    ],
  });
}

function nextStepLine({ case: current, dossier }: Subject, guide: DutyGuide, national: NationalContacts): Html {
  const { answers, caseId } = dossier;
  const started = Object.keys(answers).length > 0;
  const { card } = nextStep(guide, answers);
  return html`<section class="${started ? `card ${card.urgency}` : 'card'}" aria-labelledby="neste">
    <h2 id="neste">${texts.overview.next}</h2>
    ${!started && current?.severity === 'acute' && firstNumbers(national)}
    ${started && html`<p class="big">${texts.guide.urgency[card.urgency]}: ${card.title}</p>`}
    <p>
      <a class="button" href="${caseAddress(caseId, 'guide')}"
        >${started ? texts.overview.open : texts.overview.start}</a
      >
    </p>
  </section>`;
}

/** Nobody should have to answer questions to be told whom to call. Source: 000:48. */
const firstNumbers = (national: NationalContacts): Html =>
  html`<p class="call">
    ${texts.overview.acute}
    ${emergencyBlock(national)
      .slice(0, 2)
      .map(
        ({ names, phone }, index) =>
          html`${index > 0 && ', '}${inLanguage(names, 'nb')}
            <a class="phone" href="tel:${phone.digits}">${phone.written}</a>`,
      )}
  </p>`;

function facts({ case: current }: Subject, received: Received): Html {
  const { overview } = texts;
  const rows: readonly (readonly [string, Content])[] = [
    ...(current ? [[overview.level, textsIn('nb').words.severity({ severity: current.severity })] as const] : []),
    [overview.first, moment(received.firstAt)],
    [overview.last, moment(received.lastAt)],
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

const moment = (at: Received['firstAt']): Content =>
  at ? [readable(at.local), html` <span class="help">(UTC ${readable(at.utc)})</span>`] : texts.overview.unknown;

/** «2026-11-22 21:55:03» of an ISO time. */
const readable = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

function stepList({ dossier }: Subject, guide: DutyGuide, viewer: Viewer): Html {
  const open = stepIds.filter((id) => !steps[id].onlyForKripos || leadsToKripos(guide, dossier.answers));
  return html`<section aria-labelledby="skjema">
    <h2 id="skjema">${texts.overview.form}</h2>
    <ol class="steps">
      ${open.map((id) => {
        const saved = dossier.steps[id];
        return html`<li>
          <a href="${caseAddress(dossier.caseId)}/steg/${id}">${texts.steps[id].title}</a>
          <span class="help"
            >${saved ? texts.overview.done(saved.by.signature, clock(viewer, saved.at)) : texts.overview.empty}</span
          >
        </li>`;
      })}
    </ol>
  </section>`;
}
