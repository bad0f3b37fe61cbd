import type { RestFault } from '../sandbox/control-api.ts';

/** Shares of each fault among all faults, as in the prototype's runs. Source: RELIABILITY A.2. */
const mix: readonly (Omit<RestFault, 'probability' | 'seed'> & { readonly share: number })[] = [
  { kind: 'fail-after', status: 502, share: 5 },
  { kind: 'refuse', status: 500, share: 2 },
  { kind: 'reset-after', share: 1 },
  { kind: 'rate-limit', retryAfterMs: 300, scope: 'user', share: 1 },
  { kind: 'hang-after', share: 0.2 },
];
const whole = mix.reduce((sum, { share }) => sum + share, 0);

/** Faults on every REST request; together they hit `share` of them. */
export const restFaults = (share: number, seed: number): readonly RestFault[] =>
  mix.map(({ share: part, ...fault }, index) => ({
    ...fault,
    probability: (share * part) / whole,
    seed: seed * 31 + index + 1,
  }));
