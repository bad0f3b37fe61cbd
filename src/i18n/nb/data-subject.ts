import type { KeepingGround } from '../../core/subject-request.ts';

/** Why a conversation stays although its sender has asked. */
const grounds: Readonly<Record<KeepingGround, string>> = {
  law: 'Loven sier at vi må skrive ned og ta vare på noe så alvorlig.',
  danger: 'Noen kan være i fare, og vi følger det opp.',
  claim: 'Det kan bli bruk for den i en sak for politi eller domstol.',
};

/** What is stored about the reader, and its erasure. Short sentences; nothing promised that is not done. */
export const dataSubject = {
  whose: () => 'Flere kommuner kan ha lagret noe om deg. Hver av dem lagrer for seg. Hvem gjelder det?',
  showButton: () => 'Se mine data',
  eraseButton: () => 'Slett mine data',
  eraseNowButton: () => 'Ja, slett nå',
  title: () => 'Dette har vi lagret om deg',
  nothing: () => 'Vi fant ingenting som er lagret om deg her nå.',
  conversation: ({ number, opened, count }: { number: number; opened: string; count: number }) =>
    `**Samtale ${number}**, startet ${opened}. ${count === 1 ? 'Én melding er lagret' : `${count} meldinger er lagret`}.`,
  kinds: () =>
    'Vi har også lagret Discord-kontoen din (kryptert, for å kunne svare), hvor alvorlig boten mener det er, og når du skrev.',
  sealed: ({ hours }: { hours: number }) => `Virker noe alvorlig, ligger det du skrev, låst inne i ${hours} timer.`,
  seenBy: () =>
    'Bare saksbehandlere og vakthavende i tjenesten kan se samtalen. Foreldre får den ikke av oss uten videre.',
  goes: ({ day, hours }: { day: string; hours: number }) =>
    `Skriver ingen mer, slettes den ${day}. Blir saken lukket, slettes den ${hours} timer etter.`,
  answerDue: ({ day }: { day: string }) => `Du har bedt om sletting. Et menneske svarer deg innen ${day}.`,
  record: ({ since, day }: { since: string; day: string }) =>
    `Vi husker at du først skrev ${since}, og hvilke beskjeder boten har gitt. Det slettes ${day}.`,
  closedGoes: ({ day }: { day: string }) => `Samtalen er lukket, og den slettes ${day}.`,
  documented: () =>
    'Ansatte har også et eget, låst notat om dette. Loven krever at vi skriver ned noe så alvorlig. Be oss eller personvernombudet om innsyn, så svarer et menneske.',
  entriesTitle: () => 'Det som er skrevet, slik vi har lagret det:',
  entry: ({ at, who, text }: { at: string; who: string; text: string }) => `${at}, ${who}: ${text}`,
  you: () => 'du',
  us: () => 'vi',
  entryUnmaskable: () => '(ikke lagret: boten klarte ikke å ta bort personopplysninger)',
  entryWithdrawn: () => '(trukket tilbake av oss)',
  entryDeleted: () => '(slettet av deg)',
  notShown: ({ count }: { count: number }) =>
    `${count === 1 ? 'Én eldre melding får' : `${count} eldre meldinger får`} ikke plass her. Spør oss eller personvernombudet hvis du vil ha alt.`,
  discordKeeps: () =>
    'Discord har sin egen kopi av det du skrev, og den kan ikke vi slette. Slett den selv: hold fingeren på meldingen (høyreklikk på PC) og velg «Slett melding».',
  eraseAsk: () =>
    'Vil du slette det vi har lagret om deg? Samtalen blir borte for oss også, og vi kan ikke svare på den mer. Er det noe alvorlig vi må følge opp, blir det en forespørsel et menneske svarer på.',
  erased: ({ at }: { at: string }) => `Slettet ${at}. Dette er kvitteringen din.`,
  erasedConversation: ({ number, count }: { number: number; count: number }) =>
    `Samtale ${number} med ${count === 1 ? 'én melding' : `${count} meldinger`} er borte fra lageret vårt.`,
  erasedRecord: () => 'Det vi husket om at du har skrevet til oss, er borte.',
  backups: () => 'I sikkerhetskopiene kan det ikke leses lenger når neste kopi er tatt.',
  cursor: () =>
    'Boten husker hvor langt den har lest i chatten din, så ingen ny melding blir borte. Det slettes 90 dager etter siste melding.',
  staffCopyGone: () => 'Kopien i de ansattes kanal er slettet.',
  staffCopyLeft: () => 'Vi klarte ikke å slette kopien i de ansattes kanal ennå. Boten prøver igjen til den er borte.',
  requested: ({ number, day }: { number: number; day: string }) =>
    `Samtale ${number} er ikke slettet ennå. Den handler om noe alvorlig, og da må vi noen ganger ta vare på den. Et menneske ser på ønsket ditt og svarer innen ${day}.`,
  requestedBefore: ({ number, day }: { number: number; day: string }) =>
    `Du har allerede bedt om at samtale ${number} slettes. Et menneske svarer innen ${day}.`,
  complain: ({ officer }: { officer: string }) =>
    `Er du uenig, kan du spørre personvernombudet (${officer}) eller klage til Datatilsynet.`,
  tryAgain: () => 'Noen skrev i samtalen akkurat nå, og ingenting er slettet. Prøv en gang til.',
  erasureDone: ({ number }: { number: number }) =>
    `Du ba om at samtale ${number} skulle slettes. Et menneske har sett på det, og den er slettet.`,
  erasureKept: ({ number, ground }: { number: number; ground: KeepingGround }) =>
    `Du ba om at samtale ${number} skulle slettes. Et menneske har sett på det. Vi må beholde den litt til: ${grounds[ground]} Den slettes når fristen er ute.`,
  noteErasureKept: ({ signature }: { signature: string }) =>
    `${signature} har svart på ønsket om sletting: saken beholdes til fristen er ute. Den unge har fått vite hvorfor.`,
  noteErasureRequested: ({ day }: { day: string }) =>
    `Avsenderen har bedt om sletting. Vurder om saken må dokumenteres. Koordinator eller vakthavende svarer i \`/innsyn\` innen ${day}.`,
};
