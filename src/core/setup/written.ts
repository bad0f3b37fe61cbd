import type { Contact, ContactKind } from '../contacts/contact.ts';
import type { LocalDate } from '../hours/local-date.ts';
import { isSnowflake } from '../ids.ts';
import type { CurrentDocument, SettingsOverlay } from '../settings/municipality-document.ts';
import { fieldsOfSection } from './sections.ts';
import type { Section, SetupField, SetupFields } from './sections.ts';
import { readWeek } from './week-text.ts';

export type ReadSection =
  | { readonly ok: true; readonly set: SettingsOverlay }
  | { readonly ok: false; readonly field: SetupField; readonly line?: string };

interface Around {
  readonly current: CurrentDocument;
  readonly municipalityId: string;
  readonly today: LocalDate;
  /** National services that stand in for a local one. */
  readonly national: readonly Contact[];
}

/**
 * A part of the set-up as settings, in the form the files have; whether they hold is for their schemas. What the form
 * does not ask about stays as it is.
 */
export function readSection(section: Section, fields: SetupFields, around: Around): ReadSection {
  const { current } = around;
  const fill = (set: SettingsOverlay): ReadSection => ({ ok: true, set });
  const ids = (field: SetupField): readonly string[] => (fields[field] ?? '').split(' ').filter((id) => id !== '');
  switch (section) {
    case 'service':
      return fill({
        name: fields.name,
        service: fields.service,
        organisationNumber: fields.organisationNumber?.replaceAll(/\s/gu, ''),
        language: fields.language,
      });
    case 'staff':
      return fill({
        staffChannelId: ids('staffChannelId')[0],
        fallbackChannelIds: ids('fallbackChannelIds'),
        escalation: {
          coordinatorIds: ids('coordinatorIds'),
          ...(fields.webhook === undefined ? {} : { webhook: fields.webhook.trim() }),
        },
      });
    case 'roles': {
      const [producer] = ids('contentProducer');
      return fill({
        roles: {
          caseworker: ids('caseworker')[0],
          dutyLead: ids('dutyLead')[0],
          coordinator: ids('coordinator')[0],
          ...(producer === undefined ? {} : { contentProducer: producer }),
        },
      });
    }
    case 'visit':
      return fill({
        visit: { address: fields.address, phone: fields.phone, email: fields.email?.trim(), web: fields.web?.trim() },
      });
    case 'privacy':
      return fill({
        privacyStatement: fields.privacyStatement?.trim(),
        dataProtectionOfficer: {
          name: fields.officerName,
          email: fields.officerEmail?.trim(),
          ...(fields.officerPhone === undefined ? {} : { phone: fields.officerPhone }),
        },
      });
    case 'retention':
      return fill({
        retention: {
          conversationHours: Number(fields.conversationHours),
          originalHours: Number(fields.originalHours),
        },
      });
    case 'duties':
      return fill({
        duties: {
          taushetsplikt: inBokmal(current, 'taushetsplikt', fields.taushetsplikt),
          avvergingsplikt: inBokmal(current, 'avvergingsplikt', fields.avvergingsplikt),
          opplysningsplikt: inBokmal(current, 'opplysningsplikt', fields.opplysningsplikt),
        },
      });
    case 'hours': {
      const read = readWeek(fields.weekly ?? '');
      if (!read.ok) return { ok: false, field: 'weekly', line: read.line };
      return fill({
        hours: { ...objectIn(current, 'hours'), weekly: read.week, publicHolidays: fields.publicHolidays },
      });
    }
    case 'contacts':
      return readContacts(fields, around);
    case 'cards':
      return readCards(fields.cardChannels ?? '');
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectIn = (document: CurrentDocument, key: string): Readonly<Record<string, unknown>> => {
  const value = document[key];
  return isObject(value) ? value : {};
};

/** A changed wording in bokmål takes its translations with it: they would say something else. */
function inBokmal(current: CurrentDocument, duty: string, written: string | undefined): unknown {
  const before = objectIn(objectIn(current, 'duties'), duty);
  return before['nb'] === written ? before : { nb: written };
}

type LocalKind = Extract<SetupField, ContactKind>;
const localKinds: readonly LocalKind[] = fieldsOfSection.contacts;

const abouts: Readonly<Record<LocalKind, string>> = {
  barnevern: 'Når et barn eller en ungdom ikke har det trygt. I kontortiden.',
  barnevernvakt: 'Når et barn eller en ungdom ikke har det trygt, også om kvelden og i helgen.',
  helsestasjon: 'Snakk med helsesykepleier om kropp, psyke, sex og annet du lurer på.',
  legevakt: 'Hjelp som ikke kan vente.',
  politidistrikt: 'Når det ikke haster. Haster det, ring nødnummeret.',
};

/**
 * «Barnevernvakten i Nyvik, 12 34 50 01»: a name, a comma, a number. Whoever saves them has been asked to try them first, so
 * they count as checked; not one with hours, which the form does not show.
 */
function readContacts(fields: SetupFields, { current, municipalityId, national, today }: Around): ReadSection {
  const before = contactsIn(current);
  const made: unknown[] = [];
  for (const kind of localKinds) {
    const [, name, written] = /^(.+?)[,:]?\s+(\d[\d ]*\d)$/u.exec((fields[kind] ?? '').trim()) ?? [];
    if (name === undefined || written === undefined) return { ok: false, field: kind };
    const old = before.find((contact) => contact['kind'] === kind) ?? {};
    const phone = { written, digits: written.replaceAll(' ', '') };
    const isSame = JSON.stringify([objectIn(old, 'names')['nb'], old['phone']]) === JSON.stringify([name, phone]);
    const isTried = objectIn(old, 'hours')['kind'] !== 'scheduled';
    const same = isTried ? { ...old, checkedAt: today } : old;
    made.push(isSame ? same : { ...localContact(kind, municipalityId, name, phone), checkedAt: today });
  }
  const kripos = before.some(({ kind }) => kind === 'kripos') ? [] : national.filter(({ kind }) => kind === 'kripos');
  const kept = before.filter(({ kind }) => !localKinds.some((local) => local === kind));
  const copied = kripos.slice(0, 1).map((contact) => ({ ...contact, id: `${municipalityId}-kripos`, mandatory: true }));
  return { ok: true, set: { contacts: { contacts: [...made, ...kept, ...copied] } } };
}

const localContact = (kind: LocalKind, municipalityId: string, name: string, phone: object): object => ({
  id: `${municipalityId}-${kind}`,
  kind,
  names: { nb: name },
  about: { nb: abouts[kind] },
  phone,
  audience: {},
  languages: [],
  themes: [],
  hours: kind === 'legevakt' ? { kind: 'always', basis: 'law' } : { kind: 'unknown' },
  source: 'Skrevet inn av koordinatoren',
  owner: name,
  mandatory: true,
});

export function contactsIn(document: CurrentDocument): readonly Readonly<Record<string, unknown>>[] {
  const list = objectIn(document, 'contacts')['contacts'];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** One channel per line, as Discord's «Kopier lenke» gives it, or the two ids. */
function readCards(text: string): ReadSection {
  const gameGuilds: { readonly guildId: string; readonly cardChannelId: string }[] = [];
  for (const line of text.split(/\s+/u).filter((one) => one !== '')) {
    const [, guildId, cardChannelId] = /(\d{17,20})\/(\d{17,20})\/?$/u.exec(line) ?? [];
    if (guildId === undefined || cardChannelId === undefined || !isSnowflake(guildId))
      return { ok: false, field: 'cardChannels', line };
    gameGuilds.push({ guildId, cardChannelId });
  }
  return { ok: true, set: { gameGuilds } };
}
