import type { MunicipalityId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Store } from '../../ports.ts';
import { keptRevisions, readRevision } from './settings-record.ts';

/** `unknown`: the settings of that time are no longer kept, so everything must be read again. */
export type ChangedSince = { readonly kind: 'keys'; readonly keys: readonly string[] } | { readonly kind: 'unknown' };

/** Which settings have been changed after `at`. @param current the version in force */
export async function changedSince(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
  current: number,
  at: Instant,
): Promise<ChangedSince> {
  const keys = new Set<string>();
  for (let version = current; version > 0; version -= 1) {
    if (current - version >= keptRevisions) return { kind: 'unknown' };
    const revision = await readRevision(store, id, version);
    if (!revision) return { kind: 'unknown' };
    if (revision.at <= at) break;
    for (const key of revision.keys) keys.add(key);
  }
  return { kind: 'keys', keys: [...keys].toSorted() };
}
