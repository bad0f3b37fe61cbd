const backwards: ReadonlySet<string> = new Set(
  'speilvendt baklengs bakfra bakvendt reversert reversed backwards omvendt bakover'.split(' '),
);

/** True for a word by which a writer says that something is to be read backwards. */
export function readsBackwards(lower: string): boolean {
  return backwards.has(lower);
}
