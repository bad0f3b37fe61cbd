import type { Case } from '../../core/case.ts';
import type { Contact, NationalContacts } from '../../core/contacts.ts';
import { inLanguage } from '../../core/contacts.ts';
import { callScript } from '../../core/duty-guide/call-script.ts';
import { contactOf } from '../../core/duty-guide/card-contacts.ts';
import type { DutyAnswers, DutyCard, DutyGuide, DutyQuestion } from '../../core/duty-guide/guide.ts';
import { askedQuestions, nextStep } from '../../core/duty-guide/next-step.ts';
import type { Decision } from '../../core/incident/dossier.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { Language } from '../../core/language.ts';
import type { Instant } from '../../core/time.ts';
import type { Municipality } from '../../core/municipality.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { timeTextIn } from '../../i18n/time-text.ts';
import { encodeCustomId } from '../custom-id.ts';
import { button, message } from './body.ts';
import type { Accent, MessageBody } from './body.ts';
import { localLines } from './contact-lines.ts';
import { removedText } from './counted.ts';
import { field, radios } from './form.ts';
import type { FormBody } from './form.ts';
import { cutTo, inline } from './shown-words.ts';

export interface GuideHere {
  readonly guide: DutyGuide;
  readonly municipality: Municipality;
  readonly national: NationalContacts;
  /** First name and role of whoever reads it. */
  readonly signature: string;
  readonly language: Language;
  readonly now: Instant;
}

/** Discord's limits for a form. */
const most = { questions: 5, label: 45, description: 100 } as const;

/**
 * The questions that come next: the three first together, then those that are asked and not answered. When all are
 * answered, the three first again, so that they can be changed. At most five.
 */
export function questionsNext(guide: DutyGuide, answers: DutyAnswers): readonly DutyQuestion[] {
  const asked = askedQuestions(guide, answers);
  const first = asked.filter(({ question }) => question.first);
  const open = asked.filter(({ answer }) => answer === undefined);
  const next = first.some(({ answer }) => answer === undefined) || open.length === 0 ? first : open;
  return next.slice(0, most.questions).map(({ question }) => question);
}

/** «Neste steg»: the questions as choices, with what is answered already. Nothing is written here. */
export function nextStepForm(current: Case, answers: DutyAnswers, { guide, language }: GuideHere): FormBody {
  const { staff, caseWork } = textsIn(language);
  return {
    custom_id: encodeCustomId('case-step-sent', current.id),
    title: caseWork.stepTitle({ caseName: staff.caseName({ caseNumber: current.number }) }),
    components: questionsNext(guide, answers).map(({ id, text, help, answers: choices }) =>
      field(
        cutTo(text, most.label),
        radios(
          id,
          choices.map(({ id: value, label }) => ({ value, label })),
          answers[id],
        ),
        // A question too long for a label is read whole in the line under it.
        cutTo(text.length > most.label ? text : help, most.description),
      ),
    ),
  };
}

const accents: Readonly<Record<DutyCard['urgency'], Accent>> = { now: 'acute', today: 'serious', soon: 'calm' };

interface Shown {
  readonly answers: DutyAnswers;
  readonly decision: Decision | undefined;
  /** What was masked in what was just written. */
  readonly removed?: readonly PersonalDataKind[];
}

/** The one next step: what to do, whom to call, what to say, and what is decided about it. The human decides. */
export function nextStepCard(current: Case, { answers, decision, removed = [] }: Shown, here: GuideHere): MessageBody {
  const { guide, language } = here;
  const { staff, caseWork, decision: deciding, incident } = textsIn(language);
  const { card, settled, also } = nextStep(guide, answers);
  const isOpen = askedQuestions(guide, answers).some(({ answer }) => answer === undefined);
  return message({
    texts: [
      [
        decision ? decidedLine(decision, here) : '',
        removed.length > 0 ? incident.masked({ things: removedText(language, removed) }) : '',
      ]
        .filter(Boolean)
        .join('\n'),
      [`## ${inline(card.title)}`, settled ? '' : caseWork.stepProvisional(), inline(card.why)]
        .filter(Boolean)
        .join('\n'),
      [contactsText(card, here), localText(here)].filter(Boolean).join('\n'),
      card.steps.map((step, index) => `${index + 1}. ${inline(step)}`).join('\n'),
      [caseWork.stepScript(), ...script(current, card, here).map((line) => `- ${inline(line)}`)].join('\n'),
      also.length > 0 ? caseWork.stepAlso({ cards: also.map(({ title }) => inline(title)).join('; ') }) : '',
      guide.approvedBy === null ? `-# ${caseWork.stepNotApproved()}` : '',
    ],
    buttons: [
      button(
        isOpen ? caseWork.stepMoreButton() : caseWork.stepChangeButton(),
        encodeCustomId('case-step', current.id),
        settled ? 'secondary' : 'primary',
      ),
      ...(settled
        ? [button(deciding.button(), encodeCustomId('case-decide', current.id), decision ? 'secondary' : 'primary')]
        : []),
      button(staff.formButton(), encodeCustomId('case-form', current.id)),
      button(staff.deskButton(), encodeCustomId('case-desk', current.id)),
    ],
    accent: accents[card.urgency],
  });
}

function contactsText(card: DutyCard, { municipality, national, language }: GuideHere): string {
  const found = card.contacts.flatMap((ref) => contactOf(ref, municipality.contacts, national) ?? []);
  return found.map((contact, index) => contactText(contact, language, index === 0)).join('\n');
}

const localText = ({ municipality, language, now }: GuideHere): string =>
  localLines(municipality, language, now).join('\n');

/** The number to call first stands in bold. */
function contactText({ names, phone, url }: Contact, language: Language, isFirst: boolean): string {
  const name = inline(inLanguage(names, language));
  const reach = phone?.written ?? url ?? '';
  return isFirst ? `**${reach}** ${name}` : `${reach} ${name}`;
}

/** Prefilled with what may stand in Discord: nobody's name. */
function script(
  current: Case,
  card: DutyCard,
  { guide, municipality, signature, language }: GuideHere,
): readonly string[] {
  const { words, caseWork } = textsIn(language);
  const category = current.incident?.category ?? current.categories[0];
  return callScript(guide, card, {
    caller: signature,
    service: municipality.service,
    municipality: municipality.name,
    about: [],
    matter: category === undefined ? caseWork.stepMatter() : words.category({ category }).toLocaleLowerCase('nb'),
  });
}

/** Who decided what, and when. The reason is not shown: on the sealed desk it may hold what must not stand in Discord. */
function decidedLine({ by, at, follows }: Decision, { municipality, language }: GuideHere): string {
  const when = timeTextIn(language, municipality.hours.timeZone).on(at);
  return textsIn(language).decision.made({ signature: inline(by.signature), at: when, follows });
}
