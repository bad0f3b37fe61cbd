import { z } from 'zod';
import { isSnowflake } from '../../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../../core/ids.ts';
import type { Change, Store } from '../../ports.ts';

const name = 'setup';
const snowflake = z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value));
const signed = { by: snowflake, at: z.number().int() };

const recordSchema = z
  .object({
    /** A person has seen the test post in this channel. */
    seen: z
      .object({ channelId: snowflake, ...signed })
      .readonly()
      .optional(),
  })
  .readonly();
/** What is remembered of the set-up besides the settings themselves: the setting `setup`. */
export type SetupRecord = z.output<typeof recordSchema>;

/** A record that cannot be read counts as empty: what it holds can be done again. */
export async function readSetup(
  store: Pick<Store, 'findSetting'>,
  id: MunicipalityId,
): Promise<{ readonly record: SetupRecord; readonly version: number }> {
  const found = await store.findSetting(id, name);
  const parsed = recordSchema.safeParse(found?.value ?? {});
  return { record: parsed.success ? parsed.data : {}, version: found?.version ?? 0 };
}

export const savingSetup = (municipalityId: MunicipalityId, basedOn: number, value: SetupRecord): Change => ({
  kind: 'save-setting',
  municipalityId,
  name,
  basedOn,
  value,
});
