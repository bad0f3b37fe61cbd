import { z } from 'zod';
import { mayPerform } from '../../core/access.ts';
import type { CaseId, MunicipalityId, Snowflake } from '../../core/ids.ts';
import type { Change, Clock, Municipalities, Staff, Store } from '../../ports.ts';
import type { DeskTokens, StaffLookup } from './desk-link.ts';

export type SignInOutcome =
  | { readonly kind: 'entered'; readonly staff: Staff; readonly caseId?: CaseId }
  | { readonly kind: 'unknown' | 'expired' | 'used' | 'not-permitted' }
  /** Nobody has joined this sign-in to an account in Discord yet. */
  | { readonly kind: 'not-linked' }
  /** This sign-in, or the account in Discord, is joined to another already. */
  | { readonly kind: 'linked-to-another' };

interface Deps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  readonly tokens: Pick<DeskTokens, 'read'>;
  readonly staff: StaffLookup;
  readonly municipalities: Pick<Municipalities, 'all'>;
}

/** Who has proved to the municipality's own sign-in who they are. */
export interface SignedInWith {
  /** Opaque and stable: the same person has the same. */
  readonly subject: string;
  /** The one-time link from Discord, where the way in began with one. */
  readonly token?: string;
  /** Makes the return count once. */
  readonly once: string;
}

const name = 'desk.sign-ins';
/** Subject → staff member. */
const bookSchema = z.record(z.string(), z.string());
type Book = Readonly<Record<string, string>>;

async function readBook(store: Deps['store'], municipalityId: MunicipalityId) {
  const found = await store.findSetting(municipalityId, name);
  return found ? { version: found.version, book: bookSchema.parse(found.value) } : { version: 0, book: {} as Book };
}

/**
 * Purpose: let a staff member in by the municipality's own sign-in. Personal data: an opaque digest of who they are there,
 * and their staff id. The first time a one-time link from Discord joins the two, for good; afterwards it only says which
 * case. The role is asked of Discord before anything is spent. @throws when Discord cannot say
 */
export function makeSignIn(deps: Deps) {
  return async ({ subject, token, once }: SignedInWith): Promise<SignInOutcome> =>
    token === undefined ? byHabit(deps, subject, once) : byLink(deps, subject, token);
}

async function byLink(deps: Deps, subject: string, token: string): Promise<SignInOutcome> {
  const { now, store, tokens, staff: lookup } = deps;
  const claim = tokens.read(token);
  if (!claim) return { kind: 'unknown' };
  const at = now();
  if (at >= claim.until) return { kind: 'expired' };
  const { municipalityId, staffId, caseId, nonce } = claim;
  const staff = await lookup.find(municipalityId, staffId);
  if (!staff || !mayPerform(staff.roles, 'desk.open')) return { kind: 'not-permitted' };
  const { book, version } = await readBook(store, municipalityId);
  const known = Object.hasOwn(book, subject) ? book[subject] : undefined;
  if (known === undefined ? Object.values(book).includes(staffId) : known !== staffId)
    return { kind: 'linked-to-another' };
  const joining: readonly Change[] =
    known === undefined
      ? [
          { kind: 'save-setting', municipalityId, name, basedOn: version, value: { ...book, [subject]: staffId } },
          { kind: 'audit', entry: { event: 'desk.sign-in-linked', at, municipalityId, by: staffId } },
        ]
      : [];
  const outcome = await store.commit({
    cause: `desk-link:${nonce}`,
    at,
    basedOn: [],
    changes: [...joining, { kind: 'audit', entry: { event: 'desk.entered', at, municipalityId, by: staffId, caseId } }],
  });
  if (outcome === 'stale') return byLink(deps, subject, token);
  return outcome === 'committed' ? { kind: 'entered', staff, caseId } : { kind: 'used' };
}

async function byHabit(deps: Deps, subject: string, once: string): Promise<SignInOutcome> {
  const { now, store, staff: lookup, municipalities } = deps;
  for (const { id: municipalityId } of municipalities.all()) {
    const { book } = await readBook(store, municipalityId);
    const staffId = Object.hasOwn(book, subject) ? (book[subject] as Snowflake) : undefined;
    if (staffId === undefined) continue;
    const staff = await lookup.find(municipalityId, staffId);
    if (!staff || !mayPerform(staff.roles, 'desk.open')) return { kind: 'not-permitted' };
    const at = now();
    const outcome = await store.commit({
      cause: `desk-sign-in:${once}`,
      at,
      basedOn: [],
      changes: [{ kind: 'audit', entry: { event: 'desk.entered', at, municipalityId, by: staffId } }],
    });
    return outcome === 'committed' ? { kind: 'entered', staff } : { kind: 'used' };
  }
  return { kind: 'not-linked' };
}

interface UnlinkDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
}

/** Purpose: part a staff member from a sign-in they no longer have. Personal data: staff ids. False when there was none. */
export const makeUnlink =
  ({ now, store }: UnlinkDeps) =>
  async (municipalityId: MunicipalityId, staffId: Snowflake): Promise<boolean> => {
    const { book, version } = await readBook(store, municipalityId);
    const left = Object.fromEntries(Object.entries(book).filter(([, id]) => id !== staffId));
    if (Object.keys(left).length === Object.keys(book).length) return false;
    const at = now();
    const outcome = await store.commit({
      cause: `desk-unlink:${version}:${staffId}`,
      at,
      basedOn: [],
      changes: [
        { kind: 'save-setting', municipalityId, name, basedOn: version, value: left },
        { kind: 'audit', entry: { event: 'desk.sign-in-parted', at, municipalityId, details: { staff: staffId } } },
      ],
    });
    return outcome === 'stale' ? makeUnlink({ now, store })(municipalityId, staffId) : true;
  };
