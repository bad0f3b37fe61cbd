import type { WordingFault } from '../../core/texts/own-text.ts';
import type { Catalogue } from '../nb.ts';
import { words } from './words.ts';

type FaultOf<Kind extends WordingFault['kind']> = Extract<WordingFault, { kind: Kind }>;
const open = (name: string): string => `{${name}}`;
const list = (names: readonly string[]): string => names.map(open).join(', ');

const faults: { readonly [Kind in WordingFault['kind']]: (fault: FaultOf<Kind>) => string } = {
  'unknown-text': () => 'This text cannot be changed, or does not exist.',
  'unknown-placeholder': ({ name, known }) =>
    known.length === 0
      ? `Take out ${open(name)}. This text has no fields.`
      : `Take out ${open(name)}. Fields you can use here: ${list(known)}.`,
  'missing-placeholder': ({ name }) => `Include ${open(name)}. Without it the reader lacks something.`,
  'stray-brace': () => 'Take out { and } that belong to no field.',
  empty: () => 'Write something. To have the standard text back, use “reset”.',
  'too-many-characters': ({ length, most }) => `Shorten it: ${length} characters, and there is room for ${most}.`,
  'too-many-words': ({ count, most }) => `Shorten it: ${count} words, and there is room for ${most}.`,
  'action-not-first': () =>
    'Put the most important thing in the first sentence: what the reader should do, with the same fields as in the standard text.',
  'hard-to-read': ({ lix, most }) => `Use shorter words and sentences: LIX is ${lix}, and the limit is ${most}.`,
  promise: ({ found }) => `Take out “${found}”. It promises something we cannot keep.`,
  method: ({ found }) => `Take out “${found}”. The word can show a way to be hurt (#chatsafe).`,
  emoji: ({ found }) => `Take out ${found}. Emoji can be misread.`,
  'phone-number': ({ found }) =>
    `Take out ${found}. Numbers come from the contact register, where they are kept right.`,
  'hides-bot': () => 'Say that a bot is writing.',
  'emergency-missing': () =>
    'Translate this one too. It says where to get help when it is urgent, and must be in the same language as the rest.',
};

export const wording: Catalogue['wording'] = {
  fault: (fault) => (faults[fault.kind] as (of: WordingFault) => string)(fault),
  formTitle: () => 'The text in your own words',
  formLabel: () => 'New text',
  formNote: ({ fields }) =>
    fields === ''
      ? 'Most important first. Short words.'
      : `Most important first. Short words. Fields that must be included: ${fields}`,
  listTitle: () => 'Texts in your own words',
  none: () => 'All texts are standard texts. Choose one under “text” to see it.',
  place: ({ key, language }) => `\`${key}\` (${words.languageName({ language })})`,
  standardTitle: () => 'The standard text',
  ownTitle: () => 'Your own words',
  fields: ({ fields }) => `Fields that must be included: ${fields}`,
  notOwn: () => 'The standard text is used.',
  preview: () => 'This is how it will be, with examples in the fields. Not in use yet.',
  fixFirst: () => 'Not saved. Put this right first:',
  useButton: () => 'Use the text',
  againButton: () => 'Write again',
  saved: () => 'Saved. The text is in use in a couple of seconds.',
  stale: () => 'Somebody else changed the settings just now. Nothing is saved. Try once more.',
  expired: () => 'The draft waited too long and is gone. Write it again.',
  notKept: () => 'That version is no longer kept.',
  historyTitle: () => 'Earlier versions, newest first',
  noHistory: () => 'The text has not changed in the versions that are kept.',
  revision: ({ number, at }) => `**${number}.** ${at}`,
  restoreButton: ({ number }) => `Use version ${number}`,
  unknown: () => 'The text was not found. Choose one from the list.',
};
