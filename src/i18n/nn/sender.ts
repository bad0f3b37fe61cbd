import type { Catalogue } from '../nb.ts';

const upTo = (until: string | undefined): string => (until === undefined ? '' : `, til ${until}`);

export const sender: Catalogue['sender'] = {
  firstContact: ({ service, presence, emergency, privacyUrl }) =>
    [
      `Hei! Dette er ${service}. Eg er ein bot. Det du skriv, går til dei som jobbar her. ${presence}`,
      `**Hastar det?** Ring ${emergency.police}, ${emergency.ambulance}, legevakt ${emergency.urgentCare} eller Alarmtelefonen ${emergency.childrensLine}.`,
      'Discord er ikkje ein sikker kanal. Skriv heller litt for lite enn for mykje.',
      `Er nokon i fare, må vi seie frå, sjølv om vi har teieplikt. Vi kan sjå Discord-kontoen din. Personvern: ${privacyUrl}`,
    ].join('\n\n'),
  answersOpen: ({ until }) => `Eit menneske svarer no${upTo(until)}.`,
  answersDuringHours: ({ until }) => `Eit menneske svarer i opningstida. Ho er no${upTo(until)}.`,
  answersWithoutDuty: ({ until }) => `Det er opningstid no${upTo(until)}, men ingen er pålogga.`,
  answersFrom: ({ next }) => `Stengt no. Eit menneske svarer når vi opnar ${next}.`,
  answersUnplanned: () => 'Stengt no, og inga opningstid er planlagd.',

  receivedOpen: ({ until }) => `Vi har fått meldinga di. Vi har ope no${upTo(until)}.`,
  receivedWithoutDuty: ({ until }) =>
    `Vi har fått meldinga di, men ingen er pålogga akkurat no. Det er opningstid no${upTo(until)}.`,
  receivedClosed: ({ next, stamp }) => `Vi har fått meldinga di, men ingen les ho no. Vi opnar ${next} ${stamp}.`,
  receivedUnplanned: () => 'Vi har fått meldinga di, men ingen les ho no, og inga opningstid er planlagd.',
  cannotWait: ({ police, ambulance, urgentCare, childrensLine }) =>
    `Kan det ikkje vente? Ring ${police} (politi), ${ambulance} (ambulanse), ${urgentCare} (legevakt) eller ${childrensLine} (Alarmtelefonen for barn og unge).`,

  acuteAction: ({ danger, police, ambulance }) =>
    ({
      medical: `Ring ${ambulance} (ambulanse) no om du eller nokon andre er i fare.`,
      police: `Ring ${police} (politi) no om du eller nokon andre er i fare.`,
      either: `Ring ${ambulance} (ambulanse) eller ${police} (politi) no om du eller nokon andre er i fare.`,
    })[danger],
  seriousAction: ({ danger, police, ambulance, urgentCare, childrensLine }) =>
    ({
      medical: `Ring ${urgentCare} (legevakt) om det ikkje kan vente, og ${ambulance} om det er fare for liv. Vil du snakke med ein vaksen, ring ${childrensLine} (Alarmtelefonen).`,
      police: `Ring ${childrensLine} (Alarmtelefonen) for å snakke med ein vaksen, og ${police} om nokon er i fare no.`,
      either: `Ring ${urgentCare} (legevakt) om det ikkje kan vente, og ${police} eller ${ambulance} om nokon er i fare. Vil du snakke med ein vaksen, ring ${childrensLine} (Alarmtelefonen).`,
    })[danger],
  calmAction: ({ childrensLine }) =>
    `Ring ${childrensLine} (Alarmtelefonen for barn og unge) om du vil snakke med ein vaksen.`,
  takenSeriously: () => 'Det er bra at du seier frå, og vi tek det på alvor. Du er ikkje åleine.',
  takenSeriouslyOnly: () => 'Vi tek det du skriv på alvor.',
  trustedAdult: () => 'Gå gjerne til ein vaksen du stolar på.',
  openNow: ({ services }) => `Ope no: ${services}.`,
  dutyTold: () => 'Vi har ope no og har sendt beskjed til den som har vakt.',
  dutyOnline: () => 'Vi har ope no.',
  nobodyReads: () => 'Ikkje vent på oss. Ingen hos oss er på jobb no.',
  dutyTriedOutsideHours: () => 'Vi har sendt beskjed til den som har vakt, men veit ikkje når han blir lesen.',
  weOpen: ({ next }) => `Vi opnar ${next}.`,

  removed: ({ things }) => `Vi fjerna dette frå meldinga di før nokon las ho: ${things}.`,
  deleteYourCopy: () =>
    'I chatten kan du slette meldinga sjølv. Hald fingeren på ho (høgreklikk på PC) og vel «Slett melding». Då ser ikkje vi ho lenger heller.',
  saferWay: ({ address, phone }) => `Vil du fortelje meir? Kom innom (${address}) eller ring oss på ${phone}.`,
  unmaskable: () =>
    [
      'Send meldinga ein gong til, gjerne kortare og utan namn og tal.',
      'Vi ser at du har skrive. Men vi fekk ikkje teke bort det som er privat, og difor viser vi ikkje teksten til nokon no.',
    ].join(' '),
  omitted: ({ things }) =>
    `Skriv heller med ord, for dette kom ikkje med til oss: ${things}. Vi opnar ikkje bilete og filer. Dei kan vise kven folk er, og nokre bilete er det ulovleg å ha.`,
  omittedSpeech: ({ things }) =>
    `Skriv heller med ord, for dette kom ikkje med til oss: ${things}. Vi kan ikkje høyre på lyd her. Vil du seie det høgt, kan du ringe.`,
  omittedOther: ({ things }) => `Skriv heller med ord, for dette kom ikkje med til oss: ${things}.`,
  editSeen: () => 'Vi ser at du endra meldinga. Dei som svarer, ser både den gamle og den nye teksten.',
  deletionDone: () => 'Vi har sletta meldinga hos oss òg. At du skreiv noko, og når, ser vi framleis.',
  deletionSealed: ({ hours }) =>
    `Dei som svarer, ser ikkje meldinga lenger. Ho kan handle om noko alvorleg. Difor ligg ho låst inne i ${hours} timar frå du skreiv. Vi opnar ho berre dersom nokon er i fare.`,
  longMessage: () => 'Vi har fått heile meldinga. Ho er lang, så det kan ta tid før alt er lese.',
  taken: ({ signature }) => `${signature}, les det du skreiv og svarer deg her.`,
  closed: ({ hours }) =>
    `Samtalen er slutt, men du kan skrive hit igjen når du vil. Vi slettar teksten hos oss etter ${hours} timar.`,
  moreHelp: ({ url }) => `Fleire som kan hjelpe: ${url}`,
  maybeMissed: ({ from, until }) =>
    `Send meldinga ein gong til om du skreiv mellom ${from} og ${until}. Vi var nede då, og ho kan vere borte.`,
  notReceived: () =>
    'Meldinga di er ikkje komen fram til oss. Det er noko feil hos oss, og ingen har lese ho. Ikkje vent på svar. Vi prøver å ta imot meldinga på nytt.',
  notActive: ({ service }) =>
    `${service} er ikkje i bruk på Discord no. Ingen les det du skriv her, og vi tek ikkje vare på det.`,
  notActiveAnywhere: () => 'Denne boten er ikkje i bruk her. Ingen les det du skriv, og vi tek ikkje vare på det.',
  answerBot: () =>
    'Ja, eg er ein bot, og eg svarer berre på enkle spørsmål. Eit menneske har skrive alt som er merkt med namn.',
  answerWhoReads: ({ service }) =>
    `Dei som jobbar i ${service}, les det du skriv. Dei ser eit saksnummer og ikkje Discord-kontoen din. Kontoen kan hentast fram om nokon er i fare.`,
  answerThanks: () => 'Fint at du skreiv. Du kan skrive hit igjen når du vil.',
  answerGreeting: () => 'Hei! Skriv det du vil seie. Du treng ikkje seie kva du heiter.',
  replyWaiting: ({ service }) =>
    `Hei! ${service} har svart deg, men du tek ikkje imot direktemeldingar frå oss. Trykk «Les svaret». Berre du ser det.`,
  threadIsSeen: () =>
    'Ikkje skriv i denne tråden. Dei som styrer serveren, kan lese han. Bruk «Skriv til oss» i staden, så ser dei det ikkje.',
  readReplyButton: () => 'Les svaret',
  botSignature: () => 'Automatisk svar frå boten',
  humanSignature: ({ signature, service }) => `Helsing ${signature}, ${service}`,
};
