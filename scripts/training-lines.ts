import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LabelledLine } from '../src/core/triage/model/learn.ts';
import type { LabelledRow } from '../src/core/triage/score.ts';

export type TrainingLine = LabelledLine & LabelledRow;

const examples = new URL('../test/examples/triage/', import.meta.url);
/** Lines written and labelled one by one count more than variants of a frame. */
const sources = [
  { name: 'train.jsonl', weight: 1 },
  { name: 'dev.jsonl', weight: 5 },
  { name: 'spent.jsonl', weight: 5 },
] as const;

/** Everything triage is trained on, and the SHA-256 of it. */
export function readTrainingLines(): { readonly lines: readonly TrainingLine[]; readonly dataHash: string } {
  const hash = createHash('sha256');
  const lines = sources.flatMap(({ name, weight }) => {
    const text = readFileSync(new URL(name, examples), 'utf8');
    hash.update(`${name}\n${text}`);
    return readLines(text).map((line) => ({ ...line, weight }));
  });
  return { lines, dataHash: hash.digest('hex') };
}

/** The labelled lines of a file in which each row is one. */
export const readLines = (text: string): readonly TrainingLine[] =>
  text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as TrainingLine);
