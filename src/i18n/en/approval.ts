import type { Catalogue } from '../nb.ts';

export const approval: Catalogue['approval'] = {
  intakePaused: ({ service }) =>
    `${service} does not take messages right now. None of us reads what you write, and we do not keep it.`,
  paused: () =>
    'The intake is stopped. No new messages are taken in, not in open conversations either. Those who write are told, and get the emergency numbers. “Help now” works as before. Open it again with `/gjenoppta`.',
  pausedWithOpen: ({ count }) =>
    `**${count === 1 ? '1 conversation is open' : `${count} conversations are open`}.** The young people cannot answer you now. Write to them in the case, and say how they can reach someone.`,
  alreadyPaused: () => 'The intake was stopped already. Nothing has changed.',
  resumed: () => 'The intake is open again, as far as the approval goes. The stop is recorded as a drill.',
  notPaused: () => 'The intake was not stopped. Nothing has changed.',
  stoppedContact: () =>
    'Somebody wrote while the intake is stopped. The message is not kept, and the bot cannot say who it was. They were told so, with numbers to call.',
  stoppedWorry: ({ mention, severity }) =>
    `${mention} **${severity}: Somebody wrote while the intake is stopped.** The message is not kept, and the bot cannot say who it was. They were told where to call. Consider opening again with \`/gjenoppta\`, so that the next message reaches you.`,
  stoppedCount: ({ messages, worrying }) =>
    `Turned away while the intake was stopped: ${messages === 1 ? '1 message' : `${messages} messages`}${worrying === 0 ? '' : `, ${worrying} of which seemed serious`}.`,
  noteWroteWhileStopped: ({ severity }) =>
    `**The young person wrote while the intake is stopped (${severity}).** The message is not kept. Answer in the case, and say how you can be reached.`,
  unreadable: () =>
    'The approval in the store cannot be read, and the intake stands still. Ask whoever runs the service to restore a backup.',
};
