import type { Access, Purpose } from '../../core/incident/dossier.ts';
import type { StepId } from '../../core/incident/steps.ts';
import { fieldFaults, incidentSteps } from '../nb/incident.ts';
import { afterNb } from './after-nb.ts';

interface FieldText {
  readonly label: string;
  readonly help?: string;
  readonly choices?: Readonly<Record<string, string>>;
}
interface StepText {
  readonly title: string;
  readonly intro: string;
  readonly fields: Readonly<Record<string, FieldText>>;
}

const steps: Readonly<Record<StepId, StepText>> = {
  ...incidentSteps,
  observed: {
    title: 'Hva dere har sett',
    intro: 'Skriv det ungdommen har skrevet eller sagt, og skill det fra det dere selv tror.',
    fields: {
      observed: { label: 'Hva har ungdommen skrevet eller sagt?', help: 'Så ordrett som mulig, med tid.' },
      assessment: { label: 'Hva tror dere selv?', help: 'Merk det som deres egen vurdering.' },
    },
  },
  identity: {
    title: 'Hvem ungdommen er',
    intro: 'Fyll inn det dere vet. La resten stå tomt. Dette går aldri innom Discord.',
    fields: {
      name: { label: 'Navn' },
      username: { label: 'Brukernavn', help: 'Fra Discord, hvis vi fikk det. Legg gjerne til andre kontoer.' },
      phone: { label: 'Telefonnummer' },
      residence: { label: 'Bosted', help: 'Adresse, bydel eller kommune.' },
      age: { label: 'Alder' },
      ageBasis: {
        label: 'Hvor kommer alderen fra?',
        choices: { stated: 'Ungdommen har oppgitt den', assumed: 'Vi antar den' },
      },
      school: { label: 'Skole' },
    },
  },
  kripos: {
    title: 'Til Kripos',
    intro:
      'Disse feltene vises bare når svarene peker mot Kripos. Etnisitet er en særlig kategori personopplysninger (personvernforordningen artikkel 9). Fyll den bare inn hvis politiet trenger den for å finne ungdommen.',
    fields: {
      ethnicity: { label: 'Etnisitet' },
      ip: { label: 'IP-adresse', help: 'Vi har den ikke. Politiet kan be Discord om den.' },
      more: { label: 'Andre spor', help: 'For eksempel tidssone, spill, servere eller språk.' },
    },
  },
  adults: {
    title: 'Voksne ungdommen stoler på',
    intro: 'Hvem kan være der for ungdommen nå? Skriv også hvis det ikke er noen.',
    fields: { adults: { label: 'Hvem, og hvordan når vi dem?' } },
  },
  action: {
    title: 'Mer om det som er gjort',
    intro: 'Det som ikke kan stå i Discord: hvem dere snakket med, og hva de sa.',
    fields: {
      done: { label: 'Hva er gjort, og hva ble svaret?' },
      contact: { label: 'Hvem snakket dere med?', help: 'Navn og tjeneste.' },
    },
  },
};

const purposes: Readonly<Record<Purpose, string>> = {
  'follow-up': 'Jeg følger opp saken',
  'take-over': 'Jeg tar over saken',
  'leader-review': 'Jeg er leder og ser over',
  'data-request': 'Noen har bedt om innsyn',
};

const seen: Readonly<Record<Access['what'], string>> = {
  case: 'Saken',
  conversation: 'Samtalen',
  identity: 'Hvem ungdommen er',
  original: 'Den lukkede originalen',
  'access-log': 'Hvem som har sett saken',
  export: 'Rapporten',
};

/** The sealed desk, in bokmål. Read by caseworkers in the municipality's own network. */
export const deskNb = {
  steps,
  faults: fieldFaults,
  purposes,
  seen,
  after: afterNb,
  title: 'Skjermet skjema',
  skip: 'Gå til innholdet',
  signedInAs: 'Logget inn som',
  signOut: 'Logg ut',
  caseName: (caseNumber: number) => `Sak ${caseNumber}`,
  idle: 'Du blir logget ut etter 30 minutter uten at du gjør noe. Lagre underveis.',
  nav: {
    label: 'Saken',
    overview: 'Oversikt',
    guide: 'Neste steg',
    conversation: 'Samtalen',
    original: 'Lukket original',
    after: 'Etterarbeid',
    report: 'Rapport og lagring',
    accesses: 'Hvem har sett saken',
  },
  enter: {
    title: 'Logg inn på skjermet skjema',
    intro: 'Lenka er din, og virker én gang. Alt du gjør her, blir skrevet i loggen.',
    button: 'Logg inn',
    unknown: 'Lenka er ikke gyldig. Be om en ny i Discord.',
    expired: 'Lenka gikk ut etter 10 minutter. Be om en ny i Discord.',
    used: 'Lenka er brukt. Be om en ny i Discord.',
    refused: 'Du har ikke tilgang. Spør koordinatoren hvis det er feil.',
  },
  oidc: {
    title: 'Innlogging',
    intro:
      'Logg inn med kommunens innlogging. Første gang blir den koblet til kontoen din i Discord. Alt du gjør her, blir skrevet i loggen.',
    button: 'Logg inn med kommunens innlogging',
    arrived: 'Du er logget inn',
    goOn: 'Gå videre',
    signedOut: {
      title: 'Du er logget ut',
      text: 'Logg inn igjen med kommunens innlogging, eller trykk «Åpne skjermet skjema» på saken i Discord.',
    },
    lost: {
      title: 'Innlogging',
      text: 'Innloggingen tok for lang tid, eller ble startet i et annet vindu. Prøv en gang til.',
    },
    refused: {
      title: 'Innlogging',
      text: 'Innloggingen ble ikke godkjent. Prøv en gang til, eller spør IT i kommunen.',
    },
    problems: {
      unknown: 'Lenka er ikke gyldig. Be om en ny i Discord.',
      expired: 'Lenka gikk ut etter 10 minutter. Be om en ny i Discord.',
      used: 'Lenka er brukt. Be om en ny i Discord.',
      'not-permitted': 'Du har ikke tilgang. Spør koordinatoren hvis det er feil.',
      'not-linked':
        'Innloggingen er ikke koblet til en konto i Discord ennå. Trykk «Åpne skjermet skjema» på en sak i Discord for å koble dem.',
      'linked-to-another':
        'Innloggingen eller kontoen i Discord er koblet til noe annet fra før. Spør IT om å løse koblingen.',
    },
  },
  start: {
    title: 'Skjermet skjema',
    intro: 'Åpne saker. Du blir spurt om hvorfor før du ser noe.',
    none: 'Ingen åpne saker.',
    wheel: 'Vurderinger fra navigasjonshjulet (PDF)',
    case: (caseName: string, severity: string) => `${caseName} (${severity})`,
  },
  signedOut: { title: 'Du er logget ut', text: 'Be om en ny lenke i Discord: trykk «Åpne skjermet skjema» på saken.' },
  notFound: { title: 'Finnes ikke', text: 'Siden eller saken finnes ikke, eller den er slettet etter fristen.' },
  refused: {
    title: 'Ingen tilgang',
    text: 'Du har ikke lenger en rolle som gir tilgang. Spør koordinatoren hvis det er feil.',
  },
  typed: {
    title: 'Det du skrev',
    text: 'Det er ikke lagret. Kopier det før du går videre.',
    field: (number: number) => `Felt ${number}`,
  },
  stale: {
    title: 'Skjemaet var for gammelt',
    text: 'Ingenting er lagret. Gå tilbake, last siden på nytt og prøv en gang til.',
  },
  fault: {
    title: 'Noe gikk galt',
    text: (reference: string) => `Ingenting er lagret nå. Prøv en gang til. Referanse: ${reference}`,
    discord: 'Discord svarer ikke, så vi får ikke sjekket tilgangen din. Vent litt og prøv igjen.',
  },
  purpose: {
    title: 'Hvorfor åpner du saken?',
    intro: 'Svaret blir skrevet i loggen sammen med navnet ditt.',
  },
  overview: {
    facts: 'Da meldingen kom inn',
    first: 'Første melding',
    last: 'Siste melding',
    recipient: 'Mottaker',
    takenBy: 'Tatt av',
    nobody: 'Ingen ennå',
    userId: 'Bruker-ID i Discord',
    channel: 'Kanal-ID',
    messages: 'Meldings-ID-er',
    unknown: 'Ikke tilgjengelig',
    level: 'Nivå',
    form: 'Skjemaet',
    done: (by: string, at: string) => `Lagret av ${by}, ${at}`,
    empty: 'Ikke fylt ut',
    next: 'Neste steg',
    acute: 'Er det fare nå, ring først:',
    start: 'Svar på tre spørsmål for å se neste steg',
    open: 'Åpne neste steg',
    erased: 'Samtalen er slettet etter fristen.',
    erasedAt: (at: string) => `Dette skjemaet blir slettet ${at}.`,
    saved: 'Lagret.',
    masked:
      'Det så ut som personopplysninger i det du skrev. De er tatt ut, for dette steget kan leses i Discord. Skriv dem i et av de andre stegene.',
  },
  step: {
    save: 'Lagre',
    back: 'Tilbake til oversikten',
    optional: 'valgfritt',
    fix: 'Dette må rettes før det kan lagres',
    conflict: (by: string, at: string) =>
      `${by} lagret dette steget ${at}, mens du skrev. Det du skrev står nedenfor og er ikke lagret. Sammenlign, og lagre på nytt.`,
    theirs: 'Det som er lagret',
    shared: 'Dette steget kan også fylles ut og leses i Discord. Skriv kort, uten navn.',
    notOpen: 'Dette steget åpnes når svarene under «Neste steg» peker mot Kripos.',
    ipDefault: 'Ikke tilgjengelig for oss; Discord har den.',
  },
  guide: {
    title: 'Neste steg',
    disclaimer: 'Veiviseren er støtte, ikke juridisk råd. Du bestemmer.',
    notApproved: 'Ikke godkjent av jurist ennå.',
    approved: (name: string, date: string) => `Godkjent av ${name}, ${date}.`,
    version: (version: string, from: string) => `Versjon ${version}, gjelder fra ${from}.`,
    questions: 'Spørsmål',
    notStarted: 'Spørsmålene er ikke besvart.',
    show: 'Vis neste steg',
    update: 'Oppdater',
    provisional: 'Foreløpig, til du har svart på resten',
    urgency: { now: 'Nå', today: 'I dag', soon: 'Snart' },
    call: 'Ring',
    noNumber: 'Nummer er ikke lagt inn. Bruk nettsiden:',
    noContact: 'Kontakten mangler i oppsettet. Spør koordinatoren.',
    alsoHave: 'Ha også klart',
    steps: 'Gjør dette',
    script: 'Si dette i telefonen',
    tell: 'Fortell ungdommen',
    tellIntro: 'Forslag du kan skrive om. Ikke lov noe dere ikke kan holde.',
    also: 'Gjelder også',
    legal: 'Regler',
    legalNote: 'Må bekreftes av jurist.',
    confirmed: 'Bekreftet av jurist.',
    sources: 'Kilder',
    reminders: 'Husk alltid',
    decision: 'Hva bestemmer du?',
    follow: 'Jeg gjør det kortet sier',
    contrary: 'Jeg gjør noe annet',
    reason: 'Hvorfor?',
    reasonHelp: 'Må fylles ut når du gjør noe annet enn kortet sier.',
    second: 'Ny vurdering av meldeplikten',
    secondHelp:
      'Ungdommen vil ikke at barnevernet kobles inn. Skriv om dere har plikt til å melde likevel, og hvorfor.',
    save: 'Lagre beslutningen',
    decided: (by: string, at: string) => `Besluttet av ${by}, ${at}.`,
    followed: 'Følger kortet.',
    against: 'Gjør noe annet enn kortet sier.',
    needsReason: 'Skriv hvorfor du gjør noe annet enn kortet sier. Ingenting er lagret.',
    needsSecond: 'Skriv den nye vurderingen av meldeplikten. Ingenting er lagret.',
    notSettled: 'Svar på resten av spørsmålene først. Ingenting er lagret.',
    otherCard: 'Svarene er endret, og kortet er et annet nå. Ingenting er lagret.',
    notAnAnswer: 'Et svar var ikke gyldig. Ingenting er lagret.',
    matter: 'en bekymring',
    username: (name: string) => `brukernavn ${name}`,
    years: (age: string, assumed: boolean) => (assumed ? `alder cirka ${age} (antatt)` : `alder ${age}`),
  },
  conversation: {
    title: 'Samtalen',
    intro: 'Personopplysninger er fjernet automatisk.',
    sender: 'Avsender',
    staff: 'Ansatt',
    unmaskable: 'Kunne ikke maskeres. Teksten finnes bare i den lukkede originalen.',
    deleted: 'Slettet av avsenderen.',
    deletedByStaff: 'Trukket tilbake av den som svarte.',
    none: 'Ingen meldinger.',
  },
  original: {
    title: 'Lukket original',
    intro:
      'Originalen er det ungdommen skrev, før noe ble fjernet. Den åpnes av to personer sammen. Haster det, kan én åpne den, og lederen får beskjed. Hver lesing blir skrevet i loggen.',
    reason: 'Hvorfor må originalen åpnes?',
    ask: 'Be en kollega godkjenne',
    alone: 'Åpne alene nå',
    aloneIntro: 'Saken er akutt. Åpner du alene, får vakthavende beskjed i saken med en gang.',
    asked: (by: string, at: string) => `${by} har bedt om å få åpne originalen, ${at}.`,
    waiting: 'En kollega må godkjenne. Du kan ikke godkjenne ditt eget ønske.',
    grant: 'Godkjenn og åpne sammen',
    granted: (until: string) => `Åpen til ${until} for dere som åpnet den.`,
    others: 'Originalen er åpnet av andre. Be om å få åpne den selv når tiden er ute.',
    read: 'Les originalen',
    none: 'Det finnes ingen lukket original, eller den er slettet etter fristen.',
    revision: (number: number) => `Utgave ${number}`,
    messageId: 'Melding',
    needsReason: 'Skriv hvorfor. Ingenting er gjort.',
    problems: {
      'same-person': 'Du kan ikke godkjenne ditt eget ønske. Spør en kollega.',
      'nothing-asked': 'Det er ikke noe ønske å godkjenne. Det kan ha gått ut.',
      'already-asked': 'Det er allerede bedt om, eller åpnet.',
      'not-acute': 'Bare akutte saker kan åpnes av én alene. Be en kollega godkjenne.',
    },
  },
  report: {
    title: 'Rapport og lagring',
    intro:
      'Rapporten skal inn i kommunens eget system. Sju dager etter at den er hentet ut, blir skjemaet slettet her. Den lukkede originalen er aldri med.',
    recipient: 'Hvor skal rapporten lagres?',
    recipientHelp: 'For eksempel navnet på fagsystemet og saksnummeret.',
    json: 'Last ned som JSON',
    pdf: 'Last ned som PDF',
    folder: 'Legg i kommunens mappe',
    folderHelp: 'PDF og JSON legges i mappa kommunen har satt opp.',
    filed: (name: string) => `Rapporten er lagt i kommunens mappe som ${name}.pdf og ${name}.json.`,
    folderFull:
      'Kommunens mappe er full. Ingenting er lagt der, og ingenting er slettet her. Si ifra til IT, eller last ned i stedet.',
    folderUnavailable:
      'Vi får ikke skrevet til kommunens mappe. Ingenting er lagt der, og ingenting er slettet her. Si ifra til IT, eller last ned i stedet.',
    busy: 'Noen andre endret skjemaet mens rapporten ble laget. Ingenting er hentet ut. Prøv en gang til.',
    needsRecipient: 'Skriv hvor rapporten skal lagres. Ingenting er hentet ut.',
    repeated: 'Dette skjemaet er brukt. Last siden på nytt for å hente ut en gang til.',
    receipts: 'Kvitteringer',
    noReceipts: 'Ikke hentet ut ennå.',
    receipt: { at: 'Tid', by: 'Hvem', recipient: 'Lagret i', format: 'Form', hash: 'SHA-256' },
    jsonHash: 'JSON',
    fileHash: 'PDF-fila',
    formats: { json: 'JSON', pdf: 'PDF', print: 'Utskrift' },
    hold: 'Ta vare på skjemaet lenger',
    holdIntro:
      'To personer må være enige. Da slettes skjemaet, samtalen og den lukkede originalen 90 dager etter at den andre har godkjent.',
    holdReason: 'Hvorfor må det tas vare på?',
    holdAsk: 'Be om å ta vare på det',
    holdAsked: (by: string, at: string) => `${by} ba om det ${at}. En kollega må godkjenne.`,
    holdConfirm: 'Godkjenn',
    holdConfirmed: (by: string, at: string) => `Godkjent av ${by}, ${at}.`,
    holdRelease: 'Ta bort, så den vanlige fristen gjelder (tidligst om tre dager)',
    holdNeedsReason: 'Skriv hvorfor det må tas vare på. Ingenting er gjort.',
    samePerson: 'Du kan ikke godkjenne ditt eget ønske. Spør en kollega.',
    nothingAsked: 'Det er ikke noe å godkjenne.',
    alreadyAsked: 'Det er allerede bedt om.',
  },
  accesses: {
    title: 'Hvem har sett saken',
    columns: { at: 'Tid', by: 'Hvem', what: 'Hva', purpose: 'Hvorfor' },
    none: 'Ingen ennå.',
  },
  print: {
    title: (caseNumber: number) => `Rapport, sak ${caseNumber}`,
    made: (by: string, at: string) => `Laget av ${by}, ${at}.`,
    hash: 'SHA-256 av rapportens JSON',
    page: (page: number, pages: number) => `Side ${page} av ${pages}`,
    proof: 'Kontroll',
    proofText: (file: string) =>
      `Fila ${file} følger med inne i denne PDF-en. SHA-256 av den skal være den som står nedenfor og på kvitteringen.`,
    confidential: 'Taushetsbelagt',
  },
} as const;

export type DeskTexts = typeof deskNb;
