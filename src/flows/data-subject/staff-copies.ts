import type { CaseId, Lane } from '../../core/ids.ts';
import type { OutboxEntry, StaffCopy } from '../../core/outbox.ts';
import { dayMs, secondMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Pseudonyms, Store } from '../../ports.ts';

/** What the service has posted to staff about a case. */
export interface StaffCopies {
  /** True when it is gone, also when it was gone before. Never throws. */
  remove(copy: StaffCopy): Promise<boolean>;
}

/** The thread goes first: the card it began from may be the only way to see that it is there. */
const kinds = [
  ['thread', 'case-thread'],
  ['thread', 'sender-thread'],
  ['card', 'case-card'],
  ['alert', 'case-alert'],
] as const;

/** What is known to have been posted. Must be asked before the case is erased. */
export async function copiesOf(store: Pick<Store, 'findPosted'>, caseId: CaseId): Promise<readonly StaffCopy[]> {
  const found = await Promise.all(
    kinds.map(async ([kind, dispatch]) => ({ kind, posted: await store.findPosted(caseId, dispatch) })),
  );
  return found.flatMap(({ kind, posted }) => (posted ? [{ kind, posted }] : []));
}

/** How long a copy that cannot be deleted is tried again. */
export const removalTriedMs = 90 * dayMs;

/** The case is erased by then; while it lives, its copies stay. */
const erasedByThenMs = 5 * secondMs;

/** Deletes them through the outbox, so that neither a crash nor Discord being away leaves one behind. */
export const queueRemoval = (
  lanes: Pick<Pseudonyms, 'lane'>,
  caseId: CaseId,
  copies: readonly StaffCopy[],
  at: Instant,
): OutboxEntry => {
  const lane: Lane = lanes.lane('case', `${caseId}:copies`);
  return {
    id: `copies:${caseId}:${at.toString(36)}`,
    lane,
    priority: 2,
    dispatch: { kind: 'remove-copies', caseId, copies },
    queuedAt: at,
    notBefore: at + erasedByThenMs,
    eraseAt: at + removalTriedMs,
  };
};
