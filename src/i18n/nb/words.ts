import type { Language } from '../../core/language.ts';
import type { StaffRole } from '../../core/access.ts';
import type { IncidentAction, OmittedContent } from '../../core/case.ts';
import type { DutyTheme } from '../../core/duty/themes.ts';
import type { PublicHolidayId } from '../../core/hours/public-holidays.ts';
import type { PersonalDataKind } from '../../core/redaction/redaction.ts';
import type { Category, Severity } from '../../core/triage/assessment.ts';

/** One thing and several: «et navn», «flere navn» is written «3 navn». */
export interface Counted {
  readonly one: string;
  readonly many: string;
}
export type CountedWords<Kind extends string> = Readonly<Record<Kind, Counted>>;

const severities: Readonly<Record<Severity, string>> = {
  none: 'Vanlig henvendelse',
  concern: 'Bekymring',
  serious: 'Alvorlig',
  acute: 'Akutt',
};

const categories: Readonly<Record<Category | 'other', string>> = {
  suicide: 'Selvmordstanker',
  self_harm: 'Selvskading',
  mental_health: 'Psykisk helse',
  eating: 'Mat og spising',
  abuse_home: 'Vold eller omsorgssvikt hjemme',
  sexual_abuse: 'Seksuelle overgrep',
  violence_threat: 'Vold eller trusler',
  threat_to_staff: 'Trusler mot ansatte',
  bullying: 'Mobbing',
  crime_victim: 'Utsatt for noe straffbart',
  exploitation: 'Utnytting',
  substances: 'Rusmidler',
  running_away: 'Har rømt eller vil rømme',
  other: 'Noe annet',
};

const removed: CountedWords<PersonalDataKind> = {
  NATIONAL_ID: { one: 'et fødselsnummer', many: 'fødselsnumre' },
  PHONE: { one: 'et telefonnummer', many: 'telefonnumre' },
  EMAIL: { one: 'en e-postadresse', many: 'e-postadresser' },
  ADDRESS: { one: 'en adresse', many: 'adresser' },
  NAME: { one: 'et navn', many: 'navn' },
  SCHOOL: { one: 'en skole', many: 'skoler' },
  BIRTHDATE: { one: 'en fødselsdato', many: 'fødselsdatoer' },
  BANK: { one: 'et kontonummer', many: 'kontonumre' },
  IP: { one: 'en IP-adresse', many: 'IP-adresser' },
  USERNAME: { one: 'et brukernavn', many: 'brukernavn' },
  URL: { one: 'en lenke', many: 'lenker' },
  COORDINATES: { one: 'en posisjon', many: 'posisjoner' },
  VEHICLE: { one: 'et bilnummer', many: 'bilnumre' },
};

const omitted: CountedWords<OmittedContent['kind']> = {
  image: { one: 'bilde', many: 'bilder' },
  video: { one: 'video', many: 'videoer' },
  audio: { one: 'lydfil', many: 'lydfiler' },
  voice: { one: 'talemelding', many: 'talemeldinger' },
  file: { one: 'fil', many: 'filer' },
  sticker: { one: 'klistremerke', many: 'klistremerker' },
  poll: { one: 'avstemning', many: 'avstemninger' },
  forward: { one: 'videresendt melding', many: 'videresendte meldinger' },
  unknown: { one: 'vedlegg', many: 'vedlegg' },
};

const actions: Readonly<Record<IncidentAction, string>> = {
  'none-yet': 'Ingenting ennå',
  'called-112': 'Ringt politiets nødnummer',
  'called-113': 'Ringt medisinsk nødtelefon',
  'called-02800': 'Ringt politiet, ikke akutt',
  'told-kripos': 'Meldt til Kripos',
  'told-barnevern': 'Meldt til barnevernet',
  'told-barnevernvakt': 'Meldt til barnevernvakta',
  'other-help': 'Fått tak i annen hjelp',
};

const roles: Readonly<Record<StaffRole, string>> = {
  caseworker: 'saksbehandler',
  dutyLead: 'vakthavende',
  coordinator: 'koordinator',
  contentProducer: 'innholdsprodusent',
};

const holidays: Readonly<Record<PublicHolidayId, string>> = {
  'forste-nyttarsdag': 'første nyttårsdag',
  'forste-mai': 'offentlig høytidsdag',
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
  school: 'skole',
  friends: 'venner',
  family: 'familie',
  love: 'kjærlighet',
  body: 'kropp',
  mind: 'psykisk helse',
  substances: 'rus',
  online: 'nettvett',
  leisure: 'fritid',
  work: 'jobb og penger',
};

const languageNames: Readonly<Record<Language, string>> = {
  nb: 'bokmål',
  nn: 'nynorsk',
  en: 'engelsk',
  se: 'nordsamisk',
  smj: 'lulesamisk',
  sma: 'sørsamisk',
};

export const words = {
  severity: ({ severity }: { severity: Severity }) => severities[severity],
  category: ({ category }: { category: Category | 'other' }) => categories[category],
  action: ({ action }: { action: IncidentAction }) => actions[action],
  removedOne: ({ kind }: { kind: PersonalDataKind }) => removed[kind].one,
  removedMany: ({ kind, count }: { kind: PersonalDataKind; count: number }) => `${count} ${removed[kind].many}`,
  omitted: ({ kind, count }: { kind: OmittedContent['kind']; count: number }) =>
    `${count} ${count === 1 ? omitted[kind].one : omitted[kind].many}`,
  serviceName: ({ service, municipality }: { service: string; municipality: string }) => `${service} i ${municipality}`,
  today: ({ clock }: { clock: string }) => `i dag kl. ${clock}`,
  tomorrow: ({ clock }: { clock: string }) => `i morgen kl. ${clock}`,
  onDay: ({ day, clock }: { day: string; clock: string }) => `${day} kl. ${clock}`,
  clock: ({ clock }: { clock: string }) => `kl. ${clock}`,
  interval: ({ opens, closes }: { opens: string; closes: string }) => `kl. ${opens}–${closes}`,
  localTime: ({ stamp }: { stamp: string }) => `(hos deg: ${stamp})`,
  identity: ({ identity }: { identity: 'known' | 'partly' | 'unknown' }) =>
    ({ known: 'Kjent', partly: 'Delvis kjent', unknown: 'Ukjent' })[identity],
  roleName: ({ role }: { role: StaffRole }) => roles[role],
  holiday: ({ holiday }: { holiday: PublicHolidayId }) => holidays[holiday],
  languageName: ({ language }: { language: Language }) => languageNames[language],
  dutyTheme: ({ theme }: { theme: DutyTheme }) => dutyThemes[theme],
};
