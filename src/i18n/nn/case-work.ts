import type { CloseLaterChoice, SnoozeChoice } from '../../core/case-times.ts';
import type { Purpose } from '../../core/incident/dossier.ts';
import type { Catalogue } from '../nb.ts';

const snoozes: Readonly<Record<SnoozeChoice, string>> = {
  'half-hour': 'ein halv time',
  hour: 'ein time',
  'four-hours': 'fire timar',
  'next-opening': 'neste gong vi opnar',
};
const closings: Readonly<Record<CloseLaterChoice, string>> = {
  hour: 'ein time',
  'four-hours': 'fire timar',
  day: 'eitt døgn',
  'three-days': 'tre døgn',
};
const purposes: Readonly<Record<Purpose, string>> = {
  'follow-up': 'Eg følgjer opp saka',
  'take-over': 'Eg tek over saka',
  'leader-review': 'Leiinga går gjennom saka',
  'data-request': 'Avsendaren har bede om innsyn',
};

export const caseWork: Catalogue['caseWork'] = {
  stateOffered: ({ signature }) => `${signature} er spurd om å ta over.`,
  stateSetAside: ({ signature, until }) => `Sett på vent av ${signature} til ${until}. Skriv avsendaren, vaknar ho.`,
  stateClosing: ({ signature, until }) =>
    `Blir lukka av seg sjølv ${until} om avsendaren ikkje skriv. Sett av ${signature}.`,
  handedOver: ({ service, signature, at }) => `Gitt vidare til ${service}, av ${signature}, ${at}.`,

  moreButton: () => 'Meir',
  stepButton: () => 'Neste steg',
  takeOverButton: () => 'Ta over',
  releaseButton: () => 'Gi frå deg',
  reopenButton: () => 'Opne igjen',

  panelTitle: ({ caseName }) => `**${caseName}: kva vil du gjere?**`,
  panelClosed: () => 'Saka er lukka. Ho kan opnast igjen til ho blir sletta.',
  panelOpen: () => 'Ingen har ho. Ta ho før du set ho på vent eller gir ho vidare.',
  snoozePlaceholder: () => 'Set på vent i …',
  snoozeChoice: ({ choice }) => `Minn meg på ho om: ${snoozes[choice]}`,
  closeLaterPlaceholder: () => 'Lukk av seg sjølv om det er stille i …',
  closeLaterChoice: ({ choice }) => `Lukk etter ${closings[choice]} utan svar`,
  offerPlaceholder: () => 'Be ein kollega ta over …',
  handOverPlaceholder: () => 'Gitt vidare til ei teneste …',
  whoPlaceholder: () => 'Vis kven avsendaren er. Vel grunn …',
  purpose: ({ purpose }) => purposes[purpose],

  noteClosedByTime: () => 'Det var stille, og samtalen vart lukka som avtalt. Avsendaren har fått beskjed.',
  noteReleased: ({ signature }) => `${signature} gav frå seg saka. Ingen har ho no.`,
  noteReopened: ({ signature }) => `${signature} opna saka igjen, og har ho.`,
  noteTakenOver: ({ signature, from }) =>
    from === undefined ? `${signature} tek saka.` : `${signature} tek over saka frå ${from}.`,
  noteOffered: ({ mention, signature }) =>
    `${mention} **${signature} ber deg ta over saka.** Trykk «Ta over» når du les ho. Til då har ${signature} ho.`,
  noteSetAside: ({ signature, until }) => `${signature} sette saka på vent til ${until}.`,
  noteCloseLater: ({ signature, until }) =>
    `${signature} lèt saka bli lukka av seg sjølv ${until}, om avsendaren ikkje skriv.`,
  noteHandedOver: ({ signature, service }) =>
    `${signature} har gitt saka vidare til ${service}. Boten har ikkje sendt noko dit.`,

  reminderSetAside: ({ caseName }) => `**${caseName}: ventetida er over.**`,
  reminderNotClosed: ({ caseName }) =>
    `**${caseName} vart ikkje lukka av seg sjølv**, for ho er alvorleg, og ingen har ført opp kva som er gjort.`,
  reminderUnanswered: ({ caseName, wait }) => `**${caseName}: avsendaren har venta på svar i ${wait}.**`,
  heldBy: ({ signature }) => `${signature} har ho.`,
  minutes: ({ count }) => (count === 1 ? 'eitt minutt' : `${count} minutt`),
  hours: ({ count }) => (count === 1 ? 'ein time' : `${count} timar`),

  released: ({ caseName }) => `Du har gitt frå deg ${caseName}. Ingen har ho no.`,
  takenOver: ({ caseName }) => `Du har teke over ${caseName}.`,
  reopened: ({ caseName }) => `${caseName} er opna igjen, og du har ho.`,
  setAside: ({ caseName, until }) => `${caseName} er sett på vent til ${until}. Skriv avsendaren før, vaknar ho.`,
  closesLater: ({ caseName, until }) => `${caseName} blir lukka ${until} om avsendaren ikkje skriv før.`,
  offered: ({ caseName }) =>
    `Kollegaen har fått beskjed i tråden til ${caseName}. Du har ho til nokon trykkjer «Ta over».`,
  handedOverTo: ({ caseName, service }) =>
    `${caseName} er ført opp som gitt vidare til ${service}. Boten har ikkje sendt noko dit. Sei det til avsendaren sjølv.`,
  alreadyYours: ({ caseName }) => `Du har allereie ${caseName}.`,
  notTaken: ({ caseName }) => `Ingen har teke ${caseName}. Trykk «Eg tek ho» først.`,
  notClosed: ({ caseName }) => `${caseName} er ikkje lukka.`,
  tooSoon: ({ caseName, until }) =>
    `${caseName} er ikkje lukka. Det kom ei alvorleg melding nyleg. Før opp kva som er gjort i «Skjema», eller kven som har fått saka under «Meir». Elles kan ho lukkast ${until}.`,
  otherOpen: ({ caseName }) => `Avsendaren har allereie ein open samtale: ${caseName}. Svar der.`,
  notStaff: () => 'Den du valde, kan ikkje ta saker. Vel ein saksbehandlar eller vakthavande.',
  noContact: () => 'Tenesta står ikkje lenger i registeret. Vel ei anna.',
  who: ({ account, id }) => `Discord-konto: **${account}**, id ${id}. At du har sett dette, er loggført med grunnen.`,
  whoGone: ({ id }) =>
    `Kontoen finst ikkje lenger i Discord. Id-en var ${id}. At du har sett dette, er loggført med grunnen.`,

  stepTitle: ({ caseName }) => `Neste steg i ${caseName}`,
  stepProvisional: () => '**Førebels.** Svar på resten, så blir steget sikrare.',
  stepScript: () => '**Sei dette i telefonen**',
  stepAlso: ({ cards }) => `**Gjeld òg:** ${cards}.`,
  localTitle: () => '**Lokalt no**',
  localOpen: () => 'open no',
  localUnknown: () => 'opningstida er ikkje stadfesta',
  stepNotApproved: () => 'Pliktrettleiaren er ikkje godkjend av jurist enno. Du avgjer sjølv.',
  stepMatter: () => 'ei uro for ein ungdom',
  stepMoreButton: () => 'Fleire spørsmål',
  stepChangeButton: () => 'Endre svara',

  writingNow: ({ names, count }) =>
    count === 1 ? `**${names} skriv eit svar i denne saka no.**` : `**${names} skriv svar i denne saka no.**`,
  warningAnswered: ({ signature }) => `**${signature} svarte medan du skreiv.** Les svaret først.`,
  warningPromise: () =>
    'Svaret kan love noko du ikkje kan halde. Vi kan ikkje love å halde alt hemmeleg, eller at det går bra.',
  noOpenCases: () => 'Ingen saker er opne.',
  noCasesOfYours: () => 'Du har ingen saker.',
  casesTitle: ({ count }) => (count === 1 ? '**Éi sak:**' : `**${count} saker:**`),
  moreCases: ({ count }) => `og ${count} til`,
  unansweredFor: ({ wait }) => `Avsendaren har venta i ${wait}.`,
  noSuchCase: () => 'Fann inga open sak med det nummeret. Vel ei frå lista når du skriv.',
  resourcesTitle: ({ theme }) => `**Tenester og sider: ${theme}**`,
  noResources: () => 'Registeret har ingenting om dette temaet.',
  takenIn: () => 'Meldinga er teken inn. Saka kjem i vaktkanalen om litt.',
  knownAlready: () => 'Denne meldinga er teken inn frå før.',
  notAPerson: () => 'Meldinga er skriven av ein bot. Det blir inga sak av ho.',

  changeReplyButton: () => 'Endre',
  withdrawReplyButton: () => 'Trekk tilbake',
  entryChanged: () => 'Endra svar',
  replyChanged: ({ caseName }) => `Svaret i ${caseName} blir endra hos avsendaren.`,
  replyWithdrawn: ({ caseName }) => `Svaret i ${caseName} blir teke bort hos avsendaren. Hen kan ha lese det alt.`,
  replyNotYours: () => 'Berre den som skreiv svaret, kan endre det eller trekkje det tilbake.',
  replyWithdrawnAlready: () => 'Svaret er trekt tilbake.',
  noteReplyNotWithdrawn: () =>
    '**Svaret kunne ikkje takast bort hos avsendaren.** Rekn med at det blir ståande, og skriv ei retting.',

  openEntryButton: () => 'Opne',
  entryHidden: () => 'Teksten blir ikkje vist i tråden.',
  onDesk: () => 'Teksten kan berre lesast i skjerma skjema.',
  noteReplyByThread: () =>
    'Avsendaren tek ikkje imot direktemeldingar. Det er laga ein privat tråd på spelserveren, der avsendaren kan lese svaret åleine. Dei som styrer serveren, kan sjå at tråden finst, men ikkje svaret.',
};
