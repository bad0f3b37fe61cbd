import type { FieldFault, SharedStepId } from '../../core/incident/steps.ts';
import { wordedChoices } from '../nb/incident.ts';
import type { IncidentSteps } from '../nb/incident.ts';
import type { Catalogue } from '../nb.ts';
import { words } from './words.ts';

const yesNoUnsure = { yes: 'Ja', no: 'Nei', unsure: 'Usikker' };
const { actions, worries, levelNames } = wordedChoices(words);

export const incidentSteps: IncidentSteps = {
  matter: {
    title: 'Kva det gjeld',
    intro: 'Berre val. Hastar det: ring først, fyll ut etterpå.',
    fields: {
      severity: {
        label: 'Kor alvorleg er det?',
        choices: levelNames,
      },
      dangerNow: {
        label: 'Er det akutt fare no?',
        help: 'Er du usikker, vel «Usikker». Då blir det rekna som fare.',
        choices: yesNoUnsure,
      },
      identity: {
        label: 'Veit de kven avsendaren er?',
        choices: { known: 'Ja', partly: 'Delvis', unknown: 'Nei' },
      },
      avertable: {
        label: 'Kan det framleis avverjast?',
        help: 'Som regel ja, når det ikkje har skjedd enno eller framleis går føre seg.',
        choices: yesNoUnsure,
      },
      category: { label: 'Kva gjeld det mest?', choices: worries },
    },
  },
  reported: {
    title: 'Kva som er gjort',
    intro: 'Skriv kort, utan namn. Det andre høyrer heime i det skjerma skjemaet.',
    fields: {
      action: { label: 'Kva er gjort?', help: 'Vel det viktigaste.', choices: actions },
      toWhom: { label: 'Kven fekk beskjeden?', help: 'Tenesta, ikkje namnet på den du snakka med.' },
      when: { label: 'Når?', help: 'Til dømes 21:40, i går 23:50 eller 22.11 21:40.' },
      reference: { label: 'Referanse', help: 'Saksnummeret hos mottakaren, om de fekk eit.' },
      followUp: { label: 'Kva skjer vidare, og kven følgjer opp?', help: 'Kort, utan namn på ungdommen.' },
    },
  },
  informed: {
    title: 'Kven som har fått vite det',
    intro: 'Avsendaren skal få vite at de melder frå, og vere med så langt det er trygt.',
    fields: {
      told: {
        label: 'Veit avsendaren at de melder frå?',
        choices: { yes: 'Ja', no: 'Nei', 'no-report': 'Vi melder ikkje frå' },
      },
      toldReason: { label: 'Om nei: kvifor veit ikkje avsendaren det?', help: 'Kort, utan namn.' },
      involved: { label: 'Har avsendaren fått vere med og avgjere?', choices: { yes: 'Ja', no: 'Nei' } },
      involvedReason: { label: 'Om nei: kvifor ikkje vore med?', help: 'Kort, utan namn.' },
      leader: {
        label: 'Har leiaren fått beskjed?',
        choices: { yes: 'Ja', no: 'Nei', 'not-needed': 'Ikkje nødvendig' },
      },
    },
  },
};

export const fieldFaults: Readonly<Record<FieldFault, string>> = {
  required: 'Må fyllast ut.',
  'too-long': 'Er for langt. Kort det ned.',
  unreadable: 'Har teikn som ikkje kan lagrast. Skriv det på nytt.',
  'not-a-choice': 'Må vere eit av vala.',
  'not-a-moment': 'Må vere eit tidspunkt som har vore, til dømes 21:40 eller 22.11 21:40.',
};

const inSentence = (step: SharedStepId): string => incidentSteps[step].title.toLocaleLowerCase('nn');

export const incident: Catalogue['incident'] = {
  stepTitle: ({ step }) => incidentSteps[step].title,
  stepIntro: ({ step }) => incidentSteps[step].intro,
  label: ({ step, field }) => incidentSteps[step].fields[field]?.label ?? field,
  help: ({ step, field }) => incidentSteps[step].fields[field]?.help,
  choice: ({ step, field, value }) => incidentSteps[step].fields[field]?.choices?.[value] ?? value,
  fault: ({ fault }) => fieldFaults[fault],

  title: ({ caseName }) => `Skjema for ${caseName}`,
  next: ({ card }) => `Neste steg: **${card}**`,
  empty: () => 'Ikkje fylt ut.',
  savedBy: ({ signature, at }) => `Lagra av ${signature}, ${at}`,
  saved: ({ step }) => `**«${step}» er lagra.**`,
  done: () => 'Alle stega her er fylte ut. Namn og anna som viser kven det er, skriv du i det skjerma skjemaet.',
  masked: ({ things }) => `Vi tok ut ${things}, for dette kan lesast i Discord. Skriv det i det skjerma skjemaet.`,
  notSaved: () => '**Ikkje lagra enno.** Dette må rettast:',
  conflict: ({ signature, at }) =>
    `**Ikkje lagra enno.** ${signature} lagra dette steget ${at}, medan du skreiv. Begge står her. Opne ditt, rett det som trengst, og lagre.`,
  theirs: () => 'Det som er lagra',
  yours: () => 'Det du skreiv',
  mendButton: () => 'Opne det eg skreiv',
  fillButton: ({ step }) => `Fyll ut ${inSentence(step)}`,
  changeButton: ({ step }) => `Endre ${inSentence(step)}`,
  recontactOn: () => 'Vakta får beskjed om avsendaren skriv igjen, så politiet kan få vite det.',
  recontactOnButton: () => 'Sei ifrå om ny kontakt',
  recontactOffButton: () => 'Ikkje sei ifrå om ny kontakt',
};
