import { z } from 'zod';
import type { Finding } from '../../core/doctor/finding.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import { dayMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Store } from '../../ports.ts';

/** What is kept of the installation itself lies beside the municipalities' own. No folder can be called this. */
const installation = 'this-installation' as MunicipalityId;
const name = 'backup-taken';
const takenSchema = z.object({ at: z.number().int() });

/** A nightly backup that has failed twice is noticed. */
const oldMs = 2 * dayMs;

/** Writes down that a backup has been taken, for the doctor. */
export async function noteBackup(store: Pick<Store, 'findSetting' | 'commit'>, at: Instant): Promise<void> {
  const found = await store.findSetting(installation, name);
  await store.commit({
    cause: `backup:${at}`,
    at,
    basedOn: [],
    changes: [
      { kind: 'save-setting', municipalityId: installation, name, basedOn: found?.version ?? 0, value: { at } },
    ],
  });
}

export async function examineBackup(store: Pick<Store, 'findSetting'>, now: Instant): Promise<readonly Finding[]> {
  const taken = takenSchema.safeParse((await store.findSetting(installation, name))?.value);
  if (!taken.success) return [{ kind: 'backup-old' }];
  const age = now - taken.data.at;
  return age > oldMs ? [{ kind: 'backup-old', days: Math.floor(age / dayMs) }] : [];
}
