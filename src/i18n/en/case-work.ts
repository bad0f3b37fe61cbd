import type { CloseLaterChoice, SnoozeChoice } from '../../core/case-times.ts';
import type { Purpose } from '../../core/incident/dossier.ts';
import type { Catalogue } from '../nb.ts';

const snoozes: Readonly<Record<SnoozeChoice, string>> = {
  'half-hour': 'half an hour',
  hour: 'an hour',
  'four-hours': 'four hours',
  'next-opening': 'the next time we open',
};
const closings: Readonly<Record<CloseLaterChoice, string>> = {
  hour: 'an hour',
  'four-hours': 'four hours',
  day: 'a day',
  'three-days': 'three days',
};
const purposes: Readonly<Record<Purpose, string>> = {
  'follow-up': 'I am following up the case',
  'take-over': 'I am taking over the case',
  'leader-review': 'Management is reviewing the case',
  'data-request': 'The sender has asked for access',
};

export const caseWork: Catalogue['caseWork'] = {
  stateOffered: ({ signature }) => `${signature} has been asked to take over.`,
  stateSetAside: ({ signature, until }) => `Set aside by ${signature} until ${until}. It wakes if the sender writes.`,
  stateClosing: ({ signature, until }) => `Closes by itself ${until} unless the sender writes. Set by ${signature}.`,
  handedOver: ({ service, signature, at }) => `Handed over to ${service}, by ${signature}, ${at}.`,

  moreButton: () => 'More',
  stepButton: () => 'Next step',
  takeOverButton: () => 'Take over',
  releaseButton: () => 'Release',
  reopenButton: () => 'Open again',

  panelTitle: ({ caseName }) => `**${caseName}: what do you want to do?**`,
  panelClosed: () => 'The case is closed. It can be opened again until it is erased.',
  panelOpen: () => 'Nobody has it. Take it before you set it aside or hand it over.',
  snoozePlaceholder: () => 'Set aside for …',
  snoozeChoice: ({ choice }) => `Remind me in: ${snoozes[choice]}`,
  closeLaterPlaceholder: () => 'Close by itself if it is quiet for …',
  closeLaterChoice: ({ choice }) => `Close after ${closings[choice]} without an answer`,
  offerPlaceholder: () => 'Ask a colleague to take over …',
  handOverPlaceholder: () => 'Handed over to a service …',
  whoPlaceholder: () => 'Show who the sender is. Choose a reason …',
  purpose: ({ purpose }) => purposes[purpose],

  noteClosedByTime: () => 'It was quiet, and the conversation was closed as planned. The sender has been told.',
  noteReleased: ({ signature }) => `${signature} released the case. Nobody has it now.`,
  noteReopened: ({ signature }) => `${signature} opened the case again, and has it.`,
  noteTakenOver: ({ signature, from }) =>
    from === undefined ? `${signature} takes the case.` : `${signature} takes over the case from ${from}.`,
  noteOffered: ({ mention, signature }) =>
    `${mention} **${signature} asks you to take over the case.** Press “Take over” when you read it. Until then ${signature} has it.`,
  noteSetAside: ({ signature, until }) => `${signature} set the case aside until ${until}.`,
  noteCloseLater: ({ signature, until }) =>
    `${signature} lets the case close by itself ${until}, unless the sender writes.`,
  noteHandedOver: ({ signature, service }) =>
    `${signature} has handed the case over to ${service}. The bot has sent nothing there.`,

  reminderSetAside: ({ caseName }) => `**${caseName}: the wait is over.**`,
  reminderNotClosed: ({ caseName }) =>
    `**${caseName} did not close by itself**, since it is serious and nobody has recorded what was done.`,
  reminderUnanswered: ({ caseName, wait }) => `**${caseName}: the sender has waited ${wait} for an answer.**`,
  heldBy: ({ signature }) => `${signature} has it.`,
  minutes: ({ count }) => (count === 1 ? 'a minute' : `${count} minutes`),
  hours: ({ count }) => (count === 1 ? 'an hour' : `${count} hours`),

  released: ({ caseName }) => `You have released ${caseName}. Nobody has it now.`,
  takenOver: ({ caseName }) => `You have taken over ${caseName}.`,
  reopened: ({ caseName }) => `${caseName} is open again, and you have it.`,
  setAside: ({ caseName, until }) => `${caseName} is set aside until ${until}. It wakes if the sender writes before.`,
  closesLater: ({ caseName, until }) => `${caseName} closes ${until} unless the sender writes before.`,
  offered: ({ caseName }) =>
    `Your colleague has been told in the thread of ${caseName}. You have it until somebody presses “Take over”.`,
  handedOverTo: ({ caseName, service }) =>
    `${caseName} is recorded as handed over to ${service}. The bot has sent nothing there. Tell the sender yourself.`,
  alreadyYours: ({ caseName }) => `You already have ${caseName}.`,
  notTaken: ({ caseName }) => `Nobody has taken ${caseName}. Press “I take it” first.`,
  notClosed: ({ caseName }) => `${caseName} is not closed.`,
  tooSoon: ({ caseName, until }) =>
    `${caseName} is not closed. A serious message came recently. Record what was done in “Form”, or who has the case under “More”. Otherwise it can be closed ${until}.`,
  otherOpen: ({ caseName }) => `The sender already has an open conversation: ${caseName}. Answer there.`,
  notStaff: () => 'The person you chose cannot take cases. Choose a caseworker or a duty lead.',
  noContact: () => 'The service is no longer in the register. Choose another.',
  who: ({ account, id }) =>
    `Discord account: **${account}**, id ${id}. That you have seen this is logged with the reason.`,
  whoGone: ({ id }) =>
    `The account no longer exists in Discord. The id was ${id}. That you have seen this is logged with the reason.`,

  stepTitle: ({ caseName }) => `Next step in ${caseName}`,
  stepProvisional: () => '**Provisional.** Answer the rest, and the step becomes surer.',
  stepScript: () => '**Say this on the phone**',
  stepAlso: ({ cards }) => `**Also applies:** ${cards}.`,
  localTitle: () => '**Here, now**',
  localOpen: () => 'open now',
  localUnknown: () => 'hours not verified',
  stepNotApproved: () => 'The duty guide has not been approved by a jurist yet. You decide.',
  stepMatter: () => 'a worry about a young person',
  stepMoreButton: () => 'More questions',
  stepChangeButton: () => 'Change the answers',

  writingNow: ({ names, count }) =>
    count === 1
      ? `**${names} is writing a reply in this case now.**`
      : `**${names} are writing replies in this case now.**`,
  warningAnswered: ({ signature }) => `**${signature} answered while you were writing.** Read that first.`,
  warningPromise: () =>
    'The reply may promise something you cannot keep. We cannot promise to keep everything secret, or that it will be fine.',
  noOpenCases: () => 'No cases are open.',
  noCasesOfYours: () => 'You have no cases.',
  casesTitle: ({ count }) => (count === 1 ? '**One case:**' : `**${count} cases:**`),
  moreCases: ({ count }) => `and ${count} more`,
  unansweredFor: ({ wait }) => `The sender has waited ${wait}.`,
  noSuchCase: () => 'Found no open case with that number. Choose one from the list while you type.',
  resourcesTitle: ({ theme }) => `**Services and pages: ${theme}**`,
  noResources: () => 'The register has nothing about this theme.',
  takenIn: () => 'The message has been taken in. The case will be in the staff channel shortly.',
  knownAlready: () => 'This message has been taken in before.',
  notAPerson: () => 'The message was written by a bot. It does not become a case.',

  changeReplyButton: () => 'Change',
  withdrawReplyButton: () => 'Take back',
  entryChanged: () => 'Changed reply',
  replyChanged: ({ caseName }) => `The reply in ${caseName} is being changed for the sender.`,
  replyWithdrawn: ({ caseName }) =>
    `The reply in ${caseName} is being removed for the sender. They may have read it already.`,
  replyNotYours: () => 'Only whoever wrote the reply can change it or take it back.',
  replyWithdrawnAlready: () => 'The reply has been taken back.',
  noteReplyNotWithdrawn: () =>
    '**The reply could not be removed for the sender.** Expect it to remain, and write a correction.',

  openEntryButton: () => 'Open',
  entryHidden: () => 'The text is not shown in the thread.',
  onDesk: () => 'The text is read on the sealed desk only.',
  noteReplyByThread: () =>
    'The sender does not accept direct messages. A private thread has been made in the game server, where the sender can read the reply alone. Those who run the server can see that the thread exists, but not the reply.',
};
