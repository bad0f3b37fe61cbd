import type { AccountProof, ErasureAnswer, Requester } from '../core/subject-request.ts';

/** «/innsyn»: requests made on paper, and wishes for erasure that a person must weigh. Bokmål only, as the papers are. */
export const requestTexts = {
  title: '# Innsyn og sletting',
  introduction:
    'Den som har kontoen sin, bruker `/mine-data` og `/slett` selv. Her svarer dere dem som spør på papir, på telefon eller i skranken, og på ønsker om sletting som et menneske må vurdere. Fristen er 30 døgn. Hvert oppslag står i loggen.',
  nothing: 'Ingen forespørsler venter.',
  weighed: ({ number, day, isLate }: { number: number; day: string; isLate: boolean }) =>
    `- **Sak ${number}:** avsenderen har bedt om sletting. ${isLate ? `**Fristen gikk ut ${day}.**` : `Svar innen ${day}.`}`,
  written: ({ number, day, isLate }: { number: number; day: string; isLate: boolean }) =>
    `- **Forespørsel ${number}** på papir. ${isLate ? `**Fristen gikk ut ${day}.**` : `Svar innen ${day}.`}`,
  newButton: 'Ny forespørsel på papir',
  answerButton: ({ number }: { number: number }) => `Svar om sak ${number}`,
  showButton: ({ number }: { number: number }) => `Forespørsel ${number}`,
  back: 'Til oversikten',

  formTitle: 'Forespørsel på papir',
  account: 'Discord-id til kontoen',
  accountHint: '17–20 sifre. Slå på utviklermodus i Discord, hold på navnet, og velg «Kopier bruker-ID».',
  requester: 'Hvem spør?',
  requesters: {
    self: 'Den unge selv',
    guardian: 'Foresatt',
    other: 'Andre, med fullmakt fra den unge',
  } satisfies Record<Requester, string>,
  proof: 'Hvordan vet dere at kontoen er deres?',
  proofs: {
    'logged-in': 'Viste oss kontoen, innlogget',
    'knows-what-was-said': 'Kunne si hva som ble skrevet, og når',
    'not-yet': 'Det er ikke kontrollert ennå',
  } satisfies Record<AccountProof, string>,
  receivedOn: 'Når kom forespørselen?',
  receivedOnHint: 'Dato, for eksempel 31.1.2027. Fristen regnes fra den.',
  registered: ({ number }: { number: number }) => `Forespørsel ${number} er ført.`,
  badAccount:
    'Dette er ikke en Discord-id. Den har 17 til 20 sifre, og ingenting annet. Be den som spør, om å kopiere den.',
  badDate: 'Dette er ikke en dato som finnes. Skriv den som 31.1.2027.',
  futureDate: 'Datoen er fram i tid. Skriv dagen forespørselen kom.',
  stale: 'Noen har ført en forespørsel i mellomtiden. Prøv en gang til.',
  guardian:
    'En foresatt spør. Boten viser og gir ut ingenting. Vurder etter loven sammen med personvernombudet, og hør den unge først når det går an. Før svaret når det er gitt.',
  notProven:
    'Det er ikke kontrollert at kontoen er deres. Boten viser ingenting før det er gjort. Kontroller det, og før forespørselen på nytt.',
  nothingStored: 'Ingenting er lagret om denne kontoen.',
  stored: ({ number, opened, count, day }: { number: number; opened: string; count: number; day: string }) =>
    `- **Samtale ${number}**, begynte ${opened}, ${count === 1 ? '1 melding' : `${count} meldinger`}. Slettes ${day}.`,
  open: 'Den er åpen.',
  documented: 'De ansatte har et låst notat om den; innsyn i det vurderes for seg.',
  remembered: ({ day }: { day: string }) => `- At kontoen har skrevet før, huskes til ${day}.`,
  weighedHere: 'Alvorlige samtaler slettes ikke med én gang: de kommer på lista over ønsker som må vurderes.',
  copyButton: 'Lag kopi til den som spør',
  eraseButton: 'Slett det som kan slettes',
  closeButton: 'Ferdig besvart',
  copied:
    'Kopien er laget, og det står i loggen at du tok den. Gi den bare til den som har spurt, og slett filen etterpå.',
  copyAtDesk: 'Hos dere leses samtaler bare i skjermet skjema, så kopien kan ikke lages her. Skriv den ut derfra.',
  passOn: '**Svaret til den som spurte.** Gi det videre slik det står, med fristen og klageadgangen.',
  closed: 'Forespørselen er ført som besvart.',
  gone: 'Den er besvart allerede, eller samtalen er borte.',
  notPermitted: 'Det er koordinatoren og vakthavende som svarer på innsyn og sletting.',
  answerTitle: 'Svar på ønsket om sletting',
  answer: 'Hva svarer dere?',
  answerHint: 'Den unge får svaret med én gang, med grunnen og hvor det kan klages.',
  answers: {
    erase: 'Slett saken nå',
    law: 'Behold: loven krever at den dokumenteres',
    danger: 'Behold: noen kan være i fare',
    claim: 'Behold: trengs hos politi eller domstol',
  } satisfies Record<ErasureAnswer, string>,
  erased: 'Saken er slettet, og den unge får vite det.',
  erasedHere:
    'Saken er slettet hos oss, og den unge får vite det. Tråden eller kortet i de ansattes kanal sto igjen. Boten prøver igjen hvert kvarter; dere kan også slette dem selv.',
  stillOpen:
    'Saken er ikke slettet, for den er åpen ennå. Følg den opp og lukk den først. Noen kan være i fare, og den som ber om sletting, trenger ikke være den som skrev.',
  kept: 'Saken beholdes til fristen er ute. Den unge får vite hvorfor.',
  held: 'To personer holder på saken, så den kan ikke slettes. Opphev holdet i skjermet skjema først.',

  paperTitle: 'Det vi har lagret om deg',
  paperIntroduction:
    'Dette er en kopi av det tjenesten har lagret om Discord-kontoen din. Navn, numre og adresser er tatt bort før lagring. Discord har sin egen kopi.',
  paperOpened: 'Begynte',
  paperErased: 'Slettes',
  paperYou: 'Du',
  paperUs: 'Vi',
  paperNoText: '(ikke lagret)',
};
