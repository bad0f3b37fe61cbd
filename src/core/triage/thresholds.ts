/**
 * Log-odds the model must reach, set on sentences by authors the model had not learnt from (docs/triage.md). A
 * coordinator may move `concern` and `serious`, within bounds (settings.ts).
 */
export const thresholds = {
  /** The model alone: none → concern. */
  concern: 0,
  /** The model's answer to «now?», from which it is at least concern whatever it says of worry. Never moved. */
  acuteNotices: -1.3,
  /** The same as `concern`, when any rule or hint found its words too. */
  concernBesideRule: -2,
  /** Added when the model reads a conversation as one text: each message has been judged alone already. */
  conversation: 0.5,
  /** Added to `concern` in an open channel, where most talk is ordinary. */
  openChannel: 0.2,
  /** The model, when a rule also matched: concern → serious. */
  serious: -0.9,
  /** The model's answer to «the same shift?» and «now?», high enough to raise concern → serious with no rule. */
  seriousAlone: 0.6,
  acuteAlone: 0.3,
  /** From this answer to «now?» nothing may be moved upwards, by a coordinator or because a channel is open. */
  neverMovedUp: -2,
  /** An acute rule outside any frame is acute from here, and serious below. */
  acuteOutsideFrame: -1.3,
  /** Outside any frame, in a message of one sentence: worry below which it is concern, never less. */
  acuteDoubted: -1,
  /** An acute rule inside a harmless frame is acute, serious or concern from these. */
  acuteInFrame: -0.3,
  seriousInFrame: -0.2,
  /** Worry below this, inside a frame, makes the frame unmistakable. */
  unmistakableFrame: -0.8,
  /** Below this worry a harmless frame may hold back what was written straight to staff. */
  harmlessInDirect: 0,
  /** A firm rule below acute inside another frame than its own is concern below this. */
  firmSerious: -1.5,
  /** What a supported rule below acute needs to count, and to count as serious. */
  supportedSerious: -0.9,
  supportedConcern: -0.6,
  /** What a hint needs of the model to count as acute. */
  hintAcute: -0.4,
  /** Added to every score when a word that matters was disguised: nobody hides a harmless word. */
  disguised: 1.3,
  /** What a category needs beside the best one. */
  category: 0,
} as const;
