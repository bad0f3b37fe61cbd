import { mayPerform } from '../../core/access.ts';
import type { Act } from '../../core/access.ts';
import type { Case } from '../../core/case.ts';
import { openDossier } from '../../core/incident/dossier.ts';
import type { Dossier } from '../../core/incident/dossier.ts';
import type { CaseId } from '../../core/ids.ts';
import type { CaseNote } from '../../core/outbox.ts';
import { queueForStaff, queueingForCase } from '../../core/queue.ts';
import { caseErasure } from '../../core/retention.ts';
import type { Instant } from '../../core/time.ts';
import type { AuditEntry, Change, Clock, Pseudonyms, Staff, Store } from '../../ports.ts';
import type { Refusal } from '../act-on-case.ts';
import type { Dossiers } from './dossiers.ts';

export interface DeskDeps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'lane'>;
  readonly store: Pick<Store, 'findCase' | 'commit'>;
  readonly dossiers: Dossiers;
}

/** One staff member at one case on the desk, with the role Discord confirms for this very request. */
export interface DeskVisit {
  readonly staff: Staff;
  readonly caseId: CaseId;
}

/** One form sent. `once` makes it act once, however often it is sent: 22 characters that came with the page. */
export interface DeskAct extends DeskVisit {
  readonly once: string;
}

/** What a dossier is about. The case itself may be erased before the dossier is. */
export interface Subject {
  readonly case?: Case;
  readonly dossier: Dossier;
  /** The stored version of the dossier; 0 before anything is saved. */
  readonly version: number;
}

export interface DossierPlan {
  readonly kind: 'go';
  readonly dossier: Dossier;
  readonly event: string;
  readonly details?: NonNullable<AuditEntry['details']>;
  /** A line without content to the case's thread in Discord. */
  readonly note?: CaseNote;
  /** The case as it becomes; kept as it is when absent. */
  readonly case?: Case;
  readonly more?: readonly Change[];
}

type SubjectDeps = Pick<DeskDeps, 'now' | 'dossiers'> & { readonly store: Pick<Store, 'findCase'> };

/** A case of another municipality, or one that is erased with its dossier, does not exist for a person. */
export async function findSubject(
  { now, store, dossiers }: SubjectDeps,
  { staff, caseId }: DeskVisit,
): Promise<Subject | undefined> {
  const [current, stored] = await Promise.all([store.findCase(caseId), dossiers.find(staff.municipalityId, caseId)]);
  const own = current?.municipalityId === staff.municipalityId ? current : undefined;
  const dossier = stored.dossier ?? (own && openDossier(own, now()));
  return dossier && { ...(own ? { case: own } : {}), dossier, version: stored.version };
}

/**
 * Authorise, load, plan, commit: what every act on a dossier has in common. When somebody else changed the dossier
 * meanwhile, the plan is made again on what it has become. `repeated`: the same form was taken before; nothing changed.
 */
export async function actOnDossier<Stop extends { readonly kind: string }>(
  deps: DeskDeps,
  act: DeskAct,
  permission: Act,
  plan: (subject: Subject, at: Instant) => DossierPlan | Stop,
): Promise<{ readonly kind: 'done'; readonly dossier: Dossier; readonly repeated: boolean } | Stop | Refusal> {
  if (!mayPerform(act.staff.roles, permission)) return { kind: 'not-permitted' };
  const subject = await findSubject(deps, act);
  if (!subject) return { kind: 'not-found' };

  const at = deps.now();
  const planned = plan(subject, at);
  if (!isPlan(planned)) return planned;
  const outcome = await deps.store.commit({
    // The forms of one page share `once`, and a download leaves the page as it is: another form there is another act.
    cause: `desk:${act.once}:${planned.event}`,
    at,
    basedOn: planned.case ? [{ caseId: planned.case.id, version: planned.case.version }] : [],
    changes: [
      deps.dossiers.saving(planned.dossier, subject.version),
      ...(planned.case ? [{ kind: 'save-case', case: planned.case, eraseAt: caseErasure(planned.case) } as const] : []),
      ...(planned.more ?? []),
      ...postChanges(deps, act, subject, planned, at),
      { kind: 'audit', entry: auditOf(act, planned, at) },
    ],
  });
  if (outcome === 'stale') return actOnDossier(deps, act, permission, plan);
  return { kind: 'done', dossier: planned.dossier, repeated: outcome === 'already-committed' };
}

const isPlan = (value: DossierPlan | { readonly kind: string }): value is DossierPlan => value.kind === 'go';

const auditOf = ({ staff, caseId }: DeskAct, { event, details }: DossierPlan, at: Instant): AuditEntry => ({
  event,
  at,
  municipalityId: staff.municipalityId,
  by: staff.id,
  caseId,
  ...(details ? { details } : {}),
});

/** What staff see of it in Discord: the card brought up to date, and a line without content. */
function postChanges(
  { pseudonyms }: DeskDeps,
  { once, caseId }: DeskAct,
  { case: current }: Subject,
  { note, case: changed }: DossierPlan,
  at: Instant,
): readonly Change[] {
  if (!current) return [];
  const to = queueingForCase(`d${once}`, pseudonyms.lane('case', caseId), changed ?? current, at);
  return [
    ...(changed ? [queueForStaff(to, { kind: 'card-refresh', caseId })] : []),
    ...(note ? [queueForStaff(to, { kind: 'case-note', caseId, note }, 0)] : []),
  ].map((entry) => ({ kind: 'queue', entry }));
}

export const signedBy = ({ id, signature }: Staff) => ({ id, signature });
