import type { Clock, Pseudonyms, Store } from '../../ports.ts';
import { copiesOf, queueRemoval } from './staff-copies.ts';

interface Deps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly store: Pick<Store, 'listExpiredCases' | 'findPosted' | 'commit' | 'eraseExpired'>;
}

/** More than ever fall due at once. */
const mostCases = 100_000;

/**
 * Purpose: erase what is out of time, in the store and in the staff channels. Personal data: none is read. The copies are
 * queued for deletion before the case that knows of them is gone. What went stands in the audit, as counts.
 * @returns how many records went, per kind
 */
export const makeEraseExpired =
  ({ now, pseudonyms, store }: Deps) =>
  async (): Promise<Readonly<Record<string, number>>> => {
    const at = now();
    for (const { id } of await store.listExpiredCases(at, mostCases)) {
      const copies = await copiesOf(store, id);
      if (copies.length === 0) continue;
      await store.commit({
        cause: `copies:${id}:${at}`,
        at,
        basedOn: [],
        changes: [{ kind: 'queue', entry: queueRemoval(pseudonyms, id, copies, at) }],
      });
    }
    const erased = await store.eraseExpired(at);
    const counts = Object.fromEntries(Object.entries(erased).filter(([, count]) => count > 0));
    if (Object.keys(counts).length > 0) {
      await store.commit({
        cause: `erased:${at}`,
        at,
        basedOn: [],
        changes: [{ kind: 'audit', entry: { event: 'retention.erased', at, details: counts } }],
      });
    }
    return erased;
  };
