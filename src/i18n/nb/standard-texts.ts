import type { TextState } from '../../core/standard-text.ts';

const states: Readonly<Record<TextState, string>> = {
  ready: 'Klar til bruk',
  'not-approved': 'Venter på godkjenning',
  'to-review': 'Må leses på nytt og godkjennes før den kan brukes',
  'taken-out': 'Tatt ut',
};

/** Texts staff send often: written by one, approved by another. */
export const standardTexts = {
  listTitle: () => 'Standardtekster',
  listEmpty: () => 'Det er ingen standardtekster ennå. Skriv den første med /standardtekst ny.',
  listHint: () =>
    'De godkjente kan velges i «Svar». Bruk /svar med «tekst» for å skrive litt om på en først. /standardtekst vis viser hele teksten.',
  more: ({ count }: { count: number }) => `… og ${count} til.`,
  state: ({ state, until }: { state: TextState; until: string | undefined }) =>
    state === 'ready' && until !== undefined ? `${states.ready} til ${until}` : states[state],
  writtenBy: ({ author }: { author: string }) => `Skrevet av ${author}.`,
  approvedBy: ({ approver, at }: { approver: string; at: string }) => `Godkjent av ${approver}, ${at}.`,
  historyTitle: () => '**Historikk**',
  historyLine: ({ what, by, at }: { what: 'written' | 'approved' | 'taken-out'; by: string; at: string }) =>
    `${at}: ${{ written: 'skrevet', approved: 'godkjent', 'taken-out': 'tatt ut' }[what]} av ${by}`,
  formTitle: () => 'Standardtekst',
  formNote: () =>
    'Teksten kan bli sendt til mange. Skriv ikke noe om bestemte personer, ingen løfter og ingen råd om behandling. En annen må godkjenne den før den kan brukes.',
  chooseLabel: () => 'Eller velg en godkjent tekst',
  chooseDescription: () => 'Skriver du noe over, kommer det først. Du ser alt før det sendes.',
  replyEmpty: () => 'Svaret er tomt. Skriv noe, eller velg en godkjent tekst.',
  replyTooLong: () => 'Det du skrev og teksten du valgte, er til sammen for langt for ett svar. Ingenting er sendt.',
  titleLabel: () => 'Hva dere kjenner den igjen på',
  textLabel: () => 'Teksten',
  rewriteButton: () => 'Skriv om',
  approveButton: () => 'Godkjenn',
  removeButton: () => 'Ta ut',
  written: () => 'Teksten er lagret. En annen enn deg må godkjenne den før den kan brukes.',
  approved: ({ until }: { until: string }) =>
    `Teksten er godkjent og kan brukes til ${until}. Da må noen lese den på nytt.`,
  removed: () => 'Teksten er tatt ut og kan ikke brukes.',
  samePerson: () => 'Du skrev denne teksten selv. En annen må godkjenne den.',
  takenOut: () => 'Denne teksten er tatt ut.',
  notFound: () => 'Jeg finner ikke den teksten. Velg en fra listen.',
  notUsable: () => 'Den teksten kan ikke brukes nå. Den er ikke godkjent, eller den må leses på nytt.',
  tooMany: () => 'Det er for mange tekster. Ta ut noen først.',
  empty: () => 'Teksten og navnet på den kan ikke være tomme.',
  notClean: () => '**Teksten er ikke lagret.** Den kan ikke sendes til mange slik den står:',
};
