import type { Access } from '../../../core/incident/dossier.ts';
import type { DeskTexts } from '../nb.ts';

const seen: Readonly<Record<Access['what'], string>> = {
  case: 'Saka',
  conversation: 'Samtalen',
  identity: 'Kven ungdommen er',
  original: 'Den lukka originalen',
  'after-care': 'Etterarbeidet',
  timeline: 'Tidslinja',
  'access-log': 'Kven som har sett saka',
  export: 'Rapporten',
};

type CasePages = Pick<
  DeskTexts,
  | 'title'
  | 'skip'
  | 'signedInAs'
  | 'signOut'
  | 'caseName'
  | 'nav'
  | 'overview'
  | 'conversation'
  | 'original'
  | 'accesses'
  | 'seen'
>;

/** The pages of a case, in nynorsk. */
export const casePages: CasePages = {
  title: 'Skjerma skjema',
  skip: 'Gå til innhaldet',
  signedInAs: 'Logga inn som',
  signOut: 'Logg ut',
  caseName: (caseNumber) => `Sak ${caseNumber}`,
  nav: {
    label: 'Saka',
    overview: 'Oversikt',
    guide: 'Neste steg',
    conversation: 'Samtalen',
    original: 'Lukka original',
    after: 'Etterarbeid',
    report: 'Rapport og lagring',
    accesses: 'Kven har sett saka',
  },
  overview: {
    facts: 'Då meldinga kom inn',
    first: 'Første melding',
    last: 'Siste melding',
    recipient: 'Mottakar',
    takenBy: 'Teken av',
    nobody: 'Ingen enno',
    userId: 'Brukar-ID i Discord',
    channel: 'Kanal-ID',
    messages: 'Meldings-ID-ar',
    unknown: 'Ikkje tilgjengeleg',
    level: 'Nivå',
    form: 'Skjemaet',
    done: (by, at) => `Lagra av ${by}, ${at}`,
    empty: 'Ikkje fylt ut',
    next: 'Neste steg',
    acute: 'Er det fare no, ring først:',
    start: 'Svar på tre spørsmål for å sjå neste steg',
    open: 'Opne neste steg',
    erased: 'Samtalen er sletta etter fristen.',
    erasedAt: (at) => `Dette skjemaet blir sletta ${at}.`,
    saved: 'Lagra.',
    masked:
      'Det såg ut som personopplysningar i det du skreiv. Dei er tekne ut, for dette steget kan lesast i Discord. Skriv dei i eit av dei andre stega.',
  },
  conversation: {
    title: 'Samtalen',
    intro: 'Personopplysningar er fjerna automatisk.',
    sender: 'Avsendar',
    staff: 'Tilsett',
    unmaskable: 'Kunne ikkje maskerast. Teksten finst berre i den lukka originalen.',
    deleted: 'Sletta av avsendaren.',
    deletedByStaff: 'Trekt tilbake av den som svarte.',
    none: 'Ingen meldingar.',
  },
  original: {
    title: 'Lukka original',
    intro:
      'Originalen er det ungdommen skreiv, før noko vart fjerna. To personar opnar han saman. Hastar det, kan éin opne han, og leiaren får beskjed. Kvar lesing blir skriven i loggen.',
    reason: 'Kvifor må originalen opnast?',
    ask: 'Be ein kollega godkjenne',
    alone: 'Opne åleine no',
    aloneIntro: 'Saka er akutt. Opnar du åleine, får vakthavande beskjed i saka med ein gong.',
    asked: (by, at) => `${by} har bedt om å få opne originalen, ${at}.`,
    waiting: 'Ein kollega må godkjenne. Du kan ikkje godkjenne ditt eige ønske.',
    grant: 'Godkjenn og opne saman',
    granted: (until) => `Open til ${until} for dykk som opna han.`,
    others: 'Originalen er opna av andre. Be om å få opne han sjølv når tida er ute.',
    read: 'Les originalen',
    none: 'Det finst ingen lukka original, eller han er sletta etter fristen.',
    revision: (number) => `Utgåve ${number}`,
    messageId: 'Melding',
    needsReason: 'Skriv kvifor. Ingenting er gjort.',
    problems: {
      'same-person': 'Du kan ikkje godkjenne ditt eige ønske. Spør ein kollega.',
      'nothing-asked': 'Det er ikkje noko ønske å godkjenne. Det kan ha gått ut.',
      'already-asked': 'Det er allereie bedt om, eller opna.',
      'not-acute': 'Berre akutte saker kan opnast av éin åleine. Be ein kollega godkjenne.',
    },
  },
  accesses: {
    title: 'Kven har sett saka',
    columns: { at: 'Tid', by: 'Kven', what: 'Kva', purpose: 'Kvifor' },
    none: 'Ingen enno.',
  },
  seen,
};
