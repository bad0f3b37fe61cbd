import type { Rating } from '../../core/assessment-rating.ts';
import type { Catalogue } from '../nb.ts';

const rateButtons: Readonly<Record<Rating, string>> = {
  right: 'Rett',
  'too-high': 'For høgt',
  'too-low': 'For lågt',
  'not-relevant': 'Gjeld ikkje',
};

export const outcomes: Catalogue['outcomes'] = {
  rateQuestion: () => 'Var nivået rett? Svaret ditt blir talt per regel, utan tekst og utan sak.',
  rateButton: ({ rating }) => rateButtons[rating],
  rated: () => 'Takk. Det er talt.',
  claimed: ({ caseName }) => `Du har teke ${caseName}, og avsendaren får vite det. Les vidare i tråden under kortet.`,
  alreadyClaimed: ({ caseName, signature }) => `${signature} har allereie teke ${caseName}.`,
  closed: ({ caseName }) => `${caseName} er lukka.`,
  alreadyClosed: () => 'Saka er allereie lukka.',
  closeNotTaken: ({ caseName }) => `${caseName} er alvorleg, og ingen har teke ho. Trykk «Eg tek ho» før du lukkar.`,
  caseIsClosed: ({ caseName }) => `${caseName} er lukka. Ingenting er endra eller sendt.`,
  notPermitted: () => 'Du har ikkje tilgang til dette. Spør koordinatoren om det er feil.',
  notFound: () => 'Saka finst ikkje lenger. Ho kan vere sletta etter fristen.',
  staleComponent: () => 'Denne knappen verkar ikkje lenger. Bruk ei nyare melding, eller skriv på nytt.',
  tryAgain: ({ reference }) => `Noko gjekk gale hos oss. Prøv ein gong til. Referanse: ${reference}`,
  tryAgainSender: ({ reference }) =>
    `Prøv ein gong til. Noko gjekk gale hos oss, og det er ikkje sikkert vi fekk det du skreiv. Referanse: ${reference}`,
  replyQueued: ({ caseName }) => `Svaret i ${caseName} er på veg til avsendaren.`,
  replyExpired: () => 'Svaret venta for lenge og er sletta. Skriv det på nytt.',
  replyEmpty: () => 'Svaret var tomt. Ingenting er sendt.',
  deskLink: ({ url }: { url: string }) =>
    `[Opne skjerma skjema](${url})\nLenkja er berre di. Ho verkar éin gong, og går ut om 10 minutt. Ikkje send ho til nokon.`,
  deskNotSetUp: () => 'Skjerma skjema er ikkje sett opp her. Spør koordinatoren.',
  notActive: () => 'Tenesta er ikkje godkjend for dette enno.',
  dutyIn: ({ until }) =>
    `Du er pålogga til ${until}. Då blir du logga ut av deg sjølv. Kortet viser fornamnet og rolla di.`,
  dutyInLater: ({ from, until }) =>
    `Du er på vakt frå ${from} til ${until}. Kortet viser fornamnet og rolla di når vi opnar.`,
  dutyTooEarly: ({ next }) =>
    `Det er stengt no, og du er ikkje logga inn. Vi opnar ${next}. Du kan logge inn dei siste to timane før.`,
  dutyNotTrained: () =>
    'Kommunen krev opplæring før vakt. Skriv `/øvelse`: øv på éi sak, og kryss av dei seks temaa du har lært.',
  dutyNothingPlanned: () => 'Inga opningstid er planlagd, og du er ikkje logga inn.',
  dutyOut: () => 'Du er logga ut. Andre er framleis pålogga.',
  dutyOutLast: () => 'Du er logga ut. Ingen er pålogga no, og kortet seier det.',
  dutyNotIn: () => 'Du var ikkje pålogga. Ingenting er endra.',
  cardsUp: ({ count }) => (count === 1 ? 'Kortet er sett opp på nytt.' : `${count} kort er sette opp på nytt.`),
  cardsFailed: ({ count }) => `${count} kort kunne ikkje setjast opp. Sjekk at boten kan skrive i kanalen.`,
};
