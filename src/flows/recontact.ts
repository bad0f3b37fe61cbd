import type { MunicipalityId, SenderKey } from '../core/ids.ts';
import type { ReportedCase } from '../core/incident/aftercare.ts';
import { parseDossier } from '../core/incident/dossier-schema.ts';
import type { Store } from '../ports.ts';

/** The matter that asks to be told of new contact. Its case may be erased; the dossier is what asks. */
export async function recontactOf(
  store: Pick<Store, 'findRecontacts' | 'findDossier'>,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): Promise<ReportedCase | undefined> {
  const [caseId] = await store.findRecontacts(municipalityId, sender);
  const found = caseId && (await store.findDossier(municipalityId, caseId));
  return found && { reported: caseId, caseNumber: parseDossier(found.body).caseNumber };
}
