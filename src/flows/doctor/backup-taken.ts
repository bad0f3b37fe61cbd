import { z } from 'zod';
import type { Finding } from '../../core/doctor/finding.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import { dayMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Store } from '../../ports.ts';

/** What is kept of the installation itself lies beside the municipalities' own. No folder can be called this. */
const installation = 'this-installation' as MunicipalityId;
const name = 'backup-taken';
const takenSchema = z.object({ at: z.number().int(), folders: z.array(z.string()).default([]) });
/** More places than anybody puts backups in. */
const mostFolders = 9;

/** A nightly backup that has failed twice is noticed. */
const oldMs = 2 * dayMs;

async function readTaken(store: Pick<Store, 'findSetting'>) {
  const found = await store.findSetting(installation, name);
  const taken = takenSchema.safeParse(found?.value);
  return { version: found?.version ?? 0, ...(taken.success && { taken: taken.data }) };
}

/**
 * Writes down that a backup has been taken, for the doctor, and where, for the nightly look.
 * @param folder an absolute path on this machine; absent: it lies with somebody else
 */
export async function noteBackup(
  store: Pick<Store, 'findSetting' | 'commit'>,
  at: Instant,
  folder?: string,
): Promise<void> {
  const { version, taken } = await readTaken(store);
  const earlier = taken?.folders ?? [];
  const folders = folder === undefined ? earlier : [folder, ...earlier.filter((one) => one !== folder)];
  await store.commit({
    cause: `backup:${at}`,
    at,
    basedOn: [],
    changes: [
      {
        kind: 'save-setting',
        municipalityId: installation,
        name,
        basedOn: version,
        value: { at, folders: folders.slice(0, mostFolders) },
      },
    ],
  });
}

export async function examineBackup(store: Pick<Store, 'findSetting'>, now: Instant): Promise<readonly Finding[]> {
  const { taken } = await readTaken(store);
  if (!taken) return [{ kind: 'backup-old' }];
  const age = now - taken.at;
  return age > oldMs ? [{ kind: 'backup-old', days: Math.floor(age / dayMs) }] : [];
}

/** Where backups have been put. */
export const backupFolders = async (store: Pick<Store, 'findSetting'>): Promise<readonly string[]> =>
  (await readTaken(store)).taken?.folders ?? [];
