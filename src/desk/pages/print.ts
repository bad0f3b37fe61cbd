import type { ExportReceipt } from '../../core/incident/dossier.ts';
import type { Report } from '../../core/incident/report.ts';
import type { DutyGuide } from '../../core/duty-guide/guide.ts';
import { deskNb } from '../../i18n/desk/nb.ts';
import { html, lines } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { FieldWords } from './form.ts';

const { print: texts, overview, guide: guideTexts, conversation, steps } = deskNb;

/** The report for paper or a PDF. Page numbers come from the style sheet's `@page`. */
export function printPage(report: Report, { hash }: ExportReceipt, guide: DutyGuide): Html {
  const title = texts.title(report.caseNumber);
  return html`<!doctype html>
    <html lang="nb">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/stil.css" />
      </head>
      <body class="print">
        <main>
          <p class="urgency">${texts.confidential}</p>
          <h1>${title}</h1>
          <p>${report.municipality.service}, ${report.municipality.name} (${report.municipality.organisationNumber})</p>
          <p>${texts.made(report.madeBy, readable(report.madeAt.local))}</p>
          <p class="help only-screen">${texts.howTo}</p>
          ${received(report)} ${stepSections(report)} ${guideSection(report, guide)} ${talk(report)}
          <p class="hash">${texts.hash}: <code>${hash}</code></p>
        </main>
      </body>
    </html>`;
}

/** «2026-11-22 21:55:03», on the municipality's own clock. */
const readable = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

const list = (rows: readonly (readonly [string, Content])[]): Html =>
  html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

const received = ({ received: facts }: Report): Html =>
  html`<h2>${overview.facts}</h2>
    ${list([
      [overview.first, facts.firstAt ? readable(facts.firstAt.local) : overview.unknown],
      [overview.last, facts.lastAt ? readable(facts.lastAt.local) : overview.unknown],
      [overview.recipient, facts.recipient],
      [overview.takenBy, facts.takenBy ?? overview.nobody],
      [overview.userId, facts.discordUserId ?? overview.unknown],
      [overview.channel, facts.channelId ?? overview.unknown],
      [overview.messages, facts.messageIds.join(', ') || overview.unknown],
    ])}`;

const stepSections = ({ steps: saved }: Report): Content =>
  saved.map(({ step, by, at, values }) => {
    const words: Readonly<Record<string, FieldWords>> = steps[step].fields;
    return html`<h2>${steps[step].title}</h2>
      <p class="help">${overview.done(by, readable(at.local))}</p>
      ${list(
        Object.entries(values)
          .filter(([, value]) => value !== '')
          .map(([id, value]) => [words[id]?.label ?? id, words[id]?.choices?.[value] ?? lines(value)]),
      )}`;
  });

function guideSection({ guide: answered }: Report, guide: DutyGuide): Html {
  const rows = guide.questions.flatMap(({ id, text, answers }) => {
    const given = answers.find((one) => one.id === answered.answers[id]);
    return given ? [[text, given.label] as const] : [];
  });
  const { decision } = answered;
  return html`<h2>${guideTexts.title}</h2>
    <p>
      ${answered.card}. ${guideTexts.version(answered.version, guide.effectiveFrom)}
      ${!answered.approved && guideTexts.notApproved}
    </p>
    ${list(rows)}
    ${
      decision &&
      html`<p>
        ${guideTexts.decided(decision.by, readable(decision.at.local))}
        ${decision.follows ? guideTexts.followed : guideTexts.against} ${lines(decision.reason)}
      </p>`
    }
    ${decision?.secondAssessment !== undefined && html`<p>${guideTexts.second}: ${lines(decision.secondAssessment)}</p>`}`;
}

const talk = ({ conversation: said }: Report): Content =>
  said.length > 0 &&
  html`<h2>${conversation.title}</h2>
    <p class="help">${conversation.intro}</p>
    ${said.map(
      ({ at, from, text, note }) =>
        html`<p>
          <strong>${readable(at.local)}, ${from === 'sender' ? conversation.sender : conversation.staff}:</strong>
          ${text === null ? (note === 'unmaskable' ? conversation.unmaskable : conversation.deleted) : lines(text)}
        </p>`,
    )}`;
