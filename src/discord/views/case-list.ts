import type { Case } from '../../core/case.ts';
import { holderOf } from '../../core/case-moves.ts';
import type { Contact, NationalContacts } from '../../core/contacts.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Category } from '../../core/triage/assessment.ts';
import type { Instant } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import { message } from './body.ts';
import type { MessageBody } from './body.ts';
import { waitText } from './case-reminder.ts';
import { contactLine, onceEach } from './contact-lines.ts';
import { cutTo, inline } from './shown-words.ts';

/** More than this are counted. */
const shownCases = 25;

/** «/sak mine» and «/sak åpne»: number, level, who has it and how long the sender has waited. Nothing of what was written. */
export function caseList(
  cases: readonly Case[],
  whose: 'mine' | 'all',
  { language, now }: { readonly language: Language; readonly now: Instant },
): MessageBody {
  const { caseWork } = textsIn(language);
  if (cases.length === 0)
    return message({ texts: [whose === 'mine' ? caseWork.noCasesOfYours() : caseWork.noOpenCases()], accent: 'done' });
  const left = cases.length - shownCases;
  return message({
    texts: [
      caseWork.casesTitle({ count: cases.length }),
      [
        ...cases.slice(0, shownCases).map((one) => `- ${caseLine(one, language, now)}`),
        ...(left > 0 ? [`- ${caseWork.moreCases({ count: left })}`] : []),
      ].join('\n'),
    ],
    accent: 'calm',
  });
}

function caseLine(current: Case, language: Language, now: Instant): string {
  const { staff, words, caseWork } = textsIn(language);
  const holder = holderOf(current);
  const { unansweredSince } = current;
  return [
    `**${staff.caseName({ caseNumber: current.number })}**, ${words.severity({ severity: current.severity })}.`,
    holder ? caseWork.heldBy({ signature: inline(holder.signature) }) : staff.stateOpen(),
    ...(unansweredSince === undefined
      ? []
      : [caseWork.unansweredFor({ wait: waitText(now - unansweredSince, caseWork) })]),
  ].join(' ');
}

/** A case as a suggestion while a command is typed. At most 100 characters. */
export function caseSuggestion(current: Case, language: Language): { readonly name: string; readonly value: string } {
  const { staff, words } = textsIn(language);
  const holder = holderOf(current);
  const name = [
    staff.caseName({ caseNumber: current.number }),
    words.severity({ severity: current.severity }),
    holder?.signature.split(',')[0] ?? staff.stateOpen(),
  ].join(' · ');
  return { name: cutTo(name, 100), value: String(current.number) };
}

/** «/ressurs»: what the registers hold about a theme, the municipality's own first. */
export function resourceList(
  theme: Category,
  { contacts, language: own }: Municipality,
  national: NationalContacts,
  { language, now }: { readonly language: Language; readonly now: Instant },
): MessageBody {
  const { caseWork, words } = textsIn(language);
  const fits = ({ themes }: Contact): boolean => themes.includes(theme);
  const general = ({ themes, kind }: Contact): boolean => themes.length === 0 && kind !== 'emergency';
  const local = contacts.filter((one) => fits(one) || general(one));
  const found = onceEach([...local, ...national.contacts.filter(fits)]);
  const lines = found.map((contact) => `- ${contactLine(contact, language === 'en' ? 'en' : own, now)}`);
  return message({
    texts: [
      caseWork.resourcesTitle({ theme: words.category({ category: theme }).toLocaleLowerCase('nb') }),
      lines.length > 0 ? linesThatFit(lines) : caseWork.noResources(),
    ],
    accent: 'calm',
  });
}

const roomForLines = 3_600;

function linesThatFit(lines: readonly string[]): string {
  let room = roomForLines;
  return lines.filter((line) => (room -= line.length + 1) >= 0).join('\n');
}
