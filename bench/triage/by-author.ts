/**
 * `node bench/triage/by-author.ts`: each author who wrote lines one by one is left out of training in turn and measured.
 * The nearest thing to unread text that can be measured again and again; the concepts and rules had seen most of it.
 */
import { RawText } from '../../src/core/raw-text.ts';
import { featuresOf, learn, learnVocabulary, trainingReader } from '../../src/core/triage/model/learn.ts';
import { scoreTriage, type LabelledRow, type PredictedRow, type TriageScore } from '../../src/core/triage/score.ts';
import { createTriage } from '../../src/core/triage/triage.ts';
import { readTrainingLines, type TrainingLine } from '../../scripts/training-lines.ts';

const { lines } = readTrainingLines();
/** Ids begin with a letter per author; those of the frames (`t`) are in every training. */
const authorOf = ({ id }: LabelledRow): string => id.charAt(0);
const authors = [...new Set(lines.map(authorOf))].filter((author) => author !== 't').sort();

const share = ({ k, n }: { readonly k: number; readonly n: number }): string =>
  n === 0 ? '–' : `${((100 * k) / n).toFixed(1)} % (${k}/${n})`;
function report(name: string, { recall, falseAlerts }: TriageScore): void {
  console.log(`\n${name}`);
  for (const [figure, count] of Object.entries(recall)) console.log(`  ${figure.padEnd(24)} ${share(count)}`);
  for (const [kind, { any, serious, acute }] of Object.entries(falseAlerts))
    console.log(`  false alerts ${kind.padEnd(11)} ${share(any)}, serious ${serious.k}, acute ${acute.k}`);
}

const everybody: PredictedRow[] = [];
for (const author of authors) {
  const others = lines.filter((line) => authorOf(line) !== author);
  const vocabulary = learnVocabulary(others);
  const reader = trainingReader(vocabulary);
  const features = others.map((line) => featuresOf(reader, line));
  const weights = learn(others, features, { version: `without ${author}`, dataHash: '' });
  const triage = createTriage({}, { weights, vocabulary });
  const own = lines.filter((line) => authorOf(line) === author);
  const predictions = own.map(({ id, text, context = [] }: TrainingLine) => {
    const earlier = context.map((one) => new RawText(one));
    const { severity, categories } = triage.assess(new RawText(text), { earlier, channel: 'dm' });
    return { id, level: severity, categories };
  });
  report(`author ${author}: ${own.length} lines`, scoreTriage(own, predictions));
  everybody.push(...predictions);
}
report(
  'all of them',
  scoreTriage(
    lines.filter((line) => authorOf(line) !== 't'),
    everybody,
  ),
);
