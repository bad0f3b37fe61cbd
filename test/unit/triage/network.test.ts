import { describe, expect, it } from 'vitest';
import type { Features } from '../../../src/core/triage/model/features.ts';
import { fitNetwork, type NetworkExample } from '../../../src/core/triage/model/fit-network.ts';
import {
  addedByToken,
  answerNetwork,
  readNetwork,
  storeNetwork,
  type StoredNetwork,
} from '../../../src/core/triage/model/network.ts';

const settings = {
  buckets: 64,
  units: 8,
  epochs: 200,
  rate: 0.1,
  directRate: 0.1,
  dropout: 0,
  decay: 0,
  directDecay: 0,
  seed: 7,
};
const features = (...hashes: readonly number[]): Features => ({
  hashes: [...hashes],
  values: hashes.map(() => 1),
  from: hashes.map((_, index) => index),
});
/** Yes when exactly one of the two is there: no sum of words can tell. */
const eitherOr: readonly NetworkExample[] = [
  { features: features(1, 2, 9), targets: [0], weight: 1 },
  { features: features(1, 9), targets: [1], weight: 1 },
  { features: features(2, 9), targets: [1], weight: 1 },
  { features: features(9), targets: [0], weight: 1 },
];
const all = () => true;
const trained = (): StoredNetwork => storeNetwork(fitNetwork(eitherOr, 1, settings), all);

describe('the network', () => {
  it.each(eitherOr.map(({ features: found, targets: [target] }) => [found.hashes.join(' '), found, target] as const))(
    'learns what no sum of words can tell: %s',
    (_, found, target) => {
      const [answer = 0] = answerNetwork(readNetwork(trained()), found);
      expect(answer > 0 ? 1 : 0).toBe(target);
    },
  );

  it('comes out the same, byte for byte, from the same examples', () => {
    expect(trained()).toEqual(trained());
  });

  it('comes out another from another seed', () => {
    const other = storeNetwork(fitNetwork(eitherOr, 1, { ...settings, seed: 8 }), all);
    expect(other.table).not.toBe(trained().table);
  });

  it('explains an answer by what each word adds: together they are what differs from no words at all', () => {
    const network = readNetwork(trained());
    const found = features(1, 9);
    const added = [...addedByToken(network, found).values()].reduce((sum, one) => sum + one, 0);
    const [answer = 0] = answerNetwork(network, found);
    const hidden = Array.from({ length: 8 }, (_, unit) =>
      found.hashes.reduce(
        (sum, hash) => sum + (network.table[hash * 9 + unit] ?? 0) * (network.steps[unit] ?? 0),
        network.unitBias[unit] ?? 0,
      ),
    );
    const constant = hidden.reduce(
      (sum, active, unit) => (active > 0 ? sum + (network.unitBias[unit] ?? 0) * (network.output[unit] ?? 0) : sum),
      network.answerBias[0] ?? 0,
    );
    expect(added + constant).toBeCloseTo(answer, 6);
  });

  it('stores nothing about words that training never met', () => {
    const met = new Set([1, 2, 9]);
    const { table } = readNetwork(storeNetwork(fitNetwork(eitherOr, 1, settings), (bucket) => met.has(bucket)));
    expect([...table.subarray(3 * 9, 4 * 9)]).toEqual(new Array(9).fill(0));
    expect([...table.subarray(1 * 9, 2 * 9)]).not.toEqual(new Array(9).fill(0));
  });

  it.each([
    ['a table cut short', { table: trained().table.slice(0, -8) }],
    ['a column without its step', { steps: [1] }],
    ['an output layer cut short', { output: [] }],
  ])('refuses %s', (_, damage) => {
    expect(() => readNetwork({ ...trained(), ...damage })).toThrow(RangeError);
  });
});
