/** Which of several municipalities a direct message is for. Source: DESIGN §5 «Which municipality». */
export const choice = {
  ask: () => '**Hvem skriver du til?** Flere kommuner har en tjeneste på serverne du er med på. Velg under.',
  waits: ({ service, minutes }: { service: string; minutes: number }) =>
    `Ingen ser meldingen din før du velger. Velger du ikke innen ${minutes} minutter, får ${service} den.`,
  given: ({ service }: { service: string }) =>
    `Meldingen din kan haste, så ${service} har fått den med en gang. Velger du en annen før noen tar saken, flytter vi den dit.`,
  chosen: ({ service }: { service: string }) => `Du skriver nå til ${service}.`,
  taken: ({ service }: { service: string }) =>
    `Du skriver allerede med ${service}. De svarer deg her. Vil du heller snakke med en annen kommune, kan du si det til dem.`,
  nothingToChoose: () =>
    'Det er ikke noe å velge nå. Skriv en melding til meg, så spør jeg hvis jeg trenger å vite det.',
  notOpen: ({ service }: { service: string }) => `${service} tar ikke imot meldinger nå. Du kan velge en annen.`,
  tryAgain: () => 'Noen skrev i samtalen akkurat nå, og ingenting er flyttet. Velg en gang til.',

  cardOpen: () => 'Avsenderen har ikke valgt kommune. Saken flyttes om de velger en annen før noen tar den.',
  stateMoved: () => 'Avsenderen valgte en annen kommune.',
  noteChosen: () => 'Avsenderen kunne velge mellom flere kommuner, og valgte dere.',
  noteChoseAnother: () =>
    'Avsenderen har valgt en annen kommune. Saken blir hos dere, siden noen har tatt den. Spør avsenderen hvem de vil snakke med.',
  movedAway: ({ caseName }: { caseName: string }) =>
    `${caseName} er borte herfra: avsenderen valgte en annen kommune, og den har fått saken. Dere trenger ikke gjøre mer.`,
};
