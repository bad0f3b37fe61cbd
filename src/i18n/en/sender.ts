import type { Catalogue } from '../nb.ts';

const upTo = (until: string | undefined): string => (until === undefined ? '' : `, until ${until}`);

export const sender: Catalogue['sender'] = {
  firstContact: ({ service, presence, emergency, privacyUrl }) =>
    [
      `Hi! This is ${service}. I am a bot. What you write goes to the people here. ${presence}`,
      `**Urgent?** Call ${emergency.police}, ${emergency.ambulance}, the doctor on ${emergency.urgentCare} or the children’s helpline ${emergency.childrensLine}.`,
      'Discord is not a safe channel. Better to write too little than too much.',
      `We keep it confidential, but must tell others if someone is in danger. We see your Discord account. Privacy: ${privacyUrl}`,
    ].join('\n\n'),
  answersOpen: ({ until }) => `A human answers now${upTo(until)}.`,
  answersDuringHours: ({ until }) => `A human answers in opening hours: now${upTo(until)}.`,
  answersWithoutDuty: ({ until }) => `These are opening hours${upTo(until)}, but nobody is online.`,
  answersFrom: ({ next }) => `Closed now. A human answers when we open ${next}.`,
  answersUnplanned: () => 'Closed now, and no opening is planned.',

  receivedOpen: ({ until }) => `We have your message. We are open now${upTo(until)}.`,
  receivedWithoutDuty: ({ until }) =>
    `We have your message, but nobody is online right now. These are opening hours${upTo(until)}.`,
  receivedClosed: ({ next, stamp }) => `We have your message, but nobody is reading it now. We open ${next} ${stamp}.`,
  receivedUnplanned: () => 'We have your message, but nobody is reading it now, and no opening is planned.',
  cannotWait: ({ police, ambulance, urgentCare, childrensLine }) =>
    `If it cannot wait, call ${police} (police), ${ambulance} (ambulance), ${urgentCare} (doctor on call) or ${childrensLine} (helpline for children and young people).`,

  acuteAction: ({ danger, police, ambulance }) =>
    ({
      medical: `Call ${ambulance} (ambulance) now if you or someone else is in danger.`,
      police: `Call ${police} (police) now if you or someone else is in danger.`,
      either: `Call ${ambulance} (ambulance) or ${police} (police) now if you or someone else is in danger.`,
    })[danger],
  seriousAction: ({ danger, police, ambulance, urgentCare, childrensLine }) =>
    ({
      medical: `Call ${urgentCare} (doctor on call) if it cannot wait, and ${ambulance} if a life is in danger. To talk to an adult, call ${childrensLine} (children’s helpline).`,
      police: `Call ${childrensLine} (the children’s helpline) to talk to an adult, and ${police} if someone is in danger now.`,
      either: `Call ${urgentCare} (doctor on call) if it cannot wait, and ${police} or ${ambulance} if someone is in danger. To talk to an adult, call ${childrensLine} (children’s helpline).`,
    })[danger],
  calmAction: ({ childrensLine }) =>
    `Call ${childrensLine} (helpline for children and young people) if you want to talk to an adult.`,
  takenSeriously: () => 'It is good that you tell us, and we take it seriously. You are not alone.',
  takenSeriouslyOnly: () => 'We take what you write seriously.',
  trustedAdult: () => 'Go to an adult you trust.',
  openNow: ({ services }) => `Open now: ${services}.`,
  dutyTold: () => 'We are open now and have sent word to the person on duty.',
  dutyOnline: () => 'We are open now.',
  nobodyReads: () => 'Do not wait for us. Nobody here is at work now.',
  dutyTriedOutsideHours: () => 'We have sent word to the person on call, but do not know when it will be read.',
  weOpen: ({ next }) => `We open ${next}.`,

  removed: ({ things }) => `We took this out of your message before anyone read it: ${things}.`,
  deleteYourCopy: () =>
    'In the chat you can delete the message yourself. Hold your finger on it (right-click on a PC) and choose “Delete message”. Then we no longer see it either.',
  saferWay: ({ address, phone }) => `Do you want to tell more? Drop by (${address}) or call us on ${phone}.`,
  unmaskable: () =>
    [
      'Send the message once more, shorter if you can, without names and numbers.',
      'We can see that you wrote. But we could not take out what is private, so nobody is shown the text now.',
    ].join(' '),
  omitted: ({ things }) =>
    `Use words instead, because this did not reach us: ${things}. We do not open pictures and files. They can show who people are, and some pictures are illegal to have.`,
  omittedSpeech: ({ things }) =>
    `Use words instead, because this did not reach us: ${things}. We cannot listen to sound here. If you want to say it aloud, you can call.`,
  omittedOther: ({ things }) => `Use words instead, because this did not reach us: ${things}.`,
  editSeen: () => 'We see that you changed your message. Those who answer see both the old and the new text.',
  deletionDone: () => 'We have deleted the message here too. That you wrote something, and when, we still see.',
  deletionSealed: ({ hours }) =>
    `Those who answer no longer see the message. It may be about something serious. So it stays locked away for ${hours} hours from when you wrote. We open it only if someone is in danger.`,
  longMessage: () => 'We have the whole message. It is long, so it may take time before all of it is read.',
  taken: ({ signature }) => `${signature}, is reading what you wrote and answers you here.`,
  closed: ({ hours }) =>
    `This talk is over, but you can write here again when you like. We delete our text after ${hours} hours.`,
  moreHelp: ({ url }) => `Others who can help: ${url}`,
  maybeMissed: ({ from, until }) =>
    `Send your message once more if you wrote between ${from} and ${until}. We were down then, and it may be gone.`,
  notReceived: () =>
    'Your message has not reached us. Something is wrong on our side, and nobody has read it. Do not wait for an answer. We keep trying to take it in.',
  notActive: ({ service }) =>
    `${service} is not in use on Discord now. Nobody reads what you write here, and we do not keep it.`,
  notActiveAnywhere: () => 'This bot is not in use here. Nobody reads what you write, and we do not keep it.',
  answerBot: () => 'Yes, I am a bot, and I answer simple questions only. A human wrote everything that carries a name.',
  answerWhoReads: ({ service }) =>
    `Those who work in ${service} read what you write. They see a case number and not your Discord account. The account can be looked up if someone is in danger.`,
  answerThanks: () => 'It is good that you wrote. You can write here again when you want.',
  answerGreeting: () => 'Hi! Write what you want to say. You need not say your name.',
  replyWaiting: ({ service }) =>
    `Hi! ${service} has answered you, but you do not accept direct messages from us. Press “Read the reply”. Only you see it.`,
  threadIsSeen: () =>
    'Do not write in this thread. Those who run the server can read it. Use “Write to us” instead, and they do not see it.',
  readReplyButton: () => 'Read the reply',
  botSignature: () => 'Automatic answer from the bot',
  humanSignature: ({ signature, service }) => `From ${signature}, ${service}`,
};
