import { incidentActions } from '../../core/case.ts';
import { levels } from '../../core/incident/steps.ts';
import type { FieldFault, SharedStepId } from '../../core/incident/steps.ts';
import { categories } from '../../core/triage/assessment.ts';
import { words } from './words.ts';

/** What is read in one step of the form. Labels: at most 45 characters; help 100. */
interface StepWords {
  readonly title: string;
  readonly intro: string;
  readonly fields: Readonly<Record<string, FieldWords>>;
}
export interface FieldWords {
  readonly label: string;
  readonly help?: string;
  readonly choices?: Readonly<Record<string, string>>;
}
export type IncidentSteps = Readonly<Record<SharedStepId, StepWords>>;

type Words = Pick<typeof words, 'action' | 'category' | 'severity'>;

/** Choices that stand elsewhere too, in the words they have there. */
export const wordedChoices = ({ action, category, severity }: Words) => ({
  actions: Object.fromEntries(incidentActions.map((one) => [one, action({ action: one })])),
  worries: Object.fromEntries([...categories, 'other' as const].map((one) => [one, category({ category: one })])),
  levelNames: Object.fromEntries(levels.map((one) => [one, severity({ severity: one })])),
});

const yesNoUnsure = { yes: 'Ja', no: 'Nei', unsure: 'Usikker' };
const { actions, worries, levelNames } = wordedChoices(words);

export const incidentSteps: IncidentSteps = {
  matter: {
    title: 'Hva det gjelder',
    intro: 'Bare valg. Haster det: ring først, fyll ut etterpå.',
    fields: {
      severity: {
        label: 'Hvor alvorlig er det?',
        choices: levelNames,
      },
      dangerNow: {
        label: 'Er det akutt fare nå?',
        help: 'Er du usikker, velg «Usikker». Da regnes det som fare.',
        choices: yesNoUnsure,
      },
      identity: {
        label: 'Vet dere hvem avsenderen er?',
        choices: { known: 'Ja', partly: 'Delvis', unknown: 'Nei' },
      },
      avertable: {
        label: 'Kan det fortsatt avverges?',
        help: 'Som regel ja, når det ikke har skjedd ennå eller fortsatt pågår.',
        choices: yesNoUnsure,
      },
      category: { label: 'Hva gjelder det mest?', choices: worries },
    },
  },
  reported: {
    title: 'Hva som er gjort',
    intro: 'Skriv kort, uten navn. Det andre hører hjemme i det skjermede skjemaet.',
    fields: {
      action: { label: 'Hva er gjort?', help: 'Velg det viktigste.', choices: actions },
      toWhom: { label: 'Hvem fikk beskjeden?', help: 'Tjenesten, ikke navnet på den du snakket med.' },
      when: { label: 'Når?', help: 'For eksempel 21:40, i går 23:50 eller 22.11 21:40.' },
      reference: { label: 'Referanse', help: 'Saksnummeret hos mottakeren, hvis dere fikk et.' },
      followUp: { label: 'Hva skjer videre, og hvem følger opp?', help: 'Kort, uten navn på ungdommen.' },
    },
  },
  informed: {
    title: 'Hvem som har fått vite det',
    intro: 'Avsenderen skal få vite at dere melder fra, og være med så langt det er trygt.',
    fields: {
      told: {
        label: 'Vet avsenderen at dere melder fra?',
        choices: { yes: 'Ja', no: 'Nei', 'no-report': 'Vi melder ikke fra' },
      },
      toldReason: { label: 'Hvis nei: hvorfor vet ikke avsenderen det?', help: 'Kort, uten navn.' },
      involved: { label: 'Har avsenderen fått være med og bestemme?', choices: { yes: 'Ja', no: 'Nei' } },
      involvedReason: { label: 'Hvis nei: hvorfor ikke vært med?', help: 'Kort, uten navn.' },
      leader: {
        label: 'Har lederen fått beskjed?',
        choices: { yes: 'Ja', no: 'Nei', 'not-needed': 'Ikke nødvendig' },
      },
    },
  },
};

export const fieldFaults: Readonly<Record<FieldFault, string>> = {
  required: 'Må fylles ut.',
  'too-long': 'Er for langt. Kort det ned.',
  unreadable: 'Har tegn som ikke kan lagres. Skriv det på nytt.',
  'not-a-choice': 'Må være et av valgene.',
  'not-a-moment': 'Må være et tidspunkt som har vært, for eksempel 21:40 eller 22.11 21:40.',
};

const inSentence = (step: SharedStepId): string => incidentSteps[step].title.toLocaleLowerCase('nb');

/** The incident form, as far as it stands in Discord. Read by caseworkers. */
export const incident = {
  stepTitle: ({ step }: { step: SharedStepId }) => incidentSteps[step].title,
  stepIntro: ({ step }: { step: SharedStepId }) => incidentSteps[step].intro,
  label: ({ step, field }: { step: SharedStepId; field: string }) => incidentSteps[step].fields[field]?.label ?? field,
  help: ({ step, field }: { step: SharedStepId; field: string }) => incidentSteps[step].fields[field]?.help,
  choice: ({ step, field, value }: { step: SharedStepId; field: string; value: string }) =>
    incidentSteps[step].fields[field]?.choices?.[value] ?? value,
  fault: ({ fault }: { fault: FieldFault }) => fieldFaults[fault],

  title: ({ caseName }: { caseName: string }) => `Skjema for ${caseName}`,
  next: ({ card }: { card: string }) => `Neste steg: **${card}**`,
  empty: () => 'Ikke fylt ut.',
  savedBy: ({ signature, at }: { signature: string; at: string }) => `Lagret av ${signature}, ${at}`,
  saved: ({ step }: { step: string }) => `**«${step}» er lagret.**`,
  done: () => 'Alle stegene her er fylt ut. Navn og annet som viser hvem det er, skrives i det skjermede skjemaet.',
  masked: ({ things }: { things: string }) =>
    `Vi tok ut ${things}, for dette kan leses i Discord. Skriv det i det skjermede skjemaet.`,
  notSaved: () => '**Ikke lagret ennå.** Dette må rettes:',
  conflict: ({ signature, at }: { signature: string; at: string }) =>
    `**Ikke lagret ennå.** ${signature} lagret dette steget ${at}, mens du skrev. Begge står her. Åpne ditt, rett det som trengs, og lagre.`,
  theirs: () => 'Det som er lagret',
  yours: () => 'Det du skrev',
  mendButton: () => 'Åpne det jeg skrev',
  fillButton: ({ step }: { step: SharedStepId }) => `Fyll ut ${inSentence(step)}`,
  changeButton: ({ step }: { step: SharedStepId }) => `Endre ${inSentence(step)}`,
  recontactOn: () => 'Vakta får beskjed hvis avsenderen skriver igjen, så politiet kan få vite det.',
  recontactOnButton: () => 'Si ifra om ny kontakt',
  recontactOffButton: () => 'Ikke si ifra om ny kontakt',
};
