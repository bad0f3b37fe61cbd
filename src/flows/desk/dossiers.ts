import { z } from 'zod';
import { dossierErasure } from '../../core/incident/dossier.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { parseDossier } from '../../core/incident/dossier-schema.ts';
import type { CaseId, MunicipalityId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Store } from '../../ports.ts';

/** Where dossiers are kept: sealed, each with its deadline in the same commit. */
export interface Dossiers {
  /** Version 0 when there has never been one. */
  find(municipalityId: MunicipalityId, caseId: CaseId): Promise<StoredDossier>;
  /** What to commit to save it; the commit is `stale` when somebody else was first. */
  saving(dossier: Dossier, basedOn: number): Promise<readonly Change[]>;
  /** Erases what is due in one municipality. Returns how many went. */
  eraseExpired(municipalityId: MunicipalityId, now: Instant): Promise<number>;
}

export interface StoredDossier {
  readonly version: number;
  readonly dossier?: Dossier;
}

const indexName = 'desk.dossiers';
const nameOf = (caseId: CaseId): string => `desk.dossier.${caseId}`;
const indexSchema = z.record(z.string(), z.number().int());
type Index = Readonly<Record<string, Instant>>;

/**
 * Dossiers among the municipality's sealed settings, with an index of deadlines beside them that is written in the same
 * commit. An erased dossier leaves an empty record behind, so that an old form cannot bring it back.
 */
export function settingsDossiers(store: Pick<Store, 'findSetting' | 'commit'>): Dossiers {
  async function readIndex(municipalityId: MunicipalityId): Promise<{ readonly version: number; readonly due: Index }> {
    const found = await store.findSetting(municipalityId, indexName);
    return found ? { version: found.version, due: indexSchema.parse(found.value) } : { version: 0, due: {} };
  }

  async function eraseOne(municipalityId: MunicipalityId, caseId: CaseId, now: Instant): Promise<boolean> {
    const [{ version, due }, found] = await Promise.all([
      readIndex(municipalityId),
      store.findSetting(municipalityId, nameOf(caseId)),
    ]);
    const deadline = due[caseId];
    if (deadline === undefined || deadline > now) return false;
    const left = Object.fromEntries(Object.entries(due).filter(([id]) => id !== caseId));
    const outcome = await store.commit({
      cause: `dossier-erased:${caseId}:${deadline}`,
      at: now,
      basedOn: [],
      changes: [
        { kind: 'save-setting', municipalityId, name: indexName, basedOn: version, value: left },
        ...(found
          ? [
              {
                kind: 'save-setting',
                municipalityId,
                name: nameOf(caseId),
                basedOn: found.version,
                value: null,
              } as const,
            ]
          : []),
        { kind: 'audit', entry: { event: 'dossier.erased', at: now, municipalityId, caseId } },
      ],
    });
    return outcome === 'committed';
  }

  return {
    async find(municipalityId, caseId) {
      const found = await store.findSetting(municipalityId, nameOf(caseId));
      if (!found) return { version: 0 };
      return found.value === null
        ? { version: found.version }
        : { version: found.version, dossier: parseDossier(found.value) };
    },
    async saving(dossier, basedOn) {
      const { caseId, municipalityId } = dossier;
      const { version, due } = await readIndex(municipalityId);
      const eraseAt = dossierErasure(dossier);
      return [
        { kind: 'save-setting', municipalityId, name: nameOf(caseId), basedOn, value: dossier },
        ...(due[caseId] === eraseAt
          ? []
          : [
              {
                kind: 'save-setting',
                municipalityId,
                name: indexName,
                basedOn: version,
                value: { ...due, [caseId]: eraseAt },
              } as const,
            ]),
      ];
    },
    async eraseExpired(municipalityId, now) {
      const { due } = await readIndex(municipalityId);
      let erased = 0;
      for (const [caseId, deadline] of Object.entries(due))
        if (deadline <= now && (await eraseOne(municipalityId, caseId as CaseId, now))) erased += 1;
      return erased;
    },
  };
}
