import type { FieldFault, SharedStepId } from '../../core/incident/steps.ts';
import { wordedChoices } from '../nb/incident.ts';
import type { IncidentSteps } from '../nb/incident.ts';
import type { Catalogue } from '../nb.ts';
import { words } from './words.ts';

const yesNoUnsure = { yes: 'Yes', no: 'No', unsure: 'Not sure' };
const { actions, worries, levelNames } = wordedChoices(words);

const incidentSteps: IncidentSteps = {
  matter: {
    title: 'What it is about',
    intro: 'Choices only. If it is urgent: call first, fill in afterwards.',
    fields: {
      severity: {
        label: 'How serious is it?',
        choices: levelNames,
      },
      dangerNow: {
        label: 'Is there acute danger now?',
        help: 'When in doubt, choose “Not sure”. It then counts as danger.',
        choices: yesNoUnsure,
      },
      identity: {
        label: 'Do you know who the sender is?',
        choices: { known: 'Yes', partly: 'Partly', unknown: 'No' },
      },
      avertable: {
        label: 'Can it still be averted?',
        help: 'Usually yes, when it has not happened yet or is still going on.',
        choices: yesNoUnsure,
      },
      category: { label: 'What is it mostly about?', choices: worries },
    },
  },
  reported: {
    title: 'What has been done',
    intro: 'Write briefly, without names. The rest belongs on the sealed desk.',
    fields: {
      action: { label: 'What has been done?', help: 'Choose what matters most.', choices: actions },
      toWhom: { label: 'Who was told?', help: 'The service, not the name of the person you talked to.' },
      when: { label: 'When?', help: 'For example 21:40, i går 23:50 (yesterday) or 22.11 21:40.' },
      reference: { label: 'Reference', help: 'The case number at the receiver, if you got one.' },
      followUp: { label: 'What happens next, and who follows up?', help: 'Briefly, without the name of the youth.' },
    },
  },
  informed: {
    title: 'Who has been told',
    intro: 'The sender should know that you report, and take part as far as it is safe.',
    fields: {
      told: {
        label: 'Does the sender know that you report?',
        choices: { yes: 'Yes', no: 'No', 'no-report': 'We do not report' },
      },
      toldReason: { label: 'If no: why does the sender not know?', help: 'Briefly, without names.' },
      involved: { label: 'Has the sender taken part in deciding?', choices: { yes: 'Yes', no: 'No' } },
      involvedReason: { label: 'If no: why has the sender not?', help: 'Briefly, without names.' },
      leader: {
        label: 'Has the leader been told?',
        choices: { yes: 'Yes', no: 'No', 'not-needed': 'Not needed' },
      },
    },
  },
};

const fieldFaults: Readonly<Record<FieldFault, string>> = {
  required: 'Must be filled in.',
  'too-long': 'Is too long. Shorten it.',
  unreadable: 'Has characters that cannot be stored. Write it again.',
  'not-a-choice': 'Must be one of the choices.',
  'not-a-moment': 'Must be a time that has been, for example 21:40 or 22.11 21:40.',
};

const inSentence = (step: SharedStepId): string => incidentSteps[step].title.toLocaleLowerCase('en');

export const incident: Catalogue['incident'] = {
  stepTitle: ({ step }) => incidentSteps[step].title,
  stepIntro: ({ step }) => incidentSteps[step].intro,
  label: ({ step, field }) => incidentSteps[step].fields[field]?.label ?? field,
  help: ({ step, field }) => incidentSteps[step].fields[field]?.help,
  choice: ({ step, field, value }) => incidentSteps[step].fields[field]?.choices?.[value] ?? value,
  fault: ({ fault }) => fieldFaults[fault],

  title: ({ caseName }) => `Form for ${caseName}`,
  next: ({ card }) => `Next step: **${card}**`,
  empty: () => 'Not filled in.',
  savedBy: ({ signature, at }) => `Saved by ${signature}, ${at}`,
  saved: ({ step }) => `**“${step}” is saved.**`,
  done: () => 'All the steps here are filled in. Names and what shows who it is are written on the sealed desk.',
  masked: ({ things }) => `We took out ${things}, since this can be read in Discord. Write it on the sealed desk.`,
  notSaved: () => '**Not saved yet.** This must be put right:',
  conflict: ({ signature, at }) =>
    `**Not saved yet.** ${signature} saved this step ${at}, while you wrote. Both stand here. Open yours, change what is needed, and save.`,
  theirs: () => 'What is saved',
  yours: () => 'What you wrote',
  mendButton: () => 'Open what I wrote',
  fillButton: ({ step }) => `Fill in ${inSentence(step)}`,
  changeButton: ({ step }) => `Change ${inSentence(step)}`,
  recontactOn: () => 'Staff are told if the sender writes again, so that the police can hear of it.',
  recontactOnButton: () => 'Tell us of new contact',
  recontactOffButton: () => 'Do not tell us of new contact',
};
