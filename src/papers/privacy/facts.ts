import type { CompleteRound } from '../../core/approval/round.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';

/** What the privacy papers are made from: what is in force, never what somebody remembers. */
export interface PrivacyFacts {
  readonly municipality: Municipality;
  readonly madeAt: Instant;
  /** Of the program, e.g. `0.1.0`. */
  readonly version: string;
  /** Which settings the papers describe; the hash is SHA-256 of them, hexadecimal. */
  readonly settings: { readonly version: number; readonly hash: string };
  /** What two-way conversation is approved by; absent: nothing is. */
  readonly approved?: CompleteRound;
  /** What has been changed since then; absent when nothing is approved. */
  readonly since?: ChangedSince;
  /** Records that should have been erased and are still there, per kind; as counted now. */
  readonly overdue: Readonly<Record<string, number>>;
  /** Published figures of redaction and triage, as Markdown; absent when the file is not there. */
  readonly figures?: string;
}

/** `unknown`: the settings of that time are no longer kept, so everything must be read again. */
export type ChangedSince = { readonly kind: 'keys'; readonly keys: readonly string[] } | { readonly kind: 'unknown' };
