import { isUnseen } from '../../core/case.ts';
import { asWaiting, inOrderOfNeed, isUnanswered } from '../../core/duty/waiting.ts';
import type { WaitingCase } from '../../core/duty/waiting.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { Store } from '../../ports.ts';

/** Conversations in which the sender had the last word: number and level, most serious first. */
export async function findWaitingCases(
  store: Pick<Store, 'listOpenCases' | 'listEntries'>,
  municipalityId: MunicipalityId,
): Promise<readonly WaitingCase[]> {
  const waiting: WaitingCase[] = [];
  for (const current of inOrderOfNeed(await store.listOpenCases(municipalityId))) {
    if (!isUnseen(current) && isUnanswered(await store.listEntries(current.id))) waiting.push(asWaiting(current));
  }
  return waiting;
}
