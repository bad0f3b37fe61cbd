import type { UndeliverableReason } from '../../core/outbox.ts';
import type { Severity } from '../../core/triage/assessment.ts';
import type { Catalogue } from '../nb.ts';

const urgency: Readonly<Record<Severity, string>> = {
  none: 'Svar når du kan.',
  concern: 'Sjå på ho innan neste arbeidsdag.',
  serious: 'Les ho på denne vakta.',
  acute: 'Les ho no.',
};

const undelivered: Readonly<Record<UndeliverableReason, string>> = {
  'dm-closed': 'Avsendaren tek ikkje imot direktemeldingar frå boten.',
  'channel-gone': 'Samtalen finst ikkje lenger i Discord.',
  'no-permission': 'Boten manglar tilgang i Discord.',
  rejected: 'Discord tok ikkje imot meldinga.',
};

export const staff: Catalogue['staff'] = {
  caseName: ({ caseNumber }) => `Sak ${caseNumber}`,
  urgency: ({ severity }) => urgency[severity],
  notAssessed: () => '**Ikkje vurdert automatisk.** Les meldinga sjølv.',
  stateOpen: () => 'Ingen har teke ho.',
  stateClaimed: ({ signature, at }) => `Teken av ${signature}, ${at}.`,
  stateClosed: ({ signature, at }) => `Lukka av ${signature}, ${at}.`,
  opened: ({ at, stamp }) => `Kom inn ${at} (${stamp}).`,
  lastMessage: ({ at }) => `Siste melding ${at}.`,
  entranceDm: () => 'Inngang: direktemelding.',
  entranceCard: () => 'Inngang: kortet på ein spelserver.',
  categories: ({ categories }) => `Tema: ${categories}.`,
  reasonsTitle: () => '**Kvifor dette nivået**',
  reasonHeldBack: ({ sentence }) => `${sentence} (held nivået nede)`,
  moreReasons: ({ count }) => `og ${count} til`,
  formFiled: ({ signature, at }) => `Skjema levert av ${signature}, ${at}.`,
  formSummary: ({ category, severity, identity, action }) =>
    `${category}. Nivå: ${severity}. Identitet: ${identity}. Gjort: ${action}.`,

  claimButton: () => 'Eg tek ho',
  replyButton: () => 'Svar',
  formButton: () => 'Skjema',
  deskButton: () => 'Opne skjerma skjema',
  closeButton: () => 'Lukk',
  sendButton: () => 'Send',
  sendAnywayButton: () => 'Send likevel',
  rewriteButton: () => 'Skriv på nytt',

  entryFromSender: ({ at }) => `**Avsendar**, ${at}`,
  entryFromStaff: ({ signature, at }) => `**${signature}**, ${at}`,
  entryPart: ({ part, parts }) => `Del ${part} av ${parts}`,
  entryEmpty: () => 'Ingen tekst.',
  entryRemoved: ({ things }) => `Teke bort: ${things}.`,
  entryOmitted: ({ things }) => `Ikkje vist: ${things}.`,
  entryUnmaskable: () =>
    'Kunne ikkje maskerast automatisk. Teksten blir ikkje vist. Ta kontakt med avsendaren, og bruk rutinen for lukka original.',
  entryDeleted: ({ at }) => `Sletta av avsendaren ${at}. Teksten er borte her òg.`,
  entryWithdrawn: ({ at }) => `Trekt tilbake ${at}. Teksten er borte her og hos avsendaren.`,
  entryLevel: ({ severity }) => `Nivå: ${severity}.`,

  noteTaken: ({ signature }) => `${signature} tek saka.`,
  noteClosed: ({ signature }) => `${signature} lukka saka.`,
  noteReplyNotDelivered: ({ reason }) =>
    `**Svaret kom ikkje fram.** ${undelivered[reason]} Prøv ein annan veg til avsendaren.`,
  noteNoticeNotDelivered: ({ reason }) =>
    `**Beskjeden frå boten kom ikkje fram til avsendaren.** ${undelivered[reason]}`,
  noteDeletedBySender: () => 'Avsendaren sletta ei melding. Teksten er borte her òg.',
  noteOriginalAsked: ({ signature }: { signature: string }) =>
    `**${signature} ber om å få opne den lukka originalen.** Ein kollega må godkjenne i skjerma skjema, under «Lukket original».`,
  noteOriginalOpened: ({ signature }: { signature: string }) =>
    `${signature} og ein kollega har opna den lukka originalen i skjerma skjema.`,
  noteOriginalOpenedAlone: ({ mention, signature }: { mention: string; signature: string }) =>
    `${mention} **${signature} har opna den lukka originalen åleine, fordi det hastar.** Grunnen står i skjerma skjema.`,
  noteRecontact: ({ mention, caseName }: { mention: string; caseName: string }) =>
    `${mention} **Ny kontakt i ei meld sak (${caseName}).** Sei frå til politiet at ungdommen har skrive igjen.`,
  referralAwaited: ({ caseName }: { caseName: string }) =>
    `**${caseName}: tilvisinga er ikkje stadfesta motteken.** Ring mottakaren, og skriv kven som svarte i skjerma skjema under «Etterarbeid».`,
  debriefDue: ({ caseName }: { caseName: string }) =>
    `**${caseName} var alvorleg.** Har du snakka ut med ein kollega? Skriv kven i skjerma skjema under «Etterarbeid».`,
  noteFormFiled: ({ signature }) => `${signature} leverte skjemaet.`,

  gap: ({ from, until }: { from: string; until: string }) =>
    `**Tenesta var fråkopla frå ${from} til ${until}.** Meldingar frå nokon som skreiv for første gong då, kan mangle. Dei som skreiv før, er lesne tilbake.`,

  troubleSetAside: () =>
    '**Databasen var skadd og er sett til side.** Saker og meldingar frå før er ikkje synlege, og knappane på gamle kort verkar ikkje. Det som vart skrive medan tenesta var nede, kan mangle. Nye meldingar kjem som vanleg. Den som driftar tenesta, må leggje tilbake ein tryggingskopi.',
  troubleFoundEmpty: () =>
    '**Databasen var borte då tenesta starta.** Saker og meldingar frå før er ikkje synlege, og knappane på gamle kort verkar ikkje. Det som vart skrive medan tenesta var nede, kan mangle. Nye meldingar kjem som vanleg. Den som driftar tenesta, må leggje tilbake ein tryggingskopi.',
  troubleRestored: () =>
    '**Databasen er sett tilbake til ein eldre kopi.** Det de gjorde etter at kopien vart teken, må gjerast på nytt: Sjå over opne saker. Meldingar frå den tida blir lesne tilbake frå Discord, men noko kan mangle, særleg frå nokon som skreiv for første gong.',
  troubleDamaged: () =>
    '**Det er funne skade i databasen.** Tenesta går framleis. Den som driftar tenesta, må sjå på det no: Neste gong tenesta startar, blir databasen sett til side.',
  troubleUnreadable: ({ record }) =>
    `**Noko som er lagra, kan ikkje lesast: ${
      {
        inbox: 'ei melding de ikkje har sett enno',
        outbox: 'noko som skulle sendast',
        case: 'ei sak',
        cursor: 'kor langt ein samtale er lesen',
      }[record]
    }.** Alt anna går som vanleg. Den som driftar tenesta, må sjå på det.`,
  troubleNotStoring: ({ severity }) =>
    `**${severity}: Nokon skriv til oss, men meldinga kan ikkje lagrast.** De ser ho ikkje her før lagringa verkar igjen. Avsendaren har fått vite det, med naudnumra. Den som driftar tenesta, må rydde plass eller få opp lagringa, utan å starte tenesta på nytt først.`,

  alert: ({ mention, severity, caseName }) => `${mention} **${severity}: ${caseName}.**`,
  alertFirst: () => 'Trykk «Eg tek ho» når du les ho.',
  alertAgain: ({ reminder }) => `Påminning ${reminder}: ingen har teke ho enno.`,

  handoverAtClosing: () => '**Vakta er slutt.** Dei som var pålogga, er logga ut.',
  handoverNobodyLeft: () => '**Ingen er pålogga no.** Den siste logga ut før stengjetid.',
  nothingWaiting: () => 'Ingen samtalar ventar på svar.',
  waiting: ({ count }) => (count === 1 ? 'Éin samtale ventar på svar:' : `${count} samtalar ventar på svar:`),
  waitingCase: ({ caseName, severity, claimed }) =>
    `${severity}: ${caseName}. ${claimed ? 'Teken, men ikkje svart på.' : 'Ingen har teke ho.'}`,
};
