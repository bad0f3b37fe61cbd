import { mayPerform } from '../../core/access.ts';
import { isUnseen } from '../../core/case.ts';
import type { Case, CaseEntry } from '../../core/case.ts';
import { noteAccess } from '../../core/incident/dossier.ts';
import type { Access, Purpose } from '../../core/incident/dossier.ts';
import { severities } from '../../core/triage/assessment.ts';
import type { Staff, Store } from '../../ports.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, findSubject, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps, DeskVisit, Subject } from './act-on-dossier.ts';

interface Deps extends DeskDeps {
  readonly store: Pick<Store, 'findCase' | 'commit' | 'listEntries'>;
}

export type ViewOutcome =
  { readonly kind: 'shown'; readonly subject: Subject; readonly entries: readonly CaseEntry[] } | Refusal;

/** Purpose: show a case to staff. Nothing is logged here: `noteView` comes first, so that nothing is seen unlogged. */
export const makeViewDossier =
  (deps: Deps) =>
  async (visit: DeskVisit): Promise<ViewOutcome> => {
    if (!mayPerform(visit.staff.roles, 'desk.open')) return { kind: 'not-permitted' };
    const subject = await findSubject(deps, visit);
    if (!subject) return { kind: 'not-found' };
    return { kind: 'shown', subject, entries: subject.case ? await deps.store.listEntries(visit.caseId) : [] };
  };

/** Purpose: write down who looks at what, and why, before it is shown. */
export const makeNoteView =
  (deps: DeskDeps) =>
  async (act: DeskAct, what: Access['what'], purpose: Purpose): Promise<{ readonly kind: 'noted' } | Refusal> => {
    const outcome = await actOnDossier<never>(deps, act, 'desk.open', ({ dossier }, at) => ({
      kind: 'go',
      dossier: noteAccess(dossier, { at, by: signedBy(act.staff), what, purpose }),
      event: 'dossier.seen',
      details: { what, purpose },
    }));
    return outcome.kind === 'done' ? { kind: 'noted' } : outcome;
  };

/** Purpose: let staff find the cases that are open. Personal data: none; numbers and levels. Most serious first. */
export const makeOpenCases =
  ({ store }: { readonly store: Pick<Store, 'listOpenCases'> }) =>
  async ({ municipalityId, roles }: Staff): Promise<readonly Pick<Case, 'id' | 'number' | 'severity'>[]> => {
    if (!mayPerform(roles, 'desk.open')) return [];
    const open = await store.listOpenCases(municipalityId);
    return open
      .filter((one) => !isUnseen(one))
      .toSorted((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  };
