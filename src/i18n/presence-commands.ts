import { postTypes } from '../core/posts/post-book.ts';
import { textsIn } from './catalogue.ts';
import { command } from './command-text.ts';
import type { CommandText } from './command-text.ts';

/** For coordinators and content producers: how the service shows itself, and what it tells of. */
export const presenceCommands = {
  profile: command('profil', {
    norwegian: 'profil',
    english: 'profile',
    norwegianDescription: 'For koordinator: se og sett botens navn, bilde og omtale',
    description: 'For the coordinator: see and set the bot’s name, picture and bio',
  }),
  texts: command('tekster', {
    norwegian: 'tekster',
    english: 'texts',
    norwegianDescription: 'For koordinator: se og endre det boten skriver',
    description: 'For the coordinator: see and change what the bot writes',
  }),
  activity: command('aktivitet', {
    norwegian: 'aktivitet',
    english: 'activity',
    norwegianDescription: 'For ansatte og innholdsprodusenter: noe å gjøre sammen',
    description: 'For staff and content producers: something to do together',
  }),
  posts: command('innlegg', {
    norwegian: 'innlegg',
    english: 'posts',
    norwegianDescription: 'For ansatte og innholdsprodusenter: innlegg i kanalene',
    description: 'For staff and content producers: posts in the channels',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Parts of `/tekster`. */
export const textOptions = {
  show: command('vis', {
    norwegian: 'vis',
    english: 'show',
    norwegianDescription: 'Se en tekst, eller alle som er endret',
    description: 'See one text, or all that have been changed',
  }),
  change: command('endre', {
    norwegian: 'endre',
    english: 'change',
    norwegianDescription: 'Skriv en tekst i egne ord. Du ser den før den brukes',
    description: 'Put a text in your own words. You see it before it is used',
  }),
  history: command('historikk', {
    norwegian: 'historikk',
    english: 'history',
    norwegianDescription: 'Se hvordan en tekst har vært, og gå tilbake',
    description: 'See how a text has been, and go back',
  }),
  reset: command('tilbakestill', {
    norwegian: 'tilbakestill',
    english: 'reset',
    norwegianDescription: 'Bruk standardteksten igjen',
    description: 'Use the standard text again',
  }),
  text: command('tekst', {
    norwegian: 'tekst',
    english: 'text',
    norwegianDescription: 'Skriv noe av teksten for å finne den',
    description: 'Write a part of the text to find it',
  }),
  language: command('sprak', {
    norwegian: 'språk',
    english: 'language',
    norwegianDescription: 'Hvilket språk. Tjenestens eget hvis du ikke velger',
    description: 'Which language. The service’s own when you choose none',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Languages with a complete catalogue, as choices of a command's option. */
export const languageChoices = [
  { name: 'Bokmål', value: 'nb' },
  { name: 'Nynorsk', value: 'nn' },
  { name: 'English', value: 'en' },
] as const;

/** Parts of `/innlegg`. */
export const postOptions = {
  write: command('nytt', {
    norwegian: 'nytt',
    english: 'new',
    norwegianDescription: 'Skriv et utkast. En annen godkjenner det',
    description: 'Write a draft. Somebody else approves it',
  }),
  calendar: command('kalender', {
    norwegian: 'kalender',
    english: 'calendar',
    norwegianDescription: 'Se hva som venter, og hva som kommer når',
    description: 'See what waits, and what comes when',
  }),
  show: command('vis', {
    norwegian: 'vis',
    english: 'show',
    norwegianDescription: 'Se ett innlegg, godkjenn det eller trekk det tilbake',
    description: 'See one post, approve it or withdraw it',
  }),
  type: command('type', {
    norwegian: 'type',
    english: 'type',
    norwegianDescription: 'Hva innlegget handler om',
    description: 'What the post is about',
  }),
  due: command('tid', {
    norwegian: 'tid',
    english: 'time',
    norwegianDescription: 'Når det skal ut, for eksempel 2026-11-25 18:00. Tomt: straks det er godkjent',
    description: 'When it goes out, e.g. 2026-11-25 18:00. Empty: as soon as it is approved',
  }),
  server: command('server', {
    norwegian: 'server',
    english: 'server',
    norwegianDescription: 'Bare én server. Tomt: alle',
    description: 'One server only. Empty: all',
  }),
  number: command('nummer', {
    norwegian: 'nummer',
    english: 'number',
    norwegianDescription: 'Nummeret i kalenderen',
    description: 'The number in the calendar',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Parts of `/aktivitet`; the time, the server and the number are those of `/innlegg`. */
export const activityOptions = {
  write: command('ny', {
    norwegian: 'ny',
    english: 'new',
    norwegianDescription: 'Skriv et utkast. En annen godkjenner det',
    description: 'Write a draft. Somebody else approves it',
  }),
  show: command('vis', {
    norwegian: 'vis',
    english: 'show',
    norwegianDescription: 'Se hvor mange som kommer, godkjenn eller avlys',
    description: 'See how many come, approve it or call it off',
  }),
  starts: {
    ...postOptions.due,
    description: 'When it begins, e.g. 2026-11-25 18:00',
    descriptionLocalizations: { no: 'Når det begynner, for eksempel 2026-11-25 18:00' },
  },
  hours: command('timer', {
    norwegian: 'timer',
    english: 'hours',
    norwegianDescription: 'Hvor mange timer det varer. Tomt: 2',
    description: 'How many hours it lasts. Empty: 2',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;

/** Types of posts as choices of a command's option. */
export const postTypeChoices = postTypes.map((type) => ({
  name: textsIn('en').posts.type({ type }),
  nameLocalizations: { no: textsIn('nb').posts.type({ type }) },
  value: type,
}));
