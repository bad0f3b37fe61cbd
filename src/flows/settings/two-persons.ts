import { mayPerform } from '../../core/access.ts';
import type { PermittedAct } from '../../core/settings/permitted-acts.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import type { makeChangeSettings } from './change-settings.ts';
import { savingPermit } from './permit-record.ts';
import { readProposal, savingProposal } from './proposal-record.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly confirmChange: ReturnType<typeof makeChangeSettings>['confirmChange'];
}

interface Press {
  /** The interaction id. */
  readonly cause: string;
  readonly staff: Staff;
}

export type DecideOutcome = {
  readonly kind:
    'confirmed' | 'withdrawn' | 'own-proposal' | 'nothing-proposed' | 'stale' | 'refused' | 'not-permitted';
};
export type AskOutcome = { readonly kind: 'proposed' | 'stale' | 'not-permitted' };

/** Purpose: what one person asks for and another confirms. Personal data: staff ids, in the record and the audit. */
export function makeTwoPersons({ now, store, confirmChange }: Deps) {
  return {
    /** Asks for something on the machine. What waited before is forgotten; the same of the same person waits on. */
    ask: async ({ cause, staff }: Press, act: PermittedAct): Promise<AskOutcome> => {
      if (!mayPerform(staff.roles, 'settings.change')) return { kind: 'not-permitted' };
      const { municipalityId, id: by } = staff;
      const at = now();
      const { proposal, version } = await readProposal(store, municipalityId, at);
      if (proposal?.kind === 'permit' && proposal.act === act && proposal.by === by) return { kind: 'proposed' };
      const outcome = await store.commit({
        cause: `interaction:${cause}`,
        at,
        basedOn: [],
        changes: [
          savingProposal(municipalityId, version, { kind: 'permit', act, by, at }),
          { kind: 'audit', entry: { event: 'permit.asked', at, municipalityId, by, details: { act } } },
        ],
      });
      return { kind: outcome === 'stale' ? 'stale' : 'proposed' };
    },

    /**
     * The second of two persons. The one who proposed may only withdraw.
     * @param shown the proposal the presser was shown; another one is not confirmed by mistake
     */
    decide: async ({ cause, staff }: Press, shown: number, agree: boolean): Promise<DecideOutcome> => {
      const { municipalityId, id: by } = staff;
      if (!mayPerform(staff.roles, 'settings.confirm')) return { kind: 'not-permitted' };
      const at = now();
      const { proposal, version } = await readProposal(store, municipalityId, at);
      if (!proposal || version !== shown) return { kind: 'nothing-proposed' };
      if (agree && proposal.by === by) return { kind: 'own-proposal' };
      const press = { cause: `interaction:${cause}`, staff };

      if (agree && proposal.kind === 'settings') {
        const outcome = await confirmChange(press, proposal, version);
        if (outcome.kind === 'saved') return { kind: 'confirmed' };
        return { kind: outcome.kind === 'stale' ? 'stale' : 'refused' };
      }
      const permits =
        agree && proposal.kind === 'permit'
          ? [await savingPermit(store, municipalityId, proposal.act, { by: proposal.by, confirmedBy: by, at })]
          : [];
      const outcome = await store.commit({
        cause: press.cause,
        at,
        basedOn: [],
        changes: [
          savingProposal(municipalityId, version),
          ...permits,
          {
            kind: 'audit',
            entry: {
              event: agree ? 'permit.confirmed' : 'settings.withdrawn',
              at,
              municipalityId,
              by,
              ...(proposal.kind === 'permit' ? { details: { act: proposal.act } } : {}),
            },
          },
        ],
      });
      if (outcome === 'stale') return { kind: 'stale' };
      return { kind: agree ? 'confirmed' : 'withdrawn' };
    },
  };
}
