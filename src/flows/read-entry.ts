import type { Case, CaseEntry } from '../core/case.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Clock, Municipalities, Store } from '../ports.ts';
import { findForPress } from './act-on-case.ts';
import type { CasePress, Refusal } from './act-on-case.ts';
import { alsoNoted } from './desk/also-noted.ts';
import type { Dossiers } from './desk/dossiers.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findCase' | 'findEntry' | 'commit'>;
  readonly dossiers: Pick<Dossiers, 'find' | 'saving'>;
  readonly municipalities: Pick<Municipalities, 'find'>;
}

export type ReadEntryOutcome =
  | { readonly kind: 'shown'; readonly case: Case; readonly entry: CaseEntry; readonly municipality: Municipality }
  /** The municipality keeps the words on the sealed desk. */
  | { readonly kind: 'on-desk' }
  | Refusal;

/**
 * Purpose: «Åpne»: the redacted words of one entry, where they do not stand in the thread. Personal data: the entry, shown
 * to one staff member; that they read it is recorded before it is shown.
 */
export const makeReadEntry = ({ now, store, dossiers, municipalities }: Deps) => {
  const read = async (press: CasePress, entryId: string): Promise<ReadEntryOutcome> => {
    const found = await findForPress(store, press, 'case.read');
    if (found.kind !== 'found') return found;
    const { id: caseId, municipalityId } = found.case;
    const municipality = municipalities.find(municipalityId);
    const entry = await store.findEntry(caseId, entryId);
    if (!municipality || !entry) return { kind: 'not-found' };
    if (municipality.staffView === 'desk') return { kind: 'on-desk' };
    const { id, signature } = press.staff;
    const at = now();
    const access = { at, by: { id, signature }, what: 'conversation', purpose: 'follow-up' } as const;
    const outcome = await store.commit({
      cause: `interaction:${press.cause}`,
      at,
      basedOn: [],
      changes: [
        ...(await alsoNoted(dossiers, found.case, access)),
        {
          kind: 'audit',
          entry: { event: 'entry.read', at, municipalityId, by: id, caseId, details: { entry: entryId } },
        },
      ],
    });
    return outcome === 'stale' ? read(press, entryId) : { kind: 'shown', case: found.case, entry, municipality };
  };
  return read;
};
