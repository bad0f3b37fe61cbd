import { dutyThemes } from '../core/duty/themes.ts';
import { caseCommands, caseOptions } from './case-commands.ts';
import { textsIn } from './catalogue.ts';
import { command } from './command-text.ts';
import type { Choice, CommandText } from './command-text.ts';
import { presenceCommands } from './presence-commands.ts';

export { activityOptions, languageChoices, postOptions, postTypeChoices, textOptions } from './presence-commands.ts';
export { triageChoices, triageOptions } from './triage-commands.ts';
export { menuTexts, standardTextOptions, worryChoices } from './case-commands.ts';

export type { CommandText } from './command-text.ts';

/** Names: 1–32 characters, lower case, no spaces. Descriptions: at most 100 characters. */
export const commandTexts = {
  ...caseCommands,
  ...presenceCommands,
  openingHours: command('apningstider', {
    norwegian: 'åpningstider',
    english: 'opening-hours',
    norwegianDescription: 'Se om vi har åpent nå, og når vi åpner neste gang',
    description: 'See whether we are open now, and when we open next',
  }),
  language: command('sprak', {
    norwegian: 'språk',
    english: 'language',
    norwegianDescription: 'Velg språk for det boten skriver til deg',
    description: 'Choose the language the bot writes to you',
  }),
  help: command('hjelp', {
    norwegian: 'hjelp',
    english: 'help',
    norwegianDescription: 'Hjelp nå: numre du kan ringe. Bare du ser svaret',
    description: 'Help now: numbers you can call. Only you see the answer',
  }),
  privacy: command('personvern', {
    norwegian: 'personvern',
    english: 'privacy',
    norwegianDescription: 'Hva vi ser, hva vi sletter, og hvem som er ansvarlig',
    description: 'What we see, what we delete, and who is responsible',
  }),
  whoAreYou: command('hvem', {
    norwegian: 'hvem',
    english: 'who',
    norwegianDescription: 'Hvem vi er, og hva du kan bruke oss til',
    description: 'Who we are, and what you can use us for',
  }),
  myData: command('mine-data', {
    norwegian: 'mine-data',
    english: 'my-data',
    norwegianDescription: 'Se det vi har lagret om deg. Bare du ser svaret',
    description: 'See what we have stored about you. Only you see the answer',
  }),
  eraseMyData: command('slett', {
    norwegian: 'slett',
    english: 'delete',
    norwegianDescription: 'Slett det vi har lagret om deg. Du blir spurt først',
    description: 'Delete what we have stored about you. You are asked first',
  }),
  card: command('kort', {
    norwegian: 'kort',
    english: 'card',
    norwegianDescription: 'For koordinator: sett opp kortet i kanalen på nytt',
    description: 'For the coordinator: put up the card in its channel again',
  }),
  pause: command('pause', {
    norwegian: 'pause',
    english: 'pause',
    norwegianDescription: 'For vakthavende og koordinator: stopp inntaket av meldinger',
    description: 'For the duty lead and the coordinator: stop taking messages in',
  }),
  resume: command('gjenoppta', {
    norwegian: 'gjenoppta',
    english: 'resume',
    norwegianDescription: 'For vakthavende og koordinator: ta imot meldinger igjen',
    description: 'For the duty lead and the coordinator: take messages in again',
  }),
  setUp: command('oppsett', {
    norwegian: 'oppsett',
    english: 'setup',
    norwegianDescription: 'For koordinator: alt som må være på plass, del for del',
    description: 'For the coordinator: everything that must be in place, part by part',
  }),
  status: command('status', {
    norwegian: 'status',
    english: 'status',
    norwegianDescription: 'For koordinator: hva som mangler før tjenesten kan brukes',
    description: 'For the coordinator: what is missing before the service may be used',
  }),
  doctor: command('doctor', {
    norwegian: 'helsesjekk',
    english: 'doctor',
    norwegianDescription: 'For koordinator og vakthavende: hva som er galt, og hva dere gjør med det',
    description: 'For the coordinator and the duty lead: what is wrong, and what to do about it',
  }),
  approve: command('godkjenning', {
    norwegian: 'godkjenning',
    english: 'approval',
    norwegianDescription: 'Vurderinger og beslutninger før tjenesten kan tas i bruk',
    description: 'Assessments and decisions before the service may be used',
  }),
  practice: command('ovelse', {
    norwegian: 'øvelse',
    english: 'practice',
    norwegianDescription: 'For ansatte: øv på oppdiktede saker. Ingenting telles eller lagres som sak',
    description: 'For staff: practise on invented cases. Nothing is counted or kept as a case (in Norwegian)',
  }),
  papers: command('personvern-papirer', {
    norwegian: 'personvern-papirer',
    english: 'privacy-papers',
    norwegianDescription: 'For koordinator: papirer om personvern fra innstillingene, som PDF og Markdown',
    description: 'For the coordinator: privacy papers from the settings, as PDF and Markdown (in Norwegian)',
  }),
  breach: command('avvik', {
    norwegian: 'avvik',
    english: 'breach',
    norwegianDescription: 'For koordinator: utkast til avviksmelding, med tidslinje og omfang',
    description: 'For the coordinator: a draft report of a data breach, with time line and scope',
  }),
  requests: command('innsyn', {
    norwegian: 'innsyn',
    english: 'access',
    norwegianDescription: 'For vakthavende og koordinator: svar på innsyn og sletting, også på papir',
    description: 'For the duty lead and the coordinator: answer requests for access and erasure',
  }),
  statistics: command('statistikk', {
    norwegian: 'statistikk',
    english: 'statistics',
    norwegianDescription: 'For vakthavende og koordinator: tall uten personer, med figur og regneark',
    description: 'For the duty lead and the coordinator: figures without persons, as picture and sheet',
  }),
  triage: command('triage', {
    norwegian: 'triage',
    english: 'triage',
    norwegianDescription: 'For koordinator: prøv og still inn det som legger merke til bekymring',
    description: 'For the coordinator: try out and adjust what notices worry',
  }),
  about: command('om', {
    norwegian: 'om',
    english: 'about',
    norwegianDescription: 'Hva boten er, hvilken versjon, og hvor mye den tar feil',
    description: 'What the bot is, which version, and how often it is wrong',
  }),
  reflection: command('navigasjonshjulet', {
    norwegian: 'navigasjonshjulet',
    english: 'navigation-wheel',
    norwegianDescription: 'For ansatte: vei et vanskelig valg fra seks sider, til teammøtet',
    description: 'For staff: weigh a difficult choice from six sides, for the team meeting',
  }),
  duty: command('vakt', {
    norwegian: 'vakt',
    english: 'duty',
    norwegianDescription: 'For ansatte: logg inn og ut av vakta',
    description: 'For staff: log in and out of duty',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Parts of commands. */
export const optionTexts = {
  paperKind: command('papir', {
    norwegian: 'papir',
    english: 'paper',
    norwegianDescription: 'Hvilket papir du vil ha',
    description: 'Which paper you want',
  }),
  breachFrom: command('fra', {
    norwegian: 'fra',
    english: 'from',
    norwegianDescription: 'Første dag, for eksempel 31.1.2027',
    description: 'First day, YYYY-MM-DD',
  }),
  breachUntil: command('til', {
    norwegian: 'til',
    english: 'until',
    norwegianDescription: 'Siste dag, for eksempel 31.1.2027. La stå tomt hvis det fortsatt pågår',
    description: 'Last day, YYYY-MM-DD. Leave out if it is still going on',
  }),
  strategy: command('strategi', {
    norwegian: 'strategi',
    english: 'strategy',
    norwegianDescription: '1 informasjon, 2 samtaler, 3 aktiviteter, 4 feltarbeid',
    description: '1 information, 2 conversations, 3 activities, 4 field work',
  }),
  dutyIn: command('inn', {
    norwegian: 'inn',
    english: 'in',
    norwegianDescription: 'Si at du er her. Du logges ut ved stengetid',
    description: 'Say that you are here. You are logged out at closing',
  }),
  dutyOut: command('ut', {
    norwegian: 'ut',
    english: 'out',
    norwegianDescription: 'Logg ut, og se hvem som venter på svar',
    description: 'Log out, and see which conversations are waiting',
  }),
  theme: command('tema', {
    norwegian: 'tema',
    english: 'theme',
    norwegianDescription: 'Noe du gjerne snakker om i dag. Vises på kortet',
    description: 'Something you like to talk about today. Shown on the card',
  }),
  secondTheme: command('tema2', {
    norwegian: 'tema2',
    english: 'theme2',
    norwegianDescription: 'Ett tema til',
    description: 'One more theme',
  }),
  days: command('dager', {
    norwegian: 'dager',
    english: 'days',
    norwegianDescription: 'Hvor mange dager du vil se',
    description: 'How many days you want to see',
  }),
  ...caseOptions,
} as const satisfies Readonly<Record<string, CommandText>>;

/** The themes as choices of a command's option. */
export const themeChoices: readonly Choice[] = dutyThemes.map((theme) => ({
  name: textsIn('en').words.dutyTheme({ theme }),
  nameLocalizations: { no: textsIn('nb').words.dutyTheme({ theme }) },
  value: theme,
}));

/** The privacy papers as choices of a command's option. */
export const paperChoices = [
  { value: 'protokoll', name: 'Record of processing', nameLocalizations: { no: 'Protokoll over behandling' } },
  { value: 'dpia', name: 'Support for the DPIA', nameLocalizations: { no: 'Grunnlag for DPIA' } },
  { value: 'erklaering', name: 'Privacy statement', nameLocalizations: { no: 'Personvernerklæring' } },
  { value: 'rutine', name: 'Routine for staff', nameLocalizations: { no: 'Rutine for ansatte' } },
] as const;
