/** A line as training looks at it: how much each hashed feature counts. */
export interface WeighedHashes {
  readonly hashes: readonly number[];
  readonly values: readonly number[];
}

export interface Example {
  readonly features: WeighedHashes;
  /** 1 for yes, 0 for no; anything between is a soft answer. */
  readonly target: number;
  /** How much this example counts; more than zero. */
  readonly weight: number;
}

export interface FitSettings {
  /** Power of two. */
  readonly buckets: number;
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty per update. */
  readonly decay: number;
}

export interface Fitted {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Numerical Recipes' linear congruential generator: the order of training is part of the published result. */
function* order(count: number, seed: number): Generator<number> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  let state = seed >>> 0;
  for (let last = count - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 0x1_0000_0000) * (last + 1));
    const kept = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
  yield* numbers;
}

/**
 * Logistic regression by AdaGrad, the same every time for the same examples in the same order.
 * Source: Duchi, Hazan and Singer, "Adaptive Subgradient Methods", JMLR 12 (2011).
 */
export function fit(examples: readonly Example[], { buckets, epochs, rate, decay }: FitSettings): Fitted {
  const weights = new Float64Array(buckets);
  const squares = new Float64Array(buckets).fill(0.1);
  const mask = buckets - 1;
  let bias = 0;
  let biasSquares = 0.1;
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const number of order(examples.length, epoch + 1)) {
      const example = examples[number];
      if (example === undefined) continue;
      const { hashes, values } = example.features;
      let total = bias;
      for (let index = 0; index < hashes.length; index += 1) {
        total += (values[index] ?? 0) * (weights[(hashes[index] ?? 0) & mask] ?? 0);
      }
      const error = (1 / (1 + Math.exp(-total)) - example.target) * example.weight;
      biasSquares += error * error;
      bias -= (rate / Math.sqrt(biasSquares)) * error;
      for (let index = 0; index < hashes.length; index += 1) {
        const bucket = (hashes[index] ?? 0) & mask;
        const weight = weights[bucket] ?? 0;
        const slope = error * (values[index] ?? 0) + decay * weight;
        const square = (squares[bucket] ?? 0) + slope * slope;
        squares[bucket] = square;
        weights[bucket] = weight - (rate / Math.sqrt(square)) * slope;
      }
    }
  }
  return { bias, weights };
}

/** Rounds weights to signed bytes. `step` is what one unit is worth. */
export function quantise({ bias, weights }: Fitted): {
  readonly bias: number;
  readonly step: number;
  readonly weights: Int8Array;
} {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = Number((largest === 0 ? 1 : largest / 127).toPrecision(8));
  return {
    bias: Number(bias.toPrecision(8)),
    step,
    weights: Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / step)))),
  };
}
