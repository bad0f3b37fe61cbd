import type { Severity } from '../../core/triage/assessment.ts';
import type { UnreadableRecord } from '../../core/store-trouble.ts';
import type { UndeliverableReason } from '../../core/outbox.ts';

const urgency: Readonly<Record<Severity, string>> = {
  none: 'Svar når du kan.',
  concern: 'Se på den innen neste arbeidsdag.',
  serious: 'Les den på denne vakta.',
  acute: 'Les den nå.',
};

const undelivered: Readonly<Record<UndeliverableReason, string>> = {
  'dm-closed': 'Avsenderen tar ikke imot direktemeldinger fra boten.',
  'channel-gone': 'Samtalen finnes ikke lenger i Discord.',
  'no-permission': 'Boten mangler tilgang i Discord.',
  rejected: 'Discord tok ikke imot meldingen.',
};

/** What caseworkers read in the staff channel. The level always stands first, in words. */
export const staff = {
  caseName: ({ caseNumber }: { caseNumber: number }) => `Sak ${caseNumber}`,
  urgency: ({ severity }: { severity: Severity }) => urgency[severity],
  notAssessed: () => '**Ikke vurdert automatisk.** Les meldingen selv.',
  stateOpen: () => 'Ingen har tatt den.',
  stateClaimed: ({ signature, at }: { signature: string; at: string }) => `Tatt av ${signature}, ${at}.`,
  stateClosed: ({ signature, at }: { signature: string; at: string }) => `Lukket av ${signature}, ${at}.`,
  opened: ({ at, stamp }: { at: string; stamp: string }) => `Kom inn ${at} (${stamp}).`,
  lastMessage: ({ at }: { at: string }) => `Siste melding ${at}.`,
  entranceDm: () => 'Inngang: direktemelding.',
  entranceCard: () => 'Inngang: kortet på en spillserver.',
  categories: ({ categories }: { categories: string }) => `Tema: ${categories}.`,
  reasonsTitle: () => '**Hvorfor dette nivået**',
  reasonHeldBack: ({ sentence }: { sentence: string }) => `${sentence} (holder nivået nede)`,
  moreReasons: ({ count }: { count: number }) => `og ${count} til`,
  formFiled: ({ signature, at }: { signature: string; at: string }) => `Skjema levert av ${signature}, ${at}.`,
  formSummary: ({
    category,
    severity,
    identity,
    action,
  }: {
    category: string;
    severity: string;
    identity: string;
    action: string;
  }) => `${category}. Nivå: ${severity}. Identitet: ${identity}. Gjort: ${action}.`,

  claimButton: () => 'Jeg tar den',
  replyButton: () => 'Svar',
  formButton: () => 'Skjema',
  deskButton: () => 'Åpne skjermet skjema',
  closeButton: () => 'Lukk',
  sendButton: () => 'Send',
  sendAnywayButton: () => 'Send likevel',
  rewriteButton: () => 'Skriv på nytt',

  entryFromSender: ({ at }: { at: string }) => `**Avsender**, ${at}`,
  entryFromStaff: ({ signature, at }: { signature: string; at: string }) => `**${signature}**, ${at}`,
  entryPart: ({ part, parts }: { part: number; parts: number }) => `Del ${part} av ${parts}`,
  entryEmpty: () => 'Ingen tekst.',
  entryRemoved: ({ things }: { things: string }) => `Tatt bort: ${things}.`,
  entryOmitted: ({ things }: { things: string }) => `Ikke vist: ${things}.`,
  entryUnmaskable: () =>
    'Kunne ikke maskeres automatisk. Teksten vises ikke. Ta kontakt med avsenderen, og bruk rutinen for lukket original.',
  entryDeleted: ({ at }: { at: string }) => `Slettet av avsenderen ${at}. Teksten er borte her også.`,
  entryWithdrawn: ({ at }: { at: string }) => `Trukket tilbake ${at}. Teksten er borte her og hos avsenderen.`,
  entryLevel: ({ severity }: { severity: string }) => `Nivå: ${severity}.`,

  noteTaken: ({ signature }: { signature: string }) => `${signature} tar saken.`,
  noteClosed: ({ signature }: { signature: string }) => `${signature} lukket saken.`,
  noteReplyNotDelivered: ({ reason }: { reason: UndeliverableReason }) =>
    `**Svaret kom ikke fram.** ${undelivered[reason]} Prøv en annen vei til avsenderen.`,
  noteNoticeNotDelivered: ({ reason }: { reason: UndeliverableReason }) =>
    `**Beskjeden fra boten kom ikke fram til avsenderen.** ${undelivered[reason]}`,
  noteDeletedBySender: () => 'Avsenderen slettet en melding. Teksten er borte her også.',
  noteOriginalAsked: ({ signature }: { signature: string }) =>
    `**${signature} ber om å få åpne den lukkede originalen.** En kollega må godkjenne i skjermet skjema, under «Lukket original».`,
  noteOriginalOpened: ({ signature }: { signature: string }) =>
    `${signature} og en kollega har åpnet den lukkede originalen i skjermet skjema.`,
  noteOriginalOpenedAlone: ({ mention, signature }: { mention: string; signature: string }) =>
    `${mention} **${signature} har åpnet den lukkede originalen alene, fordi det haster.** Grunnen står i skjermet skjema.`,
  noteRecontact: ({ mention, caseName }: { mention: string; caseName: string }) =>
    `${mention} **Ny kontakt i en meldt sak (${caseName}).** Si ifra til politiet at ungdommen har skrevet igjen.`,
  referralAwaited: ({ caseName }: { caseName: string }) =>
    `**${caseName}: henvisningen er ikke bekreftet mottatt.** Ring mottakeren, og skriv hvem som svarte i skjermet skjema under «Etterarbeid».`,
  debriefDue: ({ caseName }: { caseName: string }) =>
    `**${caseName} var alvorlig.** Har du snakket ut med en kollega? Skriv hvem i skjermet skjema under «Etterarbeid».`,
  noteFormFiled: ({ signature }: { signature: string }) => `${signature} leverte skjemaet.`,

  gap: ({ from, until }: { from: string; until: string }) =>
    `**Tjenesten var frakoblet fra ${from} til ${until}.** Meldinger fra noen som skrev for første gang da, kan mangle. De som skrev før, er lest tilbake.`,

  troubleSetAside: () =>
    '**Databasen var skadet og er satt til side.** Saker og meldinger fra før vises ikke, og knappene på gamle kort virker ikke. Det som ble skrevet mens tjenesten var nede, kan mangle. Nye meldinger kommer som vanlig. Den som drifter tjenesten, må legge tilbake en sikkerhetskopi.',
  troubleFoundEmpty: () =>
    '**Databasen var borte da tjenesten startet.** Saker og meldinger fra før vises ikke, og knappene på gamle kort virker ikke. Det som ble skrevet mens tjenesten var nede, kan mangle. Nye meldinger kommer som vanlig. Den som drifter tjenesten, må legge tilbake en sikkerhetskopi.',
  troubleRestored: () =>
    '**Databasen er satt tilbake til en eldre kopi.** Det dere gjorde etter at kopien ble tatt, må gjøres på nytt: Se over åpne saker. Meldinger fra den tiden leses tilbake fra Discord, men noe kan mangle, særlig fra noen som skrev for første gang.',
  troubleDamaged: () =>
    '**Det er funnet skade i databasen.** Tjenesten går fortsatt. Den som drifter tjenesten, må se på det nå: Neste gang tjenesten starter, settes databasen til side.',
  troubleUnreadable: ({ record }: { record: UnreadableRecord }) =>
    `**Noe som er lagret, kan ikke leses: ${
      {
        inbox: 'en melding dere ikke har sett ennå',
        outbox: 'noe som skulle sendes',
        case: 'en sak',
        cursor: 'hvor langt en samtale er lest',
      }[record]
    }.** Alt annet går som vanlig. Den som drifter tjenesten, må se på det.`,
  troubleNotStoring: ({ severity }: { severity: string }) =>
    `**${severity}: Noen skriver til oss, men meldingen kan ikke lagres.** Dere ser den ikke her før lagringen virker igjen. Avsenderen har fått vite det, med nødnumrene. Den som drifter tjenesten, må rydde plass eller få opp lagringen, uten å starte tjenesten på nytt først.`,

  alert: ({ mention, severity, caseName }: { mention: string; severity: string; caseName: string }) =>
    `${mention} **${severity}: ${caseName}.**`,
  alertFirst: () => 'Trykk «Jeg tar den» når du leser den.',
  alertAgain: ({ reminder }: { reminder: number }) => `Påminnelse ${reminder}: ingen har tatt den ennå.`,

  handoverAtClosing: () => '**Vakta er slutt.** De som var pålogget, er logget ut.',
  handoverNobodyLeft: () => '**Ingen er pålogget nå.** Den siste logget ut før stengetid.',
  nothingWaiting: () => 'Ingen samtaler venter på svar.',
  waiting: ({ count }: { count: number }) =>
    count === 1 ? 'Én samtale venter på svar:' : `${count} samtaler venter på svar:`,
  waitingCase: ({ caseName, severity, claimed }: { caseName: string; severity: string; claimed: boolean }) =>
    `${severity}: ${caseName}. ${claimed ? 'Tatt, men ikke besvart.' : 'Ingen har tatt den.'}`,
};
