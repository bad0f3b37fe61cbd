import type { Consent, PostType } from '../../core/posts/post-book.ts';
import type { PostFault } from '../../core/posts/post-check.ts';
import type { Catalogue } from '../nb.ts';
const types: Readonly<Record<PostType, string>> = {
  presence: 'når vi er her',
  local: 'noko som skjer her',
  activity: 'aktivitet',
  advice: 'råd',
};
const consents: Readonly<Record<Consent, string>> = {
  nobody: 'Nei, ingen kan kjennast att',
  consented: 'Ja, og dei har sagt ja',
  'not-asked': 'Ja, men dei er ikkje spurde',
};
type State = 'draft' | 'approved' | 'gone' | 'withdrawn';
const states: Readonly<Record<State, string>> = {
  draft: 'Ventar på godkjenning',
  approved: 'Godkjent',
  gone: 'Lagt ut',
  withdrawn: 'Trekt tilbake',
};

function faultText(fault: Exclude<PostFault, { readonly channelId: unknown }>): string {
  switch (fault.kind) {
    case 'empty':
      return 'Skriv noko.';
    case 'too-long': {
      const { length, most } = fault;
      return `Kort ned: ${length} teikn, og det er plass til ${most}.`;
    }
    case 'promise': {
      const { found } = fault;
      return `Ta bort «${found}». Det lovar noko vi ikkje kan halde.`;
    }
    case 'method': {
      const { found } = fault;
      return `Ta bort «${found}». Ordet kan vise ein måte å skade seg på (#chatsafe).`;
    }
    case 'no-consent':
      return 'Spør dei det gjeld først, eller skriv så ingen kan kjennast att.';
    case 'not-a-time':
      return 'Skriv tidspunktet slik: 2026-11-25 18:00.';
    case 'past':
      return 'Tidspunktet har vore. Vel eit seinare.';
    case 'no-channel':
      return 'Det er ingen kanal med kortet på den serveren.';
  }
}

export const posts: Catalogue['posts'] = {
  type: ({ type }) => types[type],
  consent: ({ consent }) => consents[consent],
  formTitle: () => 'Nytt innlegg',
  formNote: () => 'Andre enn du godkjenner det før det blir lagt ut. Det viktigaste først, korte ord.',
  textLabel: () => 'Teksten',
  consentLabel: () => 'Kan nokon kjennast att?',
  consentDescription: () => 'I teksten, eller på bilete du lenkjer til.',
  draftTitle: ({ number, type }) => `# Utkast ${number}: ${type}`,
  whenApproved: () => 'Blir lagt ut når det er godkjent.',
  when: ({ at }) => `Blir lagt ut ${at}.`,
  by: ({ author }) => `Skrive av ${author}.`,
  approvedBy: ({ approver }) => `Godkjent av ${approver}.`,
  channels: ({ count }) => (count === 1 ? 'I éin kanal.' : `I ${count} kanalar.`),
  places: ({ places }: { places: string }) => `I ${places}.`,
  placesLabel: () => 'Kvar skal det ut?',
  allCards: ({ count }: { count: number }) =>
    count === 1 ? 'Kanalen med kortet' : `Alle kanalar med kortet (${count})`,
  morePlaces: () => 'Berre nokre får plass. Vel éin server i kommandoen for å sjå alle kanalane der.',
  foreignChannel: ({ place }: { place: string }) =>
    `${place} er ikkje ein open kanal på ein av serverane våre. Vel ein annan.`,
  closedChannel: ({ place }: { place: string }) =>
    `Boten får ikkje skrive i ${place}. Be eigaren av serveren om lov, eller vel ein annan.`,
  lookTitle: () => 'Sjå over før du godkjenner',
  warnPersonalData: ({ things }) => `Kan vise kven nokon er: ${things}.`,
  warnReading: ({ lix }) => `Tungt å lese: LIX ${lix}. Bruk kortare ord og setningar.`,
  warnEmoji: () => 'Emoji kan misforståast.',
  warnMonotony: () => 'Dei to siste innlegga var av same slag. Litt variasjon gjer at fleire les.',
  approveButton: () => 'Godkjenn',
  withdrawButton: () => 'Trekk tilbake',
  refused: () => 'Ikkje lagra. Rett dette først:',
  fault: faultText,
  approved: ({ number, at }) => `Innlegg ${number} er godkjent og går ut ${at}.`,
  withdrawn: ({ number }) => `Innlegg ${number} er trekt tilbake.`,
  ownPost: () => 'Du har skrive det sjølv. Ein annan må godkjenne.',
  notADraft: () => 'Innlegget er alt godkjent, lagt ut eller trekt tilbake.',
  notFound: () => 'Fann ikkje innlegget.',
  stale: () => 'Nokon andre endra innlegga no. Prøv ein gong til.',
  activityFormTitle: () => 'Ny aktivitet',
  activityNameLabel: () => 'Namn',
  activityPlaceLabel: () => 'Kvar',
  activityAboutLabel: () => 'Kva skal vi gjere?',
  activityWhoLabel: () => 'Kven frå oss er der?',
  activityWhoDescription: () => 'Førenamn og rolle, slik alle kan lese det.',
  coming: ({ count }) => `Har sagt at dei kjem: ${count}.`,
  inCalendars: () => 'Kjem òg i kalenderen på dei serverane som har gitt boten lov til det.',
  reminded: () => 'Dei får ei påminning i kanalen ein time før.',
  over: () => 'Aktiviteten har byrja, så han kan ikkje godkjennast.',
  notApproved: ({ strategy }) => `Leiinga har ikkje godkjent dette enno (strategi ${strategy}). Sjå \`/godkjenning\`.`,
  calledOff: ({ number }) => `Aktivitet ${number} er avlyst. Det blir sagt der han var lagd ut.`,
  calendarTitle: () => 'Innlegg som ventar og kjem',
  calendarEmpty: () => 'Ingen innlegg ventar. Lag eitt med `/innlegg nytt`.',
  state: ({ state }) => states[state],
  calendarLine: ({ number, at, type, state, start, places }) =>
    `- **${number}** ${at}: ${type}. ${state}. ${places} ${start}`,
};
