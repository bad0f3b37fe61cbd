import type { Purpose } from '../../../core/incident/dossier.ts';

const purposes: Readonly<Record<Purpose, string>> = {
  'follow-up': 'Jeg følger opp saken',
  'take-over': 'Jeg tar over saken',
  'leader-review': 'Jeg er leder og ser over',
  'data-request': 'Noen har bedt om innsyn',
};

/** Coming in, going out, and being refused, in bokmål. */
export const door = {
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
    leaving: 'Du er logget ut her, og logges nå ut av kommunens innlogging.',
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
  signedOut: { title: 'Du er logget ut', text: 'Be om en ny lenke i Discord: trykk «Åpne skjermet skjema» på saken.' },
  idle: 'Du blir logget ut etter 30 minutter uten at du gjør noe. Lagre underveis.',
  start: {
    title: 'Skjermet skjema',
    intro: 'Åpne saker. Du blir spurt om hvorfor før du ser noe.',
    none: 'Ingen åpne saker.',
    wheel: 'Vurderinger fra navigasjonshjulet (PDF)',
    case: (caseName: string, severity: string) => `${caseName} (${severity})`,
  },
  purpose: {
    title: 'Hvorfor åpner du saken?',
    intro: 'Svaret blir skrevet i loggen sammen med navnet ditt.',
  },
  purposes,
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
  },
};
