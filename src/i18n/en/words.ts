import type { Language } from '../../core/language.ts';
import type { StaffRole } from '../../core/access.ts';
import type { IncidentAction, OmittedContent } from '../../core/case.ts';
import type { DutyTheme } from '../../core/duty/themes.ts';
import type { PublicHolidayId } from '../../core/hours/public-holidays.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { Category, Severity } from '../../core/triage/assessment.ts';
import type { Catalogue } from '../nb.ts';
import type { CountedWords } from '../nb/words.ts';

const severities: Readonly<Record<Severity, string>> = {
  none: 'Ordinary message',
  concern: 'Concern',
  serious: 'Serious',
  acute: 'Acute',
};

const categories: Readonly<Record<Category | 'other', string>> = {
  suicide: 'Thoughts of suicide',
  self_harm: 'Self-harm',
  mental_health: 'Mental health',
  eating: 'Food and eating',
  abuse_home: 'Violence or neglect at home',
  sexual_abuse: 'Sexual abuse',
  violence_threat: 'Violence or threats',
  threat_to_staff: 'Threats against staff',
  bullying: 'Bullying',
  crime_victim: 'Victim of a crime',
  exploitation: 'Exploitation',
  substances: 'Alcohol or drugs',
  running_away: 'Has run away or wants to',
  other: 'Something else',
};

const removed: CountedWords<PersonalDataKind> = {
  NATIONAL_ID: { one: 'a national identity number', many: 'national identity numbers' },
  PHONE: { one: 'a phone number', many: 'phone numbers' },
  EMAIL: { one: 'an e-mail address', many: 'e-mail addresses' },
  ADDRESS: { one: 'an address', many: 'addresses' },
  NAME: { one: 'a name', many: 'names' },
  SCHOOL: { one: 'a school', many: 'schools' },
  BIRTHDATE: { one: 'a date of birth', many: 'dates of birth' },
  BANK: { one: 'a bank account number', many: 'bank account numbers' },
  IP: { one: 'an IP address', many: 'IP addresses' },
  USERNAME: { one: 'a username', many: 'usernames' },
  URL: { one: 'a link', many: 'links' },
  COORDINATES: { one: 'a position', many: 'positions' },
  VEHICLE: { one: 'a number plate', many: 'number plates' },
};

const omitted: CountedWords<OmittedContent['kind']> = {
  image: { one: 'picture', many: 'pictures' },
  video: { one: 'video', many: 'videos' },
  audio: { one: 'sound file', many: 'sound files' },
  voice: { one: 'voice message', many: 'voice messages' },
  file: { one: 'file', many: 'files' },
  sticker: { one: 'sticker', many: 'stickers' },
  poll: { one: 'poll', many: 'polls' },
  forward: { one: 'forwarded message', many: 'forwarded messages' },
  unknown: { one: 'attachment', many: 'attachments' },
};

const actions: Readonly<Record<IncidentAction, string>> = {
  'none-yet': 'Nothing yet',
  'called-112': 'Called the police emergency number',
  'called-113': 'Called the medical emergency number',
  'called-02800': 'Called the police, not urgent',
  'told-kripos': 'Reported to Kripos',
  'told-barnevern': 'Reported to barnevernet',
  'told-barnevernvakt': 'Reported to barnevernvakta',
  'other-help': 'Got hold of other help',
};

const roles: Readonly<Record<StaffRole, string>> = {
  caseworker: 'caseworker',
  dutyLead: 'duty lead',
  coordinator: 'coordinator',
  contentProducer: 'content producer',
};

const holidays: Readonly<Record<PublicHolidayId, string>> = {
  'forste-nyttarsdag': 'New Year’s Day',
  'forste-mai': 'Labour Day',
  'syttende-mai': 'Constitution Day',
  'forste-juledag': 'Christmas Day',
  'andre-juledag': 'Boxing Day',
  skjaertorsdag: 'Maundy Thursday',
  langfredag: 'Good Friday',
  'forste-paskedag': 'Easter Sunday',
  'andre-paskedag': 'Easter Monday',
  'kristi-himmelfartsdag': 'Ascension Day',
  'forste-pinsedag': 'Whit Sunday',
  'andre-pinsedag': 'Whit Monday',
};

const dutyThemes: Readonly<Record<DutyTheme, string>> = {
  school: 'school',
  friends: 'friends',
  family: 'family',
  love: 'love',
  body: 'the body',
  mind: 'mental health',
  substances: 'drugs and alcohol',
  online: 'life online',
  leisure: 'free time',
  work: 'work and money',
};

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'bokmål',
  nn: 'nynorsk',
  en: 'English',
  se: 'Northern Sámi',
  smj: 'Lule Sámi',
  sma: 'Southern Sámi',
};

export const words: Catalogue['words'] = {
  severity: ({ severity }) => severities[severity],
  category: ({ category }) => categories[category],
  action: ({ action }) => actions[action],
  removedOne: ({ kind }) => removed[kind].one,
  removedMany: ({ kind, count }) => `${count} ${removed[kind].many}`,
  omitted: ({ kind, count }) => `${count} ${count === 1 ? omitted[kind].one : omitted[kind].many}`,
  serviceName: ({ service, municipality }) => `${service} in ${municipality}`,
  today: ({ clock }) => `today at ${clock}`,
  tomorrow: ({ clock }) => `tomorrow at ${clock}`,
  onDay: ({ day, clock }) => `${day} at ${clock}`,
  clock: ({ clock }) => clock,
  interval: ({ opens, closes }) => `${opens}–${closes}`,
  localTime: ({ stamp }) => `(your time: ${stamp})`,
  identity: ({ identity }) => ({ known: 'Known', partly: 'Partly known', unknown: 'Unknown' })[identity],
  roleName: ({ role }) => roles[role],
  holiday: ({ holiday }) => holidays[holiday],
  languageName: ({ language }: { language: Language }) => languageNames[language],
  dutyTheme: ({ theme }) => dutyThemes[theme],
};
