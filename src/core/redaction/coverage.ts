import type { Stretch } from './message.ts';

/** With so few stretches, looking at each is quicker than a table. */
const few = 6;

/** Which places of a text some stretches cover. A table answers in constant time when there are many stretches. */
export class Coverage {
  readonly #stretches: readonly Stretch[];
  // covered[i] = covered places before i
  readonly #covered: Int32Array | undefined;

  /** @param length of the text, in view characters */
  constructor(length: number, stretches: readonly Stretch[]) {
    this.#stretches = stretches;
    this.#covered = stretches.length > few ? tableOf(length, stretches) : undefined;
  }

  /** True when any place from `start` up to `end` is covered. */
  touches(start: number, end: number): boolean {
    const covered = this.#covered;
    if (covered === undefined) {
      for (const it of this.#stretches) if (start < it.end && end > it.start) return true;
      return false;
    }
    const last = covered.length - 1;
    return (covered[Math.min(end, last)] ?? 0) > (covered[Math.max(0, Math.min(start, last))] ?? 0);
  }
}

function tableOf(length: number, stretches: readonly Stretch[]): Int32Array {
  const marks = new Int32Array(length + 2);
  for (const { start, end } of stretches) {
    const from = Math.max(0, start);
    const to = Math.min(length, end);
    if (to <= from) continue;
    marks[from] = (marks[from] ?? 0) + 1;
    marks[to] = (marks[to] ?? 0) - 1;
  }
  const covered = new Int32Array(length + 1);
  let depth = 0;
  for (let at = 0; at < length; at++) {
    depth += marks[at] ?? 0;
    covered[at + 1] = (covered[at] ?? 0) + (depth > 0 ? 1 : 0);
  }
  return covered;
}
