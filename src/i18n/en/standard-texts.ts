import type { TextState } from '../../core/standard-text.ts';
import type { Catalogue } from '../nb.ts';

const states: Readonly<Record<TextState, string>> = {
  ready: 'Ready to use',
  'not-approved': 'Waits for approval',
  'to-review': 'Must be read again and approved before it can be used',
  'taken-out': 'Taken out',
};

export const standardTexts: Catalogue['standardTexts'] = {
  listTitle: () => 'Standard texts',
  listEmpty: () => 'There are no standard texts yet. Write the first with /standardtekst.',
  listHint: () =>
    'Approved texts can be chosen in the reply form. Use the reply command with a text to change one a little first.',
  more: ({ count }) => `… and ${count} more.`,
  state: ({ state, until }) =>
    state === 'ready' && until !== undefined ? `${states.ready} until ${until}` : states[state],
  writtenBy: ({ author }) => `Written by ${author}.`,
  approvedBy: ({ approver, at }) => `Approved by ${approver}, ${at}.`,
  historyTitle: () => '**History**',
  historyLine: ({ what, by, at }) =>
    `${at}: ${{ written: 'written', approved: 'approved', 'taken-out': 'taken out' }[what]} by ${by}`,
  formTitle: () => 'Standard text',
  formNote: () =>
    'The text may be sent to many. Write nothing about particular persons, no promises and no advice on treatment. Somebody else must approve it before it can be used.',
  chooseLabel: () => 'Or choose an approved text',
  chooseDescription: () => 'What you write above comes first. You see all of it before it is sent.',
  replyEmpty: () => 'The reply is empty. Write something, or choose an approved text.',
  replyTooLong: () =>
    'What you wrote and the text you chose are too long together for one reply. Nothing has been sent.',
  titleLabel: () => 'What you know it by',
  textLabel: () => 'The text',
  rewriteButton: () => 'Rewrite',
  approveButton: () => 'Approve',
  removeButton: () => 'Take out',
  written: () => 'The text is kept. Somebody other than you must approve it before it can be used.',
  approved: ({ until }) => `The text is approved and can be used until ${until}. Then somebody must read it again.`,
  removed: () => 'The text is taken out and cannot be used.',
  samePerson: () => 'You wrote this text yourself. Somebody else must approve it.',
  takenOut: () => 'This text is taken out.',
  notFound: () => 'I cannot find that text. Choose one from the list.',
  notUsable: () => 'That text cannot be used now. It is not approved, or it must be read again.',
  tooMany: () => 'There are too many texts. Take some out first.',
  empty: () => 'The text and its name cannot be empty.',
  notClean: () => '**The text is not kept.** It cannot be sent to many as it stands:',
};
