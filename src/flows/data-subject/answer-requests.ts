import { mayPerform } from '../../core/access.ts';
import { requestAnswerMs } from '../../core/data-subject.ts';
import { isLocalDate, startOfDay } from '../../core/hours/local-date.ts';
import { isSnowflake } from '../../core/ids.ts';
import type { CaseId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { looseErasure, queueForStaff, queueingForCase } from '../../core/queue.ts';
import type { AccountProof, ErasureAnswer, Requester } from '../../core/subject-request.ts';
import type { Instant } from '../../core/time.ts';
import type { Change, Municipalities, Pseudonyms, Staff, Store } from '../../ports.ts';
import { eraseNow, eraseOf, leave, removeNow } from './erase-my-data.ts';
import type { EraseDeps, EraseMyDataOutcome } from './erase-my-data.ts';
import { readRequests, savingRequests } from './erasure-requests.ts';
import { dataOf } from './show-my-data.ts';
import type { MyData } from './show-my-data.ts';
import { storedAbout } from './stored-about.ts';
import { readSubjectRequests, savingSubjectRequests } from './subject-requests.ts';
import type { SubjectRequest } from './subject-requests.ts';

export interface AnswerDeps extends EraseDeps {
  readonly municipalities: Pick<Municipalities, 'find'>;
  readonly pseudonyms: Pick<Pseudonyms, 'sender' | 'lane'>;
  readonly store: EraseDeps['store'] & Pick<Store, 'findCase'>;
}

export interface RequestPress {
  /** The interaction id. */
  readonly cause: string;
  readonly staff: Staff;
}

/** A request as it was written in the form. */
export interface WrittenRequest {
  readonly account: string;
  readonly requester: Requester;
  readonly proof: AccountProof;
  /** YYYY-MM-DD in the municipality's time. */
  readonly receivedOn: string;
}

/** A conversation whose sender has asked for its erasure, and that a person must weigh. */
export interface WeighedRequest {
  readonly caseId: CaseId;
  readonly caseNumber: number;
  readonly dueAt: Instant;
}

export type OverviewOutcome =
  | {
      readonly kind: 'overview';
      readonly weighed: readonly WeighedRequest[];
      readonly written: readonly SubjectRequest[];
    }
  | { readonly kind: 'not-permitted' };

export type RegisterOutcome =
  | { readonly kind: 'registered'; readonly number: number }
  | { readonly kind: 'bad-account' | 'bad-date' | 'future-date' | 'stale' | 'not-permitted' };

/** `withheld`: nothing is told of the account. `mayCopy`: the municipality lets staff read in Discord at all. */
export type ShownRequest =
  | { readonly kind: 'found'; readonly request: SubjectRequest; readonly data: MyData; readonly mayCopy: boolean }
  | { readonly kind: 'withheld'; readonly request: SubjectRequest; readonly why: 'guardian' | 'not-proven' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-permitted' };

/** `erased-here`: Discord still has a copy in the staff channel; its deletion is tried until it succeeds. */
export type AnswerOutcome = {
  readonly kind: 'erased' | 'erased-here' | 'kept' | 'held' | 'still-open' | 'gone' | 'stale' | 'not-permitted';
};

/**
 * Purpose: what somebody asks on paper about an account, and what senders ask that a person must weigh. Personal data:
 * counts and dates to whoever answers; the conversation itself only as a copy for the one it belongs to, logged with who
 * took it. Nothing is released to guardians. Source: GDPR articles 12, 15 and 17.
 */
export function makeAnswerRequests(deps: AnswerDeps) {
  const { now, store, pseudonyms, municipalities } = deps;
  const served = ({ staff }: RequestPress): Municipality | undefined =>
    mayPerform(staff.roles, 'data-subject.answer') ? municipalities.find(staff.municipalityId) : undefined;

  async function find(press: RequestPress, number: number) {
    const municipality = served(press);
    if (!municipality) return { kind: 'not-permitted' } as const;
    const { requests } = await readSubjectRequests(store, municipality.id);
    const request = requests.find((one) => one.number === number);
    if (!request) return { kind: 'gone' } as const;
    // Whether a guardian may see anything is weighed by people, outside the program.
    if (request.requester === 'guardian') return { kind: 'withheld', request, why: 'guardian' } as const;
    if (request.proof === 'not-yet') return { kind: 'withheld', request, why: 'not-proven' } as const;
    return { kind: 'open', request, municipality } as const;
  }

  const audited = (press: RequestPress, event: string, details: Readonly<Record<string, string | number>>): Change => ({
    kind: 'audit',
    entry: { event, at: now(), municipalityId: press.staff.municipalityId, by: press.staff.id, details },
  });

  return {
    overview: async (press: RequestPress): Promise<OverviewOutcome> => {
      const municipality = served(press);
      if (!municipality) return { kind: 'not-permitted' };
      const [{ requests }, { requests: written }] = await Promise.all([
        readRequests(store, municipality.id),
        readSubjectRequests(store, municipality.id),
      ]);
      const weighed = await Promise.all(
        requests.map(async ({ caseId, dueAt }): Promise<readonly WeighedRequest[]> => {
          const about = await store.findCase(caseId);
          return about ? [{ caseId, caseNumber: about.number, dueAt }] : [];
        }),
      );
      return { kind: 'overview', weighed: weighed.flat(), written };
    },

    register: async (press: RequestPress, asked: WrittenRequest): Promise<RegisterOutcome> => {
      const municipality = served(press);
      if (!municipality) return { kind: 'not-permitted' };
      const account = asked.account.trim();
      if (!isSnowflake(account)) return { kind: 'bad-account' };
      if (!isLocalDate(asked.receivedOn)) return { kind: 'bad-date' };
      const receivedAt = startOfDay(asked.receivedOn, municipality.hours.timeZone);
      const at = now();
      if (receivedAt > at) return { kind: 'future-date' };
      const { requests, version } = await readSubjectRequests(store, municipality.id);
      // Never given again, so that the audit tells requests apart.
      const number = version + 1;
      const { requester, proof } = asked;
      const request: SubjectRequest = {
        number,
        sender: pseudonyms.sender(municipality.id, account),
        requester,
        proof,
        receivedAt,
        registeredAt: at,
        dueAt: receivedAt + requestAnswerMs,
      };
      const outcome = await store.commit({
        cause: `interaction:${press.cause}`,
        at,
        basedOn: [],
        changes: [
          savingSubjectRequests(municipality.id, version, [...requests, request], at),
          audited(press, 'data-subject.request-registered', { number, requester, proof }),
        ],
      });
      return outcome === 'stale' ? { kind: 'stale' } : { kind: 'registered', number };
    },

    /** Counts and dates. That somebody looked stands in the audit. */
    show: async (press: RequestPress, number: number): Promise<ShownRequest> => {
      const found = await find(press, number);
      if (found.kind !== 'open') return found;
      const { request, municipality } = found;
      await store.commit({
        cause: `interaction:${press.cause}:seen`,
        at: now(),
        basedOn: [],
        changes: [audited(press, 'data-subject.request-seen', { number })],
      });
      const data = await dataOf(deps, municipality, request.sender);
      return { kind: 'found', request, data, mayCopy: municipality.staffView !== 'desk' };
    },

    /** The copy for the one who asked; logged before it is made. */
    copy: async (
      press: RequestPress,
      number: number,
    ): Promise<ShownRequest & { readonly municipality?: Municipality }> => {
      const found = await find(press, number);
      if (found.kind !== 'open') return found;
      const { request, municipality } = found;
      if (municipality.staffView === 'desk') return { kind: 'not-permitted' };
      const data = await dataOf(deps, municipality, request.sender);
      await store.commit({
        cause: `interaction:${press.cause}:copied`,
        at: now(),
        basedOn: [],
        changes: [audited(press, 'data-subject.copied', { number, cases: data.cases.length, proof: request.proof })],
      });
      return { kind: 'found', request, data, mayCopy: true, municipality };
    },

    erase: async (
      press: RequestPress,
      number: number,
    ): Promise<EraseMyDataOutcome | Exclude<ShownRequest, { kind: 'found' }>> => {
      const found = await find(press, number);
      return found.kind === 'open' ? eraseOf(deps, press.cause, found.municipality, found.request.sender) : found;
    },

    /** It has been answered, and is forgotten here; that it was stands in the audit. */
    close: async (
      press: RequestPress,
      number: number,
    ): Promise<{ readonly kind: 'closed' | 'stale' | 'not-permitted' }> => {
      const municipality = served(press);
      if (!municipality) return { kind: 'not-permitted' };
      const { requests, version } = await readSubjectRequests(store, municipality.id);
      const left = requests.filter((one) => one.number !== number);
      if (left.length === requests.length) return { kind: 'closed' };
      const at = now();
      const outcome = await store.commit({
        cause: `interaction:${press.cause}`,
        at,
        basedOn: [],
        changes: [
          savingSubjectRequests(municipality.id, version, left, at),
          audited(press, 'data-subject.request-answered', { number }),
        ],
      });
      return { kind: outcome === 'stale' ? 'stale' : 'closed' };
    },

    /** A weighed request: erased after all, or kept on a ground the sender is told. */
    answer: async (press: RequestPress, caseId: CaseId, answer: ErasureAnswer): Promise<AnswerOutcome> => {
      const municipality = served(press);
      if (!municipality) return { kind: 'not-permitted' };
      const { requests, version } = await readRequests(store, municipality.id);
      const current = await store.findCase(caseId);
      const asked = requests.find((one) => one.caseId === caseId);
      if (!asked || current?.municipalityId !== municipality.id) return { kind: 'gone' };
      const at = now();
      if (answer === 'erase' && (current.heldUntil ?? 0) > at) return { kind: 'held' };
      // Somebody may be in danger now, and whoever asked may not be the one who wrote.
      if (answer === 'erase' && current.state.kind !== 'closed') return { kind: 'still-open' };

      const { senderId, dmChannelId, language, number: caseNumber } = current;
      const told: Change = {
        kind: 'queue',
        entry: {
          id: `i${press.cause}:answered`,
          lane: pseudonyms.lane('sender', senderId),
          priority: 1,
          dispatch: {
            kind: 'sender-notice',
            to: { userId: senderId, ...(dmChannelId ? { channelId: dmChannelId } : {}) },
            municipalityId: municipality.id,
            language,
            notice: { kind: 'erasure-answered', answer, caseNumber },
          },
          queuedAt: at,
          notBefore: at,
          eraseAt: looseErasure(at),
        },
      };
      const left = requests.filter((one) => one.caseId !== caseId);
      const entry = {
        event: 'data-subject.erasure-answered',
        at,
        municipalityId: municipality.id,
        by: press.staff.id,
        caseId,
        details: { answer },
      };
      const { cases, record } = await storedAbout(store, municipality.id, current.sender);
      const stored = cases.find((one) => one.case.id === caseId);
      const going = answer === 'erase' && stored ? await leave(deps, stored, at) : undefined;
      const outcome = await store.commit({
        cause: `interaction:${press.cause}`,
        at,
        basedOn: going ? [{ caseId, version: current.version }] : [],
        changes: [
          ...(going ? going.changes : [noteToStaff(press, current, at)]),
          // What is remembered of the sender goes with the last conversation.
          ...(going && cases.length === 1 && record
            ? [{ kind: 'save-sender', record: { ...record, eraseAt: at } } as const]
            : []),
          savingRequests(municipality.id, version, left),
          { kind: 'audit', entry },
          told,
        ],
      });
      if (outcome === 'stale') return { kind: 'stale' };
      if (!going) return { kind: 'kept' };
      await eraseNow(store, at);
      return { kind: (await removeNow(deps.staffCopies, going.copies)) ? 'erased' : 'erased-here' };
    },
  };

  function noteToStaff(
    { cause, staff }: RequestPress,
    current: Parameters<typeof queueingForCase>[2],
    at: Instant,
  ): Change {
    const to = queueingForCase(`i${cause}`, pseudonyms.lane('case', current.id), current, at);
    const note = { kind: 'erasure-kept', signature: staff.signature } as const;
    return { kind: 'queue', entry: queueForStaff(to, { kind: 'case-note', caseId: current.id, note }) };
  }
}

export type AnswerRequests = ReturnType<typeof makeAnswerRequests>;
