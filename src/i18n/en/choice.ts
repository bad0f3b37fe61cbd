import type { Catalogue } from '../nb.ts';

export const choice: Catalogue['choice'] = {
  ask: () =>
    '**Who are you writing to?** Several municipalities have a service on the servers you are in. Choose below.',
  waits: ({ service, minutes }) =>
    `Nobody sees your message until you choose. If you have not chosen within ${minutes} minutes, it goes to ${service}.`,
  given: ({ service }) =>
    `Your message may be urgent, so ${service} got it right away. If you choose another one before anyone takes the case, we will move it there.`,
  chosen: ({ service }) => `You are now writing to ${service}.`,
  taken: ({ service }) =>
    `You are already in a conversation with ${service}. They will answer you here. If you would rather talk to another municipality, you can tell them.`,
  nothingToChoose: () => 'There is nothing to choose right now. Send me a message, and I will ask if I need to know.',
  notOpen: ({ service }) => `${service} is not taking messages right now. You can choose another one.`,
  tryAgain: () => 'Somebody wrote in the conversation just now, so nothing was moved. Please choose again.',

  cardOpen: () =>
    'The sender has not chosen a municipality. The case moves if they choose another one before anyone takes it.',
  stateMoved: () => 'The sender chose another municipality.',
  noteChosen: () => 'The sender could choose between several municipalities, and chose you.',
  noteChoseAnother: () =>
    'The sender has chosen another municipality. The case stays with you, since somebody has taken it. Ask the sender who they want to talk to.',
  movedAway: ({ caseName }) =>
    `${caseName} is no longer here: the sender chose another municipality, and it has the case now. There is nothing more for you to do.`,
};
