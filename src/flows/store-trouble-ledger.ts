import { z } from 'zod';
import type { MunicipalityId } from '../core/ids.ts';
import { unreadableRecords } from '../core/store-trouble.ts';
import type { StoreTrouble } from '../core/store-trouble.ts';
import { severities } from '../core/triage/assessment.ts';
import { dayMs } from '../core/time.ts';
import type { Clock, Store } from '../ports.ts';

/** What staff must hear about the store, kept until each municipality's staff have heard it. */
export interface StoreTroubleLedger {
  /** The same `key` is told once. At most 100 characters. */
  note(key: string, trouble: StoreTrouble): Promise<void>;
  /** Oldest first. */
  untold(municipality: MunicipalityId): Promise<readonly NotedTrouble[]>;
  told(municipality: MunicipalityId, key: string): Promise<void>;
}

export type NotedTrouble = z.output<typeof item>;

const trouble = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['set-aside', 'found-empty', 'restored', 'damaged']) }),
  z.object({ kind: z.literal('unreadable'), record: z.enum(unreadableRecords) }),
  z.object({ kind: z.literal('not-storing'), severity: z.enum(severities) }),
]);
const item = z.object({ key: z.string(), at: z.number().int(), trouble, told: z.array(z.string()).readonly() });
const itemsSchema = z.array(item).readonly();

/** Not a name a municipality can have: the record belongs to the whole service. */
const owner = '_service' as MunicipalityId;
const settingName = 'store.trouble';
const rememberMs = 30 * dayMs;
/** Many damaged records are one trouble: later ones are not told one by one. */
const mostItems = 50;

export function createStoreTroubleLedger(store: Pick<Store, 'findSetting' | 'commit'>, now: Clock): StoreTroubleLedger {
  async function read() {
    const found = await store.findSetting(owner, settingName);
    return { version: found?.version ?? 0, items: found ? itemsSchema.parse(found.value) : [] };
  }

  /** Two processes may write at once; the later one does its change again on what it has become. */
  async function change(next: (items: readonly NotedTrouble[]) => readonly NotedTrouble[]): Promise<void> {
    for (;;) {
      const { version, items } = await read();
      const value = next(items);
      if (value === items) return;
      const outcome = await store.commit({
        cause: `store-trouble:${version}`,
        at: now(),
        basedOn: [],
        changes: [{ kind: 'save-setting', municipalityId: owner, name: settingName, basedOn: version, value }],
      });
      if (outcome === 'committed') return;
    }
  }

  return {
    note: (key, what) =>
      change((items) => {
        const kept = items.filter(({ at }) => now() - at < rememberMs);
        if (kept.some((one) => one.key === key) || kept.length >= mostItems) return items;
        return [...kept, { key, at: now(), trouble: what, told: [] }];
      }),
    async untold(municipality) {
      return (await read()).items.filter(({ told }) => !told.includes(municipality));
    },
    told: (municipality, key) =>
      change((items) =>
        items.map((one) =>
          one.key === key && !one.told.includes(municipality) ? { ...one, told: [...one.told, municipality] } : one,
        ),
      ),
  };
}
