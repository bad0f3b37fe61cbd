import type { Catalogue } from '../nb.ts';

export const decision: Catalogue['decision'] = {
  button: () => 'Decide',
  title: ({ caseName }) => `Decision in ${caseName}`,
  question: () => 'What do you decide?',
  choice: ({ follows }) => (follows === 'yes' ? 'I do what the card says' : 'I do something else'),
  second: () => 'New assessment of the duty to report',
  secondHelp: () => 'The young person says no to child protection. Must you report all the same, and why?',
  reason: () => 'Why?',
  reasonHelp: () => 'Must be filled in when you do something else. Short, and without names.',
  made: ({ signature, at, follows }) =>
    `**Decided by ${signature}, ${at}:** ${follows ? 'does what the card says.' : 'does something else than the card says.'}`,
  notKept: ({ why }) =>
    ({
      'needs-reason': '**Not saved.** Write why you do something else than the card says.',
      'needs-second-assessment': '**Not saved.** Write the new assessment of the duty to report.',
      'not-settled': '**Not saved.** Answer the rest of the questions first.',
      'other-card': '**Not saved.** The answers have changed, and the card is another one now.',
    })[why],
};
