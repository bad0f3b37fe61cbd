import type { CatalogueLanguage } from '../../core/language.ts';
import type { WordingFault } from '../../core/texts/own-text.ts';
import { words } from './words.ts';

type FaultOf<Kind extends WordingFault['kind']> = Extract<WordingFault, { kind: Kind }>;
const open = (name: string): string => `{${name}}`;
const list = (names: readonly string[]): string => names.map(open).join(', ');

/** What is wrong with a municipality's own wording, and what to change. For the coordinator. */
const faults: { readonly [Kind in WordingFault['kind']]: (fault: FaultOf<Kind>) => string } = {
  'unknown-text': () => 'Denne teksten kan ikke endres, eller finnes ikke.',
  'unknown-placeholder': ({ name, known }) =>
    known.length === 0
      ? `Ta bort ${open(name)}. Denne teksten har ingen felt.`
      : `Ta bort ${open(name)}. Felt du kan bruke her: ${list(known)}.`,
  'missing-placeholder': ({ name }) => `Ta med ${open(name)}. Uten det mangler noe leseren trenger.`,
  'stray-brace': () => 'Ta bort { og } som ikke hører til et felt.',
  empty: () => 'Skriv noe. Vil du ha tilbake standardteksten, bruk «tilbakestill».',
  'too-many-characters': ({ length, most }) => `Kort ned: ${length} tegn, og det er plass til ${most}.`,
  'too-many-words': ({ count, most }) => `Kort ned: ${count} ord, og det er plass til ${most}.`,
  'action-not-first': () =>
    'Sett det viktigste i første setning: hva leseren skal gjøre, med de samme feltene som i standardteksten.',
  'hard-to-read': ({ lix, most }) => `Bruk kortere ord og setninger: LIX er ${lix}, og grensen er ${most}.`,
  promise: ({ found }) => `Ta bort «${found}». Det lover noe vi ikke kan holde.`,
  method: ({ found }) => `Ta bort «${found}». Ordet kan vise en måte å skade seg på (#chatsafe).`,
  emoji: ({ found }) => `Ta bort ${found}. Emoji kan misforstås.`,
  'phone-number': ({ found }) => `Ta bort ${found}. Numre hentes fra kontaktregisteret, så de kan rettes ett sted.`,
  'hides-bot': () => 'Si at det er en bot som skriver.',
  'emergency-missing': () =>
    'Oversett denne også. Den sier hvor det er hjelp når det haster, og må stå på samme språk som resten.',
};

export const wording = {
  fault: (fault: WordingFault): string => (faults[fault.kind] as (of: WordingFault) => string)(fault),
  formTitle: () => 'Teksten i egne ord',
  formLabel: () => 'Ny tekst',
  formNote: ({ fields }: { fields: string }) =>
    fields === '' ? 'Viktigste først. Korte ord.' : `Viktigste først. Korte ord. Felt som må være med: ${fields}`,
  listTitle: () => 'Tekster i egne ord',
  none: () => 'Alle tekster er standardtekster. Velg en i «tekst» for å se den.',
  place: ({ key, language }: { key: string; language: CatalogueLanguage }) =>
    `\`${key}\` (${words.languageName({ language })})`,
  standardTitle: () => 'Standardteksten',
  ownTitle: () => 'Egne ord',
  fields: ({ fields }: { fields: string }) => `Felt som må være med: ${fields}`,
  notOwn: () => 'Standardteksten brukes.',
  preview: () => 'Slik blir det, med eksempler i feltene. Ikke tatt i bruk ennå.',
  fixFirst: () => 'Ikke lagret. Rett dette først:',
  useButton: () => 'Bruk teksten',
  againButton: () => 'Skriv på nytt',
  saved: () => 'Lagret. Teksten er i bruk om et par sekunder.',
  stale: () => 'Noen andre endret innstillingene nå. Ingenting er lagret. Prøv en gang til.',
  expired: () => 'Utkastet ventet for lenge og er borte. Skriv det på nytt.',
  notKept: () => 'Den versjonen er ikke tatt vare på lenger.',
  historyTitle: () => 'Tidligere versjoner, nyeste først',
  noHistory: () => 'Teksten er ikke endret i de versjonene som er tatt vare på.',
  revision: ({ number, at }: { number: number; at: string }) => `**${number}.** ${at}`,
  restoreButton: ({ number }: { number: number }) => `Bruk versjon ${number}`,
  unknown: () => 'Fant ikke teksten. Velg en fra lista.',
};
