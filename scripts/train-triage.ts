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
/** Lines of the development corpus count more: they were labelled one by one. */
const developmentWeight = 2;

const hash = createHash('sha256');
const load = (name: string, weight: number): LabelledLine[] => {
  const text = readFileSync(new URL(name, examples), 'utf8');
  hash.update(`${name}\n${text}`);
  return text
    .split('\n')
    .filter((row) => row.trim() !== '')
    .map((row) => ({ ...(JSON.parse(row) as LabelledLine), weight }));
};

const lines = [...load('train.jsonl', 1), ...load('dev.jsonl', developmentWeight)];
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
