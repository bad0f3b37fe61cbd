import type { Catalogue } from '../nb.ts';

export const choice: Catalogue['choice'] = {
  ask: () => '**Kven skriv du til?** Fleire kommunar har ei teneste på serverane du er med på. Vel under.',
  waits: ({ service, minutes }) =>
    `Ingen ser meldinga di før du vel. Vel du ikkje innan ${minutes} minutt, får ${service} meldinga.`,
  given: ({ service }) =>
    `Meldinga di kan haste, så ${service} har fått ho med ein gong. Vel du ei anna før nokon tek saka, flyttar vi ho dit.`,
  chosen: ({ service }) => `Du skriv no til ${service}.`,
  taken: ({ service }) =>
    `Du skriv allereie med ${service}. Dei svarer deg her. Vil du heller snakke med ein annan kommune, kan du seie det til dei.`,
  nothingToChoose: () => 'Det er ikkje noko å velje no. Skriv ei melding til meg, så spør eg viss eg treng å vite det.',
  notOpen: ({ service }) => `${service} tek ikkje imot meldingar no. Du kan velje ei anna.`,
  tryAgain: () => 'Nokon skreiv i samtalen akkurat no, og ingenting er flytta. Vel ein gong til.',

  cardOpen: () => 'Avsendaren har ikkje valt kommune. Saka blir flytta om dei vel ein annan før nokon tek ho.',
  stateMoved: () => 'Avsendaren valde ein annan kommune.',
  noteChosen: () => 'Avsendaren kunne velje mellom fleire kommunar, og valde dykk.',
  noteChoseAnother: () =>
    'Avsendaren har valt ein annan kommune. Saka blir hos dykk, sidan nokon har teke ho. Spør avsendaren kven dei vil snakke med.',
  movedAway: ({ caseName }) =>
    `${caseName} er borte herifrå: avsendaren valde ein annan kommune, og den har fått saka. De treng ikkje gjere meir.`,
};
