const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' };

/** A word with digits that pass for letters, as it reads: «sk0le», «g4ta», «v3ien». Words without digits come back as they are. */
export function readableLeet(lower: string): string {
  return /\d/.test(lower) ? lower.replace(/[0134578]/g, (digit) => letters[digit] ?? digit) : lower;
}
