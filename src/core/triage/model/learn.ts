import { categories, severityRank, type Severity } from '../assessment.ts';
import { createReader, joinMessages, type Reader } from '../reader.ts';
import { extractFeatures } from './features.ts';
import { fit, quantise, type Example, type WeighedHashes } from './fit.ts';
import { fitEnsemble } from './fit-network.ts';
import { questions, type StoredHead, type StoredModel } from './model.ts';
import { storeNetwork } from './network.ts';

/** One labelled line of training text. All of it is made up. */
export interface LabelledLine {
  readonly text: string;
  readonly level: Severity;
  readonly categories: readonly string[];
  readonly context?: readonly string[];
  /** Lines of the kind `adversarial` hold disguised words, which are no words to know. */
  readonly kind?: string;
  /** How much the line counts; 1 when absent. */
  readonly weight?: number;
}

/** The questions are answered by a few small networks, the categories by plain logistic regression. */
export const learningSettings = {
  questions: {
    buckets: 131_072,
    units: 8,
    members: 2,
    epochs: 8,
    rate: 0.05,
    directRate: 0.06,
    dropout: 0.65,
    decay: 1e-5,
    directDecay: 1e-3,
    seed: 1,
  },
  categories: { buckets: 4_096, epochs: 16, rate: 0.06, decay: 1e-3 },
} as const;

const leastRank = { worry: 1, serious: 2, acute: 3 } as const;

/** Words used at least twice in the training text: the ones that need no repair. */
export function learnVocabulary(lines: readonly LabelledLine[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { text, context = [], weight, kind } of lines) {
    if (kind === 'adversarial') continue;
    for (const word of joinMessages([...context, text]).words) {
      if (/^[\p{L}]{2,24}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + (weight ?? 1));
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 2)
    .map(([word]) => word)
    .sort();
}

/** What the model sees of a line: the reading triage itself would use, the most repaired one. */
export function featuresOf(reader: Reader, line: LabelledLine): WeighedHashes {
  const { readings } = reader.read(joinMessages([...(line.context ?? []), line.text]));
  const reading = readings.at(-1);
  if (reading === undefined) throw new RangeError('a line was not read');
  const { hashes, ends, values } = extractFeatures(reading.tokens.words, reading.hits, 0, reading.tokens.words.length);
  return {
    hashes,
    values: ends.flatMap((end, kind) => Array<number>(end - (ends[kind - 1] ?? 0)).fill(values[kind] ?? 0)),
  };
}

const store = (fitted: ReturnType<typeof fit>): StoredHead => {
  const { bias, step, weights } = quantise(fitted);
  return { bias, step, weights: Buffer.from(weights.buffer).toString('base64') };
};

/** Trains the questions and the categories. The same lines in the same order give the same bytes. */
export function learn(
  lines: readonly LabelledLine[],
  features: readonly WeighedHashes[],
  about: { readonly version: string; readonly dataHash: string },
): StoredModel {
  const pairs = lines.flatMap((line, index) => {
    const found = features[index];
    return found === undefined ? [] : [{ line, features: found, weight: line.weight ?? 1 }];
  });
  const category = (name: string): StoredHead => {
    const examples: Example[] = pairs.map(({ line, ...rest }) => ({
      ...rest,
      target: line.categories.includes(name) ? 1 : 0,
    }));
    return store(fit(examples, learningSettings.categories));
  };
  const network = fitEnsemble(
    pairs.map(({ line, ...rest }) => ({
      ...rest,
      targets: questions.map((question) => (severityRank(line.level) >= leastRank[question] ? 1 : 0)),
    })),
    questions.length,
    learningSettings.questions,
  );
  const mask = learningSettings.questions.buckets - 1;
  const met = new Set(pairs.flatMap(({ features: { hashes } }) => hashes.map((hash) => hash & mask)));
  return {
    ...about,
    lines: lines.length,
    questions: storeNetwork(network, (bucket) => met.has(bucket)),
    categories: Object.fromEntries(categories.map((name) => [name, category(name)])),
  };
}

/** A reader for training: the words it learns are the ones shipped with the weights. */
export const trainingReader = (vocabulary: readonly string[]): Reader => createReader(vocabulary);
