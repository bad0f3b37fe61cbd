import { z } from 'zod';
import { isSnowflake } from '../../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import type { PermittedAct } from '../../core/settings/permitted-acts.ts';
import { hourMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Store } from '../../ports.ts';

/** How long a permit may be used, and used again: moving keys may be stopped and begun anew. */
export const permitLivesMs = 24 * hourMs;

const name = (act: PermittedAct): string => `permit-${act}`;

const staffId = z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value));
const permitSchema = z.object({ by: staffId, confirmedBy: staffId, at: z.number().int() }).readonly();
export type Permit = z.output<typeof permitSchema>;

/** A permit that may be used now. */
export async function findPermit(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
  act: PermittedAct,
  now: Instant,
): Promise<Permit | undefined> {
  const parsed = permitSchema.safeParse((await store.findSetting(id, name(act)))?.value);
  return parsed.success && now >= parsed.data.at && now - parsed.data.at <= permitLivesMs ? parsed.data : undefined;
}

export async function savingPermit(
  store: Pick<Store, 'findSetting'>,
  municipalityId: MunicipalityId,
  act: PermittedAct,
  value: Permit,
): Promise<Change> {
  const found = await store.findSetting(municipalityId, name(act));
  return { kind: 'save-setting', municipalityId, name: name(act), basedOn: found?.version ?? 0, value };
}
