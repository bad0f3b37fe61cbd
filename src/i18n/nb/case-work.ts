import type { CloseLaterChoice, SnoozeChoice } from '../../core/case-times.ts';
import type { Purpose } from '../../core/incident/dossier.ts';

const snoozes: Readonly<Record<SnoozeChoice, string>> = {
  'half-hour': 'en halv time',
  hour: 'en time',
  'four-hours': 'fire timer',
  'next-opening': 'neste gang vi åpner',
};
const closings: Readonly<Record<CloseLaterChoice, string>> = {
  hour: 'en time',
  'four-hours': 'fire timer',
  day: 'ett døgn',
  'three-days': 'tre døgn',
};
const purposes: Readonly<Record<Purpose, string>> = {
  'follow-up': 'Jeg følger opp saken',
  'take-over': 'Jeg tar over saken',
  'leader-review': 'Ledelsen går gjennom saken',
  'data-request': 'Avsenderen har bedt om innsyn',
};

/** Looking after a case: who has it, when it is looked at again, and where it goes next. Read by caseworkers. */
export const caseWork = {
  stateOffered: ({ signature }: { signature: string }) => `${signature} er spurt om å ta over.`,
  stateSetAside: ({ signature, until }: { signature: string; until: string }) =>
    `Satt på vent av ${signature} til ${until}. Skriver avsenderen, våkner den.`,
  stateClosing: ({ signature, until }: { signature: string; until: string }) =>
    `Lukkes av seg selv ${until} hvis avsenderen ikke skriver. Satt av ${signature}.`,
  handedOver: ({ service, signature, at }: { service: string; signature: string; at: string }) =>
    `Gitt videre til ${service}, av ${signature}, ${at}.`,

  moreButton: () => 'Mer',
  stepButton: () => 'Neste steg',
  takeOverButton: () => 'Ta over',
  releaseButton: () => 'Gi fra deg',
  reopenButton: () => 'Åpne igjen',

  panelTitle: ({ caseName }: { caseName: string }) => `**${caseName}: hva vil du gjøre?**`,
  panelClosed: () => 'Saken er lukket. Den kan åpnes igjen til den slettes.',
  panelOpen: () => 'Ingen har den. Ta den før du setter den på vent eller gir den videre.',
  snoozePlaceholder: () => 'Sett på vent i …',
  snoozeChoice: ({ choice }: { choice: SnoozeChoice }) => `Minn meg på den om: ${snoozes[choice]}`,
  closeLaterPlaceholder: () => 'Lukk av seg selv hvis det er stille i …',
  closeLaterChoice: ({ choice }: { choice: CloseLaterChoice }) => `Lukk etter ${closings[choice]} uten svar`,
  offerPlaceholder: () => 'Be en kollega ta over …',
  handOverPlaceholder: () => 'Gitt videre til en tjeneste …',
  whoPlaceholder: () => 'Vis hvem avsenderen er. Velg grunn …',
  purpose: ({ purpose }: { purpose: Purpose }) => purposes[purpose],

  noteClosedByTime: () => 'Det var stille, og samtalen ble lukket som avtalt. Avsenderen har fått beskjed.',
  noteReleased: ({ signature }: { signature: string }) => `${signature} ga fra seg saken. Ingen har den nå.`,
  noteReopened: ({ signature }: { signature: string }) => `${signature} åpnet saken igjen, og har den.`,
  noteTakenOver: ({ signature, from }: { signature: string; from: string | undefined }) =>
    from === undefined ? `${signature} tar saken.` : `${signature} tar over saken fra ${from}.`,
  noteOffered: ({ mention, signature }: { mention: string; signature: string }) =>
    `${mention} **${signature} ber deg ta over saken.** Trykk «Ta over» når du leser den. Til da har ${signature} den.`,
  noteSetAside: ({ signature, until }: { signature: string; until: string }) =>
    `${signature} satte saken på vent til ${until}.`,
  noteCloseLater: ({ signature, until }: { signature: string; until: string }) =>
    `${signature} lar saken lukkes av seg selv ${until}, hvis avsenderen ikke skriver.`,
  noteHandedOver: ({ signature, service }: { signature: string; service: string }) =>
    `${signature} har gitt saken videre til ${service}. Boten har ikke sendt noe dit.`,

  reminderSetAside: ({ caseName }: { caseName: string }) => `**${caseName}: ventetida er over.**`,
  reminderNotClosed: ({ caseName }: { caseName: string }) =>
    `**${caseName} ble ikke lukket av seg selv**, for den er alvorlig, og ingen har ført opp hva som er gjort.`,
  reminderUnanswered: ({ caseName, wait }: { caseName: string; wait: string }) =>
    `**${caseName}: avsenderen har ventet på svar i ${wait}.**`,
  heldBy: ({ signature }: { signature: string }) => `${signature} har den.`,
  minutes: ({ count }: { count: number }) => (count === 1 ? 'ett minutt' : `${count} minutter`),
  hours: ({ count }: { count: number }) => (count === 1 ? 'en time' : `${count} timer`),

  released: ({ caseName }: { caseName: string }) => `Du har gitt fra deg ${caseName}. Ingen har den nå.`,
  takenOver: ({ caseName }: { caseName: string }) => `Du har tatt over ${caseName}.`,
  reopened: ({ caseName }: { caseName: string }) => `${caseName} er åpnet igjen, og du har den.`,
  setAside: ({ caseName, until }: { caseName: string; until: string }) =>
    `${caseName} er satt på vent til ${until}. Skriver avsenderen før, våkner den.`,
  closesLater: ({ caseName, until }: { caseName: string; until: string }) =>
    `${caseName} lukkes ${until} hvis avsenderen ikke skriver før.`,
  offered: ({ caseName }: { caseName: string }) =>
    `Kollegaen har fått beskjed i tråden til ${caseName}. Du har den til noen trykker «Ta over».`,
  handedOverTo: ({ caseName, service }: { caseName: string; service: string }) =>
    `${caseName} er ført opp som gitt videre til ${service}. Boten har ikke sendt noe dit. Si det til avsenderen selv.`,
  alreadyYours: ({ caseName }: { caseName: string }) => `Du har allerede ${caseName}.`,
  notTaken: ({ caseName }: { caseName: string }) => `Ingen har tatt ${caseName}. Trykk «Jeg tar den» først.`,
  notClosed: ({ caseName }: { caseName: string }) => `${caseName} er ikke lukket.`,
  tooSoon: ({ caseName, until }: { caseName: string; until: string }) =>
    `${caseName} er ikke lukket. Det kom en alvorlig melding nylig. Før opp hva som er gjort i «Skjema», eller hvem som har fått saken under «Mer». Ellers kan den lukkes ${until}.`,
  otherOpen: ({ caseName }: { caseName: string }) => `Avsenderen har allerede en åpen samtale: ${caseName}. Svar der.`,
  notStaff: () => 'Den du valgte, kan ikke ta saker. Velg en saksbehandler eller vakthavende.',
  noContact: () => 'Tjenesten står ikke lenger i registeret. Velg en annen.',
  who: ({ account, id }: { account: string; id: string }) =>
    `Discord-konto: **${account}**, id ${id}. At du har sett dette, er loggført med grunnen.`,
  whoGone: ({ id }: { id: string }) =>
    `Kontoen finnes ikke lenger i Discord. Id-en var ${id}. At du har sett dette, er loggført med grunnen.`,

  stepTitle: ({ caseName }: { caseName: string }) => `Neste steg i ${caseName}`,
  stepProvisional: () => '**Foreløpig.** Svar på resten, så blir steget sikrere.',
  stepScript: () => '**Si dette i telefonen**',
  stepAlso: ({ cards }: { cards: string }) => `**Gjelder også:** ${cards}.`,
  localTitle: () => '**Lokalt nå**',
  localOpen: () => 'åpen nå',
  localUnknown: () => 'åpningstiden er ikke bekreftet',
  stepNotApproved: () => 'Pliktveilederen er ikke godkjent av jurist ennå. Du avgjør selv.',
  stepMatter: () => 'en bekymring for en ungdom',
  stepMoreButton: () => 'Flere spørsmål',
  stepChangeButton: () => 'Endre svarene',

  writingNow: ({ names, count }: { names: string; count: number }) =>
    count === 1 ? `**${names} skriver et svar i denne saken nå.**` : `**${names} skriver svar i denne saken nå.**`,
  warningAnswered: ({ signature }: { signature: string }) => `**${signature} svarte mens du skrev.** Les svaret først.`,
  warningPromise: () =>
    'Svaret kan love noe du ikke kan holde. Vi kan ikke love å holde alt hemmelig, eller at det går bra.',
  noOpenCases: () => 'Ingen saker er åpne.',
  noCasesOfYours: () => 'Du har ingen saker.',
  casesTitle: ({ count }: { count: number }) => (count === 1 ? '**Én sak:**' : `**${count} saker:**`),
  moreCases: ({ count }: { count: number }) => `og ${count} til`,
  unansweredFor: ({ wait }: { wait: string }) => `Avsenderen har ventet i ${wait}.`,
  noSuchCase: () => 'Fant ingen åpen sak med det nummeret. Velg en fra lista når du skriver.',
  resourcesTitle: ({ theme }: { theme: string }) => `**Tjenester og sider: ${theme}**`,
  noResources: () => 'Registeret har ingenting om dette temaet.',
  takenIn: () => 'Meldingen er tatt inn. Saken kommer i vaktkanalen om litt.',
  knownAlready: () => 'Denne meldingen er tatt inn fra før.',
  notAPerson: () => 'Meldingen er skrevet av en bot. Det blir ingen sak av den.',

  changeReplyButton: () => 'Endre',
  withdrawReplyButton: () => 'Trekk tilbake',
  entryChanged: () => 'Endret svar',
  replyChanged: ({ caseName }: { caseName: string }) => `Svaret i ${caseName} blir endret hos avsenderen.`,
  replyWithdrawn: ({ caseName }: { caseName: string }) =>
    `Svaret i ${caseName} blir tatt bort hos avsenderen. Hen kan ha lest det alt.`,
  replyNotYours: () => 'Bare den som skrev svaret, kan endre det eller trekke det tilbake.',
  replyWithdrawnAlready: () => 'Svaret er trukket tilbake.',
  noteReplyNotWithdrawn: () =>
    '**Svaret kunne ikke tas bort hos avsenderen.** Regn med at det blir stående, og skriv en rettelse.',

  openEntryButton: () => 'Åpne',
  entryHidden: () => 'Teksten vises ikke i tråden.',
  onDesk: () => 'Teksten leses bare i skjermet skjema.',
  noteReplyByThread: () =>
    'Avsenderen tar ikke imot direktemeldinger. Det er laget en privat tråd på spillserveren, der avsenderen kan lese svaret alene. De som styrer serveren, kan se at tråden finnes, men ikke svaret.',
};
