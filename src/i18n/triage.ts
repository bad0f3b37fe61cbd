import type { DocumentFault } from '../core/settings/municipality-document.ts';
import type { Severity } from '../core/triage/assessment.ts';
import type { TriageChange } from '../core/triage/change.ts';
import { largestShift, type SettingsFault, type Shift } from '../core/triage/settings.ts';
import type { TrialFigures } from '../core/triage/trial.ts';

const shiftNames: Readonly<Record<Shift, string>> = {
  concernShift: 'Grensen for når språkmodellen alene sier bekymring',
  seriousShift: 'Grensen for når språkmodellen løfter bekymring til alvorlig',
};

const whatHappens: Readonly<Record<Severity, string>> = {
  none: 'Meldingen blir lest som andre meldinger. Ingen blir varslet.',
  concern: 'Saken legges i lista og følges opp neste arbeidsdag. Ingen blir kalt på.',
  serious:
    'De ansatte varsles, og saken skal ses på samme vakt. Avsenderen får et trygt svar med hjelp som er åpen nå.',
  acute:
    'De ansatte kalles på med én gang, om og om igjen til noen tar saken. Avsenderen får et trygt svar med nødnummer.',
};

/** «/triage». Bokmål only: for the coordinator, who fits rules that are written in bokmål. */
export const triageTexts = {
  notPermitted: 'Bare koordinatoren kan prøve og stille inn triage.',
  tryTitle: '# Slik ville den blitt lest',
  whatHappens: ({ severity }: { severity: Severity }) => `**Da skjer dette:** ${whatHappens[severity]}`,
  notStored: 'Setningen er ikke lagret. Bruk bare setninger du finner på selv.',
  rulesTitle: '# Regler som kan slås av',
  rulesLead:
    'Regler for det akutte kan aldri slås av og står ikke her. Velg en regel i `/triage regler` for å endre den.',
  off: 'av',
  settings: ({ words, off }: { words: number; off: number }) =>
    `${off === 0 ? 'Ingen regler er slått av.' : `Slått av: ${off}.`} Egne ord: ${words}.`,
  shiftStands: ({ shift, by }: { shift: Shift; by: number }) =>
    `${shiftNames[shift]}: ${by === 0 ? 'som levert' : by > 0 ? 'færre varsler' : 'flere varsler'} (${by}).`,
  proposal: (change: TriageChange): string => {
    switch (change.kind) {
      case 'rule':
        return `Slå ${change.on ? 'på' : 'av'} regelen \`${change.rule}\``;
      case 'shift':
        return `${shiftNames[change.shift]}: ${change.by}`;
      case 'add-word':
        return `Legg til ordet «${change.word.words}»`;
      case 'remove-word':
        return `Fjern ordet «${change.words}»`;
    }
  },
  proposalTitle: '# Forslag',
  figures: ({ before, after }: { before: TrialFigures; after: TrialFigures }) => {
    const row = (name: string, key: keyof TrialFigures): string =>
      `${name}: ${before[key].k} → **${after[key].k}** av ${after[key].n}`;
    return [
      '**Før → etter på eksemplene programmet leveres med**',
      row('Akutte som blir sett', 'acuteAny'),
      row('Akutte som når noen samme vakt', 'acuteSeriousOrHigher'),
      row('Alvorlige som blir sett', 'seriousAny'),
      row('Bekymringer som blir sett', 'concernAny'),
      row('Falske varsler, vanskelige eksempler', 'falseHard'),
      row('Falske varsler, vanlig prat', 'falsePlain'),
      '-# Eksemplene er oppdiktet. Tallene viser bare om noe ble dårligere, ikke hvor mange dere vil gå glipp av.',
    ].join('\n');
  },
  confirm: 'Bruk forslaget',
  ifWrong: 'Ingenting er endret ennå.',
  saved: ({ change }: { change: TriageChange }) =>
    `Lagret: ${triageTexts.proposal(change)}. Det gjelder fra nå, i alle deler av tjenesten innen et par sekunder.`,
  stale: 'Innstillingene er endret av noen andre i mellomtiden, eller forslaget er for gammelt. Gi kommandoen på nytt.',
  refusedBySettings: ({ faults }: { faults: readonly DocumentFault[] }) =>
    `Forslaget passer ikke sammen med resten av innstillingene: ${faults.map(({ path }) => path).join(', ')}.`,
  weakensAcute:
    'Avvist: da blir færre akutte meldinger sett, eller færre når noen samme vakt. Det akutte kan aldri gjøres svakere.',
  trialFailed: 'Prøven ble ikke ferdig. Ingenting er endret. Prøv igjen om litt.',
  exampleFails: ({ which, number }: { which: 'match' | 'not'; number: number }) =>
    which === 'match'
      ? `Avvist: setning ${number} som skal treffe, blir ikke lagt merke til. Står ordet i den?`
      : `Avvist: setning ${number} som ikke skal treffe, blir lagt merke til likevel.`,
  incomplete: 'Et nytt ord trenger fire ting: ordet, hva det betyr, en setning som skal treffe, og en som ikke skal.',
  fault: (fault: SettingsFault): string => {
    switch (fault.kind) {
      case 'unknown-rule':
        return `Avvist: det finnes ingen regel som heter \`${fault.rule}\`. Velg fra lista.`;
      case 'acute-rule':
        return `Avvist: \`${fault.rule}\` gjelder det akutte og kan ikke slås av. Mener du at den tar feil, meld det til fagansvarlig.`;
      case 'shift-out-of-range':
        return `Avvist: ${shiftNames[fault.shift].toLowerCase()} kan flyttes høyst ${largestShift[fault.shift]} hver vei.`;
      case 'unknown-concept':
      case 'harmless-concept':
        return `Avvist: velg hva «${fault.words}» betyr fra lista. Ord som demper varsler, kan ikke legges til.`;
      case 'bad-words':
        return `Avvist: «${fault.words}» må være et ord eller uttrykk på 2 til 60 små bokstaver.`;
      case 'no-examples':
        return `Avvist: «${fault.words}» trenger en setning som skal treffe, og en som ikke skal.`;
    }
  },
} as const;
