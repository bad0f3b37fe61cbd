import { mayPerform } from '../../core/access.ts';
import { trackOf } from '../../core/approval/book.ts';
import type { CompleteRound } from '../../core/approval/round.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import { readApproval } from '../approval/approval-setting.ts';
import type { LiveMunicipalities } from '../settings/live-municipalities.ts';
import { changedSince } from '../settings/changed-since.ts';
import type { ChangedSince } from '../settings/changed-since.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'countOverdue'>;
  readonly live: Pick<LiveMunicipalities, 'find'>;
  /** SHA-256, hexadecimal. */
  readonly hash: (text: string) => string;
}

/** What the privacy papers are made from, read from what is in force. */
export interface GatheredFacts {
  readonly municipality: Municipality;
  readonly madeAt: Instant;
  readonly settings: { readonly version: number; readonly hash: string };
  /** What two-way conversation is approved by. */
  readonly approved?: CompleteRound;
  /** Settings changed since; `unknown` when those of that time are no longer kept. */
  readonly since?: ChangedSince;
  readonly overdue: Readonly<Record<string, number>>;
}

export type PrivacyFactsOutcome =
  { readonly kind: 'facts'; readonly facts: GatheredFacts } | { readonly kind: 'not-permitted' };

/** Purpose: «/personvern-papirer». Personal data: none; settings, the approval on record, and counts. */
export const makeGatherFacts = (deps: Deps) => {
  const { now, store, live, hash } = deps;

  return async (staff: Staff): Promise<PrivacyFactsOutcome> => {
    const inForce = live.find(staff.municipalityId);
    if (!inForce || !mayPerform(staff.roles, 'papers.read')) return { kind: 'not-permitted' };
    const { municipality, version } = inForce;
    const { book } = await readApproval(store, municipality.id);
    const approved = book && trackOf(book, 2).inForce;
    const since = approved && (await changedSince(store, municipality.id, version, approved.decision.at));
    const madeAt = now();
    return {
      kind: 'facts',
      facts: {
        municipality,
        madeAt,
        settings: { version, hash: hash(JSON.stringify(municipality)) },
        ...(approved && { approved }),
        ...(since && { since }),
        overdue: await store.countOverdue(madeAt - graceMs),
      },
    };
  };
};

/** Erasure runs every ten minutes; what is late by more than an hour is a fault. */
export const graceMs = 3_600_000;
