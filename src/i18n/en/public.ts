import type { Catalogue } from '../nb.ts';

const upTo = (until: string | undefined): string => (until === undefined ? '' : `, until ${until}`);

export const pages: Catalogue['pages'] = {
  cardStaffed: ({ until }) => `**Open now**${upTo(until)}.`,
  cardHours: ({ until }) => `**Opening hours now**${upTo(until)}.`,
  cardWithoutDuty: ({ until }) => `**Nobody is online right now.** These are opening hours${upTo(until)}.`,
  cardClosed: ({ next, stamp }) => `**Closed now.** We open ${next} ${stamp}.`,
  cardUnplanned: () => '**Closed.** No opening is planned.',
  cardOnDuty: ({ people }) => `At work: ${people}.`,
  cardThemes: ({ themes }) => `Today: ${themes}.`,
  cardInvitation: () =>
    'Write to us about small and big things. You need not say who you are, but we can see your Discord account. When you press a button, only you see the answer.',
  cardEmergency: () => 'We are not an emergency service.',
  cardVisit: ({ address, phone }) => `Meet us: ${address}. Phone: ${phone}.`,

  activityOpen: ({ until }) => `Open now${upTo(until)}`,
  activityNobody: () => 'Nobody is online right now',
  activityClosed: ({ next }) => `Closed. Opens ${next}`,
  activityUnplanned: () => 'Closed. No opening is planned',
  activityNotInUse: () => 'Takes no messages now. Write /help for emergency numbers',

  postOpened: ({ service, until }) => `**${service} is open until ${until}.**`,
  postClosed: ({ service }) => `**${service} has closed.**`,
  postNext: ({ next, stamp }) => `We open ${next} ${stamp}.`,
  postNothingPlanned: () => 'No opening is planned.',

  eventWhen: ({ when, stamp }) => `**When:** ${when} ${stamp}`,
  eventPlace: ({ place }) => `**Where:** ${place}`,
  eventWho: ({ who }) => `**From us:** ${who}`,
  eventNote: () =>
    'Press “I will come”, so that we know how many we will be. We do not store who you are. If you press “Interested” in the calendar, others can see it.',
  eventCalendarNote: () =>
    'Do you not want others to see that you come? Press “I will come” below our post instead of “Interested” here.',
  eventJoinButton: () => 'I will come',
  eventJoined: ({ name, when }) => `You are counted. ${name} is ${when}. We do not store who you are.`,
  eventJoinedBefore: ({ name, when }) =>
    `We have counted you once already, so you need not press again. ${name} is ${when}.`,
  eventLeaveButton: () => 'Not coming after all',
  eventLeft: ({ name, when }) =>
    `You are not counted any more. If you want to join ${name} on ${when} after all, press “I will come” again.`,
  eventLeaveUsed: () => 'This button has been used or is too old. It is fine if you do not come.',
  eventGone: () => 'This activity is called off or over.',
  eventNear: ({ name }) => `**${name}** begins soon.`,
  eventCalledOff: ({ name, when }) => `**${name}** is called off. We are sorry. It will not be ${when} after all.`,

  helpNowButton: () => 'Help now',
  writeButton: () => 'Write to us',
  hoursButton: () => 'When are you here?',
  whoButton: () => 'Who are you?',
  privacyButton: () => 'Privacy',
  friendButton: () => 'Worried about a friend',

  languageButton: () => 'Language / Språk',
  languageTitle: () => 'Choose language',
  languageNote: () => 'For the texts from the bot, not for what you write yourself.',
  languageChosen: ({ language }) =>
    `From now on the bot writes ${language} to you, for as long as this conversation lasts.`,
  languageChosenForNow: ({ language }) => `The bot now writes ${language} to you. We do not store your choice.`,
  languageMissing: ({ language, available }) => `We do not have texts in ${language} yet. You can read ${available}.`,

  helpTitle: () => 'Help now',
  helpAction: () => 'Call at once if you or someone else is in danger. You can call even if you are not sure.',
  helpOpenTitle: () => 'Open now',
  helpLocalTitle: ({ municipality }) => `In ${municipality}`,
  helpOtherTitle: () => 'Others who can help',
  helpHoursUnknown: () => 'See the website for opening hours.',
  helpStoresNothing: () => 'Only you see this. We do not store that you pressed.',
  alwaysOpen: () => 'day and night',
  moreElsewhere: ({ count }) => `And ${count} more.`,

  whoTitle: ({ service }) => `Who is ${service}?`,
  aboutTitle: () => 'About the bot',
  aboutWhat: ({ service, municipality }) =>
    `This is a robot. It takes messages for ${service} in ${municipality}, hides names and numbers, and makes sure that a person reads. It answers with fixed texts only.`,
  aboutNoticing: () =>
    'A program looks for signs that somebody is having a hard time, and calls an adult. It decides nothing, and it does not catch everything. If it is urgent, call.',
  aboutFigures: ({ acute, acuteAll, serious, seriousAll, harmless, harmlessAll, plain, plainAll, messages }) =>
    `Tried on ${messages} made-up messages it had not seen before: of ${acuteAll} that were urgent it noticed ${acute}. Of ${seriousAll} serious ones, ${serious}. Of ${harmlessAll} harmless ones made to fool it, it raised the alarm at ${harmless}, and at ${plain} of ${plainAll} quite ordinary ones.`,
  aboutLimits: () =>
    'All the messages were written by one author, not by young people. The figures say little about Sámi, English and new slang. No figure promises that a message is noticed.',
  aboutVersion: ({ version, triage, measuredOn }) =>
    `Version ${version}, language model ${triage}, measured ${measuredOn}.`,
  whoIntroduction: ({ municipality }) =>
    `We work in ${municipality} and are here for young people. We are on Discord so that it is easy to get in touch.`,
  whoHereTitle: () => 'What you can use us for here',
  whoHere: () => '- Ask who we are and where we are\n- Get advice that fits many\n- Find someone who can help',
  whoTalkTitle: () => 'What we take when we meet or talk on the phone',
  whoTalk: () => '- Health and treatment\n- Things that are private to you or your family',
  whoConfidentialityTitle: () => 'Our duty of confidentiality',
  whoPreventionTitle: () => 'Our duty to prevent harm',
  whoInformationTitle: () => 'Our duty to inform',
  whoNotPolice: () => 'We are not the police. But we must tell others if someone is in danger.',
  whoOnlyHere: () =>
    'We only write to you through this bot, not from private profiles. A human wrote everything that carries a name. No artificial intelligence answers you. A program looks for signs of danger, so that we can read what matters most first. The program does not see everything.',
  whoGenuine: ({ web }) => `Is the account genuine? Check at ${web}`,
  reach: ({ address, phone, email, web }) => `Visit: ${address}\nPhone: ${phone}\nE-mail: ${email}\nWeb: ${web}`,
  reachTitle: () => 'Reach us without Discord',

  hoursTitle: ({ service }) => `When is ${service} here?`,
  hoursDaysTitle: ({ count }) => `The next ${count} days`,
  hoursWeekTitle: () => 'The next seven days',
  hoursDayClosed: ({ day }) => `${day}: closed`,
  hoursDay: ({ day, intervals }) => `${day}: ${intervals}`,
  hoursZone: () => 'Times are Norwegian time.',

  privacyTitle: () => 'Privacy in short',
  privacySee: () =>
    'When you write to us, we can see your Discord account and what you write. Those who answer see a case number and not the account. The account can be looked up if someone is in danger.',
  privacyMask: ({ hours }) =>
    `We take out names, numbers and addresses we find, before anyone reads the text. The program does not find everything. If something may be serious, what you wrote is locked away for ${hours} hours. We can open it if someone is in danger. If not, it is deleted unread.`,
  privacyDelete: ({ hours, untouchedDays }) =>
    `We delete the talk ${hours} hours after it ends, and no later than ${untouchedDays} days after the last message. We keep figures without persons.`,
  privacyDiscord: () =>
    'Discord is not a safe channel. The company Discord Inc. in the USA has its own copy, and we cannot delete that. Better to write a little too little than too much.',
  privacyShare: () =>
    'If someone is in danger, we must tell the police or the child welfare service (barnevernet). We try to tell you first.',
  privacyRights: () =>
    'You can ask to see what we have about you, have it corrected or have it deleted. Write it here, or call us.',
  privacyController: ({ controller, organisationNumber }) =>
    `Responsible: ${controller}, org. no. ${organisationNumber}`,
  privacyOfficer: ({ officer }) => `Data protection officer: ${officer}`,
  privacyLink: ({ url }) => `The whole statement: ${url}`,

  friendTitle: () => 'Worried about a friend',
  friendAction: ({ ambulance, police }) =>
    `Call ${ambulance} (ambulance) or ${police} (police) now if your friend is in danger. Do it even if your friend asks you not to.`,
  friendCare: () => 'It is good that you care. You should not carry this alone.',
  friendSteps: () =>
    '- Say that you care and that you are worried\n- Listen to the answer, and take it seriously\n- Tell an adult you trust, even when you have promised to keep quiet\n- Do not spread it in groups',
  friendWrite: () =>
    'You can write to us about it. You need not say who it is about. Staff read during opening hours, so do not wait for us if it is urgent.',
  friendCall: ({ childrensLine }) => `You can also call ${childrensLine} (helpline for children and young people).`,
};
