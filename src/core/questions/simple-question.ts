import { phrases, openers, closers } from './phrases.ts';
import type { SimpleQuestion } from './phrases.ts';

export type { SimpleQuestion } from './phrases.ts';
export { simpleQuestions } from './phrases.ts';

/** Longer than this, something else is said too. UTF-16 units. */
const longest = 80;
/** Anything but these says something we do not know, e.g. a sad face after a greeting. */
const plain = /^[\p{L}\p{M}\p{N}\s.,!?'’-]*$/u;

/** Small letters without marks and signs: «Når har dere åpent?» and «nar har dere apent» are one. */
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\p{M}'’]/gu, '')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** «når (har|er) dere her» is two phrases; an empty choice leaves the word out. */
function written(pattern: string): readonly string[] {
  const choice = /\(([^()]*)\)/u.exec(pattern);
  if (!choice) return [folded(pattern)];
  const [whole, inside = ''] = choice;
  return inside.split('|').flatMap((word) => written(pattern.replace(whole, word)));
}

const known: ReadonlyMap<string, SimpleQuestion> = new Map(
  Object.entries(phrases).flatMap(([question, patterns]) =>
    patterns.flatMap(written).map((phrase) => [phrase, question as SimpleQuestion] as const),
  ),
);
const openings = openers.flatMap(written).toSorted((a, b) => b.length - a.length);
const closings = closers.flatMap(written).toSorted((a, b) => b.length - a.length);

/**
 * The simple question a message is, when it is that and nothing else. Conservative: a word too much is no simple
 * question. A greeting before it and a «takk» after it change nothing.
 */
export function simpleQuestionIn(text: string): SimpleQuestion | undefined {
  if (text.length > longest || !plain.test(text)) return undefined;
  let rest = folded(text);
  const whole = known.get(rest);
  if (whole) return whole;
  const opening = openings.find((opener) => rest.startsWith(`${opener} `));
  if (opening !== undefined) rest = rest.slice(opening.length + 1);
  const closing = closings.find((closer) => rest.endsWith(` ${closer}`));
  if (closing !== undefined) rest = rest.slice(0, -closing.length - 1);
  return known.get(rest);
}
