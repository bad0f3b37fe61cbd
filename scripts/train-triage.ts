/** `npm run train`: reads the labelled lines, trains, and writes the weights and the word list. Same lines, same bytes. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  featuresOf,
  learn,
  learnVocabulary,
  trainingReader,
  type LabelledLine,
} from '../src/core/triage/model/learn.ts';

const examples = new URL('../test/examples/triage/', import.meta.url);
const target = new URL('../src/core/triage/model/', import.meta.url);
/** Lines written and labelled one by one, by others than the frames' author, count more than variants of a frame. */
const oneByOneWeight = 2;

const rowsOf = (text: string): LabelledLine[] =>
  text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => JSON.parse(row) as LabelledLine);
const read = (name: string): string => readFileSync(new URL(name, examples), 'utf8');

const hash = createHash('sha256');
const load = (name: string, weight: number): LabelledLine[] => {
  const text = read(name);
  hash.update(`${name}\n${text}`);
  return rowsOf(text).map((row) => ({ ...row, weight }));
};

const lines = [...load('train.jsonl', 1), ...load('dev.jsonl', oneByOneWeight), ...load('spent.jsonl', oneByOneWeight)];
const vocabulary = learnVocabulary(lines);
const reader = trainingReader(vocabulary);
const dataHash = hash.digest('hex');
const model = learn(
  lines,
  lines.map((line) => featuresOf(reader, line)),
  { version: `1.${dataHash.slice(0, 8)}`, dataHash },
);
writeFileSync(new URL('vocabulary.json', target), `${JSON.stringify(vocabulary)}\n`);
writeFileSync(new URL('weights.json', target), `${JSON.stringify(model, null, 1)}\n`);
console.log(`${lines.length} lines, ${vocabulary.length} words, data ${dataHash}`);

/** The examples a coordinator's settings are tried on: the development corpus, and sentences triage never trained on. */
const trialLines = [
  ...rowsOf(read('dev.jsonl')),
  ...rowsOf(read('held-out.jsonl')).filter((_, index) => index % 4 === 0),
].map(({ text, level, kind, context = [] }) => ({ text, level, kind, ...(context.length > 0 ? { context } : {}) }));
writeFileSync(
  new URL('../trial-lines.json', target),
  `[\n${trialLines.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`,
);
