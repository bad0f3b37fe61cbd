import type { REST } from '@discordjs/rest';
import type { APIMessage } from 'discord-api-types/v10';
import { publishedNumbers } from './core/municipality.ts';
import type { DutyGuide } from './core/duty-guide/guide.ts';
import { isSnowflake } from './core/ids.ts';
import type { Snowflake } from './core/ids.ts';
import { minuteMs, secondMs } from './core/time.ts';
import { createDirectory } from './discord/directory.ts';
import { createEntrance } from './discord/entrance.ts';
import { createDiscordMessenger } from './discord/create-messenger.ts';
import { createPublicCards } from './discord/public-cards.ts';
import { createReaders } from './discord/readers.ts';
import { isUnauthorised, refusalOf } from './discord/refusal.ts';
import { createRest } from './discord/rest.ts';
import { createStaffCopies } from './discord/staff-copies.ts';
import { makeApprovedMunicipalities } from './flows/approval/approved-municipalities.ts';
import { makePauseIntake } from './flows/approval/pause-intake.ts';
import { makeClaimCase } from './flows/claim-case.ts';
import { makeCloseCase } from './flows/close-case.ts';
import { makeEraseMyData } from './flows/data-subject/erase-my-data.ts';
import { makeShowMyData } from './flows/data-subject/show-my-data.ts';
import { makeDeliverOutbox } from './flows/deliver-outbox.ts';
import { makeGiveDeskLink } from './flows/desk/desk-link.ts';
import { settingsDossiers } from './flows/desk/dossiers.ts';
import { createDeskTokens } from './desk/link-tokens.ts';
import { makeFileIncident } from './flows/file-incident.ts';
import { makeHandleInbound } from './flows/handle-inbound.ts';
import { createHeldReplies } from './flows/held-replies.ts';
import { makeOpenCaseForm } from './flows/open-case-form.ts';
import { makeRateAssessment } from './flows/rate-assessment.ts';
import { makeReceiveForm } from './flows/receive-form.ts';
import { makeReplyToSender } from './flows/reply-to-sender.ts';
import { makeCardPlaces } from './flows/card-places.ts';
import { makeCheckIn } from './flows/duty/check-in.ts';
import { makeCheckOut } from './flows/duty/check-out.ts';
import { makeKeepDuty } from './flows/duty/keep-duty.ts';
import { makeKnownDuty } from './flows/duty/known-duty.ts';
import { makePresence } from './flows/presence.ts';
import { makeTellGaps } from './flows/tell-gaps.ts';
import { createWatch } from './intake/watch.ts';
import type { PreparedApp } from './roles/app.ts';
import type { Desk } from './roles/desk.ts';
import { startIntakes } from './roles/intake.ts';
import type { RunningRole } from './roles/role.ts';
import { startWorker } from './roles/worker.ts';
import type { Configuration } from './settings/configuration.ts';
import type { Platform, Settings } from './settings/environment.ts';
import { loadDutyGuide } from './settings/duty-guide-file.ts';
import { SettingsRefused } from './settings/refused.ts';
import type { Clock } from './ports.ts';
import { createPseudonyms } from './system/vault-pseudonyms.ts';
import { createAlertWebhook } from './system/alert-webhook.ts';
import { startAssessor } from './system/assessor.ts';
import { startCanary } from './system/canary.ts';
import { chance, reference } from './system/chance.ts';
import { startDeadMan } from './system/dead-man.ts';
import { describeFault } from './system/fault.ts';
import { assessorWithKillPoints, createReach, messengerWithKillPoints, withKillPoints } from './system/kill-points.ts';
import { createLog } from './system/log.ts';
import type { Log } from './system/log.ts';
import { createMetrics } from './system/metrics.ts';
import { startWorkLoop } from './system/work-loop.ts';
import { monotonic } from './system/monotonic.ts';
import { startOperationsServer } from './system/operations-server.ts';
import { createStaffTextCheck } from './system/staff-text-check.ts';
import { openConfiguredStore } from './system/configured-store.ts';

/** The whole program, running. */
export interface Service {
  readonly operationsPort: number;
  /** Finishes what was begun, leaves sessions resumable, and stops. */
  stop(): Promise<void>;
}

interface Surroundings {
  /** Discord has shut the bot out; the program is to end with this line. */
  readonly onFatal: (line: string) => void;
  /** For tests: the point at which to die. */
  readonly killAt: string | undefined;
  /** For tests: how long Discord recognises a nonce, milliseconds. */
  readonly nonceWindowMs?: number;
  readonly now: Clock;
}

/** How long Discord is trusted to recognise a nonce. Its documentation says «a few minutes». Source: RELIABILITY §1.6. */
const nonceWindowMs = 60 * secondMs;
/** Somebody who presses a button is not kept waiting longer to hear who is on duty. */
const knownDutyLimitMs = 400;
/** Beyond these the service does not «work», whatever else does. Source: RELIABILITY §3 Dead-man. */
const longestAlertWaitMs = 60 * secondMs;
const longestCanaryAgeMs = 12 * minuteMs;
/** Source: RELIABILITY F-57. */
const assessmentLimitMs = 250;
/** How soon a pause made in another process shows; the intake asks the store itself. */
const approvalLookMs = 2 * secondMs;
/** Discord lets one identify through in five seconds; the intake goes first. */
const identifyPauseMs = 5_500;

/**
 * Wires everything once and starts the roles the settings name: what takes messages in before what answers.
 * @throws SettingsRefused when something outside must be put right, PieceFault when a piece does not load
 */
export async function startService(
  settings: Settings,
  configuration: Configuration,
  around: Surroundings,
): Promise<Service> {
  const { platform } = settings;
  if (platform.kind !== 'discord') throw new Error('the service needs a Discord-compatible server');
  const { api } = platform;
  const { now } = around;
  const log = createLog(settings.logLevel);
  const metrics = createMetrics();
  const reach = createReach(around.killAt);
  const municipalities = servedMunicipalities(configuration, platform, log);
  const { national } = configuration;

  const opened = await openConfiguredStore(settings, now, (incident) => {
    log.error(`store.${incident.kind}`);
  });
  const store = withKillPoints(opened, reach);
  const secret = await opened.pseudonymSecret();
  const pseudonyms = createPseudonyms(secret);
  const deskTokens = createDeskTokens(secret);

  const token = platform.token.reveal();
  let isLetIn = false;
  const onUnauthorised = (): void => {
    // Before it has been let in once, the one who asked says so.
    if (isLetIn)
      around.onFatal('DISCORD_TOKEN: Discord no longer accepts it; nothing can be sent until it is replaced');
  };
  const rest = createRest({
    onUnauthorised,
    token,
    ...(platform.api ? { api: platform.api } : {}),
    onPostAnswered() {
      reach('after_post_sent');
    },
  });
  const botId = await ownId(rest, log);
  isLetIn = true;
  const directory = makeApprovedMunicipalities({
    now,
    store,
    municipalities: createDirectory(rest, municipalities, now),
  });
  await directory.refresh().catch((fault: unknown) => {
    log.error('approvals.fault', describeFault(fault));
  });
  const presence = makePresence(store);
  const knownDuty = makeKnownDuty({ now, presence, limitMs: knownDutyLimitMs });
  const protectedNumbers = [...new Set(municipalities.flatMap((one) => publishedNumbers(one, national)))];

  const assessor = startAssessor({
    pseudonyms,
    protectedNumbers,
    local: {},
    limitMs: assessmentLimitMs,
    onFault(reason) {
      metrics.notAssessed.inc({ reason });
      log.error('assessor.fault', { code: reason });
    },
  });
  const { messenger, paced, channels } = createDiscordMessenger({
    rest,
    botId,
    now,
    monotonic,
    contacts: national,
    webhook: createAlertWebhook({ secret: settings.alertWebhookSecret, now }),
    onUnauthorised,
    onUnreachable(municipality) {
      metrics.faults.inc({ part: 'staff-channel' });
      log.error('staff.unreachable', { municipality: municipality.id });
    },
    onFault(fault) {
      metrics.faults.inc({ part: 'discord' });
      log.warn('discord.fault', describeFault(fault));
    },
  });
  const delivering = messengerWithKillPoints(messenger, reach);
  const watch = createWatch(store, now);

  const roles: RunningRole[] = [];
  let desk: Desk | undefined;
  let wake = (): void => undefined;
  const wants = (role: Settings['roles'][number]): boolean => settings.roles.includes(role);

  const acting = { now, store, pseudonyms };
  const readers = createReaders(directory);
  const flows = waking({
    claimCase: makeClaimCase(acting),
    closeCase: makeCloseCase(acting),
    fileIncident: makeFileIncident(acting),
    rateAssessment: makeRateAssessment(acting),
    openCaseForm: makeOpenCaseForm({ store }),
    giveDeskLink: makeGiveDeskLink({ now, store, tokens: deskTokens, deskUrl: () => settings.desk.url ?? desk?.url }),
    replyToSender: makeReplyToSender({ ...acting, checkStaffText: createStaffTextCheck(protectedNumbers) }),
    receiveForm: makeReceiveForm({ ...acting, municipalities: directory, presence }),
    checkIn: makeCheckIn({ ...acting, municipalities: directory }),
    checkOut: makeCheckOut({ ...acting, municipalities: directory }),
    keepDuty: makeKeepDuty(acting),
    showMyData: makeShowMyData(acting),
    pauseIntake: makePauseIntake(acting),
    eraseMyData: makeEraseMyData({
      ...acting,
      staffCopies: createStaffCopies(rest, (fault) => {
        log.warn('staff-copies.fault', describeFault(fault));
      }),
    }),
  });
  const cards = createPublicCards({
    rest,
    botId,
    now,
    contacts: national,
    pseudonyms,
    knownDuty,
    ...makeCardPlaces(acting),
    onFault(fault, { id: municipality }) {
      log.warn('cards.fault', { municipality, ...describeFault(fault) });
    },
  });
  /** When an invented message last went all the way; since the start, until the first has. */
  let canaryArrivedAt = now();
  /** What is missing before a message gets to staff; empty when it does. */
  async function readiness(): Promise<readonly string[]> {
    const faults = await opened.stats(now()).then(
      ({ oldestAlertMs }) => (oldestAlertMs < longestAlertWaitMs ? [] : ['outbox: an alert has not been sent']),
      () => ['store: cannot be read'],
    );
    return [...faults, ...roles.flatMap((role) => role.missing())];
  }
  const operations = await startOperationsServer({
    port: settings.operationsPort,
    readiness,
    async metrics() {
      const stats = await opened.stats(now());
      metrics.inboxWaiting.set(stats.inboxWaiting);
      metrics.outboxWaiting.set(stats.outboxWaiting);
      metrics.oldestAlertSeconds.set(stats.oldestAlertMs / secondMs);
      if (wants('worker')) metrics.canaryAgeSeconds.set((now() - canaryArrivedAt) / secondMs);
      return metrics.registry.metrics();
    },
  }).catch((cause: unknown) => {
    throw new SettingsRefused('OPERATIONS_PORT', `port ${settings.operationsPort} cannot be used`, { cause });
  });

  const approvals = startWorkLoop({
    async step() {
      await directory.refresh();
      return false;
    },
    idleMs: approvalLookMs,
    concurrency: 1,
    onFault(fault) {
      log.error('approvals.fault', describeFault(fault));
    },
  });
  roles.push({ missing: () => [], stop: () => approvals.stop() });

  // A piece that does not load is found before anything connects.
  const app = wants('app') ? await prepareAnswers() : undefined;

  if (wants('worker')) {
    const worker = startWorker({
      now,
      store,
      handleInbound: makeHandleInbound({
        now,
        chance,
        assessor: assessorWithKillPoints(assessor, reach),
        pseudonyms,
        municipalities: directory,
        presence,
        gaps: watch,
        store,
      }),
      deliverOutbox: makeDeliverOutbox({
        now,
        pseudonyms,
        municipalities: directory,
        presence,
        messenger: delivering,
        store,
        nonceWindowMs: around.nonceWindowMs ?? nonceWindowMs,
      }),
      tellGaps: makeTellGaps({ gaps: watch, municipalities: directory, messenger: delivering, pseudonyms }),
      log,
      metrics,
    });
    wake = worker.wake;
    roles.push(worker);
    const canary = startCanary({
      now,
      assessor,
      store: opened,
      reachable: async () =>
        (await Promise.all(municipalities.map((one) => channels.usable(one)))).every(({ length }) => length > 0),
      onArrived(at, tookMs) {
        canaryArrivedAt = at;
        metrics.canarySeconds.set(tookMs / secondMs);
      },
      onFault(fault) {
        metrics.faults.inc({ part: 'canary' });
        log.error('canary.fault', describeFault(fault));
      },
    });
    roles.push({ missing: () => [], stop: () => canary.stop() });
  }
  if (settings.deadManUrl) {
    const deadMan = startDeadMan({
      url: settings.deadManUrl,
      async trouble() {
        const canaryIsLate = wants('worker') && now() - canaryArrivedAt > longestCanaryAgeMs;
        await paced.get('/users/@me', { urgency: 2 });
        return [...(await readiness()), ...(canaryIsLate ? ['canary: has not arrived'] : [])];
      },
      onFault(fault) {
        metrics.faults.inc({ part: 'dead-man' });
        log.error('dead-man.fault', describeFault(fault));
      },
    });
    roles.push({ missing: () => [], stop: () => deadMan.stop() });
  }
  if (wants('intake')) {
    roles.push(
      await startIntakes({
        count: settings.intakes,
        name: settings.intakeName,
        token,
        botId,
        rest,
        async readPage(route, query) {
          const page = await paced.get<readonly APIMessage[]>(route, { urgency: 3, query });
          reach('mid_catchup');
          return page;
        },
        now,
        monotonic,
        store,
        watch,
        isFinal: (fault) => refusalOf(fault).kind === 'undeliverable',
        isUnauthorised,
        lanes: pseudonyms,
        onAccepted() {
          wake();
        },
        onFatal(fatal) {
          around.onFatal(`DISCORD_TOKEN: Discord refuses the gateway (${fatal})`);
        },
        log,
        metrics,
      }),
    );
  }
  if (wants('desk')) {
    // Loaded last: nobody's words wait for it.
    const { startDesk } = await import('./roles/desk.ts');
    desk = await startDesk({
      ...settings.desk,
      now,
      rest,
      store,
      originals: opened,
      dossiers: settingsDossiers(store),
      tokens: deskTokens,
      pseudonyms,
      municipalities: directory,
      national,
      guide: await dutyGuide(settings.configDir),
      onQueued() {
        wake();
      },
      log,
      metrics,
      reference,
    });
    roles.push(desk);
  }
  log.info('service.listening', { port: operations.port });
  if (app) {
    if (wants('intake') && !platform.api) await new Promise((resolve) => setTimeout(resolve, identifyPauseMs));
    roles.push(await app.start());
  }
  log.info('service.started', { port: operations.port, role: settings.roles.join(','), count: municipalities.length });

  /** Loaded only where it is wanted: it is the larger half of the program. */
  async function prepareAnswers(): Promise<PreparedApp> {
    const [{ prepareApp }, { createCaseActs }, { createDutyActs }, { createDataSubjectActs }, { createApprovalActs }] =
      await Promise.all([
        import('./roles/app.ts'),
        import('./discord/case-acts.ts'),
        import('./discord/duty-acts.ts'),
        import('./discord/data-subject-acts.ts'),
        import('./discord/approval-acts.ts'),
      ]);
    return prepareApp({
      token,
      root: new URL('../', import.meta.url),
      ...(api ? { api } : {}),
      now,
      municipalities: directory,
      readers,
      keepDuty: flows.keepDuty,
      knownDuty,
      entrance: createEntrance({
        now,
        knownDuty,
        contacts: national,
        municipalities: directory,
        readers,
        receiveForm: flows.receiveForm,
      }),
      cases: createCaseActs({ flows, municipalities: directory, readers, heldReplies: createHeldReplies(now) }),
      duty: createDutyActs({ flows, municipalities: directory, readers, cards }),
      dataSubject: createDataSubjectActs({ flows, municipalities: directory, readers }),
      approval: createApprovalActs({ flows, municipalities: directory, readers, cards }),
      cards,
      log,
      metrics,
      reference,
    });
  }

  /** Whatever a flow has queued is looked at right away. */
  function waking<Flows extends Record<string, (...args: never[]) => Promise<unknown>>>(flows: Flows): Flows {
    return Object.fromEntries(
      Object.entries(flows).map(([name, flow]) => [
        name,
        (...args: never[]) =>
          flow(...args).finally(() => {
            wake();
          }),
      ]),
    ) as Flows;
  }

  return {
    operationsPort: operations.port,
    async stop() {
      for (const role of roles.toReversed()) await role.stop();
      await assessor.close();
      await operations.close();
      await opened.close();
      log.info('service.stopped');
    },
  };
}

/** @throws SettingsRefused when it is missing or could leave somebody without a next step */
async function dutyGuide(configDir: string): Promise<DutyGuide> {
  const loaded = await loadDutyGuide(configDir);
  if (loaded.ok) return loaded.value;
  const [fault] = loaded.faults;
  throw new SettingsRefused(fault?.where ?? configDir, fault?.what ?? 'has no duty guide');
}

/** The invented municipality is served by the sandbox only: a real sender must never meet it. */
function servedMunicipalities({ municipalities }: Configuration, platform: Platform, log: Log) {
  const isReal = platform.kind === 'discord' && platform.api === undefined;
  const served = municipalities.filter(({ invented }) => !(isReal && invented));
  if (served.length < municipalities.length) log.warn('configuration.invented-left-out');
  if (served.length === 0) log.warn('configuration.no-municipality');
  return served;
}

/** The bot's own id, which proves the token. Discord being away is waited for. */
async function ownId(rest: REST, log: Log): Promise<Snowflake> {
  for (let waitMs = 500; ; waitMs = Math.min(waitMs * 2, 30 * secondMs)) {
    try {
      const { id } = (await rest.get('/users/@me')) as { readonly id: string };
      if (isSnowflake(id)) return id;
      throw new Error('Discord gave a bot id that is no snowflake');
    } catch (cause) {
      if (isUnauthorised(cause)) throw new SettingsRefused('DISCORD_TOKEN', 'Discord does not accept it', { cause });
      log.warn('discord.unreachable', describeFault(cause));
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
