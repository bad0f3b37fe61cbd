import type { Case } from '../../core/case.ts';
import { mustBeWeighed } from '../../core/data-subject.ts';
import type { SenderKey } from '../../core/ids.ts';
import { isFilledIn } from '../../core/incident/dossier.ts';
import { parseDossier } from '../../core/incident/dossier-schema.ts';
import type { MunicipalityId } from '../../core/ids.ts';
import type { SenderRecord, Store } from '../../ports.ts';

/** A conversation of a sender, open or closed, with what the desk has on it. */
export interface StoredCase {
  readonly case: Case;
  /** Absent: none. It may hold no more than who has looked. */
  readonly dossier?: NonNullable<Awaited<ReturnType<Store['findDossier']>>>;
  /** Staff have written on the desk: a record the law asks for. */
  readonly isDocumented: boolean;
  /** A person must weigh it before it may be erased. */
  readonly isWeighed: boolean;
}

export interface StoredAbout {
  /** Newest first. */
  readonly cases: readonly StoredCase[];
  readonly record?: SenderRecord;
}

/** Everything that is stored about one sender. */
export async function storedAbout(
  store: Pick<Store, 'listCasesOfSender' | 'findSender' | 'findDossier'>,
  municipalityId: MunicipalityId,
  sender: SenderKey,
): Promise<StoredAbout> {
  const [cases, record] = await Promise.all([
    store.listCasesOfSender(municipalityId, sender),
    store.findSender(municipalityId, sender),
  ]);
  const stored = await Promise.all(
    cases.toReversed().map(async (one): Promise<StoredCase> => {
      const dossier = await store.findDossier(municipalityId, one.id);
      const isDocumented = dossier !== undefined && isFilledIn(parseDossier(dossier.body));
      return { case: one, ...(dossier && { dossier }), isDocumented, isWeighed: isDocumented || mustBeWeighed(one) };
    }),
  );
  return { cases: stored, ...(record && { record }) };
}
