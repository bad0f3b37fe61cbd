import type { Catalogue } from '../nb.ts';

const upTo = (until: string | undefined): string => (until === undefined ? '' : `, til ${until}`);

export const pages: Catalogue['pages'] = {
  cardStaffed: ({ until }) => `**Ope no**${upTo(until)}.`,
  cardHours: ({ until }) => `**Opningstid no**${upTo(until)}.`,
  cardWithoutDuty: ({ until }) => `**Ingen er pålogga akkurat no.** Det er opningstid no${upTo(until)}.`,
  cardClosed: ({ next, stamp }) => `**Stengt no.** Vi opnar ${next} ${stamp}.`,
  cardUnplanned: () => '**Stengt.** Inga opningstid er planlagd.',
  cardOnDuty: ({ people }) => `På jobb: ${people}.`,
  cardThemes: ({ themes }) => `I dag: ${themes}.`,
  cardInvitation: () =>
    'Skriv til oss om små og store ting. Du treng ikkje seie kven du er, men vi kan sjå Discord-kontoen din. Trykkjer du på ein knapp, ser berre du svaret.',
  cardEmergency: () => 'Vi er ikkje ei naudteneste.',
  cardVisit: ({ address, phone }) => `Treff oss: ${address}. Telefon: ${phone}.`,

  activityOpen: ({ until }) => `Ope no${upTo(until)}`,
  activityNobody: () => 'Ingen er pålogga akkurat no',
  activityClosed: ({ next }) => `Stengt. Opnar ${next}`,
  activityUnplanned: () => 'Stengt. Inga opningstid er planlagd',
  activityNotInUse: () => 'Tek ikkje imot meldingar no. Skriv /hjelp for naudnummer',

  postOpened: ({ service, until }) => `**${service} har ope til ${until}.**`,
  postClosed: ({ service }) => `**${service} har stengt.**`,
  postNext: ({ next, stamp }) => `Vi opnar ${next} ${stamp}.`,
  postNothingPlanned: () => 'Inga opningstid er planlagd.',

  eventWhen: ({ when, stamp }) => `**Når:** ${when} ${stamp}`,
  eventPlace: ({ place }) => `**Kvar:** ${place}`,
  eventWho: ({ who }) => `**Frå oss:** ${who}`,
  eventNote: () =>
    'Trykk «Eg kjem», så veit vi kor mange vi blir. Vi lagrar ikkje kven du er. Trykkjer du «Interessert» i kalenderen, kan andre sjå det.',
  eventCalendarNote: () =>
    'Vil du ikkje at andre skal sjå at du kjem? Trykk «Eg kjem» under innlegget vårt i staden for «Interessert» her.',
  eventJoinButton: () => 'Eg kjem',
  eventJoined: ({ name, when }) => `Du er talt med. ${name} er ${when}. Vi lagrar ikkje kven du er.`,
  eventJoinedBefore: ({ name, when }) => `Du er talt med allereie. ${name} er ${when}.`,
  eventLeaveButton: () => 'Kjem ikkje likevel',
  eventLeft: ({ name, when }) =>
    `Du er ikkje talt med lenger. Vil du likevel vere med på ${name} ${when}, trykk «Eg kjem» igjen.`,
  eventLeaveUsed: () => 'Denne knappen er brukt eller for gammal. Det gjer ikkje noko om du ikkje kjem.',
  eventGone: () => 'Denne aktiviteten er avlyst eller over.',
  eventNear: ({ name }) => `**${name}** byrjar snart.`,
  eventCalledOff: ({ name, when }) =>
    `**${name}** er avlyst. Det er vi lei for. Det blir ikkje noko av det ${when} likevel.`,

  helpNowButton: () => 'Hjelp no',
  writeButton: () => 'Skriv til oss',
  hoursButton: () => 'Når er de her?',
  whoButton: () => 'Kven er de?',
  privacyButton: () => 'Personvern',
  friendButton: () => 'Uroa for ein ven',

  languageButton: () => 'Språk / Language',
  languageTitle: () => 'Vel språk',
  languageNote: () => 'Gjeld tekstane frå boten, ikkje det du skriv sjølv.',
  languageChosen: ({ language }) => `Frå no av skriv boten ${language} til deg, så lenge samtalen varer.`,
  languageChosenForNow: ({ language }) => `No skriv boten ${language} til deg. Vi lagrar ikkje valet.`,
  languageMissing: ({ language, available }) => `Vi har ikkje tekst på ${language} enno. Du kan lese på ${available}.`,

  helpTitle: () => 'Hjelp no',
  helpAction: () => 'Ring med ein gong om du eller nokon andre er i fare. Du kan ringe sjølv om du er usikker.',
  helpOpenTitle: () => 'Ope no',
  helpLocalTitle: ({ municipality }) => `I ${municipality}`,
  helpOtherTitle: () => 'Andre som kan hjelpe',
  helpHoursUnknown: () => 'Sjekk opningstida på nettsida.',
  helpStoresNothing: () => 'Berre du ser dette. Vi lagrar ikkje at du trykte.',
  alwaysOpen: () => 'heile døgnet',
  moreElsewhere: ({ count }) => `Og ${count} til.`,

  whoTitle: ({ service }) => `Kven er ${service}?`,
  aboutTitle: () => 'Om boten',
  aboutWhat: ({ service, municipality }) =>
    `Dette er ein robot. Han tek imot meldingar for ${service} i ${municipality}, gøymer namn og nummer, og syter for at eit menneske les. Han svarer berre med faste tekstar.`,
  aboutNoticing: () =>
    'Eit program ser etter teikn på at nokon har det vanskeleg, og kallar på ein vaksen. Det bestemmer ingenting, og det fangar ikkje opp alt. Hastar det, så ring.',
  aboutFigures: ({ acute, acuteAll, serious, seriousAll, harmless, harmlessAll, plain, plainAll, messages }) =>
    `Prøvd på ${messages} oppdikta meldingar det ikkje hadde sett før: Av ${acuteAll} som hasta, la det merke til ${acute}. Av ${seriousAll} alvorlege, ${serious}. Av ${harmlessAll} harmlause som var laga for å lure det, slo det alarm på ${harmless}, og på ${plain} av ${plainAll} heilt vanlege.`,
  aboutLimits: () =>
    'Alle meldingane er skrivne av den same, ikkje av unge. Tala seier lite om samisk, engelsk og ny slang. Ingen tal lovar at ei melding blir sett.',
  aboutVersion: ({ version, triage, measuredOn }) => `Versjon ${version}, språkmodell ${triage}, målt ${measuredOn}.`,
  whoIntroduction: ({ municipality }) =>
    `Vi jobbar i ${municipality} og er her for ungdom. Vi er på Discord for at det skal vere lett å ta kontakt.`,
  whoHereTitle: () => 'Dette kan du bruke oss til her',
  whoHere: () => '- Spørje kven vi er og kvar vi er\n- Få råd som passar for mange\n- Finne nokon som kan hjelpe',
  whoTalkTitle: () => 'Dette tek vi når vi møtest eller snakkar på telefon',
  whoTalk: () => '- Helse og behandling\n- Ting som er private for deg eller familien din',
  whoConfidentialityTitle: () => 'Teieplikt',
  whoPreventionTitle: () => 'Avverjingsplikt',
  whoInformationTitle: () => 'Opplysningsplikt',
  whoNotPolice: () => 'Vi er ikkje politiet. Men vi må seie frå om nokon er i fare.',
  whoOnlyHere: () =>
    'Vi skriv berre til deg gjennom denne boten, ikkje frå private profilar. Eit menneske har skrive alt som er merkt med namn. Ingen kunstig intelligens svarer deg. Eit program leitar etter teikn på fare, så vi kan lese det viktigaste først. Programmet ser ikkje alt.',
  whoGenuine: ({ web }) => `Er kontoen ekte? Sjekk på ${web}`,
  reach: ({ address, phone, email, web }) => `Besøk: ${address}\nTelefon: ${phone}\nE-post: ${email}\nNett: ${web}`,
  reachTitle: () => 'Treff oss utan Discord',

  hoursTitle: ({ service }) => `Når er ${service} her?`,
  hoursDaysTitle: ({ count }) => `Dei neste ${count} dagane`,
  hoursWeekTitle: () => 'Dei neste sju dagane',
  hoursDayClosed: ({ day }) => `${day}: stengt`,
  hoursDay: ({ day, intervals }) => `${day}: ${intervals}`,
  hoursZone: () => 'Klokka er norsk tid.',

  privacyTitle: () => 'Personvern, kort fortalt',
  privacySee: () =>
    'Når du skriv til oss, kan vi sjå Discord-kontoen din og det du skriv. Dei som svarer, ser eit saksnummer og ikkje kontoen. Kontoen kan hentast fram om nokon er i fare.',
  privacyMask: ({ hours }) =>
    `Vi tek bort namn, nummer og adresser vi finn, før nokon les teksten. Programmet finn ikkje alt. Om noko kan vere alvorleg, blir det du skreiv, låst inne i ${hours} timar. Vi kan opne det om nokon er i fare. Elles blir det sletta ulese.`,
  privacyDelete: ({ hours, untouchedDays }) =>
    `Vi slettar samtalen ${hours} timar etter at han er slutt, og seinast ${untouchedDays} dagar etter siste melding. Tal utan personar tek vi vare på.`,
  privacyDiscord: () =>
    'Discord er ikkje ein sikker kanal. Firmaet Discord Inc. i USA har sin eigen kopi, og den kan ikkje vi slette. Skriv heller litt for lite enn for mykje.',
  privacyShare: () =>
    'Er nokon i fare, må vi gi beskjed til politiet eller barnevernet. Vi prøver å seie det til deg først.',
  privacyRights: () =>
    'Du kan be om å få sjå det vi har om deg, få det retta eller få det sletta. Skriv det her, eller ring oss.',
  privacyController: ({ controller, organisationNumber }) => `Ansvarleg: ${controller}, org.nr. ${organisationNumber}`,
  privacyOfficer: ({ officer }) => `Personvernombod: ${officer}`,
  privacyLink: ({ url }) => `Heile erklæringa: ${url}`,

  friendTitle: () => 'Uroa for ein ven',
  friendAction: ({ ambulance, police }) =>
    `Ring ${ambulance} (ambulanse) eller ${police} (politi) no om venen din er i fare. Gjer det sjølv om venen din ber deg la vere.`,
  friendCare: () => 'Det er bra at du bryr deg. Du skal ikkje stå i dette åleine.',
  friendSteps: () =>
    '- Sei at du er glad i venen din og at du er uroa\n- Høyr på svaret, og ta det på alvor\n- Sei frå til ein vaksen du stolar på, også når du har lova å teie\n- Ikkje del det vidare i grupper',
  friendWrite: () =>
    'Du kan skrive til oss om det. Du treng ikkje seie kven det gjeld. Tilsette les i opningstida, så ikkje vent på oss om det hastar.',
  friendCall: ({ childrensLine }) => `Du kan òg ringe ${childrensLine} (Alarmtelefonen for barn og unge).`,
};
