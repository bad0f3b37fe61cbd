import type { Until } from './sender.ts';

const upTo = (until: string | undefined): string => (until === undefined ? '' : `, til ${until}`);

/** Counts of a measurement on made-up messages. */
interface AboutFigures {
  readonly acute: number;
  readonly acuteAll: number;
  readonly serious: number;
  readonly seriousAll: number;
  readonly harmless: number;
  readonly harmlessAll: number;
  readonly plain: number;
  readonly plainAll: number;
  readonly messages: number;
}

/** The card in game servers and the pages behind its buttons. Open to everyone, so nothing here is about one person. */
export const pages = {
  cardStaffed: ({ until }: Until) => `**Åpent nå**${upTo(until)}.`,
  cardHours: ({ until }: Until) => `**Åpningstid nå**${upTo(until)}.`,
  cardWithoutDuty: ({ until }: Until) => `**Ingen er pålogget akkurat nå.** Det er åpningstid nå${upTo(until)}.`,
  cardClosed: ({ next, stamp }: { next: string; stamp: string }) => `**Stengt nå.** Vi åpner ${next} ${stamp}.`,
  cardUnplanned: () => '**Stengt.** Ingen åpningstid er planlagt.',
  cardOnDuty: ({ people }: { people: string }) => `På jobb: ${people}.`,
  cardThemes: ({ themes }: { themes: string }) => `I dag: ${themes}.`,
  cardInvitation: () =>
    'Skriv til oss om små og store ting. Du trenger ikke si hvem du er, men vi kan se Discord-kontoen din. Trykker du på en knapp, ser bare du svaret.',
  cardEmergency: () => 'Vi er ikke en nødtjeneste.',
  cardVisit: ({ address, phone }: { address: string; phone: string }) => `Treff oss: ${address}. Telefon: ${phone}.`,

  activityOpen: ({ until }: Until) => `Åpent nå${upTo(until)}`,
  activityNobody: () => 'Ingen er pålogget akkurat nå',
  activityClosed: ({ next }: { next: string }) => `Stengt. Åpner ${next}`,
  activityUnplanned: () => 'Stengt. Ingen åpningstid er planlagt',
  activityNotInUse: () => 'Tar ikke imot meldinger nå. Skriv /hjelp for nødnumre',

  postOpened: ({ service, until }: { service: string; until: string }) => `**${service} har åpent til ${until}.**`,
  postClosed: ({ service }: { service: string }) => `**${service} har stengt.**`,
  postNext: ({ next, stamp }: { next: string; stamp: string }) => `Vi åpner ${next} ${stamp}.`,
  postNothingPlanned: () => 'Ingen åpningstid er planlagt.',

  eventWhen: ({ when, stamp }: { when: string; stamp: string }) => `**Når:** ${when} ${stamp}`,
  eventPlace: ({ place }: { place: string }) => `**Hvor:** ${place}`,
  eventWho: ({ who }: { who: string }) => `**Fra oss:** ${who}`,
  eventNote: () =>
    'Trykk «Jeg kommer», så vet vi hvor mange vi blir. Vi lagrer ikke hvem du er. Trykker du «Interessert» i kalenderen, kan andre se det.',
  eventCalendarNote: () =>
    'Vil du ikke at andre skal se at du kommer? Trykk «Jeg kommer» under innlegget vårt i stedet for «Interessert» her.',
  eventJoinButton: () => 'Jeg kommer',
  eventJoined: ({ name, when }: { name: string; when: string }) =>
    `Du er talt med. ${name} er ${when}. Vi lagrer ikke hvem du er.`,
  eventJoinedBefore: ({ name, when }: { name: string; when: string }) => `Du er talt med allerede. ${name} er ${when}.`,
  eventLeaveButton: () => 'Kommer ikke likevel',
  eventLeft: ({ name, when }: { name: string; when: string }) =>
    `Du er ikke talt med lenger. Vil du likevel være med på ${name} ${when}, trykk «Jeg kommer» igjen.`,
  eventLeaveUsed: () => 'Denne knappen er brukt eller for gammel. Det gjør ikke noe om du ikke kommer.',
  eventGone: () => 'Denne aktiviteten er avlyst eller over.',
  eventNear: ({ name }: { name: string }) => `**${name}** begynner snart.`,
  eventCalledOff: ({ name, when }: { name: string; when: string }) =>
    `**${name}** er avlyst. Det er vi lei for. Det blir ikke noe av det ${when} likevel.`,

  helpNowButton: () => 'Hjelp nå',
  writeButton: () => 'Skriv til oss',
  hoursButton: () => 'Når er dere her?',
  whoButton: () => 'Hvem er dere?',
  privacyButton: () => 'Personvern',
  friendButton: () => 'Bekymret for en venn',

  languageButton: () => 'Språk / Language',
  languageTitle: () => 'Velg språk',
  languageNote: () => 'Gjelder tekstene fra boten, ikke det du skriver selv.',
  languageChosen: ({ language }: { language: string }) =>
    `Fra nå av skriver boten ${language} til deg, så lenge samtalen varer.`,
  languageChosenForNow: ({ language }: { language: string }) =>
    `Nå skriver boten ${language} til deg. Vi lagrer ikke valget.`,
  languageMissing: ({ language, available }: { language: string; available: string }) =>
    `Vi har ikke tekst på ${language} ennå. Du kan lese på ${available}.`,

  helpTitle: () => 'Hjelp nå',
  helpAction: () => 'Ring med en gang hvis du eller noen andre er i fare. Du kan ringe selv om du er usikker.',
  helpOpenTitle: () => 'Åpent nå',
  helpLocalTitle: ({ municipality }: { municipality: string }) => `I ${municipality}`,
  helpOtherTitle: () => 'Andre som kan hjelpe',
  helpHoursUnknown: () => 'Sjekk åpningstiden på nettsiden.',
  helpStoresNothing: () => 'Bare du ser dette. Vi lagrer ikke at du trykket.',
  alwaysOpen: () => 'hele døgnet',
  moreElsewhere: ({ count }: { count: number }) => `Og ${count} til.`,

  whoTitle: ({ service }: { service: string }) => `Hvem er ${service}?`,
  aboutTitle: () => 'Om boten',
  aboutWhat: ({ service, municipality }: { service: string; municipality: string }) =>
    `Dette er en robot. Den tar imot meldinger for ${service} i ${municipality}, skjuler navn og numre, og sørger for at et menneske leser. Den svarer bare med faste tekster.`,
  aboutNoticing: () =>
    'Et program ser etter tegn på at noen har det vanskelig, og kaller på en voksen. Det bestemmer ingenting, og det fanger ikke opp alt. Haster det, så ring.',
  aboutFigures: ({
    acute,
    acuteAll,
    serious,
    seriousAll,
    harmless,
    harmlessAll,
    plain,
    plainAll,
    messages,
  }: AboutFigures) =>
    `Prøvd på ${messages} oppdiktede meldinger det ikke hadde sett før: Av ${acuteAll} som hastet, la det merke til ${acute}. Av ${seriousAll} alvorlige, ${serious}. Av ${harmlessAll} harmløse som var laget for å lure det, slo det alarm på ${harmless}, og på ${plain} av ${plainAll} helt vanlige.`,
  aboutLimits: () =>
    'Alle meldingene er skrevet av den samme, ikke av unge. Tallene sier lite om samisk, engelsk og ny slang. Ingen tall lover at en melding blir sett.',
  aboutVersion: ({ version, triage, measuredOn }: { version: string; triage: string; measuredOn: string }) =>
    `Versjon ${version}, språkmodell ${triage}, målt ${measuredOn}.`,
  whoIntroduction: ({ municipality }: { municipality: string }) =>
    `Vi jobber i ${municipality} og er her for ungdom. Vi er på Discord for at det skal være lett å ta kontakt.`,
  whoHereTitle: () => 'Dette kan du bruke oss til her',
  whoHere: () => '- Spørre hvem vi er og hvor vi er\n- Få råd som passer for mange\n- Finne noen som kan hjelpe',
  whoTalkTitle: () => 'Dette tar vi når vi møtes eller snakker på telefon',
  whoTalk: () => '- Helse og behandling\n- Ting som er private for deg eller familien din',
  whoConfidentialityTitle: () => 'Taushetsplikt',
  whoPreventionTitle: () => 'Avvergingsplikt',
  whoInformationTitle: () => 'Opplysningsplikt',
  whoNotPolice: () => 'Vi er ikke politiet. Men vi må si fra hvis noen er i fare.',
  whoOnlyHere: () =>
    'Vi skriver bare til deg gjennom denne boten, ikke fra private profiler. Et menneske har skrevet alt som er merket med navn. Ingen kunstig intelligens svarer deg. Et program leter etter tegn på fare, så vi kan lese det viktigste først. Programmet ser ikke alt.',
  whoGenuine: ({ web }: { web: string }) => `Er kontoen ekte? Sjekk på ${web}`,
  reach: ({ address, phone, email, web }: { address: string; phone: string; email: string; web: string }) =>
    `Besøk: ${address}\nTelefon: ${phone}\nE-post: ${email}\nNett: ${web}`,
  reachTitle: () => 'Treff oss uten Discord',

  hoursTitle: ({ service }: { service: string }) => `Når er ${service} her?`,
  hoursDaysTitle: ({ count }: { count: number }) => `De neste ${count} dagene`,
  hoursWeekTitle: () => 'De neste sju dagene',
  hoursDayClosed: ({ day }: { day: string }) => `${day}: stengt`,
  hoursDay: ({ day, intervals }: { day: string; intervals: string }) => `${day}: ${intervals}`,
  hoursZone: () => 'Klokka er norsk tid.',

  privacyTitle: () => 'Personvern, kort fortalt',
  privacySee: () =>
    'Når du skriver til oss, kan vi se Discord-kontoen din og det du skriver. De som svarer, ser et saksnummer og ikke kontoen. Kontoen kan hentes fram hvis noen er i fare.',
  privacyMask: ({ hours }: { hours: number }) =>
    `Vi tar bort navn, numre og adresser vi finner, før noen leser teksten. Programmet finner ikke alt. Hvis noe kan være alvorlig, blir det du skrev, låst inne i ${hours} timer. Vi kan åpne det hvis noen er i fare. Ellers blir det slettet ulest.`,
  privacyDelete: ({ hours, untouchedDays }: { hours: number; untouchedDays: number }) =>
    `Vi sletter samtalen ${hours} timer etter at den er slutt, og senest ${untouchedDays} dager etter siste melding. Tall uten personer tar vi vare på.`,
  privacyDiscord: () =>
    'Discord er ikke en sikker kanal. Firmaet Discord Inc. i USA har sin egen kopi, og den kan ikke vi slette. Skriv heller litt for lite enn for mye.',
  privacyShare: () =>
    'Er noen i fare, må vi gi beskjed til politiet eller barnevernet. Vi prøver å si det til deg først.',
  privacyRights: () =>
    'Du kan be om å få se det vi har om deg, få det rettet eller få det slettet. Skriv det her, eller ring oss.',
  privacyController: ({ controller, organisationNumber }: { controller: string; organisationNumber: string }) =>
    `Ansvarlig: ${controller}, org.nr. ${organisationNumber}`,
  privacyOfficer: ({ officer }: { officer: string }) => `Personvernombud: ${officer}`,
  privacyLink: ({ url }: { url: string }) => `Hele erklæringen: ${url}`,

  friendTitle: () => 'Bekymret for en venn',
  friendAction: ({ ambulance, police }: { ambulance: string; police: string }) =>
    `Ring ${ambulance} (ambulanse) eller ${police} (politi) nå hvis vennen din er i fare. Gjør det selv om vennen din ber deg la være.`,
  friendCare: () => 'Det er bra at du bryr deg. Du skal ikke stå i dette alene.',
  friendSteps: () =>
    '- Si at du er glad i vennen din og at du er bekymret\n- Hør på svaret, og ta det på alvor\n- Si fra til en voksen du stoler på, også når du har lovet å tie\n- Ikke del det videre i grupper',
  friendWrite: () =>
    'Du kan skrive til oss om det. Du trenger ikke si hvem det gjelder. Ansatte leser i åpningstiden, så ikke vent på oss hvis det haster.',
  friendCall: ({ childrensLine }: { childrensLine: string }) =>
    `Du kan også ringe ${childrensLine} (Alarmtelefonen for barn og unge).`,
};
