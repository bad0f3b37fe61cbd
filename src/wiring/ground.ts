import { hostname } from 'node:os';
import type { REST } from '@discordjs/rest';
import { isSnowflake } from '../core/ids.ts';
import type { Snowflake } from '../core/ids.ts';
import { redactorWords } from '../core/redaction/local-words.ts';
import { hourMs, secondMs } from '../core/time.ts';
import { createDirectory } from '../discord/directory.ts';
import { createRest } from '../discord/rest.ts';
import { makeApprovedMunicipalities } from '../flows/approval/approved-municipalities.ts';
import { makeKnownDuty } from '../flows/duty/known-duty.ts';
import { makePresence } from '../flows/presence.ts';
import { makeLiveMunicipalities } from '../flows/settings/live-municipalities.ts';
import { createWatch } from '../intake/watch.ts';
import type { Clock } from '../ports.ts';
import type { Configuration } from '../settings/configuration.ts';
import type { Settings } from '../settings/environment.ts';
import type { AssessorThread } from '../system/assessor.ts';
import { createChosenLanguages } from '../system/chosen-languages.ts';
import { createAlertWebhook } from '../system/alert-webhook.ts';
import { openConfiguredStore } from '../system/configured-store.ts';
import { describeFault } from '../system/fault.ts';
import { createReach, withKillPoints } from '../system/kill-points.ts';
import { createLog } from '../system/log.ts';
import { createMetrics } from '../system/metrics.ts';
import type { StoreIncident } from '../store/maintenance.ts';
import { createStoreIncidents } from '../system/store-incidents.ts';
import { createPseudonyms } from '../system/vault-pseudonyms.ts';
import { startWorkLoop } from '../system/work-loop.ts';
import { createStaffCopies } from '../discord/staff-copies.ts';
import { makeChangeSettings } from '../flows/settings/change-settings.ts';
import { createStaffTextGuard } from '../system/staff-text-guard.ts';
import { numbersToLeave } from './assessor-setup.ts';
import { askPatiently } from './ask-patiently.ts';
import { isServedOn, servedBy } from './served.ts';

/** What the program is given from outside besides its settings. */
export interface Surroundings {
  /** Discord has shut the bot out; the program is to end with this line. */
  readonly onFatal: (line: string) => void;
  /** Only a new start helps; the program is to end with this line and be started again. */
  readonly onBroken: (line: string) => void;
  /** For tests: the point at which to die. */
  readonly killAt: string | undefined;
  /** For tests: how long Discord recognises a nonce, milliseconds. */
  readonly nonceWindowMs?: number;
  readonly now: Clock;
  /** Begun before the rest of the program was loaded, as the files have the settings. */
  readonly assessorThread?: AssessorThread;
}

/** What every role stands on. */
export type Ground = Awaited<ReturnType<typeof openGround>>;

/** Somebody who presses a button is not kept waiting longer to hear who is on duty. */
const knownDutyLimitMs = 400;
/** How soon a process notices what a coordinator has changed, or paused, through another. The intake asks the store itself. */
const settingsCheckMs = secondMs;

/** Opens the store and the way to Discord. @throws SettingsRefused when something outside must be put right */
export async function openGround(settings: Settings, configuration: Configuration, around: Surroundings) {
  const { platform } = settings;
  if (platform.kind !== 'discord') throw new Error('the service needs a Discord-compatible server');
  const { now, onFatal, onBroken } = around;
  const { national } = configuration;
  const log = createLog(settings.logLevel);
  const metrics = createMetrics();
  const reach = createReach(around.killAt);

  const webhook = createAlertWebhook({ secret: settings.alertWebhookSecret, now });
  let isShutOut = false;
  /** Staff cannot be told in Discord any more: their own gateway is called before the program ends. */
  const shutOut = (line: string): void => {
    if (isShutOut) return;
    isShutOut = true;
    const hour = Math.floor(now() / hourMs);
    const calls = live.all().map((one) => webhook.report(one, { kind: 'shut-out' }, `shut-out:${one.id}:${hour}`));
    void Promise.allSettled(calls).then(() => {
      onFatal(line);
    });
  };

  const token = platform.token.reveal();
  let isLetIn = false;
  const onUnauthorised = (): void => {
    // Before it has been let in once, the one who asked says so.
    if (isLetIn) shutOut('DISCORD_TOKEN: Discord no longer accepts it; nothing can be sent until it is replaced');
  };
  const openRest = () =>
    createRest({
      onUnauthorised,
      token,
      perSecond: settings.requestsPerSecond,
      ...(platform.api ? { api: platform.api } : {}),
      onPostAnswered() {
        reach('after_post_sent');
      },
    });
  const rest = openRest();
  const asked = askPatiently((signal) => ownId(rest, signal), log);
  // Whoever opens the store first must not leave this answer to nobody.
  asked.catch(() => undefined);
  const incidents = createStoreIncidents();
  const onIncident = (incident: StoreIncident): void => {
    metrics.faults.inc({ part: 'store' });
    log.error(`store.${incident.kind}`, incident.kind === 'unreadable' ? { code: incident.record } : {});
    incidents.report(incident);
  };
  const opened = await openConfiguredStore(settings, now, onIncident, {
    holder: settings.workerName ?? hostname(),
    midMigration() {
      reach('mid_migration');
    },
  });
  const store = withKillPoints(opened, reach);
  const secret = await opened.pseudonymSecret();
  const botId = await asked;
  isLetIn = true;

  const served = servedBy(configuration, platform);
  if (served.length < configuration.configured.length) log.warn('configuration.invented-left-out');
  if (served.length === 0) log.warn('configuration.no-municipality');
  const live = makeLiveMunicipalities({
    store,
    configured: served,
    founding: configuration.founding.filter((place) => isServedOn(platform, place)),
    onDamaged(municipality, version) {
      metrics.faults.inc({ part: 'settings' });
      log.error('settings.damaged', { municipality, code: version });
    },
  });
  const configured = createDirectory(rest, live, now);
  const municipalities = makeApprovedMunicipalities({ now, store, municipalities: configured });
  const look = () => Promise.all([live.refresh(), municipalities.refresh()]);
  const onLookFault = (fault: unknown): void => {
    log.error('settings.fault', describeFault(fault));
  };
  await look().catch(onLookFault);
  const settingsCheck = startWorkLoop({
    step: look,
    idleMs: settingsCheckMs,
    onFault: onLookFault,
  });
  const presence = makePresence(store);

  return {
    settings,
    platform,
    token,
    now,
    national,
    log,
    metrics,
    reach,
    rest,
    openRest,
    botId,
    /** The store as it is; `store` dies where a test wants it to. */
    opened,
    store,
    /** Of the embedded store; undefined for a Redis. */
    storeFile: settings.store.kind === 'sqlite' ? settings.store.path : undefined,
    secret,
    pseudonyms: createPseudonyms(secret),
    live,
    /** As set up, whatever is approved. */
    configured,
    /** With what is approved at the moment. */
    municipalities,
    presence,
    settingChanges: makeChangeSettings({ now, store, live }),
    staffCopies: createStaffCopies(rest, (fault) => {
      log.warn('staff-copies.fault', describeFault(fault));
    }),
    chosenLanguages: createChosenLanguages(now),
    knownDuty: makeKnownDuty({ now, presence, limitMs: knownDutyLimitMs }),
    watch: createWatch(store, now),
    /** What the store has reported, from its opening on. */
    incidents,
    /** What everything staff write passes; it knows the names, schools and streets of every municipality that is served. */
    staffText: createStaffTextGuard(() => ({
      protectedNumbers: numbersToLeave(live.all(), national),
      ...redactorWords(live.all().map(({ redaction }) => redaction)),
    })),
    webhook,
    shutOut,
    onBroken,
    onUnauthorised,
    wants: (role: Settings['roles'][number]): boolean => settings.roles.includes(role),
    async close(): Promise<void> {
      await settingsCheck.stop();
      await opened.close();
    },
  };
}

/** The bot's own id, which proves the token. */
async function ownId(rest: REST, signal: AbortSignal): Promise<Snowflake> {
  const { id } = (await rest.get('/users/@me', { signal })) as { readonly id: string };
  if (isSnowflake(id)) return id;
  throw new Error('Discord gave a bot id that is no snowflake');
}
