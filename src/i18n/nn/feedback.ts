import type { FeedbackAnswer, FeedbackTheme } from '../../core/feedback.ts';
import type { Catalogue } from '../nb.ts';
const answers: Readonly<Record<FeedbackAnswer, string>> = { helped: 'Ja', partly: 'Litt', not: 'Nei' };
const themes: Readonly<Record<FeedbackTheme, string>> = {
  hours: 'Når de er her',
  answers: 'Svara eg fekk',
  information: 'Det eg las',
  trust: 'Om det kjennest greitt å skrive hit',
  other: 'Noko anna',
};

export const feedback: Catalogue['feedback'] = {
  button: () => 'Tilbakemelding',
  title: () => 'Tilbakemelding',
  note: () =>
    'Vi tel svara og lagrar ikkje kven som svarte. Det er ikkje plass til å skrive her, for ingen kan svare deg på det.',
  answerLabel: () => 'Hjelpte det deg?',
  answer: ({ answer }) => answers[answer],
  themeLabel: () => 'Kva tenkjer du mest på?',
  theme: ({ theme }) => themes[theme],
  thanks: () => 'Takk. Svaret ditt er talt. Vi veit ikkje kven du er.',
  sayMore: () => 'Vil du seie meir, eller er det noko du treng? Skriv til oss.',
};
