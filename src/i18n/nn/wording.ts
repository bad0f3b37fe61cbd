import type { WordingFault } from '../../core/texts/own-text.ts';
import type { Catalogue } from '../nb.ts';

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
};

export const wording: Catalogue['wording'] = {
  fault: (fault) => (faults[fault.kind] as (of: WordingFault) => string)(fault),
};
