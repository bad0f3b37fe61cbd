/** What a reader meets: no markdown marks, timestamps as the words Discord shows, links as one word. */
export const asRead = (text: string): string =>
  text
    .replaceAll(/<t:\d+:f>/gu, '23. november 2026 18:00')
    .replaceAll(/\\(?=[^\p{L}\p{N}\s])/gu, '')
    .replaceAll(/^(?:#{1,3}|-#|>|-)\s+/gmu, '')
    .replaceAll('**', '');

export const wordsOf = (text: string): readonly string[] =>
  asRead(text)
    .split(/\s+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Sentences end with «.», «?», «!» or «:», or with the line. A full stop inside «kl. 18.00» or «21. november» ends nothing. */
export const sentencesOf = (text: string): readonly string[] =>
  asRead(text)
    .replaceAll(/(?<![\p{L}\p{N}])kl\. /gu, 'kl ')
    .replaceAll(/(\d)\. (?=\p{Ll})/gu, '$1 ')
    .split(/(?<=[.?!:])\s+|\n+/u)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** Björnsson's readability index: words per sentence plus the share of words longer than six letters. */
export function lix(text: string): number {
  const words = wordsOf(text.replaceAll(/https?:\/\/\S+/gu, ''));
  const long = words.filter((word) => word.replaceAll(/[^\p{L}]/gu, '').length > 6);
  return words.length / Math.max(sentencesOf(text).length, 1) + (100 * long.length) / Math.max(words.length, 1);
}
