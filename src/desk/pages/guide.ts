import type { NationalContacts } from '../../core/contacts/register.ts';
import type { Contact } from '../../core/contacts/contact.ts';
import { inLanguage } from '../../core/contacts/localised.ts';
import { callScript } from '../../core/duty-guide/call-script.ts';
import { contactOf } from '../../core/duty-guide/card-contacts.ts';
import type { ContactRef, DutyCard, DutyGuide } from '../../core/duty-guide/guide.ts';
import { askedQuestions, nextStep } from '../../core/duty-guide/next-step.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { deskNb } from '../../i18n/desk/nb.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { page, status } from './layout.ts';
import type { Viewer } from './layout.ts';
import { decisionForm } from './decision.ts';
import { questionForm } from './questions.ts';

const { guide: texts } = deskNb;

export interface GuideOptions {
  readonly subject: Subject;
  readonly guide: DutyGuide;
  readonly municipality: Municipality;
  readonly national: NationalContacts;
  readonly viewer: Viewer;
  readonly problem?: string;
  /** What was typed in a decision that was not taken. */
  readonly typed?: { readonly follows: boolean; readonly reason: string; readonly secondAssessment: string };
}

/** The next step first, the questions under it: whoever is in a hurry reads only the top. */
export function guidePage(options: GuideOptions): Html {
  const { subject, guide, viewer, problem } = options;
  const { dossier } = subject;
  const asked = askedQuestions(guide, dossier.answers);
  const started = asked.some(({ answer }) => answer !== undefined);
  const firstDone = asked.every(({ question, answer }) => !question.first || answer !== undefined);
  const urgent = ['yes', 'unsure'].includes(dossier.answers['dangerNow'] ?? '');
  const step = nextStep(guide, dossier.answers);
  const showCard = started && (firstDone || urgent);
  return page({
    title: texts.title,
    viewer,
    about: { caseId: dossier.caseId, caseNumber: dossier.caseNumber, here: 'guide' },
    body: [
      status(problem, 'problem'),
      showCard && cardOf(step.card, step.settled, options),
      showCard && also(step.also),
      questionForm({
        asked: firstDone ? asked : asked.filter(({ question }) => question.first || urgent),
        started,
        dossier,
        viewer,
      }),
      showCard && step.settled && decisionForm({ step, dossier, viewer, typed: options.typed }),
      approval(guide),
    ],
  });
}

function cardOf(card: DutyCard, settled: boolean, options: GuideOptions): Html {
  const { guide, municipality, national } = options;
  const [first, ...others] = card.contacts.map(
    (ref) => [ref, contactOf(ref, municipality.contacts, national)] as const,
  );
  return html`<section class="card ${card.urgency}" aria-labelledby="kort">
    <p class="urgency">${texts.urgency[card.urgency]}${!settled && ` · ${texts.provisional}`}</p>
    <h2 id="kort">${card.title}</h2>
    <p>${card.why}</p>
    ${first && mainContact(first[0], first[1])}
    <h3>${texts.steps}</h3>
    <ol>
      ${card.steps.map((line) => html`<li>${line}</li>`)}
    </ol>
    <h3>${texts.script}</h3>
    <ol class="script">
      ${scriptOf(card, options).map((line) => html`<li>${line}</li>`)}
    </ol>
    ${
      others.length > 0 &&
      html`<h3>${texts.alsoHave}</h3>
        <ul>
          ${others.map(([ref, contact]) => html`<li>${contactLine(ref, contact)}</li>`)}
        </ul>`
    }
    ${tellSection(card, guide)} ${legalSection(card, guide)}
  </section>`;
}

const digits = (contact: Contact): Content =>
  contact.phone && html`<a class="phone" href="tel:${contact.phone.digits}">${contact.phone.written}</a>`;

function mainContact(ref: ContactRef, contact: Contact | undefined): Html {
  if (!contact) return html`<p class="status problem">${texts.noContact} (${'id' in ref ? ref.id : ref.kind})</p>`;
  const name = inLanguage(contact.names, 'nb');
  return contact.phone
    ? html`<p class="call">${texts.call} ${name}: ${digits(contact)}</p>`
    : html`<p class="call">
        ${name}. ${texts.noNumber} ${contact.url && html`<a href="${contact.url}" rel="noreferrer">${contact.url}</a>`}
      </p>`;
}

const contactLine = (ref: ContactRef, contact: Contact | undefined): Content =>
  contact
    ? [inLanguage(contact.names, 'nb'), ': ', digits(contact) ?? contact.url ?? texts.noNumber]
    : `${texts.noContact} (${'id' in ref ? ref.id : ref.kind})`;

/** Prefilled with what is known; stays on this page. */
function scriptOf(card: DutyCard, { guide, municipality, viewer, subject }: GuideOptions): readonly string[] {
  const { case: current, dossier } = subject;
  const { words } = textsIn('nb');
  const category = current?.incident?.category ?? current?.categories[0];
  return callScript(guide, card, {
    caller: viewer.signature,
    service: municipality.service,
    municipality: municipality.name,
    about: knownAbout(dossier),
    matter: category === undefined ? texts.matter : words.category({ category }).toLocaleLowerCase('nb'),
  });
}

function knownAbout(dossier: Dossier): readonly string[] {
  const known = dossier.steps.identity?.values ?? {};
  const { name = '', username = '', residence = '', school = '', age = '', ageBasis = '' } = known;
  return [
    name,
    age === '' ? '' : texts.years(age, ageBasis === 'assumed'),
    residence,
    school,
    username === '' ? '' : texts.username(username),
  ].filter((part) => part !== '');
}

const also = (cards: readonly DutyCard[]): Content =>
  cards.length > 0 &&
  html`<section aria-labelledby="ogsa">
    <h2 id="ogsa">${texts.also}</h2>
    <ul>
      ${cards.map(({ title, why }) => html`<li><strong>${title}.</strong> ${why}</li>`)}
    </ul>
  </section>`;

function tellSection({ tell }: DutyCard, guide: DutyGuide): Content {
  const lines = tell.flatMap((id) => guide.tell.filter((line) => line.id === id));
  return (
    lines.length > 0 &&
    html`<h3>${texts.tell}</h3>
      <p class="help">${texts.tellIntro}</p>
      <ul class="script">
        ${lines.map(({ text }) => html`<li>${text}</li>`)}
      </ul>`
  );
}

function legalSection({ legal, source }: DutyCard, guide: DutyGuide): Html {
  const refs = legal.flatMap((id) => guide.legal.filter((one) => one.id === id));
  return html`<details>
    <summary>${texts.legal}</summary>
    <p class="help">${guide.approvedBy ? texts.confirmed : texts.legalNote} ${texts.disclaimer}</p>
    <ul>
      ${refs.map(({ name, about }) => html`<li><strong>${name}.</strong> ${about}</li>`)}
    </ul>
    <h3>${texts.reminders}</h3>
    <ul>
      ${guide.reminders.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
    <p class="help">${texts.sources}: ${source.join(', ')}</p>
  </details>`;
}

const approval = ({ approvedBy, version, effectiveFrom }: DutyGuide): Html =>
  html`<p class="help">
    ${approvedBy ? texts.approved(approvedBy.name, approvedBy.date) : texts.notApproved}
    ${texts.version(version, effectiveFrom)} ${texts.disclaimer}
  </p>`;
