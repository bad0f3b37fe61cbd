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
  hashes,
  from: hashes.map((_, index) => index),
  ends: [hashes.length],
  values: [1],
});
const line = (target: number, ...hashes: readonly number[]): NetworkExample => ({
  features: { hashes, values: hashes.map(() => 1) },
  targets: [target],
  weight: 1,
});
/** Yes when exactly one of the two is there: no sum of words can tell. */
const eitherOr: readonly NetworkExample[] = [line(0, 1, 2, 9), line(1, 1, 9), line(1, 2, 9), line(0, 9)];
const all = () => true;
const trained = (): StoredNetwork => storeNetwork(fitNetwork(eitherOr, 1, settings), all);

describe('the network', () => {
  it.each(eitherOr.map(({ features: { hashes }, targets: [target] }) => [hashes.join(' '), hashes, target] as const))(
    'learns what no sum of words can tell: %s',
    (_, hashes, target) => {
      const [answer = 0] = answerNetwork(readNetwork(trained()), features(...hashes)).answers;
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
    const activation = answerNetwork(network, found);
    const added = [...addedByToken(network, found, activation).values()].reduce((sum, one) => sum + one, 0);
    const constant = activation.hidden.reduce(
      (sum, active, unit) => (active > 0 ? sum + (network.unitBias[unit] ?? 0) * (network.output[unit] ?? 0) : sum),
      network.answerBias[0] ?? 0,
    );
    expect(added + constant).toBeCloseTo(activation.answers[0] ?? 0, 6);
  });

  it('counts a feature as often as it stands there, however often that is', () => {
    const network = readNetwork(trained());
    const [once = 0] = answerNetwork(network, { ...features(1), values: [1000] }).answers;
    const often = answerNetwork(network, features(...Array<number>(1000).fill(1))).answers;
    expect(often[0]).toBeCloseTo(once, 6);
  });

  it('knows nothing about words that training never met', () => {
    const met = new Set([1, 2, 9]);
    const network = readNetwork(storeNetwork(fitNetwork(eitherOr, 1, settings), (bucket) => met.has(bucket)));
    expect(answerNetwork(network, features(3))).toEqual(answerNetwork(network, features()));
    expect(answerNetwork(network, features(1))).not.toEqual(answerNetwork(network, features()));
  });

  it.each([
    ['a table cut short', { table: trained().table.slice(0, -8) }],
    ['a column without its step', { steps: [1] }],
    ['an output layer cut short', { output: [] }],
  ])('refuses %s', (_, damage) => {
    expect(() => readNetwork({ ...trained(), ...damage })).toThrow(RangeError);
  });
});
