import type { Snowflake } from '../core/ids.ts';
import type { Purpose } from '../core/incident/dossier.ts';
import type { Clock, Store } from '../ports.ts';
import { findForPress } from './act-on-case.ts';
import type { CasePress, Refusal } from './act-on-case.ts';
import { alsoNoted } from './desk/also-noted.ts';
import type { Dossiers } from './desk/dossiers.ts';

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findCase' | 'commit'>;
  readonly dossiers: Pick<Dossiers, 'find' | 'saving'>;
  /** What Discord shows of an account; nothing when it is gone. */
  readonly accountName: (id: Snowflake) => Promise<string | undefined>;
}

export type ShowIdentityOutcome =
  { readonly kind: 'shown'; readonly senderId: Snowflake; readonly account: string | undefined } | Refusal;

/**
 * Purpose: «Vis hvem»: which Discord account a case is with. Personal data: the account, shown to one staff member. That
 * it is seen, by whom and why is recorded before it is shown.
 */
export const makeShowIdentity = ({ now, store, dossiers, accountName }: Deps) => {
  const show = async (press: CasePress, purpose: Purpose): Promise<ShowIdentityOutcome> => {
    const found = await findForPress(store, press, 'identity.show');
    if (found.kind !== 'found') return found;
    const { municipalityId, senderId, id: caseId } = found.case;
    const { id, signature } = press.staff;
    const at = now();
    const access = { at, by: { id, signature }, what: 'identity', purpose } as const;
    const outcome = await store.commit({
      cause: `interaction:${press.cause}`,
      at,
      basedOn: [],
      changes: [
        ...(await alsoNoted(dossiers, found.case, access)),
        { kind: 'audit', entry: { event: 'identity.shown', at, municipalityId, by: id, caseId, details: { purpose } } },
      ],
    });
    if (outcome === 'stale') return show(press, purpose);
    return { kind: 'shown', senderId, account: await accountName(senderId) };
  };
  return show;
};
