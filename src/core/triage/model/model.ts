import { categories, type Category } from '../assessment.ts';
import type { Features } from './features.ts';
import { addedByToken, answerNetwork, readNetwork, signedBytes, type Network, type StoredNetwork } from './network.ts';

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

interface Head {
  readonly bias: number;
  readonly step: number;
  readonly weights: Int8Array;
  readonly mask: number;
}
export interface Model {
  readonly version: string;
  readonly questions: Network;
  readonly categories: readonly { readonly category: Category; readonly head: Head }[];
}

function readHead(stored: StoredHead): Head {
  const weights = signedBytes(stored.weights);
  if (weights.length === 0 || (weights.length & (weights.length - 1)) !== 0)
    throw new RangeError('weights must be a power of two');
  return { bias: stored.bias, step: stored.step, weights, mask: weights.length - 1 };
}

/** Unpacks stored weights. Throws a `RangeError` when they are not whole. */
export function readModel(stored: StoredModel): Model {
  return {
    version: stored.version,
    questions: readNetwork(stored.questions),
    categories: categories.flatMap((category) => {
      const head = stored.categories[category];
      return head === undefined ? [] : [{ category, head: readHead(head) }];
    }),
  };
}

function sum(head: Head, { hashes, values }: Features): number {
  let total = 0;
  for (let index = 0; index < hashes.length; index += 1) {
    total += (values[index] ?? 0) * (head.weights[(hashes[index] ?? 0) & head.mask] ?? 0);
  }
  return head.bias + total * head.step;
}

/** Log-odds for each question, in the order of `questions`. Zero means as likely as not. */
export const scoreFeatures = (model: Model, features: Features): readonly number[] =>
  answerNetwork(model.questions, features);

/** Categories the model finds likely, best first; the best one alone when none is. */
export function likelyCategories(model: Model, features: Features, threshold: number): readonly Category[] {
  const scored = model.categories
    .map(({ category, head }) => ({ category, score: sum(head, features) }))
    .sort((a, b) => b.score - a.score);
  const likely = scored.filter(({ score }) => score >= threshold).slice(0, 3);
  return (likely.length > 0 ? likely : scored.slice(0, 1)).map(({ category }) => category);
}

/** How much each token added to the first question, for telling staff which words weighed most. */
export const tokenContributions = (model: Model, features: Features): ReadonlyMap<number, number> =>
  addedByToken(model.questions, features);
