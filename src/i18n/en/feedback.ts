import type { FeedbackAnswer, FeedbackTheme } from '../../core/feedback.ts';
import type { Catalogue } from '../nb.ts';
const answers: Readonly<Record<FeedbackAnswer, string>> = { helped: 'Yes', partly: 'A little', not: 'No' };
const themes: Readonly<Record<FeedbackTheme, string>> = {
  hours: 'When you are here',
  answers: 'The answers I got',
  information: 'What I read',
  trust: 'Whether it feels all right to write here',
  other: 'Something else',
};

export const feedback: Catalogue['feedback'] = {
  button: () => 'Feedback',
  title: () => 'Feedback',
  note: () =>
    'We count the answers and do not store who answered. There is no room to write here, because nobody could answer you.',
  answerLabel: () => 'Did it help you?',
  answer: ({ answer }) => answers[answer],
  themeLabel: () => 'What is it mostly about?',
  theme: ({ theme }) => themes[theme],
  thanks: () => 'Thank you. Your answer is counted. We do not know who you are.',
  sayMore: () => 'Do you want to say more, or is there something you need? Write to us.',
};
