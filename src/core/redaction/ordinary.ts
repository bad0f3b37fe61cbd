import { hint } from './hints.ts';
import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';

const mayBeMore =
  lexeme.given | lexeme.surname | lexeme.place | lexeme.wellKnown | lexeme.rare | lexeme.englishWord | lexeme.compound;
const announcing =
  hint.wholeNumber |
  hint.platform |
  hint.mail |
  hint.streetHead |
  hint.schoolHead |
  hint.date |
  hint.mixed |
  hint.digits;
const quietMarks = '.,!?…:;()"\'«»“”-–\uFFFC';

/**
 * True when no detector can find anything: every word is one the lists hold as nothing but a word, written small or
 * opening a sentence, no word announces a number, an address of the net, a platform, a street, a school or a date, and
 * every mark stands as marks do in prose. Most messages are so, and need no closer look. Placeholders are passed over.
 */
export function isOrdinary({ view, tokens, settled, bits, open, reversed }: Message): boolean {
  if (reversed || (open & announcing) !== 0 || view.spelled.length > 0 || view.lower.includes('xx')) return false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || settled.touches(token.start, token.end)) continue;
    if (token.kind === 'mark') {
      if (!quietMarks.includes(token.text)) return false;
      // «----. ...--»: Morse.
      if (token.text === '.' && /^[-–]$/.test(tokens[index - 1]?.text ?? '')) return false;
      const glued = tokens[index - 1]?.end === token.start && tokens[index + 1]?.start === token.end;
      if (glued && tokens[index + 1]?.kind !== 'mark') return false;
      continue;
    }
    const known = bits[index] ?? 0;
    if ((known & lexeme.word) === 0 || (known & mayBeMore) !== 0) return false;
    if (token.casing !== 'lower' && !(token.casing === 'title' && token.opensSentence)) return false;
  }
  return true;
}
