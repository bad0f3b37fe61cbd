import { randomBytes, randomInt } from 'node:crypto';
import type { CaseId } from '../core/ids.ts';
import type { Chance } from '../ports.ts';

/** Chance from the operating system's own source. */
export const chance: Chance = {
  caseId: () => randomBytes(16).toString('base64url') as CaseId,
  caseNumber: () => randomInt(1_000, 1_000_000),
};

/** A short reference people can read out; says nothing. */
export const reference = (): string => randomBytes(4).toString('hex');
