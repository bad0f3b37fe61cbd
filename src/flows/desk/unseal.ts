import { mayPerform } from '../../core/access.ts';
import {
  currentUnsealing,
  askToUnseal,
  grantUnsealing,
  mayReadOriginal,
  unsealAlone,
} from '../../core/incident/unsealing.ts';
import type { UnsealingOutcome } from '../../core/incident/unsealing.ts';
import type { CaseId } from '../../core/ids.ts';
import { noteAccess } from '../../core/incident/dossier.ts';
import type { Purpose } from '../../core/incident/dossier.ts';
import type { RawText } from '../../core/raw-text.ts';
import type { Instant } from '../../core/time.ts';
import type { Refusal } from '../act-on-case.ts';
import { actOnDossier, signedBy } from './act-on-dossier.ts';
import type { DeskAct, DeskDeps, DossierPlan, Subject } from './act-on-dossier.ts';

/** The sealed words of a case, in the order they came. */
export interface Originals {
  openOriginals(caseId: CaseId): Promise<readonly Original[]>;
}
export interface Original {
  readonly entryId: string;
  readonly revision: number;
  readonly original: RawText;
}

export type UnsealOutcome = Pick<UnsealingOutcome, 'kind'> | { readonly kind: 'needs-reason' } | Refusal;

const longestReason = 2_000;

/** Danger now, by triage, by the form in Discord or by the duty guide. */
export const isAcute = ({ case: current, dossier }: Subject): boolean =>
  current?.severity === 'acute' || current?.incident?.severity === 'acute' || dossier.answers['dangerNow'] === 'yes';

function planOf(
  act: DeskAct,
  outcome: UnsealingOutcome,
  subject: Subject,
  how: 'asked' | 'together' | 'alone',
): DossierPlan | Pick<UnsealingOutcome, 'kind'> {
  if (outcome.kind !== 'asked' && outcome.kind !== 'granted') return outcome;
  return {
    kind: 'go',
    dossier: { ...subject.dossier, unsealing: outcome.unsealing },
    event: how === 'asked' ? 'original.asked' : 'original.granted',
    details: { how },
    note:
      outcome.kind === 'granted'
        ? { kind: 'original-opened', signature: act.staff.signature, alone: how === 'alone' }
        : { kind: 'original-asked', signature: act.staff.signature },
  };
}

/** Purpose: let two persons together, or one when it is acute, read what was sealed. The reason stays in the dossier. */
export function makeUnseal(deps: DeskDeps) {
  const run = async (
    act: DeskAct,
    plan: (subject: Subject, at: Instant) => DossierPlan | Pick<UnsealingOutcome, 'kind'>,
    done: 'asked' | 'granted',
  ): Promise<UnsealOutcome> => {
    const outcome = await actOnDossier(deps, act, 'original.open', plan);
    return outcome.kind === 'done' ? { kind: done } : outcome;
  };
  return {
    async ask(act: DeskAct, given: string): Promise<UnsealOutcome> {
      const reason = given.trim().slice(0, longestReason);
      if (reason === '') return { kind: 'needs-reason' };
      return run(
        act,
        (subject, at) =>
          planOf(act, askToUnseal(subject.dossier.unsealing, signedBy(act.staff), reason, at), subject, 'asked'),
        'asked',
      );
    },
    grant: (act: DeskAct): Promise<UnsealOutcome> =>
      run(
        act,
        (subject, at) =>
          planOf(act, grantUnsealing(subject.dossier.unsealing, signedBy(act.staff), at), subject, 'together'),
        'granted',
      ),
    async alone(act: DeskAct, given: string): Promise<UnsealOutcome> {
      const reason = given.trim().slice(0, longestReason);
      if (reason === '') return { kind: 'needs-reason' };
      return run(
        act,
        (subject, at) => {
          const asked = { reason, acute: isAcute(subject), now: at };
          return planOf(act, unsealAlone(subject.dossier.unsealing, signedBy(act.staff), asked), subject, 'alone');
        },
        'granted',
      );
    },
  };
}

export type ReadOriginalsOutcome =
  { readonly kind: 'opened'; readonly originals: readonly Original[] } | { readonly kind: 'sealed' } | Refusal;

/** Purpose: show the original to those who have the right now. Each reading is logged before the words are opened. */
export const makeReadOriginals =
  (deps: DeskDeps & { readonly originals: Originals }) =>
  async (act: DeskAct, purpose: Purpose): Promise<ReadOriginalsOutcome> => {
    if (!mayPerform(act.staff.roles, 'original.open')) return { kind: 'not-permitted' };
    const outcome = await actOnDossier<{ readonly kind: 'sealed' }>(deps, act, 'original.open', ({ dossier }, at) =>
      mayReadOriginal(dossier.unsealing, act.staff.id, at)
        ? {
            kind: 'go',
            dossier: noteAccess(dossier, { at, by: signedBy(act.staff), what: 'original', purpose }),
            event: 'original.read',
          }
        : { kind: 'sealed' },
    );
    if (outcome.kind !== 'done') return outcome;
    return { kind: 'opened', originals: await deps.originals.openOriginals(act.caseId) };
  };

/** What holds about the original at this moment. */
export const unsealingNow = (subject: Subject, now: Instant) => currentUnsealing(subject.dossier.unsealing, now);
