import type { StepId } from '../../../core/incident/steps.ts';
import { fieldFaults, incidentSteps } from '../../nn/incident.ts';
import type { DeskTexts } from '../nb.ts';
import type { StepText } from '../nb/form.ts';

const steps: Readonly<Record<StepId, StepText>> = {
  ...incidentSteps,
  observed: {
    title: 'Kva de har sett',
    intro: 'Skriv det ungdommen har skrive eller sagt, og skil det frå det de sjølve trur.',
    fields: {
      observed: { label: 'Kva har ungdommen skrive eller sagt?', help: 'Så ordrett som mogleg, med tid.' },
      assessment: { label: 'Kva trur de sjølve?', help: 'Merk det som dykkar eiga vurdering.' },
    },
  },
  identity: {
    title: 'Kven ungdommen er',
    intro: 'Fyll inn det de veit. La resten stå tomt. Dette går aldri innom Discord.',
    fields: {
      name: { label: 'Namn' },
      username: { label: 'Brukarnamn', help: 'Frå Discord, om vi fekk det. Legg gjerne til andre kontoar.' },
      phone: { label: 'Telefonnummer' },
      residence: { label: 'Bustad', help: 'Adresse, bydel eller kommune.' },
      age: { label: 'Alder' },
      ageBasis: {
        label: 'Kvar kjem alderen frå?',
        choices: { stated: 'Ungdommen har oppgitt han', assumed: 'Vi trur det' },
      },
      school: { label: 'Skule' },
    },
  },
  kripos: {
    title: 'Til Kripos',
    intro:
      'Desse felta blir viste berre når svara peikar mot Kripos. Etnisitet er ein særskild kategori personopplysningar (personvernforordninga artikkel 9). Fyll det berre inn om politiet treng det for å finne ungdommen.',
    fields: {
      ethnicity: { label: 'Etnisitet' },
      ip: { label: 'IP-adresse', help: 'Vi har ho ikkje. Politiet kan be Discord om ho.' },
      more: { label: 'Andre spor', help: 'Til dømes tidssone, spel, serverar eller språk.' },
    },
  },
  adults: {
    title: 'Vaksne ungdommen stolar på',
    intro: 'Kven kan vere der for ungdommen no? Skriv også om det ikkje er nokon.',
    fields: { adults: { label: 'Kven, og korleis når vi dei?' } },
  },
  action: {
    title: 'Meir om det som er gjort',
    intro: 'Det som ikkje kan stå i Discord: kven de snakka med, og kva dei sa.',
    fields: {
      done: { label: 'Kva er gjort, og kva vart svaret?' },
      contact: { label: 'Kven snakka de med?', help: 'Namn og teneste.' },
    },
  },
};

/** The steps of the form, in nynorsk. */
export const form: Pick<DeskTexts, 'steps' | 'faults' | 'step'> = {
  steps,
  faults: fieldFaults,
  step: {
    save: 'Lagre',
    saveAndGoOn: 'Lagre og gå vidare',
    savedBefore: (step) => `«${step}» er lagra.`,
    back: 'Tilbake til oversikta',
    optional: 'valfritt',
    fix: 'Dette må rettast før det kan lagrast',
    conflict: (by, at) =>
      `${by} lagra dette steget ${at}, medan du skreiv. Det du skreiv står nedanfor og er ikkje lagra. Samanlikn, og lagre på nytt.`,
    theirs: 'Det som er lagra',
    shared: 'Dette steget kan også fyllast ut og lesast i Discord.',
    notOpen: 'Dette steget opnar når svara under «Neste steg» peikar mot Kripos.',
    ipDefault: 'Ikkje tilgjengeleg for oss; Discord har ho.',
  },
};
