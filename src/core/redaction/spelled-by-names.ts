import { hint } from './hints.ts';
import type { Message } from './message.ts';

/** Words that stand for their first letter when somebody spells aloud. Source: the NATO and the Norwegian alphabet. */
export const spellingWords: ReadonlySet<string> = new Set(
  'alfa alpha bravo charlie delta echo ekko foxtrot golf hotel india juliett juliet kilo lima mike november oscar oskar papa quebec romeo sierra tango uniform victor viktor whisky whiskey xray x-ray yankee zulu anna bernhard cesar david edith fredrik gustav harald ivar johan karl ludvig martin nils olivia petter quintus rikard sigrid teodor ulrik enkel-w xerxes yngling zakarias'.split(
    ' ',
  ),
);
const fewestWords = 4;

/** Letters spelled with words, by token index: «J som i Johan, O som i Ola», «Juliett Oscar November Alfa». */
export interface SpelledRow {
  readonly first: number;
  readonly last: number;
  readonly letters: number;
}

/** True for «Bravo», «Sierra» and the like. */
export function spellsLetter(lower: string): boolean {
  return spellingWords.has(lower);
}

/** Rows of at least two letters explained with «som i», or of at least four words of a spelling alphabet. */
export function rowsSpelledByNames(message: Message): readonly SpelledRow[] {
  const { tokens, hints } = message;
  const rows: SpelledRow[] = [];
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]?.text.length !== 1 && ((hints[index] ?? 0) & hint.spelling) === 0) continue;
    const row = rowOf(message, index, explainedLetter, 2) ?? rowOf(message, index, alphabetWord, fewestWords);
    if (row === undefined) continue;
    rows.push(row);
    index = row.last;
  }
  return rows;
}

function rowOf(
  message: Message,
  first: number,
  pieceEnd: (message: Message, index: number) => number | undefined,
  fewest: number,
): SpelledRow | undefined {
  let letters = 0;
  let last = first;
  for (let at = first; ;) {
    const end = pieceEnd(message, at);
    if (end === undefined) break;
    letters++;
    last = end;
    at = end + 1;
    while (/^(?:[,.;/-]|og|så|and|then)$/.test(message.tokens[at]?.lower ?? '') && at <= last + 2) at++;
  }
  return letters >= fewest ? { first, last, letters } : undefined;
}

// «J som i Johan», «J for Johan»: the word opens with the letter.
function explainedLetter({ tokens }: Message, index: number): number | undefined {
  const letter = tokens[index];
  if (letter?.kind !== 'word' || letter.text.length !== 1) return undefined;
  const link = tokens[index + 1]?.lower ?? '';
  if (link !== 'som' && link !== 'for' && link !== 'as' && link !== 'like') return undefined;
  const skipped = /^(?:i|in)$/.test(tokens[index + 2]?.lower ?? '') && tokens[index + 3]?.kind === 'word' ? 3 : 2;
  const word = tokens[index + skipped];
  return word?.kind === 'word' && word.text.length > 1 && word.lower.startsWith(letter.lower)
    ? index + skipped
    : undefined;
}

function alphabetWord({ tokens }: Message, index: number): number | undefined {
  return spellsLetter(tokens[index]?.lower ?? '') ? index : undefined;
}
