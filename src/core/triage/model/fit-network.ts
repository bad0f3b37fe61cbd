import type { WeighedHashes } from './fit.ts';

export interface NetworkExample {
  readonly features: WeighedHashes;
  /** One answer per question: 1 for yes, 0 for no. */
  readonly targets: readonly number[];
  /** How much this example counts; more than zero. */
  readonly weight: number;
}

export interface NetworkSettings {
  /** Power of two. */
  readonly buckets: number;
  /** Hidden units. */
  readonly units: number;
  readonly epochs: number;
  /** Step size for the hidden layer, and for what goes straight to the answers. */
  readonly rate: number;
  readonly directRate: number;
  /** Share of the features left out at each look, 0–1: no single word may carry the answer. */
  readonly dropout: number;
  /** L2 penalty per update. */
  readonly decay: number;
  readonly directDecay: number;
  readonly seed: number;
}

/** A row per bucket: what it adds to each hidden unit, then what it adds to each answer. */
export interface FittedNetwork {
  readonly units: number;
  readonly answers: number;
  readonly table: Float64Array;
  readonly unitBias: Float64Array;
  /** `units` rows of `answers`. */
  readonly output: Float64Array;
  readonly answerBias: Float64Array;
}

/** Numerical Recipes' linear congruential generator: the draws are part of the published result. 0 ≤ draw < 1. */
function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

function shuffle(numbers: Int32Array, draw: () => number): void {
  for (let last = numbers.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    const kept = numbers[last] ?? 0;
    numbers[last] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
}

/**
 * One hidden layer of rectified units beside a direct logistic layer, by AdaGrad with dropout on the features; the same
 * every time for the same examples in the same order.
 * Sources: Duchi, Hazan and Singer, JMLR 12 (2011); Srivastava et al., "Dropout", JMLR 15 (2014).
 */
export function fitNetwork(
  examples: readonly NetworkExample[],
  answers: number,
  settings: NetworkSettings,
): FittedNetwork {
  const { buckets, units, epochs, rate, directRate, dropout, decay, directDecay } = settings;
  const draw = draws(settings.seed);
  const width = units + answers;
  const mask = buckets - 1;
  const table = new Float64Array(buckets * width);
  const squares = new Float64Array(buckets * width);
  for (let row = 0; row < buckets; row += 1) {
    for (let at = 0; at < width; at += 1) {
      table[row * width + at] = at < units ? (draw() - 0.5) * 0.1 : 0;
      squares[row * width + at] = at < units ? 1e-3 : 0.1;
    }
  }
  const output = Float64Array.from({ length: units * answers }, () => (draw() - 0.5) * 0.5);
  const outputSquares = new Float64Array(units * answers).fill(1e-2);
  const unitBias = new Float64Array(units);
  const unitSquares = new Float64Array(units).fill(1e-2);
  const answerBias = new Float64Array(answers);
  const answerSquares = new Float64Array(answers).fill(0.1);

  const hidden = new Float64Array(units);
  const slopes = new Float64Array(units);
  const totals = new Float64Array(answers);
  const errors = new Float64Array(answers);
  const kept: number[] = [];
  const numbers = Int32Array.from({ length: examples.length }, (_, index) => index);
  const scale = 1 / (1 - dropout);

  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(numbers, draw);
    for (const number of numbers) {
      const example = examples[number];
      if (example === undefined) continue;
      const { hashes, values } = example.features;
      hidden.set(unitBias);
      totals.set(answerBias);
      kept.length = 0;
      for (let index = 0; index < hashes.length; index += 1) {
        if (draw() < dropout) continue;
        kept.push(index);
        const row = ((hashes[index] ?? 0) & mask) * width;
        const value = (values[index] ?? 0) * scale;
        for (let at = 0; at < units; at += 1) hidden[at] = (hidden[at] ?? 0) + value * (table[row + at] ?? 0);
        for (let at = 0; at < answers; at += 1) totals[at] = (totals[at] ?? 0) + value * (table[row + units + at] ?? 0);
      }
      for (let unit = 0; unit < units; unit += 1) {
        const active = hidden[unit] ?? 0;
        if (active <= 0) continue;
        for (let at = 0; at < answers; at += 1)
          totals[at] = (totals[at] ?? 0) + active * (output[unit * answers + at] ?? 0);
      }
      slopes.fill(0);
      for (let at = 0; at < answers; at += 1) {
        const error = (1 / (1 + Math.exp(-(totals[at] ?? 0))) - (example.targets[at] ?? 0)) * example.weight;
        errors[at] = error;
        const square = (answerSquares[at] ?? 0) + error * error;
        answerSquares[at] = square;
        answerBias[at] = (answerBias[at] ?? 0) - (directRate * error) / Math.sqrt(square);
      }
      for (let unit = 0; unit < units; unit += 1) {
        const active = hidden[unit] ?? 0;
        if (active <= 0) continue;
        let back = 0;
        for (let at = 0; at < answers; at += 1) {
          const place = unit * answers + at;
          const error = errors[at] ?? 0;
          back += error * (output[place] ?? 0);
          const slope = error * active;
          const square = (outputSquares[place] ?? 0) + slope * slope;
          outputSquares[place] = square;
          output[place] = (output[place] ?? 0) - (rate * slope) / Math.sqrt(square);
        }
        slopes[unit] = back;
        const square = (unitSquares[unit] ?? 0) + back * back;
        unitSquares[unit] = square;
        if (back !== 0) unitBias[unit] = (unitBias[unit] ?? 0) - (rate * back) / Math.sqrt(square);
      }
      for (const index of kept) {
        const row = ((hashes[index] ?? 0) & mask) * width;
        const value = (values[index] ?? 0) * scale;
        for (let at = 0; at < width; at += 1) {
          const inner = at < units;
          const back = inner ? (slopes[at] ?? 0) : (errors[at - units] ?? 0);
          if (inner && back === 0) continue;
          const place = row + at;
          const weight = table[place] ?? 0;
          const slope = back * value + (inner ? decay : directDecay) * weight;
          const square = (squares[place] ?? 0) + slope * slope;
          squares[place] = square;
          table[place] = weight - ((inner ? rate : directRate) * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return { units, answers, table, unitBias, output, answerBias };
}

/** Networks that differ only in their draws, side by side in one: each answer is the mean of theirs, and less due to luck. */
export function fitEnsemble(
  examples: readonly NetworkExample[],
  answers: number,
  settings: NetworkSettings & { readonly members: number },
): FittedNetwork {
  const { members, units, buckets } = settings;
  const allUnits = units * members;
  const width = allUnits + answers;
  const table = new Float64Array(buckets * width);
  const unitBias = new Float64Array(allUnits);
  const output = new Float64Array(allUnits * answers);
  const answerBias = new Float64Array(answers);
  for (let member = 0; member < members; member += 1) {
    const one = fitNetwork(examples, answers, { ...settings, seed: settings.seed + member });
    const before = member * units;
    for (let row = 0; row < buckets; row += 1) {
      for (let at = 0; at < units; at += 1)
        table[row * width + before + at] = one.table[row * (units + answers) + at] ?? 0;
      for (let at = 0; at < answers; at += 1) {
        const place = row * width + allUnits + at;
        table[place] = (table[place] ?? 0) + (one.table[row * (units + answers) + units + at] ?? 0) / members;
      }
    }
    unitBias.set(one.unitBias, before);
    one.output.forEach((weight, at) => (output[before * answers + at] = weight / members));
    one.answerBias.forEach((bias, at) => (answerBias[at] = (answerBias[at] ?? 0) + bias / members));
  }
  return { units: allUnits, answers, table, unitBias, output, answerBias };
}
