import { categories, type Category } from '../assessment.ts';
import type { Features } from './features.ts';
import { answerNetwork, packNetwork, readNetwork, signedBytes, type Network, type StoredNetwork } from './network.ts';

/** What the model is asked: is an adult needed at all, the same shift, or now. */
export const questions = ['worry', 'serious', 'acute'] as const;
export type Question = (typeof questions)[number];

/** Trained weights as stored: one signed byte per bucket in base64, and what one step is worth. */
export interface StoredHead {
  readonly bias: number;
  readonly step: number;
  readonly weights: string;
}
export interface StoredModel {
  readonly version: string;
  /** SHA-256 of the training lines, hexadecimal. */
  readonly dataHash: string;
  readonly lines: number;
  /** One answer per question, in the order of `questions`. */
  readonly questions: StoredNetwork;
  readonly categories: Readonly<Record<string, StoredHead>>;
}

export interface Model {
  readonly version: string;
  readonly questions: Network;
  /** A sum without hidden units; one answer per category named. */
  readonly categories: Network;
  readonly categoryNames: readonly Category[];
}

/** The heads side by side as one network, so that all are summed in one go. */
function joinHeads(heads: readonly StoredHead[]): Network {
  const columns = heads.map(({ weights }) => signedBytes(weights));
  const buckets = columns[0]?.length ?? 1;
  if (columns.some(({ length }) => length !== buckets)) throw new RangeError('the categories differ in length');
  const table = new Int8Array(buckets * columns.length);
  columns.forEach((column, at) => {
    column.forEach((weight, bucket) => (table[bucket * columns.length + at] = weight));
  });
  return packNetwork({
    units: 0,
    answers: heads.length,
    steps: heads.map(({ step }) => step),
    table,
    unitBias: [],
    output: [],
    answerBias: heads.map(({ bias }) => bias),
  });
}

/** Unpacks stored weights. Throws a `RangeError` when they are not whole. */
export function readModel(stored: StoredModel): Model {
  const named = categories.flatMap((name) => {
    const head = stored.categories[name];
    return head === undefined ? [] : [{ name, head }];
  });
  return {
    version: stored.version,
    questions: readNetwork(stored.questions),
    categories: joinHeads(named.map(({ head }) => head)),
    categoryNames: named.map(({ name }) => name),
  };
}

/** Categories the model finds likely, best first; the best one alone when none is. */
export function likelyCategories(model: Model, features: Features, threshold: number): readonly Category[] {
  const { answers } = answerNetwork(model.categories, features);
  const scored = model.categoryNames
    .map((category, at) => ({ category, score: answers[at] ?? 0 }))
    .sort((a, b) => b.score - a.score);
  const likely = scored.filter(({ score }) => score >= threshold).slice(0, 3);
  return (likely.length > 0 ? likely : scored.slice(0, 1)).map(({ category }) => category);
}
