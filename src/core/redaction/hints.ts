/** What a token may announce; bits may be combined. Each spares the detectors a closer look at tokens without it. */
export const hint = {
  /** A number word, several in one, or «dobbel». */
  number: 1 << 0,
  /** One number word. */
  wholeNumber: 1 << 1,
  platform: 1 << 2,
  /** A sign of an e-mail address read aloud. */
  mail: 1 << 3,
  /** «gate», «vei»: makes a street of the words before it. */
  streetHead: 1 << 4,
  /** Has the shape of a street name. */
  street: 1 << 5,
  schoolHead: 1 << 6,
  /** Holds a word for school. */
  school: 1 << 7,
  date: 1 << 8,
  /** Holds a digit or a hyphen. */
  mixed: 1 << 9,
  /** Says that something is to be read backwards. */
  backwards: 1 << 10,
  /** A row of digits. */
  digits: 1 << 11,
  /** A word of birth, or one that may become one with what stands beside it. */
  birth: 1 << 12,
  /** «julaften», «17. mai» by its name. */
  namedDay: 1 << 13,
  vehicle: 1 << 14,
  /** Speaks of where somebody lives. */
  home: 1 << 15,
  /** A farm, or a word of home that a farm may stand behind. */
  farm: 1 << 16,
  /** A direction a position on a map is told by. */
  direction: 1 << 17,
  /** «adda»: a handle may follow. */
  adding: 1 << 18,
  /** «dm», «story»: what comes from a handle. */
  sent: 1 << 19,
  /** Names an app with what stands beside it. */
  app: 1 << 20,
  /** «Bravo»: stands for its first letter. */
  spelling: 1 << 21,
  /** A world of books, films or games. */
  franchise: 1 << 22,
} as const;

/** Without one of these there is no digit. */
export const withDigit = hint.digits | hint.mixed;
/** Without one of these there is no number, in digits or words. */
export const numeric = withDigit | hint.number;
