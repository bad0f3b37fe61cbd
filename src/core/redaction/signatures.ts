import { lexeme } from './lexicon.ts';
import type { Message } from './message.ts';
import type { Reading } from './name-neighbours.ts';

const dashes = '-–—~';
const mostWords = 2;

/** The name somebody signs with and no greeting before it: alone on the last line, or behind a dash at the end. */
export function signatures(message: Message): readonly (readonly [number, Reading])[] {
  const { tokens, view } = message;
  if (!/[\n\u2028~–—-]/.test(view.text)) return [];
  const last = tokens.findLastIndex(({ kind }) => kind === 'word');
  const end = tokens[last];
  if (end === undefined || tokens.slice(last + 1).some(({ kind }) => kind === 'digits')) return [];
  let first = last;
  while (tokens[first - 1]?.kind === 'word' && tokens[first - 1]?.line === end.line) first--;
  const before = tokens[first - 1];
  const dashed =
    before !== undefined &&
    dashes.includes(before.text) &&
    before.end >= (tokens[first]?.start ?? 0) - 1 &&
    standsFree(message, first - 1);
  const alone = end.line > 0 && (before === undefined || before.line < end.line);
  const signed = (dashed || alone) && last - first < mostWords;
  const words = tokens.slice(first, last + 1).map((_, at) => first + at);
  if (!signed || !words.every((at) => mayBeSigned(message, at))) return [];
  return words.map((at) => [at, { ruleId: 'name.last-line', end: tokens[at]?.end ?? 0 }] as const);
}

function standsFree({ tokens }: Message, dash: number): boolean {
  const before = tokens[dash - 1];
  return before === undefined || before.end < (tokens[dash]?.start ?? 0);
}

function mayBeSigned({ tokens, bits }: Message, at: number): boolean {
  const known = bits[at] ?? 0;
  if ((tokens[at]?.text.length ?? 0) < 3) return false;
  return (
    known === 0 || ((known & (lexeme.given | lexeme.surname)) !== 0 && (known & (lexeme.word | lexeme.place)) === 0)
  );
}
