import { emergencyBlock, inLanguage, openNow, shownHours } from '../../core/contacts.ts';
import type { Contact, NationalContacts } from '../../core/contacts.ts';
import { localNow } from '../../core/duty-guide/card-contacts.ts';
import type { Language } from '../../core/language.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Category } from '../../core/triage/assessment.ts';
import type { Instant } from '../../core/time.ts';
import { textsIn } from '../../i18n/catalogue.ts';
import type { EmergencyNumbers } from '../../i18n/nb/sender.ts';
import { inline } from './shown-words.ts';

/** The numbers sentences are built with, as the register writes them. */
export const emergencyNumbers = ({ required }: NationalContacts): EmergencyNumbers => ({
  police: required['nodnummer-politi'].phone.written,
  ambulance: required['nodnummer-ambulanse'].phone.written,
  urgentCare: required.legevakt.phone.written,
  childrensLine: required.alarmtelefonen.phone.written,
});

/** Number and name, for a line of several. */
export const shortLine = (contact: Contact, language: Language): string =>
  [contact.phone?.written ?? contact.url ?? '', inline(inLanguage(contact.names, language))].filter(Boolean).join(' ');

/** Number first and in bold, then who it is, when to use it, and the hours where they are known to be right. */
export function contactLine(contact: Contact, language: Language, now: Instant): string {
  const { pages } = textsIn(language);
  const name = inline(inLanguage(contact.names, language));
  const head = contact.phone ? `**${contact.phone.written}** ${name}` : `**${name}**`;
  const hours = shownHours(contact, now);
  const about = inline(inLanguage(contact.about, language));
  const says = about.replace(/\.$/u, '') === name ? head : `${head}: ${about}`;
  const notes = [
    ...(hours.kind === 'always' ? [`(${pages.alwaysOpen()})`] : []),
    ...(contact.url === undefined ? [] : [contact.url]),
  ];
  return [says, ...notes].join(' ');
}

export const emergencyLines = (contacts: NationalContacts, language: Language, now: Instant): string =>
  emergencyBlock(contacts)
    .map((contact) => contactLine(contact, language, now))
    .join('\n');

/** For staff: the municipality's own help, with what is known of whether it answers now; a title first, or nothing. */
export function localLines({ contacts }: Municipality, language: Language, now: Instant): readonly string[] {
  const { caseWork } = textsIn(language);
  const found = localNow(contacts, now);
  if (found.length === 0) return [];
  return [
    caseWork.localTitle(),
    ...found.map(
      ({ contact, state }) =>
        `- ${shortLine(contact, language)} (${state === 'open' ? caseWork.localOpen() : caseWork.localUnknown()})`,
    ),
  ];
}

const youngestReader = 13;
const helpful = new Set<Contact['kind']>(['barnevernvakt', 'legevakt', 'helpline', 'chat']);

/**
 * Services for young people that are open now as far as we may say, those made for the worry first, at most `most`.
 * Numbers in `exceptDigits` are left out, and no number comes twice.
 */
export function servicesOpenNow(
  { contacts, municipality, now }: ContactsHere,
  worries: readonly Category[],
  exceptDigits: readonly string[],
  most: number,
): readonly Contact[] {
  const fits = ({ themes }: Contact) => themes.some((theme) => worries.includes(theme));
  const open = [...(municipality?.contacts ?? []), ...contacts.contacts].filter(
    (contact) =>
      helpful.has(contact.kind) &&
      !(contact.phone && exceptDigits.includes(contact.phone.digits)) &&
      (contact.audience.fromAge ?? 0) <= youngestReader &&
      (contact.themes.length === 0 || fits(contact)) &&
      openNow(contact, now) === 'open',
  );
  return onceEach([...open.filter(fits), ...open.filter((contact) => !fits(contact))]).slice(0, most);
}

/** Leaves out a contact whose number an earlier one has: a municipality's own entry and the national one are one number. */
export function onceEach(some: readonly Contact[], shown: readonly Contact[] = []): readonly Contact[] {
  const seen = new Set(shown.flatMap(({ phone }) => (phone ? [phone.digits] : [])));
  return some.filter(({ phone }) => {
    if (!phone) return true;
    const isNew = !seen.has(phone.digits);
    seen.add(phone.digits);
    return isNew;
  });
}

export interface ContactsHere {
  readonly contacts: NationalContacts;
  readonly municipality?: Municipality | undefined;
  readonly now: Instant;
}
