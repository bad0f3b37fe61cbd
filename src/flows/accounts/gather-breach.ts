import { mayPerform } from '../../core/access.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Instant } from '../../core/time.ts';
import type { AuditEntry, Clock, Municipalities, Staff, Store } from '../../ports.ts';
import { graceMs } from './privacy-facts.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'listAudit' | 'listOpenCases' | 'countOverdue' | 'commit'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

/** The time something went wrong in, as far as it is known. */
export interface BreachSpan {
  readonly from: Instant;
  readonly until: Instant;
}

/** What the program knows of a time: acts and counts, no words and no senders. */
export interface BreachFacts extends BreachSpan {
  readonly municipality: Municipality;
  readonly madeAt: Instant;
  /** Oldest first. */
  readonly acts: readonly AuditEntry[];
  /** There were more acts; the oldest are left out. */
  readonly isCut: boolean;
  /** Conversations that were touched in that time. */
  readonly cases: number;
  readonly openCases: number;
  readonly overdue: Readonly<Record<string, number>>;
}

export type BreachOutcome =
  | { readonly kind: 'facts'; readonly facts: BreachFacts }
  /** The time ends before it begins, or lies ahead. */
  | { readonly kind: 'bad-time' }
  | { readonly kind: 'not-permitted' };

const mostActs = 400;

/**
 * Purpose: «/avvik»: what is known of a breach, for the report people write. Personal data: ids of staff; counts of cases.
 * That a draft was made stands in the audit. Source: GDPR article 33(3) and (5).
 */
export const makeGatherBreach =
  ({ now, store, municipalities }: Deps) =>
  async (cause: string, staff: Staff, { from, until }: BreachSpan): Promise<BreachOutcome> => {
    const municipality = municipalities.find(staff.municipalityId);
    if (!municipality || !mayPerform(staff.roles, 'breach.report')) return { kind: 'not-permitted' };
    const at = now();
    if (from > until || from > at) return { kind: 'bad-time' };
    const { id: municipalityId } = municipality;
    const [acts, open, overdue] = await Promise.all([
      store.listAudit(municipalityId, from, until, mostActs + 1),
      store.listOpenCases(municipalityId),
      store.countOverdue(at - graceMs),
    ]);
    await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [
        {
          kind: 'audit',
          entry: { event: 'breach.drafted', at, municipalityId, by: staff.id, details: { from, until } },
        },
      ],
    });
    const cases = new Set(acts.flatMap(({ caseId }) => (caseId ? [caseId] : [])));
    return {
      kind: 'facts',
      facts: {
        municipality,
        madeAt: at,
        from,
        until,
        acts: acts.slice(-mostActs),
        isCut: acts.length > mostActs,
        cases: cases.size,
        openCases: open.length,
        overdue,
      },
    };
  };
