import { newcomerCourtesy } from './lexicon/newcomer-wording.ts';
import { hasForeignLetters } from './text/characters.ts';
import type { Tokens } from './text/tokens.ts';

/** Words a message needs before its language can be judged by its share of known words. */
const fewestWords = 4;
/** With fewer, every word must be unknown, and there must be this many words and letters. */
const fewestUnknown = 2;
const fewestUnknownLetters = 8;
/** Below this share of known or likely words, a longer message is in a language triage does not read. */
const lowestShare = 0.34;
/** Share of a word's letter triples that must be common here before the word is likely to be Norwegian, English or Sámi. */
const likelyTriples = 0.8;
const shortestLikely = 5;

/** Small words of languages young people here also write, and triage does not read. None is a Norwegian or English word. */
const foreignSmallWords = new Set(
  (
    'nie jest się sie jestem mnie dla tak bardzo ich nicht und ist mich  aber wenn que muy quiero pero porque estoy  una los ' +
    'veux ne  suis veux avec pour mais est vous nous waan waxaan  aniga iyo waa ayaa inaan bir ben değil çok degil cok ' +
    'istemiyorum aš noriu nenoriu labai  yra   vreau sunt este foarte nem vagyok akarok hogy  ako po lang hindi ko ang ng ' +
    'ya_  hochu menya mne  mesh mish wallah_ anta  ez dixwazim naxwazim jina nin_ mana  sen seni nuk dua jam shume une'
  )
    .split(' ')
    .filter((word) => !word.endsWith('_')),
);
const fewestForeign = 2;

/** Letter triples that occur in known words, with the word's edges marked. */
export function letterTriples(words: Iterable<string>): ReadonlySet<string> {
  const triples = new Set<string>();
  for (const word of words) {
    const edged = ` ${word} `;
    for (let at = 0; at + 3 <= edged.length; at += 1) triples.add(edged.slice(at, at + 3));
  }
  return triples;
}

/** Whether an unknown word could be Norwegian, English or Sámi by its letters. */
export function looksLikely(word: string, triples: ReadonlySet<string>): boolean {
  if (word.length < shortestLikely) return false;
  const edged = ` ${word} `;
  let common = 0;
  for (let at = 0; at + 3 <= edged.length; at += 1) if (triples.has(edged.slice(at, at + 3))) common += 1;
  return common / (edged.length - 2) >= likelyTriples;
}

/**
 * Whether triage can say anything about this text. Unknown goes to people, never to silence.
 * @param known share of known words, 0–1
 */
export function readability(tokens: Tokens, known: number): 'readable' | 'unknown' {
  const words = tokens.words.filter((word) => !/^\d/.test(word));
  if (words.length === 0) return 'readable';
  if (words.every((word) => newcomerCourtesy.has(word))) return 'readable';
  const foreign = words.filter(hasForeignLetters).length;
  if (foreign >= words.length / 2) return 'unknown';
  if (known < 0.95 && words.filter((word) => foreignSmallWords.has(word)).length >= fewestForeign) return 'unknown';
  if (words.length >= fewestWords) return known < lowestShare ? 'unknown' : 'readable';
  return words.length >= fewestUnknown && known === 0 && words.join('').length >= fewestUnknownLetters
    ? 'unknown'
    : 'readable';
}
