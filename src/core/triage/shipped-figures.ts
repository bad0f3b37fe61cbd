/**
 * What the shipped triage does on `test/examples/triage/independent.jsonl`, whose author had seen the label guide and not
 * the program. `/om` shows it, docs/figures.md explains it, and a test holds all three together.
 */
export const shippedFigures = {
  measuredOn: '2026-11-22',
  commit: '9b72035',
  /** Of the weights that were measured. */
  triage: '1.32338d47',
  messages: 400,
  acuteAny: { k: 66, n: 69 },
  acuteSeriousOrHigher: { k: 65, n: 69 },
  seriousAny: { k: 53, n: 55 },
  concernAny: { k: 51, n: 58 },
  falseHard: { k: 26, n: 119 },
  falsePlain: { k: 7, n: 88 },
} as const;
