import type { Rating } from '../../core/assessment-rating.ts';
import type { Catalogue } from '../nb.ts';

const rateButtons: Readonly<Record<Rating, string>> = {
  right: 'Right',
  'too-high': 'Too high',
  'too-low': 'Too low',
  'not-relevant': 'Not relevant',
};

export const outcomes: Catalogue['outcomes'] = {
  rateQuestion: () => 'Was the level right? Your answer is counted per rule, without text and without the case.',
  rateButton: ({ rating }) => rateButtons[rating],
  rated: () => 'Thank you. It is counted.',
  claimed: ({ caseName }) =>
    `You have taken ${caseName}, and the sender is told. Read on in the thread below the card.`,
  alreadyClaimed: ({ caseName, signature }) => `${signature} has already taken ${caseName}.`,
  closed: ({ caseName }) => `${caseName} is closed.`,
  alreadyClosed: () => 'The case is already closed.',
  closeNotTaken: ({ caseName }) =>
    `${caseName} is serious and nobody has taken it. Press “I take it” before you close.`,
  caseIsClosed: ({ caseName }) => `${caseName} is closed. Nothing was changed or sent.`,
  notPermitted: () => 'You do not have access to this. Ask the coordinator if that is wrong.',
  notFound: () => 'The case no longer exists. It may have been deleted when its time was out.',
  staleComponent: () => 'This button no longer works. Use a newer message, or write again.',
  tryAgain: ({ reference }) => `Something went wrong on our side. Try once more. Reference: ${reference}`,
  tryAgainSender: ({ reference }) =>
    `Try once more. Something went wrong on our side, and we may not have what you wrote. Reference: ${reference}`,
  replyQueued: ({ caseName }) => `The reply in ${caseName} is on its way to the sender.`,
  replyExpired: () => 'The reply waited too long and is deleted. Write it again.',
  replyEmpty: () => 'The reply was empty. Nothing is sent.',
  deskLink: ({ url }: { url: string }) =>
    `[Open the sealed desk](${url})\nThe link is yours alone. It works once, and ends in 10 minutes. Do not send it to anybody.`,
  deskNotSetUp: () => 'The sealed desk is not set up here. Ask the coordinator.',
  notActive: () => 'The service is not approved for this yet.',
  dutyIn: ({ until }) =>
    `You are online until ${until}. Then you are logged out automatically. The card shows your first name and role.`,
  dutyInLater: ({ from, until }) =>
    `You are on duty from ${from} until ${until}. The card shows your first name and role when we open.`,
  dutyTooEarly: ({ next }) =>
    `We are closed now, and you are not logged in. We open ${next}. You can log in during the last two hours before.`,
  dutyNotTrained: () =>
    'The municipality requires training before duty. Type `/practice`: practise one case, and tick the six subjects you have learnt.',
  dutyNothingPlanned: () => 'No opening is planned, and you are not logged in.',
  dutyOut: () => 'You are logged out. Others are still online.',
  dutyOutLast: () => 'You are logged out. Nobody is online now, and the card says so.',
  dutyNotIn: () => 'You were not online. Nothing has changed.',
  cardsUp: ({ count }) => (count === 1 ? 'The card is up again.' : `${count} cards are up again.`),
  cardsFailed: ({ count }) => `${count} cards could not be put up. Check that the bot can write in the channel.`,
};
