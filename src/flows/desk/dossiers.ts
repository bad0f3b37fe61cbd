import { dossierErasure } from '../../core/incident/dossier.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import { parseDossier } from '../../core/incident/dossier-schema.ts';
import type { CaseId, MunicipalityId } from '../../core/ids.ts';
import type { Change, Store } from '../../ports.ts';

/** Where dossiers are kept: each sealed under a key of its own, with its deadline in the same commit. */
export interface Dossiers {
  /** Version 0 when there is none. */
  find(municipalityId: MunicipalityId, caseId: CaseId): Promise<StoredDossier>;
  /** What to commit to save it; the commit is `stale` when somebody else was first. */
  saving(dossier: Dossier, basedOn: number): Change;
}

export interface StoredDossier {
  readonly version: number;
  readonly dossier?: Dossier;
}

export const storedDossiers = (store: Pick<Store, 'findDossier'>): Dossiers => ({
  async find(municipalityId, caseId) {
    const found = await store.findDossier(municipalityId, caseId);
    return found ? { version: found.version, dossier: parseDossier(found.body) } : { version: 0 };
  },
  saving: (dossier, basedOn) => savingDossier(dossier, basedOn),
});

export function savingDossier(dossier: Dossier, basedOn: number): Change {
  const { caseId, municipalityId, recontact } = dossier;
  return {
    kind: 'save-dossier',
    caseId,
    municipalityId,
    basedOn,
    body: dossier,
    eraseAt: dossierErasure(dossier),
    ...(recontact ? { recontact: recontact.sender } : {}),
  };
}
