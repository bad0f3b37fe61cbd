import type { Case, CaseEntry } from '../../core/case.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { caseErasure } from '../../core/retention.ts';
import type { Instant } from '../../core/time.ts';
import type { Pseudonyms, SenderRecord, Store } from '../../ports.ts';
import { readRequests } from './erasure-requests.ts';

interface Deps {
  readonly pseudonyms: Pick<Pseudonyms, 'sender'>;
  readonly store: Pick<Store, 'findOpenCase' | 'findSender' | 'listEntries' | 'findSetting'>;
}

/** What is stored about one sender, found by their own account. A closed conversation cannot be found this way. */
export interface MyData {
  readonly case?: {
    readonly case: Case;
    readonly entries: readonly CaseEntry[];
    readonly eraseAt: Instant;
    /** Erasure has been asked for, and is answered before this. */
    readonly answerDueAt?: Instant;
  };
  readonly record?: SenderRecord;
}

/** Purpose: the right to see. Personal data: everything of the asker, shown to the asker alone. Source: GDPR article 15. */
export const makeShowMyData =
  ({ pseudonyms, store }: Deps) =>
  async (municipality: Municipality, userId: Snowflake): Promise<MyData> => {
    const sender = pseudonyms.sender(municipality.id, userId);
    const [current, record] = await Promise.all([
      store.findOpenCase(municipality.id, sender),
      store.findSender(municipality.id, sender),
    ]);
    if (!current) return record ? { record } : {};
    const [entries, { requests }] = await Promise.all([
      store.listEntries(current.id),
      readRequests(store, municipality.id),
    ]);
    const asked = requests.find(({ caseId }) => caseId === current.id);
    return {
      case: {
        case: current,
        entries,
        eraseAt: caseErasure(current),
        ...(asked ? { answerDueAt: asked.dueAt } : {}),
      },
      ...(record ? { record } : {}),
    };
  };
