import type { KeepingGround } from '../../core/subject-request.ts';
import type { Catalogue } from '../nb.ts';

/** Why a conversation stays although its sender has asked. */
const grounds: Readonly<Record<KeepingGround, string>> = {
  law: 'Lova seier at vi må skrive ned og ta vare på noko så alvorleg.',
  danger: 'Nokon kan vere i fare, og vi følgjer det opp.',
  claim: 'Det kan bli bruk for ho i ei sak for politi eller domstol.',
};

export const dataSubject: Catalogue['dataSubject'] = {
  whose: () => 'Fleire kommunar kan ha lagra noko om deg. Kvar av dei lagrar for seg. Kven gjeld det?',
  showButton: () => 'Sjå mine data',
  eraseButton: () => 'Slett mine data',
  eraseNowButton: () => 'Ja, slett no',
  title: () => 'Dette har vi lagra om deg',
  nothing: () => 'Vi fann ingenting som er lagra om deg her no.',
  conversation: ({ number, opened, count }) =>
    `**Samtale ${number}**, starta ${opened}. ${count === 1 ? 'Éi melding er lagra' : `${count} meldingar er lagra`}.`,
  kinds: () =>
    'Vi har også lagra Discord-kontoen din (kryptert, for å kunne svare), kor alvorleg boten meiner det er, og når du skreiv.',
  sealed: ({ hours }) => `Verkar noko alvorleg, ligg det du skreiv, låst inne i ${hours} timar.`,
  seenBy: () =>
    'Berre saksbehandlarar og vakthavande i tenesta kan sjå samtalen. Foreldre får han ikkje av oss utan vidare.',
  goes: ({ day, hours }) =>
    `Skriv ingen meir, blir han sletta ${day}. Blir saka lukka, blir han sletta ${hours} timar etter.`,
  answerDue: ({ day }) => `Du har bede om sletting. Eit menneske svarer deg innan ${day}.`,
  record: ({ since, day }) =>
    `Vi hugsar at du først skreiv ${since}, og kva beskjedar boten har gitt. Det blir sletta ${day}.`,
  closedGoes: ({ day }) => `Samtalen er lukka, og han blir sletta ${day}.`,
  documented: () =>
    'Dei tilsette har òg eit eige, låst notat om dette. Lova krev at vi skriv ned noko så alvorleg. Be oss eller personvernombodet om innsyn, så svarer eit menneske.',
  entriesTitle: () => 'Det som er skrive, slik vi har lagra det:',
  entry: ({ at, who, text }) => `${at}, ${who}: ${text}`,
  you: () => 'du',
  us: () => 'vi',
  entryUnmaskable: () => '(ikkje lagra: boten klarte ikkje å ta bort personopplysningar)',
  entryWithdrawn: () => '(trekt tilbake av oss)',
  entryDeleted: () => '(sletta av deg)',
  notShown: ({ count }) =>
    `${count === 1 ? 'Éi eldre melding får' : `${count} eldre meldingar får`} ikkje plass her. Spør oss eller personvernombodet om du vil ha alt.`,
  discordKeeps: () =>
    'Discord har sin eigen kopi av det du skreiv, og den kan ikkje vi slette. Slett han sjølv: hald fingeren på meldinga (høgreklikk på PC) og vel «Slett melding».',
  eraseAsk: () =>
    'Vil du slette det vi har lagra om deg? Samtalen blir borte for oss òg, og vi kan ikkje svare på han meir. Er det noko alvorleg vi må følgje opp, blir det ein førespurnad eit menneske svarer på.',
  erased: ({ at }) => `Sletta ${at}. Dette er kvitteringa di.`,
  erasedConversation: ({ number, count }) =>
    `Samtale ${number} med ${count === 1 ? 'éi melding' : `${count} meldingar`} er borte frå lageret vårt.`,
  erasedRecord: () => 'Det vi hugsa om at du har skrive til oss, er borte.',
  backups: () => 'I tryggingskopiane kan det ikkje lesast lenger når neste kopi er teken.',
  cursor: () =>
    'Boten hugsar kor langt han har lese i chatten din, så inga ny melding blir borte. Det blir sletta 90 dagar etter siste melding.',
  staffCopyGone: () => 'Kopien i kanalen til dei tilsette er sletta.',
  staffCopyLeft: () =>
    'Vi klarte ikkje å slette kopien i kanalen til dei tilsette enno. Boten prøver igjen til han er borte.',
  requested: ({ number, day }) =>
    `Samtale ${number} er ikkje sletta enno. Han handlar om noko alvorleg, og då må vi nokre gonger ta vare på han. Eit menneske ser på ønsket ditt og svarer innan ${day}.`,
  requestedBefore: ({ number, day }) =>
    `Du har allereie bede om at samtale ${number} blir sletta. Eit menneske svarer innan ${day}.`,
  complain: ({ officer }) => `Er du usamd, kan du spørje personvernombodet (${officer}) eller klage til Datatilsynet.`,
  tryAgain: () => 'Nokon skreiv i samtalen akkurat no, og ingenting er sletta. Prøv ein gong til.',
  erasureDone: ({ number }) =>
    `Du bad om at samtale ${number} skulle slettast. Eit menneske har sett på det, og ho er sletta.`,
  erasureKept: ({ number, ground }) =>
    `Du bad om at samtale ${number} skulle slettast. Eit menneske har sett på det. Vi må ta vare på ho litt til: ${grounds[ground]} Ho blir sletta når fristen er ute.`,
  noteErasureKept: ({ signature }) =>
    `${signature} har svart på ønsket om sletting: saka blir teken vare på til fristen er ute. Den unge har fått vite kvifor.`,
  noteErasureRequested: ({ day }) =>
    `Avsendaren har bede om sletting. Vurder om saka må dokumenterast. Koordinator eller vakthavande svarer i \`/innsyn\` innan ${day}.`,
};
