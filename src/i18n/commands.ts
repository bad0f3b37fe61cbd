import { dutyThemes } from '../core/duty/themes.ts';
import { categories } from '../core/triage/assessment.ts';
import { textsIn } from './catalogue.ts';
import { command } from './command-text.ts';
import type { CommandText } from './command-text.ts';
import { presenceCommands } from './presence-commands.ts';

export { activityOptions, languageChoices, postOptions, postTypeChoices, textOptions } from './presence-commands.ts';

export type { CommandText } from './command-text.ts';

/** Names: 1–32 characters, lower case, no spaces. Descriptions: at most 100 characters. */
export const commandTexts = {
  cases: command('sak', {
    norwegian: 'sak',
    english: 'case',
    norwegianDescription: 'For ansatte: se og flytt saker. Bare du ser svaret',
    description: 'For staff: see and move cases. Only you see the answer',
  }),
  reply: command('svar', {
    norwegian: 'svar',
    english: 'reply',
    norwegianDescription: 'For ansatte: svar avsenderen i en sak',
    description: 'For staff: answer the sender of a case',
  }),
  form: command('skjema', {
    norwegian: 'skjema',
    english: 'form',
    norwegianDescription: 'For ansatte: før opp hva som er vurdert og gjort i en sak',
    description: 'For staff: record what was judged and done in a case',
  }),
  resource: command('ressurs', {
    norwegian: 'ressurs',
    english: 'resource',
    norwegianDescription: 'For ansatte: tjenester og sider om et tema',
    description: 'For staff: services and pages about a theme',
  }),
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

/** Commands from the menu of a message. Their names may hold spaces and capitals; at most 32 characters. */
export const menuTexts = {
  createCase: {
    name: 'Opprett sak',
    nameLocalizations: { no: 'Opprett sak', 'en-GB': 'Open a case', 'en-US': 'Open a case' },
  },
} as const;

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
    norwegianDescription: 'Første dag, ÅÅÅÅ-MM-DD',
    description: 'First day, YYYY-MM-DD',
  }),
  breachUntil: command('til', {
    norwegian: 'til',
    english: 'until',
    norwegianDescription: 'Siste dag, ÅÅÅÅ-MM-DD. La stå tomt hvis det fortsatt pågår',
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
  caseShow: command('vis', {
    norwegian: 'vis',
    english: 'show',
    norwegianDescription: 'Vis kortet til en sak',
    description: 'Show the card of a case',
  }),
  caseMine: command('mine', {
    norwegian: 'mine',
    english: 'mine',
    norwegianDescription: 'Sakene du har, de som haster mest, først',
    description: 'The cases you have, the most urgent first',
  }),
  caseOpen: command('apne', {
    norwegian: 'åpne',
    english: 'open',
    norwegianDescription: 'Alle saker som ikke er lukket, de som haster mest, først',
    description: 'Every case that is not closed, the most urgent first',
  }),
  caseOffer: command('overfor', {
    norwegian: 'overfør',
    english: 'transfer',
    norwegianDescription: 'Be en kollega ta over en sak',
    description: 'Ask a colleague to take over a case',
  }),
  caseClose: command('lukk', {
    norwegian: 'lukk',
    english: 'close',
    norwegianDescription: 'Lukk en sak. Avsenderen får beskjed',
    description: 'Close a case. The sender is told',
  }),
  caseNumber: command('nummer', {
    norwegian: 'nummer',
    english: 'number',
    norwegianDescription: 'Saksnummeret. Åpne saker foreslås',
    description: 'The number of the case. Open cases are suggested',
  }),
  colleague: command('kollega', {
    norwegian: 'kollega',
    english: 'colleague',
    norwegianDescription: 'Hvem som skal spørres',
    description: 'Who is to be asked',
  }),
  worry: command('tema', {
    norwegian: 'tema',
    english: 'theme',
    norwegianDescription: 'Hva det handler om',
    description: 'What it is about',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

interface Choice {
  readonly name: string;
  readonly nameLocalizations: { readonly no: string };
  readonly value: string;
}

/** What a case may be about, as choices of a command's option. */
export const worryChoices: readonly Choice[] = categories.map((category) => ({
  name: textsIn('en').words.category({ category }),
  nameLocalizations: { no: textsIn('nb').words.category({ category }) },
  value: category,
}));

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

/** The parts of `/triage`. */
export const triageOptions = {
  tryOut: command('prov', {
    norwegian: 'prøv',
    english: 'try',
    norwegianDescription: 'Se hva som ville skjedd med en setning du finner på. Ingenting lagres',
    description: 'See what would happen with a sentence you make up. Nothing is stored',
  }),
  rules: command('regler', {
    norwegian: 'regler',
    english: 'rules',
    norwegianDescription: 'Se reglene som kan slås av, eller slå én av eller på',
    description: 'See the rules that may be switched off, or switch one',
  }),
  threshold: command('terskel', {
    norwegian: 'terskel',
    english: 'threshold',
    norwegianDescription: 'Flytt hvor mye språkmodellen må være sikker på',
    description: 'Move how sure the language model must be',
  }),
  word: command('ord', {
    norwegian: 'ord',
    english: 'word',
    norwegianDescription: 'Legg til et ord som brukes hos dere, eller fjern ett',
    description: 'Add a word that is used where you are, or remove one',
  }),
  sentence: command('setning', {
    norwegian: 'setning',
    english: 'sentence',
    norwegianDescription: 'En oppdiktet setning. Aldri noe en ungdom har skrevet',
    description: 'An invented sentence. Never what a young person wrote',
  }),
  rule: command('regel', {
    norwegian: 'regel',
    english: 'rule',
    norwegianDescription: 'Regelen det gjelder',
    description: 'The rule in question',
  }),
  state: command('tilstand', {
    norwegian: 'tilstand',
    english: 'state',
    norwegianDescription: 'På eller av',
    description: 'On or off',
  }),
  limit: command('grense', {
    norwegian: 'grense',
    english: 'limit',
    norwegianDescription: 'Hvilken grense',
    description: 'Which limit',
  }),
  step: command('trinn', {
    norwegian: 'trinn',
    english: 'step',
    norwegianDescription: 'Fra flest varsler til færrest',
    description: 'From most alerts to fewest',
  }),
  newWord: command('nytt', {
    norwegian: 'nytt',
    english: 'new',
    norwegianDescription: 'Ordet eller uttrykket, med små bokstaver',
    description: 'The word or phrase, in lower case',
  }),
  means: command('betyr', {
    norwegian: 'betyr',
    english: 'means',
    norwegianDescription: 'Hva ordet betyr',
    description: 'What the word means',
  }),
  mustMatch: command('treffer', {
    norwegian: 'treffer',
    english: 'noticed',
    norwegianDescription: 'En oppdiktet setning med ordet som skal bli lagt merke til',
    description: 'An invented sentence with the word that must be noticed',
  }),
  mustNot: command('treffer-ikke', {
    norwegian: 'treffer-ikke',
    english: 'not-noticed',
    norwegianDescription: 'En harmløs setning som ligner, og som ikke skal bli lagt merke til',
    description: 'A harmless sentence that looks like it and must not be noticed',
  }),
  removeWord: command('fjern', {
    norwegian: 'fjern',
    english: 'remove',
    norwegianDescription: 'Et ord dere har lagt til før',
    description: 'A word you have added before',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

const choice = <Value extends string | number>(value: Value, norwegian: string, english: string) => ({
  name: english,
  nameLocalizations: { no: norwegian },
  value,
});

export const triageChoices = {
  state: [choice('on', 'på', 'on'), choice('off', 'av', 'off')],
  limit: [
    choice('concernShift', 'når språkmodellen alene sier bekymring', 'when the model alone says concern'),
    choice(
      'seriousShift',
      'når språkmodellen løfter bekymring til alvorlig',
      'when the model raises concern to serious',
    ),
  ],
  step: [
    choice(-2, 'mange flere varsler', 'many more alerts'),
    choice(-1, 'noen flere varsler', 'some more alerts'),
    choice(0, 'som levert', 'as shipped'),
    choice(1, 'noen færre varsler', 'some fewer alerts'),
    choice(2, 'mange færre varsler', 'many fewer alerts'),
  ],
  means: [
    choice('SUICIDE_WORD', 'selvmord', 'suicide'),
    choice('SELF_HARM', 'selvskading', 'self-harm'),
    choice('MEANS', 'noe man kan skade seg med', 'something to harm oneself with'),
    choice('HIGH_PLACE', 'et farlig sted, som en bru eller en stasjon', 'a dangerous place, such as a bridge'),
    choice('DRUG', 'rusmiddel', 'drug'),
    choice('WEAPON', 'våpen', 'weapon'),
    choice('GANG', 'gjeng eller nettverk', 'gang or network'),
    choice('MISSION', 'kriminelt oppdrag', 'criminal task'),
    choice('BULLY', 'mobbing', 'bullying'),
    choice('NUDE', 'nakenbilde', 'nude picture'),
    choice('ED_WORD', 'spiseforstyrrelse', 'eating disorder'),
    choice('CARE_PLACE', 'institusjon eller fosterhjem', 'institution or foster home'),
    choice('YOU_STAFF', 'dere som jobber her', 'those who work here'),
    choice('STRANGER_ADULT', 'fremmed voksen', 'adult stranger'),
  ],
} as const;
