import { isApproved } from '../core/approval.ts';
import { isUnseen, raiseCase } from '../core/case.ts';
import type { Case, CaseEntry } from '../core/case.ts';
import type { MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Municipality } from '../core/municipality.ts';
import { queueFollowUps } from '../core/follow-up.ts';
import { queueForStaff, queueingForCase } from '../core/queue.ts';
import { caseErasure, originalErasure } from '../core/retention.ts';
import type { Instant } from '../core/time.ts';
import type { Change, Chance, Clock, Municipalities, Pseudonyms, Store } from '../ports.ts';
import { openCases } from './addressee.ts';
import { eraseNow } from './data-subject/erase-my-data.ts';
import { copiesOf, queueRemoval } from './data-subject/staff-copies.ts';
import type { Originals } from './desk/unseal.ts';
import { showingCase } from './show-case.ts';
import type { ShowCaseDeps } from './show-case.ts';

export interface ChooseMunicipalityDeps extends ShowCaseDeps {
  readonly now: Clock;
  readonly chance: Chance;
  readonly pseudonyms: Pick<Pseudonyms, 'sender' | 'lane'>;
  readonly municipalities: Pick<Municipalities, 'candidates' | 'find' | 'all'>;
  readonly originals: Originals;
  readonly store: ShowCaseDeps['store'] &
    Pick<Store, 'findOpenCase' | 'listEntries' | 'findPosted' | 'commit' | 'eraseExpired'>;
}

export type ChooseOutcome =
  /** The words are with that municipality, and with no other. */
  | { readonly kind: 'chosen'; readonly municipality: Municipality }
  /** Somebody in this one has the case already; they have been told of the choice. */
  | { readonly kind: 'taken'; readonly municipality: Municipality }
  | { readonly kind: 'not-open'; readonly municipality: Municipality }
  | { readonly kind: 'nothing-to-choose' }
  /** The case changed again and again meanwhile. */
  | { readonly kind: 'try-again' };

/** One press of the sender. */
interface Choice {
  /** The interaction or the message: the same one acts once. */
  readonly cause: string;
  readonly current: Case;
  readonly from: Municipality;
  readonly to: Municipality;
  readonly at: Instant;
}

const attempts = 3;

/**
 * Purpose: the sender says which of several municipalities they write to. Personal data: the conversation, which is moved
 * as it is, sealed originals unread; the first municipality keeps nothing of it. Whose conversation it is follows from the
 * account that presses. Source: DESIGN §5 «Which municipality».
 */
export const makeChooseMunicipality =
  (deps: ChooseMunicipalityDeps) =>
  async (cause: string, senderId: Snowflake, chosen: MunicipalityId): Promise<ChooseOutcome> => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const outcome = await choose(deps, cause, senderId, chosen);
      if (outcome) return outcome;
    }
    return { kind: 'try-again' };
  };

/** Nothing when somebody else changed the case first. */
async function choose(
  deps: ChooseMunicipalityDeps,
  cause: string,
  senderId: Snowflake,
  chosen: MunicipalityId,
): Promise<ChooseOutcome | undefined> {
  const { now, municipalities, store } = deps;
  const open = await openCases(deps, senderId);
  const current = open.find(({ choice }) => choice?.candidates.includes(chosen));
  if (!current) return settled(deps, open, chosen);
  const at = now();
  const to = municipalities.find(chosen);
  const from = municipalities.find(current.municipalityId);
  if (!to || !from) return { kind: 'nothing-to-choose' };
  if (!isApproved(to.approval, 2, at)) return { kind: 'not-open', municipality: to };

  const choice: Choice = { cause, current, from, to, at };
  const stays = from.id === to.id || (await isTaken(deps, current));
  const changes = stays ? await settling(deps, choice) : await moving(deps, choice);
  const outcome = await store.commit({ cause: `choice:${cause}`, at, ...changes });
  if (outcome === 'stale') return undefined;
  if (!stays) await eraseNow(store, at);
  return from.id !== to.id && stays ? { kind: 'taken', municipality: from } : { kind: 'chosen', municipality: to };
}

/** Somebody there has begun on it: what they have done must not be lost on the way. */
async function isTaken({ store }: ChooseMunicipalityDeps, current: Case): Promise<boolean> {
  const { id, municipalityId, state, incident, handedOver } = current;
  if (state.kind !== 'open' || incident || handedOver) return true;
  const [entries, dossier] = await Promise.all([store.listEntries(id), store.findDossier(municipalityId, id)]);
  return dossier !== undefined || entries.some(({ from }) => from === 'staff');
}

/** Pressed again, or when nothing was asked: says whom the sender writes with. */
function settled(
  { municipalities }: ChooseMunicipalityDeps,
  open: readonly Case[],
  chosen: MunicipalityId,
): ChooseOutcome {
  const ongoing = open.find(({ municipalityId }) => municipalityId === chosen) ?? open[0];
  const municipality = ongoing && municipalities.find(ongoing.municipalityId);
  if (!municipality) return { kind: 'nothing-to-choose' };
  return { kind: municipality.id === chosen ? 'chosen' : 'taken', municipality };
}

interface Changes {
  readonly basedOn: readonly { readonly caseId: Case['id']; readonly version: number }[];
  readonly changes: readonly Change[];
}

const withoutChoice = ({ choice: _, ...rest }: Case): Case => rest;

/** It stays where it is: staff meet it now, or see that it was chosen, or that another was when one of them had taken it. */
async function settling(deps: ChooseMunicipalityDeps, { cause, current, from, to, at }: Choice): Promise<Changes> {
  const { pseudonyms, store } = deps;
  const { id: caseId, version } = current;
  const next = withoutChoice(current);
  const basedOn = [{ caseId, version }];
  const note = { kind: from.id === to.id ? 'chosen' : 'chose-another' } as const;
  if (isUnseen(current)) {
    const entries = await store.listEntries(caseId);
    return {
      basedOn,
      changes: await showingCase(deps, { cause: `i${cause}`, case: next, entries, municipality: to, at, note }),
    };
  }
  const staff = queueingForCase(`i${cause}`, pseudonyms.lane('case', caseId), next, at);
  return {
    basedOn,
    changes: [
      { kind: 'save-case', case: next, eraseAt: caseErasure(next) },
      { kind: 'queue', entry: queueForStaff(staff, { kind: 'card-refresh', caseId }) },
      { kind: 'queue', entry: queueForStaff(staff, { kind: 'case-note', caseId, note }) },
      {
        kind: 'audit',
        entry: { event: `case.${note.kind}`, at, municipalityId: from.id, caseId },
      },
    ],
  };
}

/** One commit: the whole conversation is in the chosen municipality, and nothing of it in the first. */
async function moving(deps: ChooseMunicipalityDeps, choice: Choice): Promise<Changes> {
  const { pseudonyms, store } = deps;
  const { cause, current, to, at } = choice;
  const sender = pseudonyms.sender(to.id, current.senderId);
  const [entries, ongoing] = await Promise.all([store.listEntries(current.id), store.findOpenCase(to.id, sender)]);
  const next = ongoing ? raiseCase(ongoing, current, current.lastMessageAt) : freshIn(deps, choice);
  const moved = entries.map((entry) => ({ ...entry, caseId: next.id }));
  const showing = {
    cause: `i${cause}`,
    case: next,
    entries: moved,
    municipality: to,
    at,
    note: { kind: 'chosen' },
    isMet: ongoing !== undefined,
  } as const;
  return {
    basedOn: [
      { caseId: current.id, version: current.version },
      { caseId: next.id, version: next.version },
    ],
    changes: [
      ...(await showingCase(deps, showing)),
      ...moved.map((entry) => ({ kind: 'save-entry', entry, eraseAt: caseErasure(next) }) as const),
      ...(await resealing(deps, current, next, moved)),
      ...(await leaving(deps, choice)),
    ],
  };
}

function freshIn({ chance, pseudonyms }: ChooseMunicipalityDeps, { current, to }: Choice): Case {
  return {
    ...withoutChoice(current),
    id: chance.caseId(),
    number: chance.caseNumber(),
    municipalityId: to.id,
    sender: pseudonyms.sender(to.id, current.senderId),
    version: 0,
  };
}

/** Unread: from the lock of one case to the lock of another, with the deadline they had. */
async function resealing(
  { originals }: ChooseMunicipalityDeps,
  { id, severity }: Case,
  next: Case,
  moved: readonly CaseEntry[],
): Promise<readonly Change[]> {
  if (severity === 'none') return [];
  const sealed = await originals.openOriginals(id);
  return sealed.flatMap(({ entryId, original }): readonly Change[] => {
    const entry = moved.find((one) => one.id === entryId);
    if (!entry) return [];
    return [{ kind: 'seal-original', caseId: next.id, entryId, original, eraseAt: originalErasure(next, entry.at) }];
  });
}

/** The first municipality: its case is closed and erased, its posts go, and its staff are told where they had met it. */
async function leaving(
  { pseudonyms, store }: ChooseMunicipalityDeps,
  { cause, current, at }: Choice,
): Promise<readonly Change[]> {
  const { id: caseId, municipalityId, number: caseNumber } = current;
  const [copies, record] = await Promise.all([
    copiesOf(store, caseId),
    store.findSender(municipalityId, current.sender),
  ]);
  const lane = pseudonyms.lane('case', `${caseId}:follow`);
  const about = { cause: `i${cause}`, lane, municipalityId, caseId, caseNumber, at };
  const isMetHere = record !== undefined && record.firstContactAt >= current.openedAt;
  return [
    { kind: 'save-case', case: { ...withoutChoice(current), state: { kind: 'closed', at } }, eraseAt: at },
    ...(isMetHere ? [{ kind: 'save-sender', record: { ...record, eraseAt: at } } as const] : []),
    ...(copies.length > 0 ? [{ kind: 'queue', entry: queueRemoval(pseudonyms, caseId, copies, at) } as const] : []),
    ...(isUnseen(current)
      ? []
      : queueFollowUps(about, { kind: 'moved-away' }).map((entry) => ({ kind: 'queue', entry }) as const)),
    { kind: 'audit', entry: { event: 'case.moved-away', at, municipalityId, caseId } },
  ];
}
