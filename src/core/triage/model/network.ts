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
  readonly steps: readonly number[];
  /** Rows of `lanes` words; each holds four columns, a byte each, least first, raised by 128. */
  readonly lanes: number;
  readonly table: Int32Array;
  readonly unitBias: readonly number[];
  readonly output: readonly number[];
  readonly answerBias: readonly number[];
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
export const readNetwork = (stored: StoredNetwork): Network =>
  packNetwork({ ...stored, table: signedBytes(stored.table) });

/**
 * A network ready to answer.
 * @throws {RangeError} when it is not whole
 */
export function packNetwork(plain: Omit<StoredNetwork, 'table'> & { readonly table: Int8Array }): Network {
  const { units, answers, table } = plain;
  const width = units + answers;
  const buckets = table.length / width;
  if (!Number.isInteger(buckets) || buckets < 1 || (buckets & (buckets - 1)) !== 0)
    throw new RangeError('buckets must be a power of two');
  if (plain.steps.length !== width || plain.output.length !== units * answers)
    throw new RangeError('the network is not whole');
  return { ...plain, width, mask: buckets - 1, ...pack(table, width) };
}

/** Base64 as signed bytes. */
export function signedBytes(base64: string): Int8Array {
  const binary = atob(base64);
  const bytes = new Int8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = (binary.charCodeAt(index) << 24) >> 24;
  return bytes;
}

const raised = 128;

/** Four columns to a 32-bit word, so that adding two words adds several columns at once. */
function pack(bytes: Int8Array, width: number): { readonly lanes: number; readonly table: Int32Array } {
  const lanes = Math.ceil(width / 4);
  const buckets = bytes.length / width;
  const table = new Int32Array(buckets * lanes);
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    for (let at = 0; at < width; at += 1) {
      const place = bucket * lanes + (at >> 2);
      const column = (bytes[bucket * width + at] ?? 0) + raised;
      table[place] = (table[place] ?? 0) | (column << (8 * (at & 3)));
    }
  }
  return { lanes, table };
}

/** Rows that can be added before two bytes are full. */
const mostRows = 256;
const twoColumns = 0x00ff00ff;

/** What the features add up to: one column per hidden unit, then one per answer, in steps. */
function sums({ table, mask, width, lanes }: Network, { hashes, ends, values }: Features): number[] {
  const total = new Array<number>(lanes * 4).fill(0);
  let from = 0;
  for (let kind = 0; kind < ends.length; kind += 1) {
    const end = ends[kind] ?? 0;
    const value = values[kind] ?? 0;
    while (from < end) {
      const to = Math.min(end, from + mostRows);
      for (let lane = 0; lane < lanes; lane += 1) {
        let even = 0;
        let odd = 0;
        for (let index = from; index < to; index += 1) {
          const four = table[((hashes[index] ?? 0) & mask) * lanes + lane] ?? 0;
          even += four & twoColumns;
          odd += (four >>> 8) & twoColumns;
        }
        const lift = raised * (to - from);
        const at = lane * 4;
        total[at] = (total[at] ?? 0) + value * ((even & 0xffff) - lift);
        total[at + 1] = (total[at + 1] ?? 0) + value * ((odd & 0xffff) - lift);
        total[at + 2] = (total[at + 2] ?? 0) + value * ((even >>> 16) - lift);
        total[at + 3] = (total[at + 3] ?? 0) + value * ((odd >>> 16) - lift);
      }
      from = to;
    }
  }
  total.length = width;
  return total;
}

/** What a network makes of some features. */
export interface Activation {
  /** Log-odds of each answer. */
  readonly answers: readonly number[];
  /** What each hidden unit holds; those at zero or below are silent. */
  readonly hidden: readonly number[];
}

export function answerNetwork(network: Network, features: Features): Activation {
  const { units, answers: count, unitBias, answerBias, steps, output } = network;
  const total = sums(network, features);
  const hidden: number[] = [];
  for (let unit = 0; unit < units; unit += 1)
    hidden.push((unitBias[unit] ?? 0) + (total[unit] ?? 0) * (steps[unit] ?? 0));
  const answers: number[] = [];
  for (let at = 0; at < count; at += 1) {
    let answer = (answerBias[at] ?? 0) + (total[units + at] ?? 0) * (steps[units + at] ?? 0);
    for (let unit = 0; unit < units; unit += 1) {
      const active = hidden[unit] ?? 0;
      if (active > 0) answer += active * (output[unit * count + at] ?? 0);
    }
    answers.push(answer);
  }
  return { answers, hidden };
}

/**
 * How much each token added to the first answer. Exact: with the units that are silent for this text left out, what
 * remains is a sum.
 */
export function addedByToken(
  { units, answers, steps, output, table, mask, lanes }: Network,
  { hashes, from, ends, values }: Features,
  { hidden }: Activation,
): ReadonlyMap<number, number> {
  /** What one step in each column is worth to the first answer. */
  const worth = Array.from({ length: lanes * 4 }, (_, at) => {
    if (at === units) return steps[at] ?? 0;
    return at < units && (hidden[at] ?? 0) > 0 ? (steps[at] ?? 0) * (output[at * answers] ?? 0) : 0;
  });
  const lift = raised * worth.reduce((sum, one) => sum + one, 0);
  const added = new Map<number, number>();
  let index = 0;
  for (let kind = 0; kind < ends.length; kind += 1) {
    const value = values[kind] ?? 0;
    for (; index < (ends[kind] ?? 0); index += 1) {
      const token = from[index] ?? -1;
      if (token < 0) continue;
      const row = ((hashes[index] ?? 0) & mask) * lanes;
      let weight = -lift;
      for (let lane = 0; lane < lanes; lane += 1) {
        const four = table[row + lane] ?? 0;
        const at = lane * 4;
        weight +=
          (four & 255) * (worth[at] ?? 0) +
          ((four >>> 8) & 255) * (worth[at + 1] ?? 0) +
          ((four >>> 16) & 255) * (worth[at + 2] ?? 0) +
          (four >>> 24) * (worth[at + 3] ?? 0);
      }
      added.set(token, (added.get(token) ?? 0) + weight * value);
    }
  }
  return added;
}
