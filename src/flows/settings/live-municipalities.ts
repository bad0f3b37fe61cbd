import type { MunicipalityId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { FoundingMunicipality } from '../../core/settings/founding.ts';
import { overlaid, settleDocument } from '../../core/settings/municipality-document.ts';
import type { MunicipalityDocument, SettingsOverlay } from '../../core/settings/municipality-document.ts';
import { StoreFault } from '../../ports.ts';
import type { Store } from '../../ports.ts';
import { SettingsDamaged, keptRevisions, readRevision, readSettings } from './settings-record.ts';
import type { StoredRevision } from './settings-record.ts';

/** Where a municipality's settings come from at the moment. `last-known-good`: what is stored cannot be used. */
export type SettingsStanding = 'sound' | 'last-known-good';

export interface LiveMunicipality {
  readonly municipality: Municipality;
  /** As the files say; what changes are laid over. */
  readonly document: MunicipalityDocument;
  /** The changes that are in force. */
  readonly overlay: SettingsOverlay;
  /** Of the settings in force; 0: as the files say. */
  readonly version: number;
  readonly standing: SettingsStanding;
}

interface Deps {
  readonly store: Pick<Store, 'findSetting'>;
  readonly configured: readonly { readonly municipality: Municipality; readonly document: MunicipalityDocument }[];
  /** Served from the moment their settings are whole. */
  readonly founding?: readonly FoundingMunicipality[];
  /** A municipality goes on with older settings; told once per damaged version. */
  readonly onDamaged: (id: MunicipalityId, version: number) => void;
}

export type LiveMunicipalities = ReturnType<typeof makeLiveMunicipalities>;

/**
 * The municipalities as their files say with what coordinators have changed since laid over. Settings that cannot be
 * used never stop the service: it goes on as it last was, and says so.
 */
export function makeLiveMunicipalities({ store, configured, founding: foundings = [], onDamaged }: Deps) {
  const live = new Map<MunicipalityId, LiveMunicipality>(
    configured.map(({ municipality, document }) => [
      municipality.id,
      { municipality, document, overlay: {}, version: 0, standing: 'sound' },
    ]),
  );
  const founding = new Map(foundings.map((one) => [one.id, one]));
  const damaged = new Map<MunicipalityId, number>();
  const changed = new Set<() => void>();

  async function refreshOne(current: LiveMunicipality): Promise<boolean> {
    const { document, municipality } = current;
    const { id } = municipality;
    const next = await inForce(id, document, current);
    if (next.version === current.version && next.standing === current.standing) return false;
    live.set(id, next);
    return true;
  }

  /** Everything is there: it is served from now on. */
  async function promote({ id, document }: FoundingMunicipality): Promise<boolean> {
    const { version, overlay } = await readSettings(store, id).catch((fault: unknown) => {
      if (!(fault instanceof SettingsDamaged)) throw fault;
      return newestKept(id, fault.version);
    });
    const settled = settleDocument(overlaid(document, overlay));
    if (!settled.ok) return false;
    founding.delete(id);
    live.set(id, { municipality: settled.value, document, overlay, version, standing: 'sound' });
    return true;
  }

  async function newestKept(id: MunicipalityId, before: number): Promise<Pick<StoredRevision, 'version' | 'overlay'>> {
    for (let back = before - 1; back > Math.max(0, before - keptRevisions); back -= 1) {
      const kept = await readRevision(store, id, back);
      if (kept) return kept;
    }
    return { version: 0, overlay: {} };
  }

  async function inForce(
    id: MunicipalityId,
    document: MunicipalityDocument,
    current: LiveMunicipality,
  ): Promise<LiveMunicipality> {
    let version: number;
    try {
      const stored = await readSettings(store, id);
      if (stored.version === current.version && current.standing === 'sound') return current;
      const { overlay } = stored;
      const settled = settleDocument(overlaid(document, overlay));
      if (settled.ok) {
        return { document, overlay, municipality: settled.value, version: stored.version, standing: 'sound' };
      }
      ({ version } = stored);
    } catch (fault) {
      if (!(fault instanceof SettingsDamaged)) throw fault;
      ({ version } = fault);
    }
    if (damaged.get(id) === version) return current;
    damaged.set(id, version);
    onDamaged(id, version);
    return lastKnownGood(id, document, version, current);
  }

  /** What is in memory was good; after a restart, the newest kept revision that is. */
  async function lastKnownGood(
    id: MunicipalityId,
    document: MunicipalityDocument,
    version: number,
    current: LiveMunicipality,
  ): Promise<LiveMunicipality> {
    if (current.version > 0) return { ...current, standing: 'last-known-good' };
    for (let back = version - 1; back > Math.max(0, version - keptRevisions); back -= 1) {
      const kept = await readRevision(store, id, back);
      if (!kept) continue;
      const { overlay } = kept;
      const settled = settleDocument(overlaid(document, overlay));
      if (settled.ok) {
        return { document, overlay, municipality: settled.value, version: back, standing: 'last-known-good' };
      }
    }
    return { ...current, standing: 'last-known-good' };
  }

  return {
    all: (): readonly Municipality[] => [...live.values()].map(({ municipality }) => municipality),
    find: (id: MunicipalityId): LiveMunicipality | undefined => live.get(id),
    /** Those that are still being set up. */
    founding: (): readonly FoundingMunicipality[] => [...founding.values()],
    /** Called after any municipality has changed. */
    onChanged(listener: () => void): void {
      changed.add(listener);
    },
    /** Reads what other processes have changed. A store that cannot be read changes nothing. */
    async refresh(): Promise<void> {
      const looks = [...[...live.values()].map(refreshOne), ...[...founding.values()].map(promote)];
      const outcomes = await Promise.all(
        looks.map((look) =>
          look.catch((fault: unknown) => {
            if (fault instanceof StoreFault) return false;
            throw fault;
          }),
        ),
      );
      if (outcomes.includes(true)) for (const listener of changed) listener();
    },
  };
}
