import type { Rating } from '../../core/assessment-rating.ts';
const rateButtons: Readonly<Record<Rating, string>> = {
  right: 'Riktig',
  'too-high': 'For høyt',
  'too-low': 'For lavt',
  'not-relevant': 'Gjelder ikke',
};

/** The short answer to a press or a form, seen by one person. */
export const outcomes = {
  rateQuestion: () => 'Var nivået riktig? Svaret ditt telles per regel, uten tekst og uten sak.',
  rateButton: ({ rating }: { rating: Rating }) => rateButtons[rating],
  rated: () => 'Takk. Det er talt.',
  claimed: ({ caseName }: { caseName: string }) =>
    `Du har tatt ${caseName}, og avsenderen får vite det. Les videre i tråden under kortet.`,
  alreadyClaimed: ({ caseName, signature }: { caseName: string; signature: string }) =>
    `${signature} har allerede tatt ${caseName}.`,
  closed: ({ caseName }: { caseName: string }) => `${caseName} er lukket.`,
  alreadyClosed: () => 'Saken er allerede lukket.',
  closeNotTaken: ({ caseName }: { caseName: string }) =>
    `${caseName} er alvorlig, og ingen har tatt den. Trykk «Jeg tar den» før du lukker.`,
  caseIsClosed: ({ caseName }: { caseName: string }) => `${caseName} er lukket. Ingenting er endret eller sendt.`,
  notPermitted: () => 'Du har ikke tilgang til dette. Spør koordinatoren hvis det er feil.',
  notFound: () => 'Saken finnes ikke lenger. Den kan være slettet etter fristen.',
  staleComponent: () => 'Denne knappen virker ikke lenger. Bruk en nyere melding, eller skriv på nytt.',
  tryAgain: ({ reference }: { reference: string }) =>
    `Noe gikk galt hos oss. Prøv en gang til. Referanse: ${reference}`,
  tryAgainSender: ({ reference }: { reference: string }) =>
    `Prøv en gang til. Noe gikk galt hos oss, og det er ikke sikkert vi fikk det du skrev. Referanse: ${reference}`,
  replyQueued: ({ caseName }: { caseName: string }) => `Svaret i ${caseName} er på vei til avsenderen.`,
  replyExpired: () => 'Svaret ventet for lenge og er slettet. Skriv det på nytt.',
  replyEmpty: () => 'Svaret var tomt. Ingenting er sendt.',
  deskLink: ({ url }: { url: string }) =>
    `[Åpne skjermet skjema](${url})\nLenka er bare din. Den virker én gang, og går ut om 10 minutter. Ikke send den til noen.`,
  deskNotSetUp: () => 'Skjermet skjema er ikke satt opp her. Spør koordinatoren.',
  notActive: () => 'Tjenesten er ikke godkjent for dette ennå.',
  dutyIn: ({ until }: { until: string }) =>
    `Du er pålogget til ${until}. Da blir du logget ut av deg selv. Kortet viser fornavnet og rollen din.`,
  dutyInLater: ({ from, until }: { from: string; until: string }) =>
    `Du er på vakt fra ${from} til ${until}. Kortet viser fornavnet og rollen din når vi åpner.`,
  dutyTooEarly: ({ next }: { next: string }) =>
    `Det er stengt nå, og du er ikke logget inn. Vi åpner ${next}. Du kan logge inn de siste to timene før.`,
  dutyNotTrained: () =>
    'Kommunen krever opplæring før vakt. Skriv `/øvelse`: øv på én sak, og kryss av de seks temaene du har lært.',
  dutyNothingPlanned: () => 'Ingen åpningstid er planlagt, og du er ikke logget inn.',
  dutyOut: () => 'Du er logget ut. Andre er fortsatt pålogget.',
  dutyOutLast: () => 'Du er logget ut. Ingen er pålogget nå, og kortet sier det.',
  dutyNotIn: () => 'Du var ikke pålogget. Ingenting er endret.',
  cardsUp: ({ count }: { count: number }) =>
    count === 1 ? 'Kortet er satt opp på nytt.' : `${count} kort er satt opp på nytt.`,
  cardsFailed: ({ count }: { count: number }) =>
    `${count} kort kunne ikke settes opp. Sjekk at boten kan skrive i kanalen.`,
};
