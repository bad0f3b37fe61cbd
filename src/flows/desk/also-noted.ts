import type { Case } from '../../core/case.ts';
import { noteAccess } from '../../core/incident/dossier.ts';
import type { Access } from '../../core/incident/dossier.ts';
import type { Change } from '../../ports.ts';
import type { Dossiers } from './dossiers.ts';

/** Where the desk keeps a log of its own for the case, what was seen in Discord stands there as well. */
export async function alsoNoted(
  dossiers: Pick<Dossiers, 'find' | 'saving'>,
  { id, municipalityId }: Pick<Case, 'id' | 'municipalityId'>,
  access: Access,
): Promise<readonly Change[]> {
  const { dossier, version } = await dossiers.find(municipalityId, id);
  return dossier ? [dossiers.saving(noteAccess(dossier, access), version)] : [];
}
