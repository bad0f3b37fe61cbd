import { hasForeignLetters } from './text/characters.ts';
import type { Tokens } from './text/tokens.ts';

/** Words a message needs before its language can be judged at all. */
const fewestWords = 4;
/** Below this share of known words, a longer message is in a language triage does not read. */
const lowestShare = 0.34;

/** Whether triage can say anything about this text. Unknown goes to people, never to silence. */
export function readability(tokens: Tokens, known: number): 'readable' | 'unknown' {
  const words = tokens.words.filter((word) => !/^\d/.test(word));
  const foreign = words.filter(hasForeignLetters).length;
  if (foreign > 0 && foreign >= words.length / 2) return 'unknown';
  return words.length >= fewestWords && known < lowestShare ? 'unknown' : 'readable';
}
