/**
 * Log-odds the model must reach, set by cross-validation (docs/triage.md). Only `concern` may be moved by a coordinator.
 */
export const thresholds = {
  /** The model alone: none → concern. */
  concern: 0.2,
  /** The model, when a rule also matched: concern → serious. */
  serious: 0.3,
  /** What a supported rule needs to count at its own level. */
  supportedAcute: -0.7,
  supportedSerious: -0.6,
  supportedConcern: -0.6,
  /** What a category needs beside the best one. */
  category: 0,
} as const;
