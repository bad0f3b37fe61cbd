import { z } from 'zod';
import type { MunicipalityId } from '../../core/ids.ts';
import type { Municipality } from '../../core/municipality.ts';
import { isSound, oldThreadMs, requestWarningMs } from '../../core/self-audit.ts';
import type { DueRequest, SelfAudit } from '../../core/self-audit.ts';
import type { Instant } from '../../core/time.ts';
import type { Clock, Messenger, Municipalities, Pseudonyms, Store } from '../../ports.ts';
import { readRequests, savingRequests } from '../data-subject/erasure-requests.ts';
import { readSubjectRequests } from '../data-subject/subject-requests.ts';
import { graceMs } from './privacy-facts.ts';
import { sayOnce } from '../say-once.ts';

export interface SelfAuditDeps {
  readonly now: Clock;
  readonly store: Pick<Store, 'countOverdue' | 'findSetting' | 'findCase' | 'commit'>;
  readonly municipalities: Pick<Municipalities, 'all'>;
  readonly messenger: Messenger;
  readonly pseudonyms: Pick<Pseudonyms, 'nonce' | 'marker'>;
  /** Case threads of the service with no word since then; nothing when that cannot be found out. Never throws. */
  readonly countThreads: (municipality: Municipality, before: Instant) => Promise<number | undefined>;
  /** Copies of the store that have outlived their time; nothing when that cannot be found out. Never throws. */
  readonly countCopies: () => Promise<number | undefined>;
  readonly isLogIntact: () => Promise<boolean>;
}

const setting = 'self-audit';
const record = z.object({ day: z.string(), at: z.number().int(), sound: z.boolean() });

/** Days begin at midnight in Norway. */
const dayOf = (at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Oslo').toPlainDate().toString();

/**
 * Purpose: once a day, look in every place for what should be gone, and tell coordinators. Personal data: none; counts and
 * case numbers. Told first and noted after, so that a crash in between tells twice rather than never.
 * @returns whether it was done now
 */
export const makeSelfAudit = (deps: SelfAuditDeps) => {
  const { now, store, municipalities, messenger, pseudonyms } = deps;

  async function auditOne(municipality: Municipality): Promise<boolean> {
    const at = now();
    const day = dayOf(at);
    const known = await store.findSetting(municipality.id, setting);
    const last = record.safeParse(known?.value);
    if (last.success && last.data.day === day) return false;

    const audit = await look(deps, municipality, at);
    const sound = isSound(audit);
    if (!sound) {
      const id = `self-audit:${municipality.id}:${day}`;
      const delivery = await messenger.deliver(
        { kind: 'self-audit', municipality, audit },
        sayOnce(pseudonyms, { id, urgency: 2, lookForCopySince: at - graceMs }),
      );
      if (delivery.kind === 'later') return false;
    }
    const { overdue, oldThreads, oldCopies, requests } = audit;
    const outcome = await store.commit({
      cause: `self-audit:${municipality.id}:${day}`,
      at,
      basedOn: [],
      changes: [
        {
          kind: 'save-setting',
          municipalityId: municipality.id,
          name: setting,
          basedOn: known?.version ?? 0,
          value: { day, at, sound },
        },
        {
          kind: 'audit',
          entry: {
            event: 'retention.audited',
            at,
            municipalityId: municipality.id,
            details: {
              sound,
              overdue: Object.values(overdue).reduce((sum, count) => sum + count, 0),
              oldThreads: oldThreads ?? 'not looked',
              oldCopies: oldCopies ?? 'not looked',
              requests: requests.length,
            },
          },
        },
      ],
    });
    return outcome === 'committed';
  }

  return async (): Promise<boolean> => {
    let isDone = false;
    for (const municipality of municipalities.all()) isDone = (await auditOne(municipality)) || isDone;
    return isDone;
  };
};

async function look(deps: SelfAuditDeps, municipality: Municipality, at: Instant): Promise<SelfAudit> {
  const [overdue, oldThreads, oldCopies, isLogIntact, requests] = await Promise.all([
    deps.store.countOverdue(at - graceMs),
    deps.countThreads(municipality, at - oldThreadMs),
    deps.countCopies(),
    deps.isLogIntact(),
    dueRequests(deps, municipality.id, at),
  ]);
  return {
    overdue: Object.fromEntries(Object.entries(overdue).filter(([, count]) => count > 0)),
    ...(oldThreads === undefined ? {} : { oldThreads }),
    ...(oldCopies === undefined ? {} : { oldCopies }),
    isLogIntact,
    requests,
  };
}

/** What must be answered soon. A request whose case is gone is answered by that, and forgotten. */
async function dueRequests(
  { store }: SelfAuditDeps,
  municipalityId: MunicipalityId,
  at: Instant,
): Promise<readonly DueRequest[]> {
  const { requests, version } = await readRequests(store, municipalityId);
  const found = await Promise.all(
    requests.map(async (request) => ({ request, about: await store.findCase(request.caseId) })),
  );
  const live = found.filter(({ about }) => about !== undefined);
  if (live.length < found.length) {
    await store.commit({
      cause: `requests-gone:${municipalityId}:${version}`,
      at,
      basedOn: [],
      changes: [
        savingRequests(
          municipalityId,
          version,
          live.map(({ request }) => request),
        ),
      ],
    });
  }
  const { requests: written } = await readSubjectRequests(store, municipalityId);
  return [
    ...live.flatMap(({ request: { dueAt }, about }) =>
      about ? [{ number: about.number, dueAt, onPaper: false }] : [],
    ),
    ...written.map(({ number, dueAt }) => ({ number, dueAt, onPaper: true })),
  ].flatMap((one) => (one.dueAt - at <= requestWarningMs ? [{ ...one, isLate: one.dueAt < at }] : []));
}
