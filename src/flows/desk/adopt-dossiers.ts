import { z } from 'zod';
import { dossierErasure } from '../../core/incident/dossier.ts';
import { parseDossier } from '../../core/incident/dossier-schema.ts';
import type { CaseId, MunicipalityId } from '../../core/ids.ts';
import type { Clock, Store } from '../../ports.ts';
import { savingDossier } from './dossiers.ts';

const indexName = 'desk.dossiers';
const nameOf = (caseId: string): string => `desk.dossier.${caseId}`;
const indexSchema = z.record(z.string(), z.number().int());

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'findDossier' | 'commit'>;
}

/**
 * Purpose: bring dossiers kept among a municipality's settings under keys of their own. Each goes over in one commit that
 * empties the old place; one whose time is out is emptied only. Safe to stop and to repeat. Returns how many were moved.
 */
export const makeAdoptDossiers =
  ({ now, store }: Deps) =>
  async (municipalityId: MunicipalityId): Promise<number> => {
    let moved = 0;
    for (;;) {
      const index = await store.findSetting(municipalityId, indexName);
      const due = index ? indexSchema.parse(index.value) : {};
      const [next] = Object.keys(due);
      if (!index || next === undefined) return moved;
      const caseId = next as CaseId;
      const [old, already] = await Promise.all([
        store.findSetting(municipalityId, nameOf(caseId)),
        store.findDossier(municipalityId, caseId),
      ]);
      const dossier = old && old.value !== null ? parseDossier(old.value) : undefined;
      const goes = dossier !== undefined && !already && dossierErasure(dossier) > now();
      const left = Object.fromEntries(Object.entries(due).filter(([id]) => id !== caseId));
      const outcome = await store.commit({
        cause: `adopt:${caseId}:${index.version}`,
        at: now(),
        basedOn: [],
        changes: [
          ...(goes ? [savingDossier(dossier, 0)] : []),
          { kind: 'save-setting', municipalityId, name: indexName, basedOn: index.version, value: left },
          ...(old
            ? [
                {
                  kind: 'save-setting',
                  municipalityId,
                  name: nameOf(caseId),
                  basedOn: old.version,
                  value: null,
                } as const,
              ]
            : []),
        ],
      });
      if (outcome === 'committed' && goes) moved += 1;
    }
  };
