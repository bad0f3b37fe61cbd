import type { Consent, PostType } from '../../core/posts/post-book.ts';
import type { PostFault } from '../../core/posts/post-check.ts';

const types: Readonly<Record<PostType, string>> = {
  presence: 'når vi er her',
  local: 'noe som skjer her',
  activity: 'aktivitet',
  advice: 'råd',
};
const consents: Readonly<Record<Consent, string>> = {
  nobody: 'Nei, ingen kan kjennes igjen',
  consented: 'Ja, og de har sagt ja',
  'not-asked': 'Ja, men de er ikke spurt',
};
type State = 'draft' | 'approved' | 'gone' | 'withdrawn';
const states: Readonly<Record<State, string>> = {
  draft: 'Venter på godkjenning',
  approved: 'Godkjent',
  gone: 'Lagt ut',
  withdrawn: 'Trukket tilbake',
};

function faultText(fault: Exclude<PostFault, { readonly channelId: unknown }>): string {
  switch (fault.kind) {
    case 'empty':
      return 'Skriv noe.';
    case 'too-long': {
      const { length, most } = fault;
      return `Kort ned: ${length} tegn, og det er plass til ${most}.`;
    }
    case 'promise': {
      const { found } = fault;
      return `Ta bort «${found}». Det lover noe vi ikke kan holde.`;
    }
    case 'method': {
      const { found } = fault;
      return `Ta bort «${found}». Ordet kan vise en måte å skade seg på (#chatsafe).`;
    }
    case 'no-consent':
      return 'Spør dem det gjelder først, eller skriv så ingen kan kjennes igjen.';
    case 'not-a-time':
      return 'Skriv tidspunktet slik: 2026-11-25 18:00.';
    case 'past':
      return 'Tidspunktet har vært. Velg et senere.';
    case 'no-channel':
      return 'Det er ingen kanal med kortet på den serveren.';
  }
}

/** Posts to the channels that have a card: drafted by one, approved by another. For staff and content producers. */
export const posts = {
  type: ({ type }: { type: PostType }) => types[type],
  consent: ({ consent }: { consent: Consent }) => consents[consent],
  formTitle: () => 'Nytt innlegg',
  formNote: () => 'Andre enn deg godkjenner det før det legges ut. Det viktigste først, korte ord.',
  textLabel: () => 'Teksten',
  consentLabel: () => 'Kan noen kjennes igjen?',
  consentDescription: () => 'I teksten, eller på bilder du lenker til.',
  draftTitle: ({ number, type }: { number: number; type: string }) => `# Utkast ${number}: ${type}`,
  whenApproved: () => 'Legges ut når det er godkjent.',
  when: ({ at }: { at: string }) => `Legges ut ${at}.`,
  by: ({ author }: { author: string }) => `Skrevet av ${author}.`,
  approvedBy: ({ approver }: { approver: string }) => `Godkjent av ${approver}.`,
  channels: ({ count }: { count: number }) => (count === 1 ? 'I én kanal.' : `I ${count} kanaler.`),
  places: ({ places }: { places: string }) => `I ${places}.`,
  placesLabel: () => 'Hvor skal det ut?',
  allCards: ({ count }: { count: number }) =>
    count === 1 ? 'Kanalen med kortet' : `Alle kanaler med kortet (${count})`,
  morePlaces: () => 'Bare noen får plass. Velg én server i kommandoen for å se alle kanalene der.',
  foreignChannel: ({ place }: { place: string }) =>
    `${place} er ikke en åpen kanal på en av serverne våre. Velg en annen.`,
  closedChannel: ({ place }: { place: string }) =>
    `Boten får ikke skrive i ${place}. Be serverens eier om lov, eller velg en annen.`,
  lookTitle: () => 'Se over før du godkjenner',
  warnPersonalData: ({ things }: { things: string }) => `Kan vise hvem noen er: ${things}.`,
  warnReading: ({ lix }: { lix: number }) => `Tungt å lese: LIX ${lix}. Bruk kortere ord og setninger.`,
  warnEmoji: () => 'Emoji kan misforstås.',
  warnMonotony: () => 'De to siste innleggene var av samme slag. Litt variasjon gjør at flere leser.',
  approveButton: () => 'Godkjenn',
  withdrawButton: () => 'Trekk tilbake',
  refused: () => 'Ikke lagret. Rett dette først:',
  fault: faultText,
  approved: ({ number, at }: { number: number; at: string }) => `Innlegg ${number} er godkjent og går ut ${at}.`,
  withdrawn: ({ number }: { number: number }) => `Innlegg ${number} er trukket tilbake.`,
  ownPost: () => 'Du har skrevet det selv. En annen må godkjenne.',
  notADraft: () => 'Innlegget er allerede godkjent, lagt ut eller trukket tilbake.',
  notFound: () => 'Fant ikke innlegget.',
  stale: () => 'Noen andre endret innleggene nå. Prøv en gang til.',
  activityFormTitle: () => 'Ny aktivitet',
  activityNameLabel: () => 'Navn',
  activityPlaceLabel: () => 'Hvor',
  activityAboutLabel: () => 'Hva skal vi gjøre?',
  activityWhoLabel: () => 'Hvem fra oss er der?',
  activityWhoDescription: () => 'Fornavn og rolle, slik alle kan lese det.',
  coming: ({ count }: { count: number }) => `Har sagt at de kommer: ${count}.`,
  inCalendars: () => 'Kommer også i kalenderen på de serverne som har gitt boten lov til det.',
  reminded: () => 'De får en påminnelse i kanalen en time før.',
  over: () => 'Aktiviteten har begynt, så den kan ikke godkjennes.',
  notApproved: ({ strategy }: { strategy: number }) =>
    `Ledelsen har ikke godkjent dette ennå (strategi ${strategy}). Se \`/godkjenning\`.`,
  calledOff: ({ number }: { number: number }) => `Aktivitet ${number} er avlyst. Det blir sagt der den var lagt ut.`,
  calendarTitle: () => 'Innlegg som venter og kommer',
  calendarEmpty: () => 'Ingen innlegg venter. Lag ett med `/innlegg nytt`.',
  state: ({ state }: { state: State }) => states[state],
  calendarLine: ({
    number,
    at,
    type,
    state,
    start,
    places,
  }: {
    number: number;
    at: string;
    type: string;
    state: string;
    start: string;
    places: string;
  }) => `- **${number}** ${at}: ${type}. ${state}. ${places} ${start}`,
};
