import { z } from 'zod';
import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import { StoreFault } from '../ports.ts';
import type { Clock, Store } from '../ports.ts';

const name = 'cards';
const placesSchema = z.record(
  z.string(),
  z.custom<Snowflake>((value) => typeof value === 'string' && isSnowflake(value)),
);
export type Places = z.output<typeof placesSchema>;

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
}

/**
 * Purpose: remember which message is the card in which channel. Personal data: none. A card is found by its marker too,
 * so a store that fails costs a search and nothing else.
 */
export const makeCardPlaces = ({ now, store }: Deps) => {
  const read = async (id: MunicipalityId): Promise<{ readonly version: number; readonly places: Places }> => {
    const found = await store.findSetting(id, name);
    const parsed = placesSchema.safeParse(found?.value ?? {});
    return { version: found?.version ?? 0, places: parsed.success ? parsed.data : {} };
  };
  const orWithout = async <Value>(work: Promise<Value>, without: Value): Promise<Value> => {
    try {
      return await work;
    } catch (fault) {
      if (fault instanceof StoreFault) return without;
      throw fault;
    }
  };
  return {
    findPlaces: (id: MunicipalityId): Promise<Places> =>
      orWithout(
        read(id).then(({ places }) => places),
        {},
      ),
    savePlaces: (id: MunicipalityId, places: Places): Promise<void> =>
      orWithout(
        read(id).then(async ({ version }) => {
          await store.commit({
            cause: `cards:${id}:${version}`,
            at: now(),
            basedOn: [],
            changes: [{ kind: 'save-setting', municipalityId: id, name, basedOn: version, value: places }],
          });
        }),
        undefined,
      ),
  };
};
