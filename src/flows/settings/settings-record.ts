import { z } from 'zod';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import { isSnowflake } from '../../core/ids.ts';
import type { SettingsOverlay } from '../../core/settings/municipality-document.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Store } from '../../ports.ts';

/** Everything coordinators have changed, as it stood after one of them had. */
export interface SettingsRevision {
  readonly overlay: SettingsOverlay;
  /** Absent: as the files say. */
  readonly by?: Snowflake;
  readonly at: Instant;
  /** What this revision changed. */
  readonly keys: readonly string[];
}

export interface StoredRevision extends SettingsRevision {
  /** 0: nothing has been changed yet. */
  readonly version: number;
}

const name = 'settings';
/** How many revisions can be looked at and gone back to. */
export const keptRevisions = 30;

const revisionSchema = z.object({
  overlay: z.record(z.string(), z.unknown()),
  by: z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)).optional(),
  at: z.number().int(),
  keys: z.array(z.string()),
});

type Reading = Pick<Store, 'findSetting'>;

/** The record is there and cannot be used. */
export class SettingsDamaged extends Error {
  readonly version: number;

  constructor(version: number) {
    super(`settings: revision ${version} cannot be read`);
    this.name = 'SettingsDamaged';
    this.version = version;
  }
}

/** @throws SettingsDamaged */
export async function readSettings(store: Reading, id: MunicipalityId): Promise<StoredRevision> {
  const found = await store.findSetting(id, name);
  if (!found) return { version: 0, overlay: {}, at: 0, keys: [] };
  const parsed = revisionSchema.safeParse(found.value);
  if (!parsed.success) throw new SettingsDamaged(found.version);
  return { version: found.version, ...revision(parsed.data) };
}

const slotOf = (version: number): string => `settings-revision-${version % keptRevisions}`;
const keptSchema = revisionSchema.extend({ version: z.number().int() });

/** A kept revision; nothing when it is too old, or damaged. */
export async function readRevision(
  store: Reading,
  id: MunicipalityId,
  version: number,
): Promise<StoredRevision | undefined> {
  const parsed = keptSchema.safeParse((await store.findSetting(id, slotOf(version)))?.value);
  if (!parsed.success || parsed.data.version !== version) return undefined;
  return { version, ...revision(parsed.data) };
}

/** Saves a revision as the one in force and among those that are kept. Refused as stale when another came first. */
export async function savingSettings(
  store: Reading,
  municipalityId: MunicipalityId,
  basedOn: number,
  value: SettingsRevision,
): Promise<readonly Change[]> {
  const version = basedOn + 1;
  const slot = slotOf(version);
  const taken = await store.findSetting(municipalityId, slot);
  return [
    { kind: 'save-setting', municipalityId, name, basedOn, value },
    { kind: 'save-setting', municipalityId, name: slot, basedOn: taken?.version ?? 0, value: { ...value, version } },
  ];
}

function revision({ overlay, by, at, keys }: z.output<typeof revisionSchema>): SettingsRevision {
  return { overlay, at, keys, ...(by && { by }) };
}
