import type { NationalContacts } from '../../core/contacts/register.ts';
import type { Contact } from '../../core/contacts/contact.ts';
import { inLanguage } from '../../core/contacts/localised.ts';
import { callScript } from '../../core/duty-guide/call-script.ts';
import { contactOf, localNow } from '../../core/duty-guide/card-contacts.ts';
import type { ContactRef, DutyCard, DutyGuide } from '../../core/duty-guide/guide.ts';
import { askedQuestions, nextStep } from '../../core/duty-guide/next-step.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import type { Subject } from '../../flows/desk/act-on-dossier.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { page, status } from './layout.ts';
import type { Viewer } from './layout.ts';
import { decisionForm } from './decision.ts';
import { questionForm } from './questions.ts';

export interface GuideOptions {
  readonly subject: Subject;
  readonly guide: DutyGuide;
  readonly municipality: Municipality;
  readonly national: NationalContacts;
  readonly viewer: Viewer;
  readonly now: Instant;
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
    title: viewer.texts.guide.title,
    viewer,
    about: { caseId: dossier.caseId, caseNumber: dossier.caseNumber, here: 'guide' },
    body: [
      status(problem, 'problem'),
      showCard && cardOf(step.card, step.settled, options),
      showCard && also(step.also, viewer),
      questionForm({
        asked: firstDone ? asked : asked.filter(({ question }) => question.first || urgent),
        started,
        dossier,
        viewer,
      }),
      showCard && step.settled && decisionForm({ step, dossier, viewer, typed: options.typed }),
      approval(guide, viewer),
    ],
  });
}

function cardOf(card: DutyCard, settled: boolean, options: GuideOptions): Html {
  const { guide, municipality, national, viewer } = options;
  const [first, ...others] = card.contacts.map(
    (ref) => [ref, contactOf(ref, municipality.contacts, national)] as const,
  );
  return html`<section class="card ${card.urgency}" aria-labelledby="kort">
    <p class="urgency">
      ${viewer.texts.guide.urgency[card.urgency]}${!settled && ` · ${viewer.texts.guide.provisional}`}
    </p>
    <h2 id="kort">${card.title}</h2>
    <p>${card.why}</p>
    ${first && mainContact(first[0], first[1], viewer)}
    <h3>${viewer.texts.guide.steps}</h3>
    <ol>
      ${card.steps.map((line) => html`<li>${line}</li>`)}
    </ol>
    <h3>${viewer.texts.guide.script}</h3>
    <ol class="script">
      ${scriptOf(card, options).map((line) => html`<li>${line}</li>`)}
    </ol>
    ${
      others.length > 0 &&
      html`<h3>${viewer.texts.guide.alsoHave}</h3>
        <ul>
          ${others.map(([ref, contact]) => html`<li>${contactLine(ref, contact, viewer)}</li>`)}
        </ul>`
    }
    ${localSection(options)} ${tellSection(card, guide, viewer)} ${legalSection(card, guide, viewer)}
  </section>`;
}

const digits = (contact: Contact): Content =>
  contact.phone && html`<a class="phone" href="tel:${contact.phone.digits}">${contact.phone.written}</a>`;

function mainContact(ref: ContactRef, contact: Contact | undefined, viewer: Viewer): Html {
  if (!contact)
    return html`<p class="status problem">${viewer.texts.guide.noContact} (${'id' in ref ? ref.id : ref.kind})</p>`;
  const name = inLanguage(contact.names, viewer.language);
  return contact.phone
    ? html`<p class="call">${viewer.texts.guide.call} ${name}: ${digits(contact)}</p>`
    : html`<p class="call">
        ${name}. ${viewer.texts.guide.noNumber}
        ${contact.url && html`<a href="${contact.url}" rel="noreferrer">${contact.url}</a>`}
      </p>`;
}

const contactLine = (ref: ContactRef, contact: Contact | undefined, viewer: Viewer): Content =>
  contact
    ? [inLanguage(contact.names, viewer.language), ': ', digits(contact) ?? contact.url ?? viewer.texts.guide.noNumber]
    : `${viewer.texts.guide.noContact} (${'id' in ref ? ref.id : ref.kind})`;

/** What answers here at this hour. */
function localSection({ municipality, viewer, now }: GuideOptions): Content {
  const { local, localOpen, localUnknown } = viewer.texts.guide;
  const found = localNow(municipality.contacts, now);
  return (
    found.length > 0 &&
    html`<h3>${local}</h3>
      <ul>
        ${found.map(
          ({ contact, state }) =>
            html`<li>
              ${inLanguage(contact.names, viewer.language)}: ${digits(contact) ?? contact.url}
              (${state === 'open' ? localOpen : localUnknown})
            </li>`,
        )}
      </ul>`
  );
}

/** Prefilled with what is known; stays on this page. */
function scriptOf(card: DutyCard, { guide, municipality, viewer, subject }: GuideOptions): readonly string[] {
  const { case: current, dossier } = subject;
  const { words } = textsIn(viewer.language);
  const category = current?.incident?.category ?? current?.categories[0];
  return callScript(guide, card, {
    caller: viewer.signature,
    service: municipality.service,
    municipality: municipality.name,
    about: knownAbout(dossier, viewer),
    matter: category === undefined ? viewer.texts.guide.matter : words.category({ category }).toLocaleLowerCase('nb'),
  });
}

function knownAbout(dossier: Dossier, viewer: Viewer): readonly string[] {
  const known = dossier.steps.identity?.values ?? {};
  const { name = '', username = '', residence = '', school = '', age = '', ageBasis = '' } = known;
  return [
    name,
    age === '' ? '' : viewer.texts.guide.years(age, ageBasis === 'assumed'),
    residence,
    school,
    username === '' ? '' : viewer.texts.guide.username(username),
  ].filter((part) => part !== '');
}

const also = (cards: readonly DutyCard[], viewer: Viewer): Content =>
  cards.length > 0 &&
  html`<section aria-labelledby="ogsa">
    <h2 id="ogsa">${viewer.texts.guide.also}</h2>
    <ul>
      ${cards.map(({ title, why }) => html`<li><strong>${title}.</strong> ${why}</li>`)}
    </ul>
  </section>`;

function tellSection({ tell }: DutyCard, guide: DutyGuide, viewer: Viewer): Content {
  const lines = tell.flatMap((id) => guide.tell.filter((line) => line.id === id));
  return (
    lines.length > 0 &&
    html`<h3>${viewer.texts.guide.tell}</h3>
      <p class="help">${viewer.texts.guide.tellIntro}</p>
      <ul class="script">
        ${lines.map(({ text }) => html`<li>${text}</li>`)}
      </ul>`
  );
}

function legalSection({ legal, source }: DutyCard, guide: DutyGuide, viewer: Viewer): Html {
  const refs = legal.flatMap((id) => guide.legal.filter((one) => one.id === id));
  return html`<details>
    <summary>${viewer.texts.guide.legal}</summary>
    <p class="help">
      ${guide.approvedBy ? viewer.texts.guide.confirmed : viewer.texts.guide.legalNote} ${viewer.texts.guide.disclaimer}
    </p>
    <ul>
      ${refs.map(({ name, about }) => html`<li><strong>${name}.</strong> ${about}</li>`)}
    </ul>
    <h3>${viewer.texts.guide.reminders}</h3>
    <ul>
      ${guide.reminders.map(({ text }) => html`<li>${text}</li>`)}
    </ul>
    <p class="help">${viewer.texts.guide.sources}: ${source.join(', ')}</p>
  </details>`;
}

const approval = ({ approvedBy, version, effectiveFrom }: DutyGuide, viewer: Viewer): Html =>
  html`<p class="help">
    ${approvedBy ? viewer.texts.guide.approved(approvedBy.name, approvedBy.date) : viewer.texts.guide.notApproved}
    ${viewer.texts.guide.version(version, effectiveFrom)} ${viewer.texts.guide.disclaimer}
  </p>`;
