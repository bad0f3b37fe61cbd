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
  none: 'Vanleg førespurnad',
  concern: 'Uro',
  serious: 'Alvorleg',
  acute: 'Akutt',
};

const categories: Readonly<Record<Category | 'other', string>> = {
  suicide: 'Sjølvmordstankar',
  self_harm: 'Sjølvskading',
  mental_health: 'Psykisk helse',
  eating: 'Mat og eting',
  abuse_home: 'Vald eller omsorgssvikt heime',
  sexual_abuse: 'Seksuelle overgrep',
  violence_threat: 'Vald eller truslar',
  threat_to_staff: 'Truslar mot tilsette',
  bullying: 'Mobbing',
  crime_victim: 'Utsett for noko straffbart',
  exploitation: 'Utnytting',
  substances: 'Rusmiddel',
  running_away: 'Har rømt eller vil røme',
  other: 'Noko anna',
};

const removed: CountedWords<PersonalDataKind> = {
  NATIONAL_ID: { one: 'eit fødselsnummer', many: 'fødselsnummer' },
  PHONE: { one: 'eit telefonnummer', many: 'telefonnummer' },
  EMAIL: { one: 'ei e-postadresse', many: 'e-postadresser' },
  ADDRESS: { one: 'ei adresse', many: 'adresser' },
  NAME: { one: 'eit namn', many: 'namn' },
  SCHOOL: { one: 'ein skule', many: 'skular' },
  BIRTHDATE: { one: 'ein fødselsdato', many: 'fødselsdatoar' },
  BANK: { one: 'eit kontonummer', many: 'kontonummer' },
  IP: { one: 'ei IP-adresse', many: 'IP-adresser' },
  USERNAME: { one: 'eit brukarnamn', many: 'brukarnamn' },
  URL: { one: 'ei lenkje', many: 'lenkjer' },
  COORDINATES: { one: 'ein posisjon', many: 'posisjonar' },
  VEHICLE: { one: 'eit bilnummer', many: 'bilnummer' },
};

const omitted: CountedWords<OmittedContent['kind']> = {
  image: { one: 'bilete', many: 'bilete' },
  video: { one: 'video', many: 'videoar' },
  audio: { one: 'lydfil', many: 'lydfiler' },
  voice: { one: 'talemelding', many: 'talemeldingar' },
  file: { one: 'fil', many: 'filer' },
  sticker: { one: 'klistremerke', many: 'klistremerke' },
  poll: { one: 'avrøysting', many: 'avrøystingar' },
  forward: { one: 'vidaresend melding', many: 'vidaresende meldingar' },
  unknown: { one: 'vedlegg', many: 'vedlegg' },
};

const actions: Readonly<Record<IncidentAction, string>> = {
  'none-yet': 'Ingenting enno',
  'called-112': 'Ringt naudnummeret til politiet',
  'called-113': 'Ringt medisinsk naudtelefon',
  'called-02800': 'Ringt politiet, ikkje akutt',
  'told-kripos': 'Meldt til Kripos',
  'told-barnevern': 'Meldt til barnevernet',
  'told-barnevernvakt': 'Meldt til barnevernsvakta',
  'other-help': 'Fått tak i anna hjelp',
};

const roles: Readonly<Record<StaffRole, string>> = {
  caseworker: 'saksbehandlar',
  dutyLead: 'vakthavande',
  coordinator: 'koordinator',
  contentProducer: 'innhaldsprodusent',
};

const holidays: Readonly<Record<PublicHolidayId, string>> = {
  'forste-nyttarsdag': 'første nyttårsdag',
  'forste-mai': 'offentleg høgtidsdag',
  'syttende-mai': 'grunnlovsdagen',
  'forste-juledag': 'første juledag',
  'andre-juledag': 'andre juledag',
  skjaertorsdag: 'skjærtorsdag',
  langfredag: 'langfredag',
  'forste-paskedag': 'første påskedag',
  'andre-paskedag': 'andre påskedag',
  'kristi-himmelfartsdag': 'Kristi himmelfartsdag',
  'forste-pinsedag': 'første pinsedag',
  'andre-pinsedag': 'andre pinsedag',
};

const dutyThemes: Readonly<Record<DutyTheme, string>> = {
  school: 'skule',
  friends: 'vener',
  family: 'familie',
  love: 'kjærleik',
  body: 'kropp',
  mind: 'psykisk helse',
  substances: 'rus',
  online: 'nettvit',
  leisure: 'fritid',
  work: 'jobb og pengar',
};

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'bokmål',
  nn: 'nynorsk',
  en: 'engelsk',
  se: 'nordsamisk',
  smj: 'lulesamisk',
  sma: 'sørsamisk',
};

export const words: Catalogue['words'] = {
  severity: ({ severity }) => severities[severity],
  category: ({ category }) => categories[category],
  action: ({ action }) => actions[action],
  removedOne: ({ kind }) => removed[kind].one,
  removedMany: ({ kind, count }) => `${count} ${removed[kind].many}`,
  omitted: ({ kind, count }) => `${count} ${count === 1 ? omitted[kind].one : omitted[kind].many}`,
  serviceName: ({ service, municipality }) => `${service} i ${municipality}`,
  today: ({ clock }) => `i dag kl. ${clock}`,
  tomorrow: ({ clock }) => `i morgon kl. ${clock}`,
  onDay: ({ day, clock }) => `${day} kl. ${clock}`,
  clock: ({ clock }) => `kl. ${clock}`,
  interval: ({ opens, closes }) => `kl. ${opens}–${closes}`,
  localTime: ({ stamp }) => `(hos deg: ${stamp})`,
  identity: ({ identity }) => ({ known: 'Kjend', partly: 'Delvis kjend', unknown: 'Ukjend' })[identity],
  roleName: ({ role }) => roles[role],
  holiday: ({ holiday }) => holidays[holiday],
  languageName: ({ language }: { language: Language }) => languageNames[language],
  dutyTheme: ({ theme }) => dutyThemes[theme],
};
