import { minuteMs, secondMs } from '../core/time.ts';
import { createThreadCount } from '../discord/old-threads.ts';
import { makeSelfAudit } from '../flows/accounts/self-audit.ts';
import { makeEraseExpired } from '../flows/data-subject/erase-expired.ts';
import { backupFolders } from '../flows/doctor/backup-taken.ts';
import { makeRemindOfReview } from '../flows/approval/remind-of-review.ts';
import { makeDeliverOutbox } from '../flows/deliver-outbox.ts';
import { makeHandleInbound } from '../flows/handle-inbound.ts';
import { makeTellGaps } from '../flows/tell-gaps.ts';
import { makeTellNotDelivering } from '../flows/tell-not-delivering.ts';
import type { RunningRole } from '../roles/role.ts';
import { startWorker } from '../roles/worker.ts';
import { loadAssessorThread, startAssessor } from '../system/assessor.ts';
import { startCanary } from '../system/canary.ts';
import { countOldCopies } from '../store/sqlite/old-copies.ts';
import { chance } from '../system/chance.ts';
import { describeFault } from '../system/fault.ts';
import { assessorWithKillPoints } from '../system/kill-points.ts';
import { assessorSetup } from './assessor-setup.ts';
import { startWorkLoop } from '../system/work-loop.ts';
import type { Ground, Surroundings } from './ground.ts';
import type { SpeechWays } from './speech.ts';

/** How long Discord is trusted to recognise a nonce. Its documentation says «a few minutes». Source: RELIABILITY §1.6. */
const defaultNonceWindowMs = 60 * secondMs;
/** Source: RELIABILITY F-57. */
const assessmentLimitMs = 250;

/** How often it is looked whether an approval runs out. */
const reviewCheckMs = 10 * minuteMs;
/** How often it is looked whether an alert waits to be shown. */
const waitingAlertsMs = 5 * secondMs;

export interface WorkerRole extends RunningRole {
  readonly wake: () => void;
  /** When an invented message last went all the way; since the start, until the first has. */
  readonly canaryArrivedAt: () => number;
}

/** What takes messages from the inbox to cases, and what is to be said to Discord. */
export function startWorkerRole(
  ground: Ground,
  speech: SpeechWays,
  { assessorThread, nonceWindowMs = defaultNonceWindowMs }: Surroundings,
): WorkerRole {
  const { now, store, opened, pseudonyms, municipalities, presence, watch, log, metrics, reach, live, national } =
    ground;
  const { messenger, channels } = speech;
  const assessor = startAssessor({
    pseudonyms,
    first: assessorThread ?? loadAssessorThread(assessorSetup(live.all(), national)),
    limitMs: assessmentLimitMs,
    onFault(reason) {
      metrics.notAssessed.inc({ reason });
      log.error('assessor.fault', { code: reason });
    },
  });
  const configure = (): void => {
    assessor.configure(assessorSetup(live.all(), national));
  };
  configure();
  live.onChanged(configure);
  const countCopies = async (): Promise<number | undefined> => {
    if (ground.storeFile === undefined) return undefined;
    try {
      return countOldCopies(ground.storeFile, await backupFolders(store), now());
    } catch (fault) {
      log.warn('self-audit.copies', describeFault(fault));
      return undefined;
    }
  };
  const worker = startWorker({
    now,
    store,
    handleInbound: makeHandleInbound({
      now,
      chance,
      assessor: assessorWithKillPoints(assessor, reach),
      pseudonyms,
      municipalities,
      presence,
      gaps: watch,
      chosen: ground.chosenLanguages,
      store,
    }),
    deliverOutbox: makeDeliverOutbox({
      now,
      pseudonyms,
      municipalities,
      presence,
      messenger,
      store,
      nonceWindowMs,
      staffCopies: ground.staffCopies,
    }),
    eraseExpired: makeEraseExpired({ now, pseudonyms, store }),
    selfAudit: makeSelfAudit({
      now,
      store,
      municipalities,
      messenger,
      pseudonyms,
      countThreads: createThreadCount(ground.rest, ground.botId, (fault) => {
        log.warn('self-audit.threads', describeFault(fault));
      }),
      countCopies,
      isLogIntact: async () => (await opened.verifyAudit()).kind === 'intact',
    }),
    tellGaps: makeTellGaps({ gaps: watch, municipalities, messenger, pseudonyms }),
    log,
    metrics,
  });
  const remindOfReview = makeRemindOfReview({ now, configured: ground.configured, store, pseudonyms });
  const reviews = startWorkLoop({
    step: remindOfReview,
    idleMs: reviewCheckMs,
    onFault(fault) {
      log.error('reviews.fault', describeFault(fault));
    },
    faultMs: reviewCheckMs,
  });
  const tellNotDelivering = makeTellNotDelivering({
    now,
    store: opened,
    municipalities: live,
    webhook: ground.webhook,
    onFault(fault) {
      log.error('gateway.fault', describeFault(fault));
    },
  });
  const waitingAlerts = startWorkLoop({
    step: tellNotDelivering,
    idleMs: waitingAlertsMs,
    onFault(fault) {
      log.error('waiting-alerts.fault', describeFault(fault));
    },
  });
  let canaryArrivedAt = now();
  const canary = startCanary({
    now,
    assessor,
    store: opened,
    reachable: async () =>
      (await Promise.all(live.all().map((one) => channels.usable(one)))).every(({ length }) => length > 0),
    onArrived(at, tookMs) {
      canaryArrivedAt = at;
      metrics.canarySeconds.set(tookMs / secondMs);
    },
    onFault(fault) {
      metrics.faults.inc({ part: 'canary' });
      log.error('canary.fault', describeFault(fault));
    },
  });
  return {
    wake: worker.wake,
    canaryArrivedAt: () => canaryArrivedAt,
    missing: () => worker.missing(),
    async stop() {
      await Promise.all([canary.stop(), worker.stop(), reviews.stop(), waitingAlerts.stop()]);
      await assessor.close();
    },
  };
}
