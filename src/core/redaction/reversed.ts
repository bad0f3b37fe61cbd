/** Words by which a writer says that something is to be read backwards. */
export const backwards: ReadonlySet<string> = new Set(
  'speilvendt baklengs bakfra bakvendt reversert reversed backwards omvendt bakover'.split(' '),
);
