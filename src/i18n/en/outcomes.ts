import type { Catalogue } from '../nb.ts';

export const outcomes: Catalogue['outcomes'] = {
  claimed: ({ caseName }) => `You have taken ${caseName}.`,
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
  formFiled: ({ caseName }) => `The form for ${caseName} is filed.`,
  formIncomplete: () => 'The form lacked a choice. Nothing is stored. Open it again.',
  notActive: () => 'The service is not approved for this yet.',
};
