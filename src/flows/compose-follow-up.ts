import { isAwaited } from '../core/incident/aftercare.ts';
import { parseDossier } from '../core/incident/dossier-schema.ts';
import type { Dispatch } from '../core/outbox.ts';
import type { Speech } from '../core/speech.ts';
import type { Municipalities, Store } from '../ports.ts';

interface Deps {
  readonly store: Pick<Store, 'findDossier'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

/** What staff have not done yet, looked up when they are reminded. Nothing when it is done, or no longer kept. */
export const makeComposeFollowUp =
  ({ store, municipalities }: Deps) =>
  async ({
    municipalityId,
    caseId,
    caseNumber,
    about,
  }: Extract<Dispatch, { kind: 'follow-up' }>): Promise<Speech | undefined> => {
    const municipality = municipalities.find(municipalityId);
    if (!municipality) return undefined;
    const found = await store.findDossier(municipalityId, caseId);
    const dossier = found && parseDossier(found.body);
    const speech = { kind: 'follow-up', municipality, caseId, caseNumber, about: about.kind } as const;
    if (about.kind === 'moved-away') return speech;
    const isDue =
      about.kind === 'referral'
        ? dossier !== undefined && isAwaited(dossier, about.id)
        : (dossier?.debriefs ?? []).length === 0;
    return isDue ? speech : undefined;
  };
