import type { Purpose } from '../../../core/incident/dossier.ts';
import type { DeskTexts } from '../nb.ts';

const purposes: Readonly<Record<Purpose, string>> = {
  'follow-up': 'Eg følgjer opp saka',
  'take-over': 'Eg tek over saka',
  'leader-review': 'Eg er leiar og ser over',
  'data-request': 'Nokon har bedt om innsyn',
};

type Door = Pick<
  DeskTexts,
  | 'enter'
  | 'oidc'
  | 'signedOut'
  | 'idle'
  | 'start'
  | 'purpose'
  | 'purposes'
  | 'notFound'
  | 'refused'
  | 'typed'
  | 'stale'
  | 'fault'
>;

const unknownLink = 'Lenkja er ikkje gyldig. Be om ei ny i Discord.';
const expiredLink = 'Lenkja gjekk ut etter 10 minutt. Be om ei ny i Discord.';
const usedLink = 'Lenkja er brukt. Be om ei ny i Discord.';
const noAccess = 'Du har ikkje tilgang. Spør koordinatoren om det er feil.';

/** Coming in, going out, and being refused, in nynorsk. */
export const door: Door = {
  enter: {
    title: 'Logg inn på skjerma skjema',
    intro: 'Lenkja er di, og verkar éin gong. Alt du gjer her, blir skrive i loggen.',
    button: 'Logg inn',
    unknown: unknownLink,
    expired: expiredLink,
    used: usedLink,
    refused: noAccess,
  },
  oidc: {
    title: 'Innlogging',
    intro:
      'Logg inn med innlogginga til kommunen. Første gong blir ho kopla til kontoen din i Discord. Alt du gjer her, blir skrive i loggen.',
    button: 'Logg inn med innlogginga til kommunen',
    arrived: 'Du er logga inn',
    goOn: 'Gå vidare',
    leaving: 'Du er logga ut her, og blir no logga ut av innlogginga til kommunen.',
    signedOut: {
      title: 'Du er logga ut',
      text: 'Logg inn igjen med innlogginga til kommunen, eller trykk «Opne skjerma skjema» på saka i Discord.',
    },
    lost: {
      title: 'Innlogging',
      text: 'Innlogginga tok for lang tid, eller vart starta i eit anna vindauge. Prøv ein gong til.',
    },
    refused: {
      title: 'Innlogging',
      text: 'Innlogginga vart ikkje godkjend. Prøv ein gong til, eller spør IT i kommunen.',
    },
    problems: {
      unknown: unknownLink,
      expired: expiredLink,
      used: usedLink,
      'not-permitted': noAccess,
      'not-linked':
        'Innlogginga er ikkje kopla til ein konto i Discord enno. Trykk «Opne skjerma skjema» på ei sak i Discord for å kople dei.',
      'linked-to-another':
        'Innlogginga eller kontoen i Discord er kopla til noko anna frå før. Spør IT om å løyse koplinga.',
    },
  },
  signedOut: {
    title: 'Du er logga ut',
    text: 'Be om ei ny lenkje i Discord: trykk «Opne skjerma skjema» på saka.',
  },
  idle: 'Du blir logga ut etter 30 minutt utan at du gjer noko. Lagre undervegs.',
  start: {
    title: 'Skjerma skjema',
    intro: 'Opne saker. Du blir spurd om kvifor før du ser noko.',
    none: 'Ingen opne saker.',
    wheel: 'Vurderingar frå navigasjonshjulet (PDF)',
    case: (caseName, severity) => `${caseName} (${severity})`,
  },
  purpose: {
    title: 'Kvifor opnar du saka?',
    intro: 'Svaret blir skrive i loggen saman med namnet ditt.',
  },
  purposes,
  notFound: { title: 'Finst ikkje', text: 'Sida eller saka finst ikkje, eller ho er sletta etter fristen.' },
  refused: {
    title: 'Ingen tilgang',
    text: 'Du har ikkje lenger ei rolle som gir tilgang. Spør koordinatoren om det er feil.',
  },
  typed: {
    title: 'Det du skreiv',
    text: 'Det er ikkje lagra. Kopier det før du går vidare.',
    field: (number) => `Felt ${number}`,
  },
  stale: {
    title: 'Skjemaet var for gammalt',
    text: 'Ingenting er lagra. Gå tilbake, last sida på nytt og prøv ein gong til.',
  },
  fault: {
    title: 'Noko gjekk gale',
    text: (reference) => `Ingenting er lagra no. Prøv ein gong til. Referanse: ${reference}`,
  },
};
