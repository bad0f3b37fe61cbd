import { hint } from './hints.ts';
import type { Message } from './message.ts';
import { isPlatform } from './platform-words.ts';

const colours: ReadonlySet<string> = new Set(
  'gule gul lilla svarte blå grønne rosa røde hvite kvite oransje yellow purple black blue green pink'.split(' '),
);

/** True for words that name an app with what stands beside them. */
export function isPartOfApp(lower: string): boolean {
  return lower === 'bruker' || lower === 'real' || lower === 'g' || appWord.test(lower);
}

const appWord = /app(?:en)?$/;

/** Indexes of the tokens that name an app or an account, also in disguise: «5nap», «be real», «den gule appen», «i g». */
export function appCues(message: Message): readonly number[] {
  if ((message.said & (hint.platform | hint.app)) === 0 && (message.open & hint.digits) === 0) return [];
  return message.tokens.flatMap((token, index) => (token.kind === 'word' && namesApp(message, index) ? [index] : []));
}

function namesApp({ tokens, hints }: Message, index: number): boolean {
  const hinted = hints[index] ?? 0;
  if ((hinted & hint.platform) !== 0) return true;
  const lower = tokens[index]?.lower ?? '';
  const before = tokens[index - 1];
  if ((hinted & hint.app) === 0)
    return before?.kind === 'digits' && before.end === tokens[index]?.start && isPlatform(before.text + lower);
  if (lower === 'bruker') return tokens[index + 1]?.text === ':';
  if (lower === 'real') return before?.lower === 'be';
  if (lower === 'g') return before?.lower === 'i' && before.start + 2 === tokens[index]?.start;
  return colours.has(before?.lower ?? '') || /^(?:spøkelse|ghost)/.test(lower);
}
