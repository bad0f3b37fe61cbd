import type { Catalogue } from '../nb.ts';

export const forms: Catalogue['forms'] = {
  writeTitle: () => 'Write to us',
  writeLabel: () => 'What do you want to tell us?',
  writeDescription: () => 'You need not write names or where you live.',
  replyTitle: ({ caseName }) => `Reply in ${caseName}`,
  replyReminder: ({ signature }) =>
    `The reply is sent by the bot and signed “${signature}”. Give advice that fits many, not health care. Write what matters most first.`,
  replyLabel: () => 'The reply to the sender',
  replyDescription: () => 'No names of others. No details of how anyone has been hurt.',

  previewTitle: ({ caseName }) => `**Not sent yet.** This is how the sender sees the reply in ${caseName}:`,
  warningPersonalData: ({ things }) => `The reply contains ${things}. It will stay in Discord.`,
  warningMethod: () => 'The reply may describe a way to get hurt. Write it without details (#chatsafe).',
  warningHealthAdvice: () => 'The reply may be health care for one person. That belongs in a conversation, not here.',
  warningsTitle: () => '**Look at this first**',
};
