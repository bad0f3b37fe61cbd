import { hint } from './hints.ts';
import type { Message } from './message.ts';
import { isPlatform } from './platform-words.ts';

const colours: ReadonlySet<string> = new Set(
  'gule gul lilla svarte blå grønne rosa røde hvite kvite oransje yellow purple black blue green pink'.split(' '),
);

/** Indexes of the tokens that name an app or an account, also in disguise: «5nap», «be real», «den gule appen», «i g». */
export function appCues(message: Message): readonly number[] {
  return message.tokens.flatMap((token, index) => (token.kind === 'word' && namesApp(message, index) ? [index] : []));
}

function namesApp({ tokens, hints }: Message, index: number): boolean {
  if (((hints[index] ?? 0) & hint.platform) !== 0) return true;
  const lower = tokens[index]?.lower ?? '';
  const before = tokens[index - 1];
  if (lower === 'bruker') return tokens[index + 1]?.text === ':';
  if (lower === 'real') return before?.lower === 'be';
  if (lower === 'g') return before?.lower === 'i' && before.start + 2 === tokens[index]?.start;
  if (/app(?:en)?$/.test(lower)) return colours.has(before?.lower ?? '') || /^(?:spøkelse|ghost)/.test(lower);
  return before?.kind === 'digits' && before.end === tokens[index]?.start && isPlatform(before.text + lower);
}
