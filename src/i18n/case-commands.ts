import { categories } from '../core/triage/assessment.ts';
import { textsIn } from './catalogue.ts';
import { command } from './command-text.ts';
import type { Choice, CommandText } from './command-text.ts';

/** For staff: cases, what is said in them, and where else there is help. */
export const caseCommands = {
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
  standardText: command('standardtekst', {
    norwegian: 'standardtekst',
    english: 'standard-text',
    norwegianDescription: 'For ansatte: tekster dere sender ofte, skrevet av én og godkjent av en annen',
    description: 'For staff: texts you send often, written by one and approved by another',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Commands from the menu of a message. Their names may hold spaces and capitals; at most 32 characters. */
export const menuTexts = {
  createCase: {
    name: 'Opprett sak',
    nameLocalizations: { no: 'Opprett sak', 'en-GB': 'Open a case', 'en-US': 'Open a case' },
  },
} as const;

/** Parts of `/sak`, `/svar`, `/skjema` and `/ressurs`. */
export const caseOptions = {
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
  readyText: command('tekst', {
    norwegian: 'tekst',
    english: 'text',
    norwegianDescription: 'En godkjent standardtekst å begynne med. Du kan endre den før du sender',
    description: 'An approved standard text to begin with. You can change it before you send',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Parts of `/standardtekst`. */
export const standardTextOptions = {
  list: command('liste', {
    norwegian: 'liste',
    english: 'list',
    norwegianDescription: 'Alle tekstene, og hvilke som kan brukes nå',
    description: 'Every text, and which can be used now',
  }),
  show: command('vis', {
    norwegian: 'vis',
    english: 'show',
    norwegianDescription: 'Les en tekst, godkjenn den, skriv den om eller ta den ut',
    description: 'Read a text, approve it, rewrite it or take it out',
  }),
  write: command('ny', {
    norwegian: 'ny',
    english: 'new',
    norwegianDescription: 'Skriv en ny tekst. En annen må godkjenne den',
    description: 'Write a new text. Somebody else must approve it',
  }),
  text: command('tekst', {
    norwegian: 'tekst',
    english: 'text',
    norwegianDescription: 'Skriv noe av navnet for å finne den',
    description: 'Write a part of its name to find it',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** What a case may be about, as choices of a command's option. */
export const worryChoices: readonly Choice[] = categories.map((category) => ({
  name: textsIn('en').words.category({ category }),
  nameLocalizations: { no: textsIn('nb').words.category({ category }) },
  value: category,
}));
