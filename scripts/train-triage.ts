/** `npm run train`: reads the labelled lines, trains, and writes the weights and the word list. Same lines, same bytes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { featuresOf, learn, learnVocabulary, trainingReader } from '../src/core/triage/model/learn.ts';
import { readLines, readTrainingLines } from './training-lines.ts';

const examples = new URL('../test/examples/triage/', import.meta.url);
const target = new URL('../src/core/triage/model/', import.meta.url);

const { lines, dataHash } = readTrainingLines();
const vocabulary = learnVocabulary(lines);
const reader = trainingReader(vocabulary);
const model = learn(
  lines,
  lines.map((line) => featuresOf(reader, line)),
  { version: `1.${dataHash.slice(0, 8)}`, dataHash },
);
writeFileSync(new URL('vocabulary.json', target), `${JSON.stringify(vocabulary)}\n`);
writeFileSync(new URL('weights.json', target), `${JSON.stringify(model, null, 1)}\n`);
console.log(`${lines.length} lines, ${vocabulary.length} words, data ${dataHash}`);

const read = (name: string) => readLines(readFileSync(new URL(name, examples), 'utf8'));
/** The examples a coordinator's settings are tried on: the development corpus, and sentences triage never trained on. */
const trialLines = [...read('dev.jsonl'), ...read('held-out.jsonl').filter((_, index) => index % 4 === 0)].map(
  ({ text, level, kind, context = [] }) => ({ text, level, kind, ...(context.length > 0 ? { context } : {}) }),
);
writeFileSync(
  new URL('../trial-lines.json', target),
  `[\n${trialLines.map((line) => JSON.stringify(line)).join(',\n')}\n]\n`,
);
