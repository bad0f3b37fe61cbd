import { mayPerform } from '../../core/access.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../../core/ids.ts';
import { minuteMs } from '../../core/time.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock, Staff, Store } from '../../ports.ts';
import { findForPress } from '../act-on-case.ts';
import type { CasePress, Refusal } from '../act-on-case.ts';

/** What a one-time link stands for. */
export interface DeskClaim {
  readonly staffId: Snowflake;
  readonly municipalityId: MunicipalityId;
  readonly caseId: CaseId;
  /** 128 random bits, base64url: what makes the link single-use. */
  readonly nonce: string;
  readonly until: Instant;
}

/** Turns a claim into text that only the desk can read or make, and back. */
export interface DeskTokens {
  mint(claim: Omit<DeskClaim, 'nonce'>): string;
  /** Nothing for text that is not one of ours. */
  read(token: string): DeskClaim | undefined;
}

/** The staff member as Discord knows them now; nothing when they are no longer in the guild or have no staff role. */
export interface StaffLookup {
  /** @throws when Discord cannot say */
  find(municipalityId: MunicipalityId, staffId: Snowflake): Promise<Staff | undefined>;
}

/** Source: DESIGN §5 Incident form, a one-time link bound to the staff member. */
export const linkLivesMs = 10 * minuteMs;

export type GiveDeskLinkOutcome =
  { readonly kind: 'given'; readonly url: string } | { readonly kind: 'not-set-up' } | Refusal;

interface GiveDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findCase' | 'findDossier' | 'commit'>;
  readonly tokens: Pick<DeskTokens, 'mint'>;
  /** Where people reach the desk, without a slash at the end; nothing where no desk is set up. */
  readonly deskUrl: () => string | undefined;
}

/**
 * Purpose: let a staff member in to the desk. Personal data: case id and staff id, unreadable in the link. The dossier
 * outlives the case, and is worked on until its own deadline.
 */
export const makeGiveDeskLink =
  ({ now, store, tokens, deskUrl }: GiveDeps) =>
  async (press: CasePress): Promise<GiveDeskLinkOutcome> => {
    const found = await findForPress(store, press, 'desk.open');
    if (found.kind === 'not-permitted') return found;
    const { cause, staff, caseId } = press;
    if (found.kind === 'not-found' && !(await isOutlived(store, press))) return found;
    const address = deskUrl();
    if (address === undefined) return { kind: 'not-set-up' };

    const at = now();
    const { id: staffId, municipalityId } = staff;
    await store.commit({
      cause: `interaction:${cause}`,
      at,
      basedOn: [],
      changes: [{ kind: 'audit', entry: { event: 'desk.link-given', at, municipalityId, by: staffId, caseId } }],
    });
    return {
      kind: 'given',
      url: `${address}/inn/${tokens.mint({ staffId, municipalityId, caseId, until: at + linkLivesMs })}`,
    };
  };

/** The case is erased, and its dossier is not. */
async function isOutlived(
  store: Pick<Store, 'findCase' | 'findDossier'>,
  { caseId, staff: { municipalityId } }: CasePress,
): Promise<boolean> {
  if (await store.findCase(caseId)) return false;
  return (await store.findDossier(municipalityId, caseId)) !== undefined;
}

export type EnterDeskOutcome =
  | { readonly kind: 'entered'; readonly staff: Staff; readonly caseId: CaseId }
  | { readonly kind: 'unknown' | 'expired' | 'used' | 'not-permitted' };

interface EnterDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'commit'>;
  readonly tokens: Pick<DeskTokens, 'read'>;
  readonly staff: StaffLookup;
}

/**
 * Purpose: sign a staff member in, once per link. The role is asked of Discord before the link is spent, so that a
 * Discord that is away costs nobody their link. @throws when Discord cannot say
 */
export const makeEnterDesk =
  ({ now, store, tokens, staff: lookup }: EnterDeps) =>
  async (token: string): Promise<EnterDeskOutcome> => {
    const claim = tokens.read(token);
    if (!claim) return { kind: 'unknown' };
    const at = now();
    if (at >= claim.until) return { kind: 'expired' };
    const { municipalityId, staffId, caseId, nonce } = claim;
    const staff = await lookup.find(municipalityId, staffId);
    if (!staff || !mayPerform(staff.roles, 'desk.open')) return { kind: 'not-permitted' };
    const outcome = await store.commit({
      cause: `desk-link:${nonce}`,
      at,
      basedOn: [],
      changes: [{ kind: 'audit', entry: { event: 'desk.entered', at, municipalityId, by: staffId, caseId } }],
    });
    return outcome === 'committed' ? { kind: 'entered', staff, caseId } : { kind: 'used' };
  };
