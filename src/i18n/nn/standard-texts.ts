import type { TextState } from '../../core/standard-text.ts';
import type { Catalogue } from '../nb.ts';

const states: Readonly<Record<TextState, string>> = {
  ready: 'Klar til bruk',
  'not-approved': 'Ventar på godkjenning',
  'to-review': 'Må lesast på nytt og godkjennast før han kan brukast',
  'taken-out': 'Teken ut',
};

export const standardTexts: Catalogue['standardTexts'] = {
  listTitle: () => 'Standardtekstar',
  listEmpty: () => 'Det er ingen standardtekstar enno. Skriv den første med /standardtekst ny.',
  listHint: () =>
    'Dei godkjende kan veljast i «Svar». Bruk /svar med «tekst» for å skrive litt om på ein først. /standardtekst vis viser heile teksten.',
  more: ({ count }) => `… og ${count} til.`,
  state: ({ state, until }) =>
    state === 'ready' && until !== undefined ? `${states.ready} til ${until}` : states[state],
  writtenBy: ({ author }) => `Skriven av ${author}.`,
  approvedBy: ({ approver, at }) => `Godkjend av ${approver}, ${at}.`,
  historyTitle: () => '**Historikk**',
  historyLine: ({ what, by, at }) =>
    `${at}: ${{ written: 'skriven', approved: 'godkjend', 'taken-out': 'teken ut' }[what]} av ${by}`,
  formTitle: () => 'Standardtekst',
  formNote: () =>
    'Teksten kan bli send til mange. Skriv ikkje noko om bestemte personar, ingen lovnader og ingen råd om behandling. Ein annan må godkjenne han før han kan brukast.',
  chooseLabel: () => 'Eller vel ein godkjend tekst',
  chooseDescription: () => 'Skriv du noko over, kjem det først. Du ser alt før det blir sendt.',
  replyEmpty: () => 'Svaret er tomt. Skriv noko, eller vel ein godkjend tekst.',
  replyTooLong: () => 'Det du skreiv og teksten du valde, er til saman for langt for eitt svar. Ingenting er sendt.',
  titleLabel: () => 'Kva de kjenner han att på',
  textLabel: () => 'Teksten',
  rewriteButton: () => 'Skriv om',
  approveButton: () => 'Godkjenn',
  removeButton: () => 'Ta ut',
  written: () => 'Teksten er lagra. Ein annan enn deg må godkjenne han før han kan brukast.',
  approved: ({ until }) => `Teksten er godkjend og kan brukast til ${until}. Då må nokon lese han på nytt.`,
  removed: () => 'Teksten er teken ut og kan ikkje brukast.',
  samePerson: () => 'Du skreiv denne teksten sjølv. Ein annan må godkjenne han.',
  takenOut: () => 'Denne teksten er teken ut.',
  notFound: () => 'Eg finn ikkje den teksten. Vel ein frå lista.',
  notUsable: () => 'Den teksten kan ikkje brukast no. Han er ikkje godkjend, eller han må lesast på nytt.',
  tooMany: () => 'Det er for mange tekstar. Ta ut nokre først.',
  empty: () => 'Teksten og namnet på han kan ikkje vere tomme.',
  notClean: () => '**Teksten er ikkje lagra.** Han kan ikkje sendast til mange slik han står:',
};
