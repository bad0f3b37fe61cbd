import type { Features } from './features.ts';
import type { FittedNetwork } from './fit-network.ts';

/** A trained network as stored: one signed byte per bucket and column in base64, and what one step of a column is worth. */
export interface StoredNetwork {
  readonly units: number;
  readonly answers: number;
  readonly steps: readonly number[];
  readonly table: string;
  readonly unitBias: readonly number[];
  readonly output: readonly number[];
  readonly answerBias: readonly number[];
}

export interface Network {
  readonly units: number;
  readonly answers: number;
  readonly width: number;
  readonly mask: number;
  readonly steps: Float64Array;
  readonly table: Int8Array;
  readonly unitBias: Float64Array;
  readonly output: Float64Array;
  readonly answerBias: Float64Array;
}

/** How many standard deviations a column's largest stored weight stands for; the few beyond are cut. */
const widest = 8;
const rounded = (value: number): number => Number(value.toPrecision(8));

/** Rounds a network to signed bytes. `seen` says which buckets training ever met; the others are stored as zero. */
export function storeNetwork(fitted: FittedNetwork, seen: (bucket: number) => boolean): StoredNetwork {
  const { units, answers, table } = fitted;
  const width = units + answers;
  const buckets = table.length / width;
  const squares = new Float64Array(width);
  const largest = new Float64Array(width);
  let met = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!seen(bucket)) continue;
    met += 1;
    for (let at = 0; at < width; at += 1) {
      const weight = table[bucket * width + at] ?? 0;
      squares[at] = (squares[at] ?? 0) + weight * weight;
      largest[at] = Math.max(largest[at] ?? 0, Math.abs(weight));
    }
  }
  const steps = Array.from(squares, (square, at) => {
    const reach = Math.min(largest[at] ?? 0, widest * Math.sqrt(square / Math.max(met, 1)));
    return rounded(reach === 0 ? 1 : reach / 127);
  });
  const bytes = new Int8Array(table.length);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    if (!seen(bucket)) continue;
    for (let at = 0; at < width; at += 1) {
      const place = bucket * width + at;
      bytes[place] = Math.max(-127, Math.min(127, Math.round((table[place] ?? 0) / (steps[at] ?? 1))));
    }
  }
  return {
    units,
    answers,
    steps,
    table: Buffer.from(bytes.buffer).toString('base64'),
    unitBias: Array.from(fitted.unitBias, rounded),
    output: Array.from(fitted.output, rounded),
    answerBias: Array.from(fitted.answerBias, rounded),
  };
}

/** Unpacks a stored network. Throws a `RangeError` when it is not whole. */
export function readNetwork(stored: StoredNetwork): Network {
  const { units, answers } = stored;
  const width = units + answers;
  const table = signedBytes(stored.table);
  const buckets = table.length / width;
  if (!Number.isInteger(buckets) || buckets < 1 || (buckets & (buckets - 1)) !== 0)
    throw new RangeError('buckets must be a power of two');
  if (stored.steps.length !== width || stored.output.length !== units * answers)
    throw new RangeError('the network is not whole');
  return {
    units,
    answers,
    width,
    mask: buckets - 1,
    steps: Float64Array.from(stored.steps),
    table,
    unitBias: Float64Array.from(stored.unitBias),
    output: Float64Array.from(stored.output),
    answerBias: Float64Array.from(stored.answerBias),
  };
}

/** Base64 as signed bytes. */
export function signedBytes(base64: string): Int8Array {
  const binary = atob(base64);
  const bytes = new Int8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = (binary.charCodeAt(index) << 24) >> 24;
  return bytes;
}

/** What the features add up to: one column per hidden unit, then one per answer, in steps. */
function sums({ table, mask, width }: Network, { hashes, values }: Features): Float64Array {
  const total = new Float64Array(width);
  for (let index = 0; index < hashes.length; index += 1) {
    const row = ((hashes[index] ?? 0) & mask) * width;
    const value = values[index] ?? 0;
    for (let at = 0; at < width; at += 1) total[at] = (total[at] ?? 0) + value * (table[row + at] ?? 0);
  }
  return total;
}

/** What each hidden unit holds; those at zero or below are silent. */
const unitsOf = ({ units, unitBias, steps }: Network, total: Float64Array): number[] =>
  Array.from({ length: units }, (_, unit) => (unitBias[unit] ?? 0) + (total[unit] ?? 0) * (steps[unit] ?? 0));

/** Log-odds of each answer. */
export function answerNetwork(network: Network, features: Features): number[] {
  const { units, answers, answerBias, steps, output } = network;
  const total = sums(network, features);
  const hidden = unitsOf(network, total);
  return Array.from({ length: answers }, (_, at) => {
    let answer = (answerBias[at] ?? 0) + (total[units + at] ?? 0) * (steps[units + at] ?? 0);
    for (let unit = 0; unit < units; unit += 1) {
      const active = hidden[unit] ?? 0;
      if (active > 0) answer += active * (output[unit * answers + at] ?? 0);
    }
    return answer;
  });
}

/**
 * How much each token added to the first answer. Exact: with the units that are silent for this text left out, what
 * remains is a sum.
 */
export function addedByToken(network: Network, features: Features): ReadonlyMap<number, number> {
  const { units, answers, steps, output, table, mask, width } = network;
  const hidden = unitsOf(network, sums(network, features));
  const worth = Float64Array.from({ length: width }, (_, at) => {
    if (at === units) return steps[at] ?? 0;
    return at < units && (hidden[at] ?? 0) > 0 ? (steps[at] ?? 0) * (output[at * answers] ?? 0) : 0;
  });
  const added = new Map<number, number>();
  for (let index = 0; index < features.hashes.length; index += 1) {
    const token = features.from[index] ?? -1;
    if (token < 0) continue;
    const row = ((features.hashes[index] ?? 0) & mask) * width;
    let weight = 0;
    for (let at = 0; at < width; at += 1) weight += (table[row + at] ?? 0) * (worth[at] ?? 0);
    added.set(token, (added.get(token) ?? 0) + weight * (features.values[index] ?? 0));
  }
  return added;
}
