import type { PermittedAct } from '../core/settings/permitted-acts.ts';
import type { Section, SetupField } from '../core/setup/sections.ts';

const permitted: Readonly<Record<PermittedAct, string>> = {
  'settings.export': 'henter ut innstillingene til en fil (`utekontakt settings export`)',
  'keys.rotate': 'bytter nøkkelen alt er lagret med (`utekontakt keys rotate`)',
};

/** «/oppsett» and «/status». Bokmål only, as the papers and the doctor are. */
export const setupTexts = {
  title: '# Oppsett',
  introduction:
    'Hver del lagres for seg, og kan endres når som helst. Dere kan ta en pause og fortsette senere; det som er lagret, står her.',
  section: {
    service: 'Tjenesten',
    staff: 'Vaktkanal og varsling',
    roles: 'Roller',
    visit: 'Besøk og telefon',
    privacy: 'Personvern',
    retention: 'Slettefrister',
    duties: 'Pliktene våre',
    hours: 'Åpningstid',
    contacts: 'Kontakter',
    cards: 'Kort på spillservere',
  } satisfies Record<Section, string>,
  /** What the part is, in the list. */
  about: {
    service: 'navn på tjenesten og kommunen, organisasjonsnummer, målform',
    staff: 'kanalen der saker kommer, reservekanaler, og hvem som kontaktes når ingen tar en alvorlig sak',
    roles: 'hvem som er saksbehandler, vakthavende og koordinator',
    visit: 'adresse, telefon, e-post og nettside, for dem som ikke vil bruke Discord',
    privacy: 'personvernerklæringen og personvernombudet',
    retention: 'hvor lenge samtaler og lukkede originaler beholdes',
    duties: 'taushetsplikt, avvergingsplikt og opplysningsplikt, med egne ord',
    hours: 'når dere svarer',
    contacts:
      'barnevern, barnevernvakt, helsestasjon, legevakt og politi hos dere; ring hvert nummer før dere lagrer, for da regnes det som kontrollert i 100 døgn',
    cards: 'kanalene der unge finner kortet',
  } satisfies Record<Section, string>,
  /** At most 45 characters. */
  field: {
    name: 'Kommunen eller bydelen (behandlingsansvarlig)',
    service: 'Tjenestens navn',
    organisationNumber: 'Organisasjonsnummer',
    language: 'Målform',
    staffChannelId: 'Vaktkanal',
    fallbackChannelIds: 'Reservekanaler, i rekkefølge',
    coordinatorIds: 'Hvem får direktemelding?',
    webhook: 'Adresse for SMS og e-post (kan stå tom)',
    caseworker: 'Saksbehandlere',
    dutyLead: 'Vakthavende',
    coordinator: 'Koordinatorer',
    contentProducer: 'Innholdsprodusenter (kan stå tom)',
    address: 'Besøksadresse',
    phone: 'Telefon',
    email: 'E-post',
    web: 'Nettside',
    privacyStatement: 'Adressen til personvernerklæringen',
    officerName: 'Personvernombud',
    officerEmail: 'Ombudets e-post',
    officerPhone: 'Ombudets telefon (kan stå tom)',
    conversationHours: 'En samtale, etter at saken er lukket',
    originalHours: 'Den lukkede originalen av en bekymring',
    taushetsplikt: 'Taushetsplikt',
    avvergingsplikt: 'Avvergingsplikt',
    opplysningsplikt: 'Opplysningsplikt til barnevernet',
    weekly: 'Åpningstid, én dag per linje',
    publicHolidays: 'På helligdager',
    barnevern: 'Barneverntjenesten',
    barnevernvakt: 'Barnevernvakt',
    helsestasjon: 'Helsestasjon for ungdom',
    legevakt: 'Legevakt',
    politidistrikt: 'Politiet når det ikke haster',
    cardChannels: 'Lenker til kanalene, én per linje',
  } satisfies Record<SetupField, string>,
  /** What to write; shown in the form and when it was not accepted. At most 100 characters. */
  hint: {
    name: 'For eksempel Eksempelvik kommune. Høyst 80 tegn.',
    service: 'For eksempel Utekontakten. Høyst 60 tegn.',
    organisationNumber: 'Ni sifre, som i Enhetsregisteret.',
    staffChannelId: 'En tekstkanal som bare de ansatte og boten kan se.',
    fallbackChannelIds: 'Der et varsel går når ingen tar det. Andre enn vaktkanalen. Kan stå tom.',
    coordinatorIds: 'Etter ti minutter, i rekkefølge. Høyst ti. Kan stå tom.',
    webhook: 'Begynner med https://. Får saksnummer og alvor, aldri ord.',
    caseworker: 'En rolle bare de ansatte har.',
    dutyLead: 'En rolle bare de ansatte har. Den kalles når en sak haster.',
    coordinator: 'En rolle bare de ansatte har. Den som setter opp tjenesten, leser ikke samtaler.',
    address: 'Høyst 160 tegn.',
    phone: 'Bare sifre og mellomrom, uten landkode.',
    email: 'For eksempel post@kommunen.no.',
    web: 'Begynner med https://.',
    privacyStatement: 'Begynner med https://. Den må kunne leses uten å logge inn.',
    officerEmail: 'For eksempel personvernombud@kommunen.no.',
    officerPhone: 'Bare sifre og mellomrom, uten landkode.',
    conversationHours: 'Gjelder samtaler som begynner etter endringen. Høyst 30 døgn.',
    originalHours: 'Slettes ulest når fristen er ute, også midt i en samtale. Høyst 14 døgn.',
    taushetsplikt: 'Med enkle ord, til den unge. Høyst 600 tegn.',
    avvergingsplikt: 'Med enkle ord, til den unge. Høyst 600 tegn.',
    opplysningsplikt: 'Med enkle ord, til den unge. Høyst 600 tegn.',
    weekly: 'For eksempel: mandag 18–20, 22–02. Dager uten åpningstid skriver dere ikke.',
    barnevern: 'Navn, komma og telefonnummer. I kontortiden.',
    barnevernvakt: 'Navn, komma og telefonnummer.',
    helsestasjon: 'Navn, komma og telefonnummer.',
    legevakt: 'Navn, komma og telefonnummer.',
    politidistrikt: 'Navn, komma og telefonnummer.',
    cardChannels: 'Høyreklikk kanalen i spillserveren og velg «Kopier lenke». Boten må være der. Kan stå tom.',
  } satisfies Partial<Record<SetupField, string>> as Partial<Record<SetupField, string>>,
  days: ({ days }: { days: number }) => (days === 1 ? '1 døgn' : `${days} døgn`),
  yes: 'ja',
  no: 'nei',
  nb: 'Bokmål',
  nn: 'Nynorsk',
  closed: 'Stengt',
  open: 'Åpent som vanlig',
  /** Proposals to read and change, for the form of duties. */
  duties: {
    taushetsplikt:
      'Vi har taushetsplikt. Det du forteller om deg selv, sier vi ikke videre. Det finnes to unntak, og dem forteller vi om her.',
    avvergingsplikt:
      'Hvis noen kan bli utsatt for alvorlig vold eller overgrep, må vi prøve å hindre det. Da kan vi måtte si fra til politiet.',
    opplysningsplikt:
      'Hvis vi tror at et barn blir utsatt for vold eller ikke får omsorgen det trenger, må vi si fra til barnevernet. Vi sier det til deg først når det går an.',
  },

  done: 'klar',
  missing: 'mangler',
  testButton: 'Send prøvepost i vaktkanalen',
  confirmButton: 'Bekreft',
  withdrawButton: 'Trekk',
  overview: 'Til oversikten',
  tryAgain: 'Rett og send på nytt',
  edit: ({ section }: { section: string }) => section,
  founding: 'Tjenesten svarer ingen ennå. Den begynner å virke når alle delene er klare og ledelsen har godkjent den.',
  complete:
    'Alle delene er klare. `/status` viser om noe mangler før tjenesten kan brukes, og `/godkjenning` hvor langt ledelsen er kommet.',
  notSeen: 'Ingen har bekreftet prøveposten i vaktkanalen ennå.',
  seen: 'Prøveposten i vaktkanalen er sett.',
  saved: ({ section }: { section: string }) => `${section} er lagret.`,
  proposed:
    'Dette gjøres av to personer, og venter på en til. Be en annen koordinator eller en vakthavende om å åpne `/oppsett` og bekrefte innen et døgn.',
  waitingChange: ({ by }: { by: string }) =>
    `**Venter på en til.** ${by} vil endre dette. En annen koordinator eller en vakthavende må bekrefte, eller trekke det.`,
  waitingPermit: ({ by, act }: { by: string; act: PermittedAct }) =>
    `**Venter på en til.** ${by} vil at den som drifter tjenesten, ${permitted[act]}. En annen koordinator eller en vakthavende må bekrefte, eller trekke det.`,
  change: ({ name, before, after }: { name: string; before: string; after: string }) =>
    `- **${name}**\n  nå: ${before}\n  blir: ${after}`,
  nothing: 'ikke satt',
  confirmed: 'Bekreftet. En endring gjelder nå; noe som gjøres på maskinen, må gjøres innen et døgn.',
  withdrawn: 'Det er trukket.',
  ownProposal: 'Du ba om dette selv. En annen koordinator eller en vakthavende må bekrefte det.',
  nothingProposed:
    'Dette venter ikke lenger: Det er gjort, trukket, byttet ut med noe nyere, eller mer enn et døgn gammelt. Se hva som gjelder nå.',
  askExport: 'Be om eksport av innstillinger',
  askKeys: 'Be om bytte av nøkkel',
  stale: 'Noen har endret innstillingene i mellomtiden. Åpne `/oppsett` på nytt og se hva som gjelder.',
  refused: 'Endringen kan ikke lagres slik innstillingene er nå. Legg den inn på nytt.',
  damaged:
    'Innstillingene i lageret kan ikke leses. Tjenesten går videre med de siste som var hele. Be den som drifter den, om å legge tilbake en sikkerhetskopi.',
  notPermitted:
    'Du har ikke tilgang til oppsettet. Det har koordinatoren; før rollene er valgt, den som kan administrere serveren.',
  unfit: ({ field, hint }: { field: string; hint: string }) => `«${field}» ble ikke godtatt. ${hint}`,
  unfitLine: ({ field, line, hint }: { field: string; line: string; hint: string }) =>
    `«${field}»: linjen «${line}» kan ikke leses. ${hint}`,
  cardWithStaff:
    'Kortet for de unge kan ikke ligge i vaktkanalen eller en reservekanal. Velg en kanal som alle på spillserveren ser.',
  together: ({ what }: { what: string }) => `Innstillingene passer ikke sammen: ${what}`,
  testPost: ({ service }: { service: string }) =>
    `**Prøvepost fra ${service}.** Her kommer saker og varsler. Ser du denne, og er det bare ansatte i kanalen? Trykk på knappen.`,
  testSeen: 'Jeg ser den',
  testSent: 'Prøveposten er sendt. Noen må trykke «Jeg ser den» i vaktkanalen.',
  testFailed: 'Prøveposten kunne ikke sendes. Se at boten har tilgang til vaktkanalen, og prøv igjen.',
  testNoChannel: 'Velg vaktkanalen først.',
  anotherChannel: 'Denne posten hører til en kanal som ikke er vaktkanalen lenger. Send en ny prøvepost.',
  seenNow: 'Takk. Det er ført at prøveposten er sett.',

  statusTitle: '# Status',
  statusReady: 'Ingenting mangler.',
  statusInUse: ({ count }: { count: number }) =>
    `Tjenesten er i bruk. ${count === 1 ? 'Én ting må ordnes:' : `${count} ting må ordnes:`}`,
  statusList: ({ count }: { count: number }) =>
    count === 1 ? 'Én ting må ordnes før tjenesten kan brukes:' : `${count} ting må ordnes før tjenesten kan brukes:`,
  statusLeft: ({ count }: { count: number }) => `…og ${count} til, som vises når disse er ordnet.`,
  statusSeen: 'Prøvepost i vaktkanalen som noen har sett (`/oppsett`)',
  statusUndecided: 'Ledelsen må beslutte på nytt, siden noe er endret (`/godkjenning`)',
  statusExpired: 'Godkjenningen har gått ut (`/godkjenning`)',
  statusPaused: 'Inntaket er stoppet (`/gjenoppta`)',
  statusLook: ({ count }: { count: number }) =>
    count === 1
      ? 'Dessuten er det én ting å se på i helsesjekken (`/helsesjekk`).'
      : `Dessuten er det ${count} ting å se på i helsesjekken (\`/helsesjekk\`).`,
};
