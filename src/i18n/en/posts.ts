import type { Consent, PostType } from '../../core/posts/post-book.ts';
import type { PostFault } from '../../core/posts/post-check.ts';
import type { Catalogue } from '../nb.ts';
const types: Readonly<Record<PostType, string>> = {
  presence: 'when we are here',
  local: 'something local',
  activity: 'activity',
  advice: 'advice',
};
const consents: Readonly<Record<Consent, string>> = {
  nobody: 'No, nobody can be recognised',
  consented: 'Yes, and they have agreed',
  'not-asked': 'Yes, but they have not been asked',
};
type State = 'draft' | 'approved' | 'gone' | 'withdrawn';
const states: Readonly<Record<State, string>> = {
  draft: 'Waits for approval',
  approved: 'Approved',
  gone: 'Published',
  withdrawn: 'Withdrawn',
};

function faultText(fault: Exclude<PostFault, { readonly channelId: unknown }>): string {
  switch (fault.kind) {
    case 'empty':
      return 'Write something.';
    case 'too-long': {
      const { length, most } = fault;
      return `Shorten it: ${length} characters, and there is room for ${most}.`;
    }
    case 'promise': {
      const { found } = fault;
      return `Take out “${found}”. It promises something we cannot keep.`;
    }
    case 'method': {
      const { found } = fault;
      return `Take out “${found}”. The word can show a way to be hurt (#chatsafe).`;
    }
    case 'no-consent':
      return 'Ask those it is about first, or write so that nobody can be recognised.';
    case 'not-a-time':
      return 'Write the time like this: 2026-11-25 18:00.';
    case 'past':
      return 'That time has passed. Choose a later one.';
    case 'no-channel':
      return 'There is no channel with the card in that server.';
  }
}

export const posts: Catalogue['posts'] = {
  type: ({ type }) => types[type],
  consent: ({ consent }) => consents[consent],
  formTitle: () => 'New post',
  formNote: () => 'Somebody else approves it before it is published. Most important first, short words.',
  textLabel: () => 'The text',
  consentLabel: () => 'Can anybody be recognised?',
  consentDescription: () => 'In the text, or in pictures you link to.',
  draftTitle: ({ number, type }) => `# Draft ${number}: ${type}`,
  whenApproved: () => 'Published when it is approved.',
  when: ({ at }) => `Published ${at}.`,
  by: ({ author }) => `Written by ${author}.`,
  approvedBy: ({ approver }) => `Approved by ${approver}.`,
  channels: ({ count }) => (count === 1 ? 'In one channel.' : `In ${count} channels.`),
  places: ({ places }: { places: string }) => `In ${places}.`,
  placesLabel: () => 'Where does it go?',
  allCards: ({ count }: { count: number }) =>
    count === 1 ? 'The channel with the card' : `All channels with the card (${count})`,
  morePlaces: () => 'There is room for some only. Choose one server in the command to see all its channels.',
  foreignChannel: ({ place }: { place: string }) =>
    `${place} is not an open channel in one of our servers. Choose another.`,
  closedChannel: ({ place }: { place: string }) =>
    `The bot may not write in ${place}. Ask the server’s owner, or choose another.`,
  lookTitle: () => 'Look at this before you approve',
  warnPersonalData: ({ things }) => `May show who somebody is: ${things}.`,
  warnReading: ({ lix }) => `Hard to read: LIX ${lix}. Use shorter words and sentences.`,
  warnEmoji: () => 'Emoji can be misread.',
  warnMonotony: () => 'The last two posts were of the same kind. Some variation makes more people read.',
  approveButton: () => 'Approve',
  withdrawButton: () => 'Withdraw',
  refused: () => 'Not saved. Put this right first:',
  fault: faultText,
  approved: ({ number, at }) => `Post ${number} is approved and goes out ${at}.`,
  withdrawn: ({ number }) => `Post ${number} is withdrawn.`,
  ownPost: () => 'You wrote it yourself. Somebody else must approve it.',
  notADraft: () => 'The post is already approved, published or withdrawn.',
  notFound: () => 'The post was not found.',
  stale: () => 'Somebody else changed the posts just now. Try once more.',
  activityFormTitle: () => 'New activity',
  activityNameLabel: () => 'Name',
  activityPlaceLabel: () => 'Where',
  activityAboutLabel: () => 'What will we do?',
  activityWhoLabel: () => 'Who from us will be there?',
  activityWhoDescription: () => 'First name and role, as everybody will read it.',
  coming: ({ count }) => `Have said that they come: ${count}.`,
  inCalendars: () => 'Also put in the calendar of the servers that allow the bot to.',
  reminded: () => 'There is a reminder in the channel one hour before.',
  over: () => 'The activity has begun, so it cannot be approved.',
  notApproved: ({ strategy }) => `Management has not approved this yet (strategy ${strategy}). See \`/approval\`.`,
  calledOff: ({ number }) => `Activity ${number} is called off. That is said where it was posted.`,
  calendarTitle: () => 'Posts that wait and come',
  calendarEmpty: () => 'No posts are waiting. Make one with `/innlegg nytt`.',
  state: ({ state }) => states[state],
  calendarLine: ({ number, at, type, state, start, places }) =>
    `- **${number}** ${at}: ${type}. ${state}. ${places} ${start}`,
};
