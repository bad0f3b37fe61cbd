import { categories, type Category } from '../assessment.ts';
import type { Features } from './features.ts';

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
  readonly heads: Readonly<Record<Question, StoredHead>>;
  readonly categories: Readonly<Record<string, StoredHead>>;
}

interface Head {
  readonly bias: number;
  readonly step: number;
  readonly weights: Int8Array;
  readonly mask: number;
}
export interface LinearModel {
  readonly version: string;
  readonly heads: readonly Head[];
  readonly categories: readonly { readonly category: Category; readonly head: Head }[];
}

function readHead(stored: StoredHead): Head {
  const binary = atob(stored.weights);
  const weights = new Int8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) weights[index] = (binary.charCodeAt(index) << 24) >> 24;
  if (weights.length === 0 || (weights.length & (weights.length - 1)) !== 0)
    throw new RangeError('weights must be a power of two');
  return { bias: stored.bias, step: stored.step, weights, mask: weights.length - 1 };
}

/** Unpacks stored weights. Throws a `RangeError` when they are not whole. */
export function readModel(stored: StoredModel): LinearModel {
  return {
    version: stored.version,
    heads: questions.map((question) => readHead(stored.heads[question])),
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
export const scoreFeatures = (model: LinearModel, features: Features): readonly number[] =>
  model.heads.map((head) => sum(head, features));

/** Categories the model finds likely, best first; the best one alone when none is. */
export function likelyCategories(model: LinearModel, features: Features, threshold: number): readonly Category[] {
  const scored = model.categories
    .map(({ category, head }) => ({ category, score: sum(head, features) }))
    .sort((a, b) => b.score - a.score);
  const likely = scored.filter(({ score }) => score >= threshold).slice(0, 3);
  return (likely.length > 0 ? likely : scored.slice(0, 1)).map(({ category }) => category);
}

/** How much each token added to the first question, for telling staff which words weighed most. */
export function tokenContributions(model: LinearModel, features: Features): ReadonlyMap<number, number> {
  const head = model.heads[0];
  const added = new Map<number, number>();
  if (head === undefined) return added;
  for (let index = 0; index < features.hashes.length; index += 1) {
    const token = features.from[index] ?? -1;
    if (token < 0) continue;
    const weight =
      (features.values[index] ?? 0) * (head.weights[(features.hashes[index] ?? 0) & head.mask] ?? 0) * head.step;
    added.set(token, (added.get(token) ?? 0) + weight);
  }
  return added;
}
