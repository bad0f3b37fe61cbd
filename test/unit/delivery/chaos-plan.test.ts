import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../chaos/options.ts';
import { isStoreBlow, makePlan, storeBlows } from '../../../chaos/plan.ts';

describe('a chaos run', () => {
  const options = readOptions(['--messages', '400', '--store', 'redis', '--store-fault-every', '1s', '--seed', '3']);

  it('is the same for the same seed, and another for another', () => {
    expect(makePlan(options)).toEqual(makePlan(options));
    expect(makePlan({ ...options, seed: 4 })).not.toEqual(makePlan(options));
  });

  it('strikes the store in every way, in order of time', () => {
    const { blows } = makePlan(options);
    const atStore = blows.filter(({ kind }) => isStoreBlow(kind));
    expect(new Set(atStore.map(({ kind }) => kind))).toEqual(new Set(storeBlows));
    expect(blows.map(({ atMs }) => atMs)).toEqual(blows.map(({ atMs }) => atMs).toSorted((a, b) => a - b));
  });

  it('leaves the store alone unless it is told otherwise, and a file always', () => {
    expect(makePlan(readOptions(['--store', 'redis'])).blows.some(({ kind }) => isStoreBlow(kind))).toBe(false);
    expect(() => readOptions(['--store-fault-every', '1s'])).toThrow(/needs --store redis/u);
  });
});
