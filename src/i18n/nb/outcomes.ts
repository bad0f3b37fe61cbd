/** The short answer to a press or a form, seen by one person. */
export const outcomes = {
  claimed: ({ caseName }: { caseName: string }) => `Du har tatt ${caseName}.`,
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
  formFiled: ({ caseName }: { caseName: string }) => `Skjemaet for ${caseName} er levert.`,
  formIncomplete: () => 'Skjemaet manglet et valg. Ingenting er lagret. Åpne det på nytt.',
  notActive: () => 'Tjenesten er ikke godkjent for dette ennå.',
};
