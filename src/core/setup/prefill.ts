import type { Contact } from '../contacts/contact.ts';
import { ordinaryKeeping } from '../retention.ts';
import { fieldsOfSection } from './sections.ts';
import type { Section, SetupFields } from './sections.ts';
import { contactsIn, objectIn } from './written.ts';
import type { CurrentDocument } from '../settings/municipality-document.ts';
import { scheduleSchema } from '../hours/schedule.ts';
import { writeWeek } from './week-text.ts';

/** What a form shows before anything has been set: proposals to read and change. */
export interface Proposals {
  readonly duties: Readonly<Record<'taushetsplikt' | 'avvergingsplikt' | 'opplysningsplikt', string>>;
  /** National services that are the same everywhere, e.g. legevakt. */
  readonly national: readonly Contact[];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const idsOf = (value: unknown): string | undefined =>
  Array.isArray(value) ? textOf(value.filter((id) => typeof id === 'string').join(' ')) : textOf(value);

/** What stands in the form of a part: what is set, else what is proposed. */
export function prefill(section: Section, current: CurrentDocument, { duties, national }: Proposals): SetupFields {
  const filled: Record<string, string | undefined> = {};
  switch (section) {
    case 'service':
      for (const key of ['name', 'service', 'organisationNumber']) filled[key] = textOf(current[key]);
      filled['language'] = textOf(current['language']) ?? 'nb';
      break;
    case 'staff': {
      const escalation = objectIn(current, 'escalation');
      filled['staffChannelId'] = idsOf(current['staffChannelId']);
      filled['fallbackChannelIds'] = idsOf(current['fallbackChannelIds']);
      filled['coordinatorIds'] = idsOf(escalation['coordinatorIds']);
      filled['webhook'] = textOf(escalation['webhook']);
      break;
    }
    case 'roles':
      for (const [role, id] of Object.entries(objectIn(current, 'roles'))) filled[role] = idsOf(id);
      break;
    case 'visit':
      for (const [key, value] of Object.entries(objectIn(current, 'visit'))) filled[key] = textOf(value);
      break;
    case 'privacy': {
      const officer = objectIn(current, 'dataProtectionOfficer');
      filled['privacyStatement'] = textOf(current['privacyStatement']);
      filled['officerName'] = textOf(officer['name']);
      filled['officerEmail'] = textOf(officer['email']);
      filled['officerPhone'] = textOf(officer['phone']);
      break;
    }
    case 'retention': {
      const set = { ...ordinaryKeeping, ...objectIn(current, 'retention') };
      for (const [key, hours] of Object.entries(set)) filled[key] = String(hours);
      break;
    }
    case 'duties':
      for (const [duty, proposal] of Object.entries(duties))
        filled[duty] = textOf(objectIn(objectIn(current, 'duties'), duty)['nb']) ?? proposal;
      break;
    case 'hours': {
      const hours = scheduleSchema.safeParse(current['hours']);
      filled['weekly'] = hours.success ? textOf(writeWeek(hours.data.weekly)) : undefined;
      filled['publicHolidays'] = hours.success ? hours.data.publicHolidays : 'closed';
      break;
    }
    case 'contacts':
      for (const kind of fieldsOfSection.contacts) {
        const own = contactsIn(current).find((contact) => contact['kind'] === kind);
        const written = own && [objectIn(own, 'names')['nb'], objectIn(own, 'phone')['written']].join(', ');
        filled[kind] = written ?? proposedContact(kind, national);
      }
      break;
    case 'cards': {
      const places = current['gameGuilds'];
      const lines = (Array.isArray(places) ? places : []).map(
        (place: { readonly guildId?: unknown; readonly cardChannelId?: unknown }) =>
          `https://discord.com/channels/${String(place.guildId)}/${String(place.cardChannelId)}`,
      );
      filled['cardChannels'] = textOf(lines.join('\n'));
      break;
    }
  }
  return Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== undefined));
}

function proposedContact(kind: string, national: readonly Contact[]): string | undefined {
  const found = national.find((contact) => contact.kind === (kind === 'politidistrikt' ? 'police' : kind));
  return found?.phone && `${found.names.nb}, ${found.phone.written}`;
}
