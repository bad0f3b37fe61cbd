/** The four numbers every emergency sentence needs, as written in the contact register. */
export interface EmergencyNumbers {
  readonly police: string;
  readonly ambulance: string;
  readonly urgentCare: string;
  readonly childrensLine: string;
}

/** Which number comes first. */
export type Danger = 'medical' | 'police' | 'either';

/** A closing time in words; absent when none is planned. */
export interface Until {
  readonly until: string | undefined;
}

const upTo = (until: string | undefined): string => (until === undefined ? '' : `, til ${until}`);

/** What the service itself says to a sender. Most important first, short sentences, nothing promised. Source: 000:13, 000:17. */
export const sender = {
  firstContact: ({
    service,
    presence,
    emergency,
    privacyUrl,
  }: {
    service: string;
    presence: string;
    emergency: EmergencyNumbers;
    privacyUrl: string;
  }) =>
    [
      `Hei! Dette er ${service}. Jeg er en bot. Det du skriver, går til dem som jobber her. ${presence}`,
      `**Haster det?** Ring ${emergency.police}, ${emergency.ambulance}, legevakt ${emergency.urgentCare} eller Alarmtelefonen ${emergency.childrensLine}.`,
      'Discord er ikke en sikker kanal. Skriv heller litt for lite enn for mye.',
      `Er noen i fare, må vi si fra, selv om vi har taushetsplikt. Vi kan se Discord-kontoen din. Personvern: ${privacyUrl}`,
    ].join('\n\n'),
  answersOpen: ({ until }: Until) => `Et menneske svarer nå${upTo(until)}.`,
  answersDuringHours: ({ until }: Until) => `Et menneske svarer i åpningstiden. Den er nå${upTo(until)}.`,
  answersWithoutDuty: ({ until }: Until) => `Det er åpningstid nå${upTo(until)}, men ingen er pålogget.`,
  answersFrom: ({ next }: { next: string }) => `Stengt nå. Et menneske svarer når vi åpner ${next}.`,
  answersUnplanned: () => 'Stengt nå, og ingen åpningstid er planlagt.',

  receivedOpen: ({ until }: Until) => `Vi har fått meldingen din. Vi har åpent nå${upTo(until)}.`,
  receivedWithoutDuty: ({ until }: Until) =>
    `Vi har fått meldingen din, men ingen er pålogget akkurat nå. Det er åpningstid nå${upTo(until)}.`,
  receivedClosed: ({ next, stamp }: { next: string; stamp: string }) =>
    `Vi har fått meldingen din, men ingen leser den nå. Vi åpner ${next} ${stamp}.`,
  receivedUnplanned: () => 'Vi har fått meldingen din, men ingen leser den nå, og ingen åpningstid er planlagt.',
  cannotWait: ({ police, ambulance, urgentCare, childrensLine }: EmergencyNumbers) =>
    `Kan det ikke vente? Ring ${police} (politi), ${ambulance} (ambulanse), ${urgentCare} (legevakt) eller ${childrensLine} (Alarmtelefonen for barn og unge).`,

  acuteAction: ({ danger, police, ambulance }: EmergencyNumbers & { danger: Danger }) =>
    ({
      medical: `Ring ${ambulance} (ambulanse) nå hvis du eller noen andre er i fare.`,
      police: `Ring ${police} (politi) nå hvis du eller noen andre er i fare.`,
      either: `Ring ${ambulance} (ambulanse) eller ${police} (politi) nå hvis du eller noen andre er i fare.`,
    })[danger],
  seriousAction: ({ danger, police, ambulance, urgentCare, childrensLine }: EmergencyNumbers & { danger: Danger }) =>
    ({
      medical: `Ring ${urgentCare} (legevakt) hvis det ikke kan vente, og ${ambulance} hvis det er fare for liv. Vil du snakke med en voksen, ring ${childrensLine} (Alarmtelefonen).`,
      police: `Ring ${childrensLine} (Alarmtelefonen) for å snakke med en voksen, og ${police} hvis noen er i fare nå.`,
      either: `Ring ${urgentCare} (legevakt) hvis det ikke kan vente, og ${police} eller ${ambulance} hvis noen er i fare. Vil du snakke med en voksen, ring ${childrensLine} (Alarmtelefonen).`,
    })[danger],
  calmAction: ({ childrensLine }: EmergencyNumbers) =>
    `Ring ${childrensLine} (Alarmtelefonen for barn og unge) hvis du vil snakke med en voksen.`,
  takenSeriously: () => 'Det er bra at du sier fra, og vi tar det på alvor. Du er ikke alene.',
  takenSeriouslyOnly: () => 'Vi tar det du skriver på alvor.',
  trustedAdult: () => 'Gå gjerne til en voksen du stoler på.',
  openNow: ({ services }: { services: string }) => `Åpent nå: ${services}.`,
  dutyTold: () => 'Vi har åpent nå og har sendt beskjed til den som har vakt.',
  dutyOnline: () => 'Vi har åpent nå.',
  nobodyReads: () => 'Ikke vent på oss. Ingen hos oss er på jobb nå.',
  dutyTriedOutsideHours: () => 'Vi har sendt beskjed til den som har vakt, men vet ikke når den blir lest.',
  weOpen: ({ next }: { next: string }) => `Vi åpner ${next}.`,

  removed: ({ things }: { things: string }) => `Vi fjernet dette fra meldingen din før noen leste den: ${things}.`,
  deleteYourCopy: () =>
    'I chatten kan du slette meldingen selv. Hold fingeren på den (høyreklikk på PC) og velg «Slett melding». Da ser ikke vi den lenger heller.',
  saferWay: ({ address, phone }: { address: string; phone: string }) =>
    `Vil du fortelle mer? Kom innom (${address}) eller ring oss på ${phone}.`,
  unmaskable: () =>
    [
      'Send meldingen en gang til, gjerne kortere og uten navn og tall.',
      'Vi ser at du har skrevet. Men vi fikk ikke tatt bort det som er privat, og derfor viser vi ikke teksten til noen nå.',
    ].join(' '),
  omitted: ({ things }: { things: string }) =>
    `Skriv heller med ord, for dette kom ikke med til oss: ${things}. Vi åpner ikke bilder og filer. De kan vise hvem folk er, og noen bilder er det ulovlig å ha.`,
  omittedSpeech: ({ things }: { things: string }) =>
    `Skriv heller med ord, for dette kom ikke med til oss: ${things}. Vi kan ikke høre på lyd her. Vil du si det høyt, kan du ringe.`,
  omittedOther: ({ things }: { things: string }) => `Skriv heller med ord, for dette kom ikke med til oss: ${things}.`,
  editSeen: () => 'Vi ser at du endret meldingen. De som svarer, ser både den gamle og den nye teksten.',
  deletionDone: () => 'Vi har slettet meldingen hos oss også. At du skrev noe, og når, ser vi fortsatt.',
  deletionSealed: ({ hours }: { hours: number }) =>
    `De som svarer, ser ikke meldingen lenger. Den kan handle om noe alvorlig. Derfor ligger den låst inne i ${hours} timer fra du skrev. Vi åpner den bare hvis noen er i fare.`,
  longMessage: () => 'Vi har fått hele meldingen. Den er lang, så det kan ta tid før alt er lest.',
  taken: ({ signature }: { signature: string }) => `${signature}, leser det du skrev og svarer deg her.`,
  closed: ({ hours }: { hours: number }) =>
    `Samtalen er slutt, men du kan skrive hit igjen når du vil. Vi sletter teksten hos oss etter ${hours} timer.`,
  moreHelp: ({ url }: { url: string }) => `Flere som kan hjelpe: ${url}`,
  maybeMissed: ({ from, until }: { from: string; until: string }) =>
    `Send meldingen en gang til hvis du skrev mellom ${from} og ${until}. Vi var nede da, og den kan være borte.`,
  notReceived: () =>
    'Meldingen din er ikke kommet fram til oss. Det er noe feil hos oss, og ingen har lest den. Ikke vent på svar. Vi prøver å ta imot meldingen på nytt.',
  notActive: ({ service }: { service: string }) =>
    `${service} er ikke i bruk på Discord nå. Ingen leser det du skriver her, og vi tar ikke vare på det.`,
  notActiveAnywhere: () => 'Denne boten er ikke i bruk her. Ingen leser det du skriver, og vi tar ikke vare på det.',
  answerBot: () =>
    'Ja, jeg er en bot, og jeg svarer bare på enkle spørsmål. Et menneske har skrevet alt som er merket med navn.',
  answerWhoReads: ({ service }: { service: string }) =>
    `De som jobber i ${service}, leser det du skriver. De ser et saksnummer og ikke Discord-kontoen din. Kontoen kan hentes fram hvis noen er i fare.`,
  answerThanks: () => 'Fint at du skrev. Du kan skrive hit igjen når du vil.',
  answerGreeting: () => 'Hei! Skriv det du vil si. Du trenger ikke si hva du heter.',
  replyWaiting: ({ service }: { service: string }) =>
    `Hei! ${service} har svart deg, men du tar ikke imot direktemeldinger fra oss. Trykk «Les svaret». Bare du ser det.`,
  threadIsSeen: () =>
    'Ikke skriv i denne tråden. De som styrer serveren, kan lese den. Bruk «Skriv til oss» i stedet, så ser de det ikke.',
  readReplyButton: () => 'Les svaret',
  botSignature: () => 'Automatisk svar fra boten',
  humanSignature: ({ signature, service }: { signature: string; service: string }) => `Hilsen ${signature}, ${service}`,
};
