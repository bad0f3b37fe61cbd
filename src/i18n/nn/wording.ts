import type { WordingFault } from '../../core/texts/own-text.ts';
import type { Catalogue } from '../nb.ts';
import { words } from './words.ts';

type FaultOf<Kind extends WordingFault['kind']> = Extract<WordingFault, { kind: Kind }>;
const open = (name: string): string => `{${name}}`;
const list = (names: readonly string[]): string => names.map(open).join(', ');

const faults: { readonly [Kind in WordingFault['kind']]: (fault: FaultOf<Kind>) => string } = {
  'unknown-text': () => 'Denne teksten kan ikkje endrast, eller finst ikkje.',
  'unknown-placeholder': ({ name, known }) =>
    known.length === 0
      ? `Ta bort ${open(name)}. Denne teksten har ingen felt.`
      : `Ta bort ${open(name)}. Felt du kan bruke her: ${list(known)}.`,
  'missing-placeholder': ({ name }) => `Ta med ${open(name)}. Utan det manglar noko lesaren treng.`,
  'stray-brace': () => 'Ta bort { og } som ikkje høyrer til eit felt.',
  empty: () => 'Skriv noko. Vil du ha tilbake standardteksten, bruk «tilbakestill».',
  'too-many-characters': ({ length, most }) => `Kort ned: ${length} teikn, og det er plass til ${most}.`,
  'too-many-words': ({ count, most }) => `Kort ned: ${count} ord, og det er plass til ${most}.`,
  'action-not-first': () =>
    'Set det viktigaste i første setning: kva lesaren skal gjere, med dei same felta som i standardteksten.',
  'hard-to-read': ({ lix, most }) => `Bruk kortare ord og setningar: LIX er ${lix}, og grensa er ${most}.`,
  promise: ({ found }) => `Ta bort «${found}». Det lovar noko vi ikkje kan halde.`,
  method: ({ found }) => `Ta bort «${found}». Ordet kan vise ein måte å skade seg på (#chatsafe).`,
  emoji: ({ found }) => `Ta bort ${found}. Emoji kan misforståast.`,
  'phone-number': ({ found }) =>
    `Ta bort ${found}. Nummer blir henta frå kontaktregisteret, så dei kan rettast éin stad.`,
  'hides-bot': () => 'Sei at det er ein bot som skriv.',
  'emergency-missing': () =>
    'Omset denne òg. Ho seier kvar det er hjelp når det hastar, og må stå på same språk som resten.',
};

export const wording: Catalogue['wording'] = {
  fault: (fault) => (faults[fault.kind] as (of: WordingFault) => string)(fault),
  formTitle: () => 'Teksten i eigne ord',
  formLabel: () => 'Ny tekst',
  formNote: ({ fields }) =>
    fields === '' ? 'Viktigast først. Korte ord.' : `Viktigast først. Korte ord. Felt som må vere med: ${fields}`,
  listTitle: () => 'Tekstar i eigne ord',
  none: () => 'Alle tekstar er standardtekstar. Vel ein i «tekst» for å sjå han.',
  place: ({ key, language }) => `\`${key}\` (${words.languageName({ language })})`,
  standardTitle: () => 'Standardteksten',
  ownTitle: () => 'Eigne ord',
  fields: ({ fields }) => `Felt som må vere med: ${fields}`,
  notOwn: () => 'Standardteksten blir brukt.',
  preview: () => 'Slik blir det, med døme i felta. Ikkje teke i bruk enno.',
  fixFirst: () => 'Ikkje lagra. Rett dette først:',
  useButton: () => 'Bruk teksten',
  againButton: () => 'Skriv på nytt',
  saved: () => 'Lagra. Teksten er i bruk om eit par sekund.',
  stale: () => 'Nokon andre endra innstillingane no. Ingenting er lagra. Prøv ein gong til.',
  expired: () => 'Utkastet venta for lenge og er borte. Skriv det på nytt.',
  notKept: () => 'Den versjonen er ikkje teken vare på lenger.',
  historyTitle: () => 'Tidlegare versjonar, nyaste først',
  noHistory: () => 'Teksten er ikkje endra i dei versjonane som er tekne vare på.',
  revision: ({ number, at }) => `**${number}.** ${at}`,
  restoreButton: ({ number }) => `Bruk versjon ${number}`,
  unknown: () => 'Fann ikkje teksten. Vel ein frå lista.',
};
