import type { Catalogue } from '../nb.ts';

export const choice: Catalogue['choice'] = {
  ask: () =>
    '**Who are you writing to?** Several municipalities have a service on the servers you are in. Choose below.',
  waits: ({ service, minutes }) =>
    `Nobody sees your message before you choose. If you have not chosen within ${minutes} minutes, ${service} gets it.`,
  given: ({ service }) =>
    `Your message may be urgent, so ${service} got it at once. If you choose another one before somebody takes the case, we move it there.`,
  chosen: ({ service }) => `You are now writing to ${service}.`,
  taken: ({ service }) =>
    `You are already writing with ${service}. They answer you here. If you would rather talk with another municipality, you can tell them.`,
  nothingToChoose: () => 'There is nothing to choose now. Write me a message, and I will ask if I need to know.',
  notOpen: ({ service }) => `${service} does not take messages now. You can choose another one.`,
  tryAgain: () => 'Somebody wrote in the conversation just now, and nothing was moved. Please choose again.',

  cardOpen: () =>
    'The sender has not chosen a municipality. The case moves if they choose another before somebody takes it.',
  stateMoved: () => 'The sender chose another municipality.',
  noteChosen: () => 'The sender could choose between several municipalities, and chose you.',
  noteChoseAnother: () =>
    'The sender has chosen another municipality. The case stays with you, since somebody has taken it. Ask the sender who they want to talk with.',
  movedAway: ({ caseName }) =>
    `${caseName} is gone from here: the sender chose another municipality, which has it now. There is nothing more for you to do.`,
};
