import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { PreparedApp } from './roles/app.ts';
import type { Desk } from './roles/desk.ts';
import type { IntakeRole } from './roles/intake.ts';
import type { RunningRole } from './roles/role.ts';
import type { Clock, Store } from './ports.ts';
import type { Configuration } from './settings/configuration.ts';
import type { Settings } from './settings/environment.ts';
import { monotonic } from './system/monotonic.ts';
import { openGround } from './wiring/ground.ts';
import type { Surroundings } from './wiring/ground.ts';
import { startIntakeRole } from './wiring/intake.ts';
import { startOperations, watchedFromOutside } from './wiring/operations.ts';
import { openSpeech } from './wiring/speech.ts';
import { watchStore } from './wiring/store-watch.ts';
import { startWorkerRole } from './wiring/worker.ts';
import type { WorkerRole } from './wiring/worker.ts';

/** The whole program, running. */
export interface Service {
  readonly operationsPort: number;
  /** Finishes what was begun, leaves sessions resumable, and stops. */
  stop(): Promise<void>;
}

/** What is not urgent begins after this at the latest, however much is being written and wherever Discord is. */
const longestHeadStartMs = 4_000;
/** Discord lets one identify through in five seconds; the intake goes first. */
const identifyPauseMs = 5_500;

/**
 * Starts the roles the settings name, in the order of what must not wait: what takes words in, what gets them to staff,
 * what answers. A process without a role does not load its half of the program.
 * @throws SettingsRefused when something outside must be put right, PieceFault when a piece does not load
 */
export async function startService(
  settings: Settings,
  configuration: Configuration,
  around: Surroundings,
): Promise<Service> {
  const ground = await openGround(settings, configuration, around);
  const { log, wants, platform } = ground;
  const speech = openSpeech(ground);
  const roles: RunningRole[] = [];
  let worker: WorkerRole | undefined;
  let desk: Desk | undefined;
  const wake = (): void => worker?.wake();
  const running = { roles: () => roles, worker: () => worker };

  const operations = await startOperations(ground, running);
  let intake: IntakeRole | undefined;
  if (wants('intake')) {
    intake = startIntakeRole(ground, speech, wake);
    roles.push(intake);
  }
  // Does not wait for the gateway: what is stored goes to staff while Discord lets nobody in.
  if (wants('worker')) {
    await ground.opened.takeOver();
    worker = startWorkerRole(ground, speech, around);
    roles.push(worker);
  }
  roles.push(watchStore(ground, speech, async () => intake?.giveUp()));
  await Promise.race([intake?.up, wait(longestHeadStartMs)]);
  roles.push(...watchedFromOutside(ground, speech, running));
  log.info('service.listening', { port: operations.port });
  let app: PreparedApp | undefined;
  if (wants('app')) {
    // Loading the larger half holds everything else up: what was written meanwhile goes first.
    await allIsTold(ground.opened, ground.now);
    const { prepareAnswers } = await loadAnswers();
    app = await prepareAnswers(ground, { deskUrl: () => settings.desk.url ?? desk?.url, wake });
  }
  if (wants('desk')) {
    const { startDeskRole } = await import('./wiring/desk.ts');
    desk = await startDeskRole(ground, wake);
    roles.push(desk);
  }
  await intake?.up;
  if (app) {
    if (intake && !platform.api) await wait(identifyPauseMs);
    roles.push(await app.start());
  }
  const count = ground.live.all().length;
  log.info('service.started', { port: operations.port, role: settings.roles.join(','), count });

  return {
    operationsPort: operations.port,
    async stop() {
      for (const role of roles.toReversed()) await role.stop();
      await operations.close();
      await ground.close();
      log.info('service.stopped');
    },
  };
}

/** In parts, so that no request on its way waits for all of it. */
async function loadAnswers(): Promise<typeof import('./wiring/answers.ts')> {
  await import('discord.js');
  await nextTurn();
  await import('./discord/client.ts');
  await nextTurn();
  return import('./wiring/answers.ts');
}

/** Resolves when nothing waits to be taken to staff; after a while in any case. */
async function allIsTold(store: Pick<Store, 'stats'>, now: Clock): Promise<void> {
  const begun = monotonic();
  while (monotonic() - begun < longestHeadStartMs) {
    const { inboxWaiting, oldestAlertMs } = await store.stats(now()).catch(() => nothingWaits);
    if (inboxWaiting === 0 && oldestAlertMs === 0) return;
    await wait(50);
  }
}
const nothingWaits = { inboxWaiting: 0, oldestAlertMs: 0 };
