import type { FeedbackAnswer, FeedbackTheme } from '../../core/feedback.ts';

const answers: Readonly<Record<FeedbackAnswer, string>> = { helped: 'Ja', partly: 'Litt', not: 'Nei' };
const themes: Readonly<Record<FeedbackTheme, string>> = {
  hours: 'Når dere er her',
  answers: 'Svarene jeg fikk',
  information: 'Det jeg leste',
  trust: 'Om det føles greit å skrive hit',
  other: 'Noe annet',
};

/** What a young person may say of the service: choices, counted. */
export const feedback = {
  button: () => 'Tilbakemelding',
  title: () => 'Tilbakemelding',
  note: () =>
    'Vi teller svarene og lagrer ikke hvem som svarte. Det er ingen plass til å skrive her, for ingen kan svare deg på det.',
  answerLabel: () => 'Hjalp det deg?',
  answer: ({ answer }: { answer: FeedbackAnswer }) => answers[answer],
  themeLabel: () => 'Hva tenker du mest på?',
  theme: ({ theme }: { theme: FeedbackTheme }) => themes[theme],
  thanks: () => 'Takk. Svaret ditt er talt. Vi vet ikke hvem du er.',
  sayMore: () => 'Vil du si mer, eller er det noe du trenger? Skriv til oss.',
};
