import { isApproved } from '../core/approval.ts';
import type { Case } from '../core/case.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { InboundMessage } from '../core/inbound.ts';
import type { Municipality } from '../core/municipality.ts';
import type { Instant } from '../core/time.ts';
import type { Clock, Municipalities, Pseudonyms, Store } from '../ports.ts';

export interface AddresseeDeps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'sender'>;
  readonly municipalities: Pick<Municipalities, 'candidates' | 'find' | 'all'>;
  readonly store: Pick<Store, 'findOpenCase' | 'findCaseByEntry' | 'listCasesOfSender' | 'listEntries' | 'findSender'>;
}

export interface Addressee {
  readonly municipality: Municipality;
  /** The sender is to be asked which of these they write to; `municipality` is where it goes meanwhile. */
  readonly asked?: readonly MunicipalityId[];
}

/**
 * Purpose: which municipality a message is for, and no other. A card's server says it, and so does a conversation that goes
 * on; where several approved services share a server with the sender, the sender says it. Until then the one they spoke
 * with last stands in, else the first. Personal data: the sender's Discord id. Source: DESIGN §5 «Which municipality».
 * @returns nothing when no service shares a server with the sender
 */
export async function addresseeOf(
  deps: AddresseeDeps,
  inbound: InboundMessage,
  editOf: string | undefined,
): Promise<Addressee | undefined> {
  const { now, municipalities, store } = deps;
  const candidates = await municipalities.candidates(inbound);
  const [first] = candidates;
  if (inbound.guildId || municipalities.all().length <= 1) return first && { municipality: first };

  const asRead = (id: MunicipalityId) => candidates.find((one) => one.id === id) ?? municipalities.find(id);
  const edited = editOf === undefined ? undefined : await store.findCaseByEntry(editOf);
  const ongoing = edited ?? (await liveliest(deps, await openCases(deps, inbound.senderId)));
  const known = ongoing && asRead(ongoing.municipalityId);
  if (known) return { municipality: known };

  const approved = candidates.filter(({ approval }) => isApproved(approval, 2, now()));
  const [only, ...others] = approved;
  if (!only) return first && { municipality: first };
  if (others.length === 0) return { municipality: only };
  return {
    municipality: await lastSpokenWith(deps, approved, only, inbound.senderId),
    asked: approved.map(({ id }) => id),
  };
}

/** Every conversation of this sender that is not closed, with whichever municipality. */
export async function openCases(
  {
    municipalities,
    pseudonyms,
    store,
  }: Pick<AddresseeDeps, 'municipalities' | 'pseudonyms'> & {
    readonly store: Pick<Store, 'findOpenCase'>;
  },
  senderId: Snowflake,
): Promise<readonly Case[]> {
  const found = await Promise.all(
    municipalities.all().map(({ id }) => store.findOpenCase(id, pseudonyms.sender(id, senderId))),
  );
  return found.filter((one) => one !== undefined);
}

/** Of several conversations that go on at once, the one in which something was said last, by either side. */
async function liveliest({ store }: AddresseeDeps, cases: readonly Case[]): Promise<Case | undefined> {
  const [first, ...others] = cases;
  if (others.length === 0) return first;
  const spoken = await Promise.all(
    cases.map(async (one) => ({ one, at: latest((await store.listEntries(one.id)).map(({ at }) => at)) })),
  );
  return spoken.reduce((last, next) => (next.at > last.at ? next : last)).one;
}

const latest = (moments: readonly Instant[]): Instant => Math.max(0, ...moments);

async function lastSpokenWith(
  { pseudonyms, store }: AddresseeDeps,
  approved: readonly Municipality[],
  first: Municipality,
  senderId: Snowflake,
): Promise<Municipality> {
  const met = await Promise.all(
    approved.map(async (municipality) => {
      const sender = pseudonyms.sender(municipality.id, senderId);
      const [cases, record] = await Promise.all([
        store.listCasesOfSender(municipality.id, sender),
        store.findSender(municipality.id, sender),
      ]);
      const at = latest([
        ...cases.map(({ lastMessageAt }) => lastMessageAt),
        ...Object.values(record?.lastNoticeAt ?? {}),
      ]);
      return { municipality, at };
    }),
  );
  return met.reduce((last, next) => (next.at > last.at ? next : last), { municipality: first, at: 0 }).municipality;
}
