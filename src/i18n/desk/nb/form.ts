import type { StepId } from '../../../core/incident/steps.ts';
import { fieldFaults, incidentSteps } from '../../nb/incident.ts';

export interface FieldText {
  readonly label: string;
  readonly help?: string;
  readonly choices?: Readonly<Record<string, string>>;
}
export interface StepText {
  readonly title: string;
  readonly intro: string;
  readonly fields: Readonly<Record<string, FieldText>>;
}

const steps: Readonly<Record<StepId, StepText>> = {
  ...incidentSteps,
  observed: {
    title: 'Hva dere har sett',
    intro: 'Skriv det ungdommen har skrevet eller sagt, og skill det fra det dere selv tror.',
    fields: {
      observed: { label: 'Hva har ungdommen skrevet eller sagt?', help: 'Så ordrett som mulig, med tid.' },
      assessment: { label: 'Hva tror dere selv?', help: 'Merk det som deres egen vurdering.' },
    },
  },
  identity: {
    title: 'Hvem ungdommen er',
    intro: 'Fyll inn det dere vet. La resten stå tomt. Dette går aldri innom Discord.',
    fields: {
      name: { label: 'Navn' },
      username: { label: 'Brukernavn', help: 'Fra Discord, hvis vi fikk det. Legg gjerne til andre kontoer.' },
      phone: { label: 'Telefonnummer' },
      residence: { label: 'Bosted', help: 'Adresse, bydel eller kommune.' },
      age: { label: 'Alder' },
      ageBasis: {
        label: 'Hvor kommer alderen fra?',
        choices: { stated: 'Ungdommen har oppgitt den', assumed: 'Vi antar den' },
      },
      school: { label: 'Skole' },
    },
  },
  kripos: {
    title: 'Til Kripos',
    intro:
      'Disse feltene vises bare når svarene peker mot Kripos. Etnisitet er en særlig kategori personopplysninger (personvernforordningen artikkel 9). Fyll den bare inn hvis politiet trenger den for å finne ungdommen.',
    fields: {
      ethnicity: { label: 'Etnisitet' },
      ip: { label: 'IP-adresse', help: 'Vi har den ikke. Politiet kan be Discord om den.' },
      more: { label: 'Andre spor', help: 'For eksempel tidssone, spill, servere eller språk.' },
    },
  },
  adults: {
    title: 'Voksne ungdommen stoler på',
    intro: 'Hvem kan være der for ungdommen nå? Skriv også hvis det ikke er noen.',
    fields: { adults: { label: 'Hvem, og hvordan når vi dem?' } },
  },
  action: {
    title: 'Mer om det som er gjort',
    intro: 'Det som ikke kan stå i Discord: hvem dere snakket med, og hva de sa.',
    fields: {
      done: { label: 'Hva er gjort, og hva ble svaret?' },
      contact: { label: 'Hvem snakket dere med?', help: 'Navn og tjeneste.' },
    },
  },
};

/** The steps of the form, in bokmål. */
export const form = {
  steps,
  faults: fieldFaults,
  step: {
    save: 'Lagre',
    saveAndGoOn: 'Lagre og gå videre',
    savedBefore: (step: string) => `«${step}» er lagret.`,
    back: 'Tilbake til oversikten',
    optional: 'valgfritt',
    fix: 'Dette må rettes før det kan lagres',
    conflict: (by: string, at: string) =>
      `${by} lagret dette steget ${at}, mens du skrev. Det du skrev står nedenfor og er ikke lagret. Sammenlign, og lagre på nytt.`,
    theirs: 'Det som er lagret',
    shared: 'Dette steget kan også fylles ut og leses i Discord.',
    notOpen: 'Dette steget åpnes når svarene under «Neste steg» peker mot Kripos.',
    ipDefault: 'Ikke tilgjengelig for oss; Discord har den.',
  },
};
