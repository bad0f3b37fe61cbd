import { askForHold, confirmHold, dossierErasure, dossierRetention, releaseHold } from '../../core/incident/dossier.ts';
import type { Dossier, Holding } from '../../core/incident/dossier.ts';
import type { Case } from '../../core/case.ts';
import { caseErasure } from '../../core/retention.ts';
import type { Instant } from '../../core/time.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps, DossierPlan, Subject } from './act-on-dossier.ts';

export type HoldOutcome = Pick<Holding, 'kind'> | { readonly kind: 'needs-reason' } | Refusal;

const longestReason = 2_000;

/** Purpose: keep a dossier beyond its deadline, by two persons; or let it go again. */
export function makeHold(deps: DeskDeps) {
  const run = async (act: DeskAct, change: (subject: Subject, at: Instant) => Holding): Promise<HoldOutcome> => {
    let done: Holding['kind'] = 'nothing-asked';
    const outcome = await actOnDossier<Pick<Holding, 'kind'>>(deps, act, 'dossier.hold', (subject, at) => {
      const holding = change(subject, at);
      done = holding.kind;
      return 'dossier' in holding
        ? ({
            kind: 'go',
            dossier: holding.dossier,
            event: `dossier.hold-${holding.kind}`,
            ...keeping(subject, holding.dossier),
          } satisfies DossierPlan)
        : holding;
    });
    return outcome.kind === 'done' ? { kind: done } : outcome;
  };
  return {
    async ask(act: DeskAct, given: string): Promise<HoldOutcome> {
      const reason = given.trim().slice(0, longestReason);
      if (reason === '') return { kind: 'needs-reason' };
      return run(act, ({ dossier }, at) => askForHold(dossier, signedBy(act.staff), reason, at));
    },
    confirm: (act: DeskAct): Promise<HoldOutcome> =>
      run(act, ({ dossier }, at) => confirmHold(dossier, signedBy(act.staff), at)),
    release: (act: DeskAct): Promise<HoldOutcome> => run(act, ({ dossier }, at) => releaseHold(dossier, at)),
  };
}

/** The case, what was said in it and the sealed originals are kept as long as the dossier is held, where they still are. */
function keeping({ case: current, dossier: before }: Subject, after: Dossier): Pick<DossierPlan, 'case' | 'more'> {
  const isHeld = after.hold?.confirmed !== undefined;
  if (!current || isHeld === (before.hold?.confirmed !== undefined)) return {};
  const until = isHeld ? dossierErasure(after) : (after.releasedAt ?? 0) + dossierRetention.afterReleaseMs;
  const held: Case = { ...current, heldUntil: until };
  return {
    case: held,
    more: [{ kind: 'move-deadlines', caseId: current.id, entries: caseErasure(held), originals: until }],
  };
}
