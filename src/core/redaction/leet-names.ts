import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import type { Reading } from './name-neighbours.ts';

const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' };
const longest = 14;
const digitBesideLetter = /\d[\p{L}\p{M}$]|[\p{L}\p{M}$]\d/u;

/** Names with digits for letters, wherever the digits stand: «5tin3», «3m1l13», «ph1l1p». */
export function leetNames({ tokens, view, lexicon, hasDigits }: Message): readonly (readonly [number, Reading])[] {
  if (!hasDigits || !digitBesideLetter.test(view.text)) return [];
  const found: (readonly [number, Reading])[] = [];
  for (let first = 0; first < tokens.length; first++) {
    let run = '';
    let last = first;
    for (let at = first; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined || token.kind === 'mark' || (at > first && token.start !== tokens[at - 1]?.end)) break;
      run += token.lower;
      last = at;
    }
    if (run.length >= 3 && run.length <= longest && /\d/.test(run) && /\p{L}/u.test(run) && isName(lexicon, run))
      found.push([first, { ruleId: 'name.leet', end: tokens[last]?.end ?? 0 }]);
    first = last;
  }
  return found;
}

function isName(lexicon: Message['lexicon'], run: string): boolean {
  if (/[26]/.test(run)) return false;
  const plain = run.replace(/\d/g, (digit) => letters[digit] ?? digit);
  return [plain, run.replaceAll('1', 'l').replace(/\d/g, (digit) => letters[digit] ?? digit)].some((word) => {
    const bits = lexicon.listed(word);
    return (bits & lexeme.given) !== 0 && (bits & (lexeme.word | lexeme.rare)) === 0;
  });
}
