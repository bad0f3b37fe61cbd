/** A command's name and description in the languages Discord knows. Shaped as discord.js takes them. */
export interface CommandText {
  /** Stable: what the program calls it. Lower case, ASCII. */
  readonly name: string;
  readonly description: string;
  readonly nameLocalizations: { readonly no: string; readonly 'en-GB': string; readonly 'en-US': string };
  readonly descriptionLocalizations: { readonly no: string };
}

interface Words {
  /** Shown to readers of Norwegian; may hold æ, ø and å. */
  readonly norwegian: string;
  readonly english: string;
  readonly norwegianDescription: string;
  /** The default for every other language. */
  readonly description: string;
}

const command = (name: string, words: Words): CommandText => ({
  name,
  description: words.description,
  nameLocalizations: { no: words.norwegian, 'en-GB': words.english, 'en-US': words.english },
  descriptionLocalizations: { no: words.norwegianDescription },
});

/** Names: 1–32 characters, lower case, no spaces. Descriptions: at most 100 characters. */
export const commandTexts = {
  openingHours: command('apningstider', {
    norwegian: 'åpningstider',
    english: 'opening-hours',
    norwegianDescription: 'Se om vi har åpent nå, og når vi åpner neste gang',
    description: 'See whether we are open now, and when we open next',
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
  card: command('kort', {
    norwegian: 'kort',
    english: 'card',
    norwegianDescription: 'For koordinator: sett opp kortet i kanalen på nytt',
    description: 'For the coordinator: put up the card in its channel again',
  }),
} as const satisfies Readonly<Record<string, CommandText>>;
