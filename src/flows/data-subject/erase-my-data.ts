import type { Case } from '../../core/case.ts';
import { mustBeWeighed, requestAnswerMs } from '../../core/data-subject.ts';
import { isFilledIn } from '../../core/incident/dossier.ts';
import { parseDossier } from '../../core/incident/dossier-schema.ts';
import type { Snowflake } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import type { Posted } from '../../core/outbox.ts';
import { queueForStaff, queueingForCase } from '../../core/queue.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Clock, Pseudonyms, SenderRecord, Store } from '../../ports.ts';
import { StoreFault } from '../../ports.ts';
import { counting } from '../counting.ts';
import { readRequests, savingRequests } from './erasure-requests.ts';

interface Deps {
  readonly now: Clock;
  readonly pseudonyms: Pick<Pseudonyms, 'sender' | 'lane'>;
  readonly store: Pick<
    Store,
    | 'findOpenCase'
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

/** What the service has posted to staff about a case. */
export interface StaffCopies {
  /** True when it is gone, also when it was gone before. Never throws. */
  remove(copy: { readonly kind: 'card' | 'thread'; readonly posted: Posted }): Promise<boolean>;
}

export type EraseMyDataOutcome =
  | { readonly kind: 'nothing-stored' }
  | {
      readonly kind: 'erased';
      /** The conversation that went; absent when only the record of the sender did. */
      readonly conversation?: { readonly caseNumber: number; readonly messages: number };
      /** False: a copy is left in the staff channel, which the service could not delete. */
      readonly staffCopiesGone: boolean;
      readonly at: Instant;
    }
  /** The case is of the kind that must be documented: a person answers before `dueAt`. */
  | { readonly kind: 'requested'; readonly caseNumber: number; readonly dueAt: Instant; readonly again: boolean }
  /** Somebody wrote in the case at the same time, again and again. */
  | { readonly kind: 'try-again' };

const attempts = 3;

/**
 * Purpose: the right to erasure. Personal data: all that is stored of the asker, who alone can ask. The audit keeps that
 * it happened, without whom. Source: GDPR article 17; exemptions in 17(3)(b).
 */
export const makeEraseMyData =
  (deps: Deps) =>
  async (cause: string, municipality: Municipality, userId: Snowflake): Promise<EraseMyDataOutcome> => {
    const sender = deps.pseudonyms.sender(municipality.id, userId);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const [current, record] = await Promise.all([
        deps.store.findOpenCase(municipality.id, sender),
        deps.store.findSender(municipality.id, sender),
      ]);
      if (!current && !record) return { kind: 'nothing-stored' };
      const stored = current && (await deps.store.findDossier(municipality.id, current.id));
      const isDocumented = stored !== undefined && isFilledIn(parseDossier(stored.body));
      const outcome =
        current && (mustBeWeighed(current) || isDocumented)
          ? await request(deps, cause, current)
          : await erase(deps, cause, municipality, current, record, stored);
      if (outcome) return outcome;
    }
    return { kind: 'try-again' };
  };

/** Nothing when somebody else was first. */
async function erase(
  { now, store, staffCopies }: Deps,
  cause: string,
  { id: municipalityId }: Municipality,
  current: Case | undefined,
  record: SenderRecord | undefined,
  /** Empty but for who has looked. */
  dossier: Awaited<ReturnType<Store['findDossier']>>,
): Promise<EraseMyDataOutcome | undefined> {
  const at = now();
  const [entries, card, thread] = current
    ? await Promise.all([
        store.listEntries(current.id),
        store.findPosted(current.id, 'case-card'),
        store.findPosted(current.id, 'case-thread'),
      ])
    : [[], undefined, undefined];
  const outcome = await store.commit({
    cause: `interaction:${cause}`,
    at,
    basedOn: current ? [{ caseId: current.id, version: current.version }] : [],
    changes: [
      ...(current ? [{ kind: 'save-case', case: current, eraseAt: at } as const] : []),
      ...(record ? [{ kind: 'save-sender', record: { ...record, eraseAt: at } } as const] : []),
      ...(current && dossier
        ? [
            {
              kind: 'save-dossier',
              caseId: current.id,
              municipalityId,
              basedOn: dossier.version,
              body: dossier.body,
              eraseAt: at,
            } as const,
          ]
        : []),
      {
        kind: 'audit',
        entry: { event: 'data-subject.erased', at, municipalityId, details: { messages: entries.length } },
      },
      ...counting(municipalityId, at, ['erasure']),
    ],
  });
  if (outcome === 'stale') return undefined;
  await eraseNow(store, at);
  const gone = [
    thread ? await staffCopies.remove({ kind: 'thread', posted: thread }) : true,
    card ? await staffCopies.remove({ kind: 'card', posted: card }) : true,
  ];
  return {
    kind: 'erased',
    ...(current ? { conversation: { caseNumber: current.number, messages: entries.length } } : {}),
    staffCopiesGone: gone.every(Boolean),
    at,
  };
}

/** The rows are gone even when their last traces wait for another process; the nightly erasure cuts those. */
async function eraseNow(store: Deps['store'], at: Instant): Promise<void> {
  try {
    await store.eraseExpired(at);
  } catch (fault) {
    if (!(fault instanceof StoreFault) || fault.code !== 'busy') throw fault;
  }
}

/** Staff are told in the case, with the day the answer is due. Asking again changes nothing. */
async function request(
  { now, pseudonyms, store }: Deps,
  cause: string,
  current: Case,
): Promise<EraseMyDataOutcome | undefined> {
  const { municipalityId, id: caseId, number: caseNumber } = current;
  const { requests, version } = await readRequests(store, municipalityId);
  const earlier = requests.find((one) => one.caseId === caseId);
  if (earlier) return { kind: 'requested', caseNumber, dueAt: earlier.dueAt, again: true };

  const at = now();
  const dueAt = at + requestAnswerMs;
  const toStaff = queueingForCase(`i${cause}`, pseudonyms.lane('case', caseId), current, at);
  const changes: readonly Change[] = [
    savingRequests(municipalityId, version, [...requests, { caseId, requestedAt: at, dueAt }]),
    {
      kind: 'queue',
      entry: queueForStaff(toStaff, { kind: 'case-note', caseId, note: { kind: 'erasure-requested', dueAt } }),
    },
    {
      kind: 'audit',
      entry: { event: 'data-subject.erasure-requested', at, municipalityId, caseId, details: { dueAt } },
    },
  ];
  const outcome = await store.commit({ cause: `interaction:${cause}`, at, basedOn: [], changes });
  return outcome === 'stale' ? undefined : { kind: 'requested', caseNumber, dueAt, again: false };
}
