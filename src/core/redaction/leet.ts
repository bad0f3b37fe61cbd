const letters: Readonly<Record<string, string>> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };

/**
 * A word with digits that pass for letters, as it reads: «sk0le», «g4ta», «v3ien». Words without digits come back as they are.
 * @param one what the digit 1 passes for
 */
export function readableLeet(lower: string, one: 'l' | 'i' = 'l'): string {
  if (!/\d/.test(lower)) return lower;
  return lower.replace(/[0134578]/g, (digit) => (digit === '1' ? one : (letters[digit] ?? digit)));
}
