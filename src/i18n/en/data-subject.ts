import type { KeepingGround } from '../../core/subject-request.ts';
import type { Catalogue } from '../nb.ts';

/** Why a conversation stays although its sender has asked. */
const grounds: Readonly<Record<KeepingGround, string>> = {
  law: 'The law says that we must write down and keep something this serious.',
  danger: 'Somebody may be in danger, and we are following it up.',
  claim: 'It may be needed in a case for the police or a court.',
};

export const dataSubject: Catalogue['dataSubject'] = {
  whose: () =>
    'Several municipalities may have stored something about you. Each stores for itself. Which one do you mean?',
  showButton: () => 'See my data',
  eraseButton: () => 'Delete my data',
  eraseNowButton: () => 'Yes, delete now',
  title: () => 'This is what we have stored about you',
  nothing: () => 'We found nothing stored about you here now.',
  conversation: ({ number, opened, count }) =>
    `**Conversation ${number}**, started ${opened}. ${count === 1 ? 'One message is' : `${count} messages are`} stored.`,
  kinds: () =>
    'We have also stored your Discord account (encrypted, so that we can answer), how serious the bot thinks it is, and when you wrote.',
  sealed: ({ hours }) => `If something seems serious, what you wrote is locked away for ${hours} hours.`,
  seenBy: () =>
    'Only the caseworkers and the duty lead of the service can see the conversation. We do not simply hand it to parents.',
  goes: ({ day, hours }) =>
    `If nobody writes more, it is deleted on ${day}. If the case is closed, it is deleted ${hours} hours later.`,
  answerDue: ({ day }) => `You have asked for deletion. A human answers you by ${day}.`,
  record: ({ since, day }) =>
    `We remember that you first wrote on ${since}, and which notices the bot has given. That is deleted on ${day}.`,
  closedGoes: ({ day }) => `The conversation is closed, and it is deleted on ${day}.`,
  documented: () =>
    'Staff also have a separate, locked note about this. The law requires us to write down something this serious. Ask us or the data protection officer to see it, and a human answers.',
  entriesTitle: () => 'What has been written, as we have stored it:',
  entry: ({ at, who, text }) => `${at}, ${who}: ${text}`,
  you: () => 'you',
  us: () => 'we',
  entryUnmaskable: () => '(not stored: the bot could not take personal data away)',
  entryWithdrawn: () => '(withdrawn by us)',
  entryDeleted: () => '(deleted by you)',
  notShown: ({ count }) =>
    `${count === 1 ? 'One older message does' : `${count} older messages do`} not fit here. Ask us or the data protection officer if you want everything.`,
  discordKeeps: () =>
    'Discord has its own copy of what you wrote, and we cannot delete that. Delete it yourself: hold your finger on the message (right-click on a PC) and choose “Delete Message”.',
  eraseAsk: () =>
    'Do you want to delete what we have stored about you? The conversation disappears for us too, and we can no longer answer it. If it is something serious we must follow up, it becomes a request that a human answers.',
  erased: ({ at }) => `Deleted ${at}. This is your receipt.`,
  erasedConversation: ({ number, count }) =>
    `Conversation ${number} with ${count === 1 ? 'one message' : `${count} messages`} is gone from our store.`,
  erasedRecord: () => 'What we remembered about your having written to us is gone.',
  backups: () => 'In the backups it can no longer be read once the next backup is made.',
  cursor: () =>
    'The bot remembers how far it has read in your chat, so that no new message is lost. That is deleted 90 days after the last message.',
  staffCopyGone: () => 'The copy in the staff’s channel is deleted.',
  staffCopyLeft: () => 'We could not delete the copy in the staff’s channel yet. The bot tries again until it is gone.',
  requested: ({ number, day }) =>
    `Conversation ${number} is not deleted yet. It is about something serious, and then we must sometimes keep it. A human looks at your wish and answers by ${day}.`,
  requestedBefore: ({ number, day }) =>
    `You have already asked that conversation ${number} be deleted. A human answers by ${day}.`,
  complain: ({ officer }) =>
    `If you disagree, you can ask the data protection officer (${officer}) or complain to Datatilsynet, the Norwegian data protection authority.`,
  tryAgain: () => 'Somebody wrote in the conversation just now, and nothing is deleted. Try once more.',
  erasureDone: ({ number }) =>
    `You asked for conversation ${number} to be deleted. A human has looked at it, and it is deleted.`,
  erasureKept: ({ number, ground }) =>
    `You asked for conversation ${number} to be deleted. A human has looked at it. We have to keep it a little longer: ${grounds[ground]} It is deleted when its time is out.`,
  noteErasureKept: ({ signature }) =>
    `${signature} has answered the wish for deletion: the case is kept until its time is out. The young person has been told why.`,
  noteErasureRequested: ({ day }) =>
    `The sender has asked for deletion. Consider whether the case must be documented. The coordinator or the duty lead answers in \`/innsyn\` by ${day}.`,
};
