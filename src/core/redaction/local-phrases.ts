import type { Token } from './tokens.ts';

/** Names of one word or several, found as rows of tokens. */
export interface LocalPhrases {
  readonly size: number;
  /** Index of the last token of the longest phrase that starts at `index`; undefined for none. */
  readonly lastOf: (tokens: readonly Token[], index: number) => number | undefined;
}

/** @param list phrases as people write them; capitals and the number of spaces do not count */
export function localPhrases(list: readonly string[]): LocalPhrases {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of list) {
    const words = phrase.toLowerCase().trim().split(/\s+/);
    const [first] = words;
    if (first === undefined || first === '') continue;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), words].sort((a, b) => b.length - a.length),
    );
  }
  return {
    size: byFirst.size,
    lastOf(tokens, index) {
      if (byFirst.size === 0) return undefined;
      const phrases = byFirst.get(tokens[index]?.lower ?? '');
      const found = phrases?.find((words) => words.every((word, at) => tokens[index + at]?.lower === word));
      return found === undefined ? undefined : index + found.length - 1;
    },
  };
}
