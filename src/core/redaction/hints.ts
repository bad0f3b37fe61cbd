/** What a token may announce; bits may be combined. Each spares the detectors a closer look at tokens without it. */
export const hint = {
  /** A number word, several in one, or «dobbel». */
  number: 1,
  /** One number word. */
  wholeNumber: 2,
  platform: 4,
  /** A sign of an e-mail address read aloud. */
  mail: 8,
  /** «gate», «vei»: makes a street of the words before it. */
  streetHead: 16,
  /** Has the shape of a street name. */
  street: 32,
  schoolHead: 64,
  /** Holds a word for school. */
  school: 128,
  date: 256,
  /** Holds a digit or a hyphen. */
  mixed: 512,
  /** Says that something is to be read backwards. */
  backwards: 1024,
  /** A row of digits. */
  digits: 2048,
} as const;
