import { requestAnswerMs } from '../../core/data-subject.ts';
import type { SenderKey, Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { StaffCopy } from '../../core/outbox.ts';
import { queueForStaff, queueingForCase } from '../../core/queue.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Clock, Pseudonyms, Store } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import { counting } from '../counting.ts';
import { readRequests, savingRequests } from './erasure-requests.ts';
import type { StoredRequests } from './erasure-requests.ts';
import { copiesOf, queueRemoval } from './staff-copies.ts';
import type { StaffCopies } from './staff-copies.ts';
import { storedAbout } from './stored-about.ts';
import type { StoredAbout, StoredCase } from './stored-about.ts';

export interface EraseDeps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'sender' | 'lane'>;
  readonly store: Pick<
    Store,
    | 'listCasesOfSender'
    | 'findSender'
    | 'findDossier'
    | 'listEntries'
    | 'findPosted'
    | 'findSetting'
    | 'commit'
    | 'eraseExpired'
  >;
  readonly staffCopies: StaffCopies;
}

export type EraseMyDataOutcome =
  | { readonly kind: 'nothing-stored' }
  | {
      readonly kind: 'answered';
      /** What went; absent when everything must be weighed. */
      readonly erased?: Erased;
      /** Cases of the kind that must be documented: a person answers before `dueAt`. */
      readonly requested: readonly Requested[];
    }
  /** Somebody wrote in the case at the same time, again and again. */
  | { readonly kind: 'try-again' };

export interface Erased {
  /** Empty when only the record of the sender went. */
  readonly conversations: readonly { readonly caseNumber: number; readonly messages: number }[];
  /** False: a copy is still in the staff channel; its deletion is tried until it succeeds. */
  readonly staffCopiesGone: boolean;
  readonly at: Instant;
}

export interface Requested {
  readonly caseNumber: number;
  readonly dueAt: Instant;
  readonly again: boolean;
}

const attempts = 3;

/**
 * Purpose: the right to erasure. Personal data: all that is stored of the asker, who alone can ask. The audit keeps that
 * it happened, without whom. Source: GDPR article 17; exemptions in 17(3)(b).
 */
export const makeEraseMyData =
  (deps: EraseDeps) =>
  (cause: string, municipality: Municipality, userId: Snowflake): Promise<EraseMyDataOutcome> =>
    eraseOf(deps, cause, municipality, deps.pseudonyms.sender(municipality.id, userId));

/** Whoever asks for somebody else's erasure has been checked. */
export async function eraseOf(
  deps: EraseDeps,
  cause: string,
  municipality: Municipality,
  sender: SenderKey,
): Promise<EraseMyDataOutcome> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const stored = await storedAbout(deps.store, municipality.id, sender);
    if (stored.cases.length === 0 && !stored.record) return { kind: 'nothing-stored' };
    const outcome = await answer(deps, cause, municipality, stored);
    if (outcome) return outcome;
  }
  return { kind: 'try-again' };
}

/** One commit: what may go goes, what must be weighed is asked for. Nothing when somebody else was first. */
async function answer(
  deps: EraseDeps,
  cause: string,
  { id: municipalityId }: Municipality,
  { cases, record }: StoredAbout,
): Promise<EraseMyDataOutcome | undefined> {
  const { store, staffCopies } = deps;
  const at = deps.now();
  const weighed = cases.filter(({ isWeighed }) => isWeighed);
  const leaving = cases.filter(({ isWeighed }) => !isWeighed);
  const known = await readRequests(store, municipalityId);
  const requested = weighed.map(({ case: { id, number } }): Requested => {
    const earlier = known.requests.find(({ caseId }) => caseId === id);
    return { caseNumber: number, dueAt: earlier?.dueAt ?? at + requestAnswerMs, again: earlier !== undefined };
  });
  const gone = await Promise.all(leaving.map((one) => leave(deps, one, at)));
  // What is remembered of the sender stays while a conversation does: the two belong together.
  const forgets = weighed.length === 0 && record !== undefined;
  const erases = leaving.length > 0 || forgets;
  const messages = gone.reduce((sum, one) => sum + one.messages, 0);
  const outcome = await store.commit({
    cause: `interaction:${cause}`,
    at,
    basedOn: leaving.map(({ case: { id, version } }) => ({ caseId: id, version })),
    changes: [
      ...gone.flatMap(({ changes }) => changes),
      ...(forgets ? [{ kind: 'save-sender', record: { ...record, eraseAt: at } } as const] : []),
      ...(erases
        ? [
            {
              kind: 'audit',
              entry: { event: 'data-subject.erased', at, municipalityId, details: { messages, cases: leaving.length } },
            } as const,
            ...counting(municipalityId, at, ['erasure']),
          ]
        : []),
      ...asking(deps, cause, weighed, known, at),
    ],
  });
  if (outcome === 'stale') return undefined;
  if (!erases) return { kind: 'answered', requested };
  await eraseNow(store, at);
  const staffCopiesGone = await removeNow(
    staffCopies,
    gone.flatMap(({ copies }) => copies),
  );
  const conversations = gone.map(({ caseNumber, messages: count }) => ({ caseNumber, messages: count }));
  return { kind: 'answered', requested, erased: { conversations, staffCopiesGone, at } };
}

interface Leaving {
  readonly caseNumber: number;
  readonly messages: number;
  readonly copies: readonly StaffCopy[];
  readonly changes: readonly Change[];
}

/** What takes a case, the desk's log of it and the copies with staff away. */
export async function leave(
  { store, pseudonyms }: Pick<EraseDeps, 'pseudonyms'> & { readonly store: Pick<Store, 'listEntries' | 'findPosted'> },
  { case: current, dossier }: Pick<StoredCase, 'case' | 'dossier'>,
  at: Instant,
): Promise<Leaving> {
  const { id: caseId, municipalityId, number } = current;
  const [entries, copies] = await Promise.all([store.listEntries(caseId), copiesOf(store, caseId)]);
  return {
    caseNumber: number,
    messages: entries.length,
    copies,
    changes: [
      { kind: 'save-case', case: current, eraseAt: at },
      ...(dossier
        ? [
            {
              kind: 'save-dossier',
              caseId,
              municipalityId,
              basedOn: dossier.version,
              body: dossier.body,
              eraseAt: at,
            } as const,
          ]
        : []),
      ...(copies.length > 0 ? [{ kind: 'queue', entry: queueRemoval(pseudonyms, caseId, copies, at) } as const] : []),
    ],
  };
}

/** The rows are gone even when their last traces wait for another process; the next erasure cuts those. */
export async function eraseNow(store: Pick<Store, 'eraseExpired'>, at: Instant): Promise<void> {
  try {
    await store.eraseExpired(at);
  } catch (fault) {
    if (!(fault instanceof StoreFault) || fault.code !== 'busy') throw fault;
  }
}

/** What is not gone now is queued as well. @returns whether all of it is gone */
export async function removeNow(staffCopies: StaffCopies, copies: readonly StaffCopy[]): Promise<boolean> {
  let isGone = true;
  for (const copy of copies) isGone = (await staffCopies.remove(copy)) && isGone;
  return isGone;
}

/** Staff are told in each case, with the day the answer is due. Asking again changes nothing. */
function asking(
  { pseudonyms }: EraseDeps,
  cause: string,
  weighed: readonly StoredCase[],
  { requests, version }: StoredRequests,
  at: Instant,
): readonly Change[] {
  const fresh = weighed.filter(({ case: { id } }) => !requests.some(({ caseId }) => caseId === id));
  const [first] = fresh;
  if (!first) return [];
  const dueAt = at + requestAnswerMs;
  const added = fresh.map(({ case: { id } }) => ({ caseId: id, requestedAt: at, dueAt }));
  return [
    savingRequests(first.case.municipalityId, version, [...requests, ...added]),
    ...fresh.flatMap(({ case: current }, index): readonly Change[] => {
      const { id: caseId, municipalityId } = current;
      const toStaff = queueingForCase(`i${cause}:${index}`, pseudonyms.lane('case', caseId), current, at);
      return [
        {
          kind: 'queue',
          entry: queueForStaff(toStaff, { kind: 'case-note', caseId, note: { kind: 'erasure-requested', dueAt } }),
        },
        {
          kind: 'audit',
          entry: { event: 'data-subject.erasure-requested', at, municipalityId, caseId, details: { dueAt } },
        },
      ];
    }),
  ];
}
