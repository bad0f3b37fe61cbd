/**
 * Log-odds the model must reach, set by cross-validation (docs/triage.md). Only `concern` may be moved by a coordinator.
 */
export const thresholds = {
  /** The model alone: none → concern. */
  concern: 0.4,
  /** Added to `concern` in an open channel, where most talk is ordinary. */
  openChannel: 0.4,
  /** The model, when a rule also matched: concern → serious. */
  serious: -0.5,
  /** What a supported rule needs to count at its own level. */
  supportedAcute: -1.5,
  /** An acute rule with too little support for acute still counts as serious from here. */
  supportedAcuteAsSerious: -1.8,
  supportedSerious: -0.9,
  /** What a hint needs of the model to count as acute. */
  hintAcute: -0.3,
  /** Below this score for worry a supported rule does not count at all. */
  supportedAcuteWorry: -1.5,
  supportedConcern: -0.2,
  /** Added to every score when a word that matters was disguised: nobody hides a harmless word. */
  disguised: 1.3,
  /** What a category needs beside the best one. */
  category: 0,
} as const;
