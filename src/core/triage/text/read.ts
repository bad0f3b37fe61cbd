import { isEnglishWord, readsAsEnglish, standardSpelling } from './spelling.ts';
import type { Tokens } from './tokens.ts';

/** The tokens with dialect, nynorsk and chat spelling folded to the words the lexicon is written in. */
export function standardise(tokens: Tokens): Tokens {
  const english = readsAsEnglish(tokens.words);
  const words = tokens.words.map((word) => {
    const squeezed = squeeze(word);
    if (english && isEnglishWord(squeezed)) return squeezed;
    return standardSpelling(squeezed) ?? squeezed;
  });
  return { ...tokens, words };
}

/** Drawn-out letters shortened: three or more of the same become one, and a doubled last vowel becomes single. */
function squeeze(word: string): string {
  let drawnOut = false;
  for (let index = 2; index < word.length; index += 1) {
    if (word[index] === word[index - 1] && word[index] === word[index - 2]) {
      drawnOut = true;
      break;
    }
  }
  const digit = word.charCodeAt(0) <= 57;
  if (digit) return word;
  const shorter = drawnOut ? word.replace(/(\p{L})\1{2,}/gu, '$1') : word;
  const last = shorter.at(-1) ?? '';
  return shorter.length > 2 && last === shorter.at(-2) && 'åæøyui'.includes(last) ? shorter.slice(0, -1) : shorter;
}
