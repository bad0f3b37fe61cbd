import type { Case, CaseEntry } from '../../core/case.ts';
import type { SenderKey, Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { caseErasure } from '../../core/retention.ts';
import type { Instant } from '../../core/time.ts';
import type { Pseudonyms, SenderRecord, Store } from '../../ports.ts';
import { readRequests } from './erasure-requests.ts';
import { storedAbout } from './stored-about.ts';

export interface ShowDeps {
  readonly store: Pick<Store, 'listCasesOfSender' | 'findSender' | 'findDossier' | 'listEntries' | 'findSetting'>;
}

/** What is stored about one sender: every conversation that is not erased, open or closed. */
export interface MyData {
  /** Newest first. */
  readonly cases: readonly MyCase[];
  readonly record?: SenderRecord;
}

export interface MyCase {
  readonly case: Case;
  /** Oldest first. */
  readonly entries: readonly CaseEntry[];
  readonly eraseAt: Instant;
  /** Staff have written about it on the desk. What they wrote is not shown here: it may be about others too. */
  readonly isDocumented: boolean;
  /** Erasure has been asked for, and is answered before this. */
  readonly answerDueAt?: Instant;
}

/** Everything stored about a sender, with when each thing goes. */
export async function dataOf({ store }: ShowDeps, { id }: Municipality, sender: SenderKey): Promise<MyData> {
  const [{ cases, record }, { requests }] = await Promise.all([
    storedAbout(store, id, sender),
    readRequests(store, id),
  ]);
  return {
    cases: await Promise.all(
      cases.map(async ({ case: one, isDocumented }) => {
        const asked = requests.find(({ caseId }) => caseId === one.id);
        return {
          case: one,
          entries: await store.listEntries(one.id),
          eraseAt: caseErasure(one),
          isDocumented,
          ...(asked && { answerDueAt: asked.dueAt }),
        };
      }),
    ),
    ...(record && { record }),
  };
}

/** Purpose: the right to see. Personal data: everything of the asker, shown to the asker alone. Source: GDPR article 15. */
export const makeShowMyData =
  ({ pseudonyms, ...deps }: ShowDeps & { readonly pseudonyms: Pick<Pseudonyms, 'sender'> }) =>
  (municipality: Municipality, userId: Snowflake): Promise<MyData> =>
    dataOf(deps, municipality, pseudonyms.sender(municipality.id, userId));
