/** First millisecond of 2015, where Discord's ids start. */
const DISCORD_EPOCH = 1_420_070_400_000;
const SEQUENCE_BITS = 22n;

/** Makes ids that only rise, also when the clock is set back. */
export class SnowflakeMint {
  readonly #now: () => number;
  #last = 0n;

  constructor(now: () => number) {
    this.#now = now;
  }

  next(): string {
    const byClock = BigInt(Math.max(0, this.#now() - DISCORD_EPOCH)) << SEQUENCE_BITS;
    this.#last = byClock > this.#last ? byClock : this.#last + 1n;
    return this.#last.toString();
  }
}

/** When an id was made; epoch milliseconds. */
export function timeOfSnowflake(id: string): number {
  return Number(BigInt(id) >> SEQUENCE_BITS) + DISCORD_EPOCH;
}

/** Order by age: negative when `a` is older. */
export function compareSnowflakes(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

export function isSnowflake(text: string): boolean {
  return /^\d{15,20}$/u.test(text);
}
