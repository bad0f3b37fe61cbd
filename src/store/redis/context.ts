import type { Instant } from '../../core/time.ts';
import type { Clock } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import type { ErasureLedger } from '../erasure-ledger.ts';
import type { HighWater } from '../high-water.ts';
import type { StoreIncident } from '../maintenance.ts';
import type { Sealing } from '../sealing.ts';
import type { Vault } from '../vault.ts';
import type { RedisConnection } from './connection.ts';

/** What every part of the store works with. */
export interface Context {
  readonly connection: RedisConnection;
  readonly vault: Vault;
  readonly sealing: Sealing;
  readonly ledger: ErasureLedger;
  readonly highWater: HighWater;
  readonly now: Clock;
  /** When an old copy had last been put back as this process opened the store; absent: never. */
  readonly restoredAt: Instant | undefined;
  /** The name leases are taken in; empty: nobody's. */
  readonly holder: string;
  readonly report: (incident: StoreIncident) => void;
  /** Keys that live as long as the store. */
  readonly keys: { readonly store: Uint8Array; readonly pseudonyms: Uint8Array; readonly audit: Uint8Array };
}

const wrongShape = (): never => {
  throw new StoreFault('corrupt');
};

/** Answers of scripts are what Redis holds: checked here, once. */
export const list = (answer: unknown): readonly unknown[] =>
  Array.isArray(answer) ? (answer as unknown[]) : wrongShape();
export const bytes = (answer: unknown): Buffer => (Buffer.isBuffer(answer) ? answer : wrongShape());
export const text = (answer: unknown): string => bytes(answer).toString('utf8');
export const integer = (answer: unknown): number => {
  const value = typeof answer === 'number' ? answer : Number(text(answer));
  return Number.isSafeInteger(value) ? value : wrongShape();
};
export const optional = <T>(answer: unknown, read: (answer: unknown) => T): T | undefined =>
  answer === null || answer === undefined ? undefined : read(answer);

/** A hash as Redis gives it: names and values in turn. */
export function fields(answer: unknown): ReadonlyMap<string, unknown> {
  const flat = list(answer);
  const found = new Map<string, unknown>();
  for (let n = 0; n < flat.length; n += 2) found.set(text(flat[n]), flat[n + 1]);
  return found;
}
