import type { Instant } from '../core/time.ts';

/** Leases are judged by the clock of the one who claims. */
export const leaseUntil = (now: Instant, leaseMs: number): Instant => now + leaseMs;

/** Snowflakes as text of one length, so that their order as text is their order as numbers. */
export const sortable = (snowflake: string): string => snowflake.padStart(20, '0');
