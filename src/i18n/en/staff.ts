import type { UndeliverableReason } from '../../core/outbox.ts';
import type { Severity } from '../../core/triage/assessment.ts';
import type { Catalogue } from '../nb.ts';

const urgency: Readonly<Record<Severity, string>> = {
  none: 'Answer when you can.',
  concern: 'Look at it by the next working day.',
  serious: 'Read it on this shift.',
  acute: 'Read it now.',
};

const undelivered: Readonly<Record<UndeliverableReason, string>> = {
  'dm-closed': 'The sender does not accept direct messages from the bot.',
  'channel-gone': 'The conversation no longer exists in Discord.',
  'no-permission': 'The bot lacks a permission in Discord.',
  rejected: 'Discord did not accept the message.',
};

export const staff: Catalogue['staff'] = {
  caseName: ({ caseNumber }) => `Case ${caseNumber}`,
  urgency: ({ severity }) => urgency[severity],
  notAssessed: () => '**Not assessed automatically.** Read the message yourself.',
  stateOpen: () => 'Nobody has taken it.',
  stateClaimed: ({ signature, at }) => `Taken by ${signature}, ${at}.`,
  stateClosed: ({ signature, at }) => `Closed by ${signature}, ${at}.`,
  opened: ({ at, stamp }) => `Came in ${at} (${stamp}).`,
  lastMessage: ({ at }) => `Last message ${at}.`,
  entranceDm: () => 'Entrance: direct message.',
  entranceCard: () => 'Entrance: the card in a game server.',
  categories: ({ categories }) => `Theme: ${categories}.`,
  reasonsTitle: () => '**Why this level**',
  reasonHeldBack: ({ sentence }) => `${sentence} (holds the level down)`,
  moreReasons: ({ count }) => `and ${count} more`,
  formFiled: ({ signature, at }) => `Form filed by ${signature}, ${at}.`,
  formSummary: ({ category, severity, identity, action }) =>
    `${category}. Level: ${severity}. Identity: ${identity}. Done: ${action}.`,

  claimButton: () => 'I take it',
  replyButton: () => 'Reply',
  formButton: () => 'Form',
  deskButton: () => 'Open the sealed desk',
  closeButton: () => 'Close',
  sendButton: () => 'Send',
  sendAnywayButton: () => 'Send anyway',
  rewriteButton: () => 'Write it again',

  entryFromSender: ({ at }) => `**Sender**, ${at}`,
  entryFromStaff: ({ signature, at }) => `**${signature}**, ${at}`,
  entryPart: ({ part, parts }) => `Part ${part} of ${parts}`,
  entryEmpty: () => 'No text.',
  entryRemoved: ({ things }) => `Taken out: ${things}.`,
  entryOmitted: ({ things }) => `Not shown: ${things}.`,
  entryUnmaskable: () =>
    'Could not be masked automatically. The text is not shown. Contact the sender, and follow the routine for sealed originals.',
  entryDeleted: ({ at }) => `Deleted by the sender ${at}. The text is gone here too.`,
  entryWithdrawn: ({ at }) => `Withdrawn ${at}. The text is gone here and with the sender.`,
  entryLevel: ({ severity }) => `Level: ${severity}.`,

  noteTaken: ({ signature }) => `${signature} takes the case.`,
  noteClosed: ({ signature }) => `${signature} closed the case.`,
  noteReplyNotDelivered: ({ reason }) =>
    `**The reply did not arrive.** ${undelivered[reason]} Try another way to the sender.`,
  noteNoticeNotDelivered: ({ reason }) => `**The bot’s notice did not reach the sender.** ${undelivered[reason]}`,
  noteDeletedBySender: () => 'The sender deleted a message. The text is gone here too.',
  noteOriginalAsked: ({ signature }: { signature: string }) =>
    `**${signature} asks to open the sealed original.** A colleague must agree on the sealed form, under «Lukket original».`,
  noteOriginalOpened: ({ signature }: { signature: string }) =>
    `${signature} and a colleague have opened the sealed original on the desk.`,
  noteOriginalOpenedAlone: ({ mention, signature }: { mention: string; signature: string }) =>
    `${mention} **${signature} has opened the sealed original alone, because it is urgent.** The reason is on the desk.`,
  noteRecontact: ({ mention, caseName }: { mention: string; caseName: string }) =>
    `${mention} **New contact in a reported case (${caseName}).** Tell the police that the young person has written again.`,
  referralAwaited: ({ caseName }: { caseName: string }) =>
    `**${caseName}: nobody has confirmed that the referral arrived.** Call them, and write who answered on the sealed form under «Etterarbeid».`,
  debriefDue: ({ caseName }: { caseName: string }) =>
    `**${caseName} was serious.** Have you talked it through with a colleague? Write who on the sealed form under «Etterarbeid».`,
  noteFormFiled: ({ signature }) => `${signature} filed the form.`,

  gap: ({ from, until }: { from: string; until: string }) =>
    `**The service was offline from ${from} to ${until}.** Messages from people who wrote for the first time then may be missing. Earlier conversations have been read back.`,

  troubleSetAside: () =>
    '**The database was damaged and has been set aside.** Earlier cases and messages are not shown, and buttons on old cards do not work. What was written while the service was down may be missing. New messages come in as usual. Whoever runs the service must restore a backup.',
  troubleFoundEmpty: () =>
    '**The database was gone when the service started.** Earlier cases and messages are not shown, and buttons on old cards do not work. What was written while the service was down may be missing. New messages come in as usual. Whoever runs the service must restore a backup.',
  troubleRestored: () =>
    '**The database was set back to an older copy.** What you did after the copy was made must be done again: look through the open cases. Messages from that time are read back from Discord, but some may be missing, especially from people who wrote for the first time.',
  troubleDamaged: () =>
    '**Damage was found in the database.** The service still works. Whoever runs the service must look at it now: the next start sets the database aside.',
  troubleUnreadable: ({ record }) =>
    `**Something that is stored cannot be read: ${
      {
        inbox: 'a message you have not seen yet',
        outbox: 'something that was to be sent',
        case: 'a case',
        cursor: 'how far a conversation has been read',
      }[record]
    }.** Everything else goes on. Whoever runs the service must look at it.`,
  troubleNotStoring: ({ severity }) =>
    `**${severity}: somebody is writing to us, but the message cannot be stored.** You will not see it here until storing works again. The sender has been told, with the emergency numbers. Whoever runs the service must make room or bring the store back, without restarting the service first.`,

  alert: ({ mention, severity, caseName }) => `${mention} **${severity}: ${caseName}.**`,
  alertFirst: () => 'Press “I take it” when you read it.',
  alertAgain: ({ reminder }) => `Reminder ${reminder}: nobody has taken it yet.`,

  handoverAtClosing: () => '**The shift is over.** Those who were online are logged out.',
  handoverNobodyLeft: () => '**Nobody is online now.** The last one logged out before closing.',
  nothingWaiting: () => 'No conversation is waiting for an answer.',
  waiting: ({ count }) =>
    count === 1 ? 'One conversation is waiting for an answer:' : `${count} conversations are waiting for an answer:`,
  waitingCase: ({ caseName, severity, claimed }) =>
    `${severity}: ${caseName}. ${claimed ? 'Taken, but not answered.' : 'Nobody has taken it.'}`,
};
