/**
 * What the shipped triage does on `test/examples/triage/independent.jsonl`, whose author had seen the label guide and not
 * the program. `/om` shows it, docs/figures.md explains it, and a test holds all three together.
 */
export const shippedFigures = {
  measuredOn: '2026-11-22',
  commit: '19da832',
  /** Of the weights that were measured. */
  triage: '1.812217bf',
  messages: 400,
  acuteAny: { k: 65, n: 70 },
  acuteSeriousOrHigher: { k: 64, n: 70 },
  seriousAny: { k: 59, n: 60 },
  concernAny: { k: 56, n: 60 },
  falseHard: { k: 26, n: 120 },
  falsePlain: { k: 13, n: 90 },
} as const;
