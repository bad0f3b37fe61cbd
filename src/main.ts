import { configurationExitCode, faultLine } from './settings/fault.ts';
import type { SettingsFault } from './settings/fault.ts';
import { readEnvironment } from './settings/environment.ts';
import type { Settings } from './settings/environment.ts';
import type { Clock } from './ports.ts';
import { followClock, systemClock } from './system/clock.ts';
import { loadCheckedConfiguration } from './cli/checked-configuration.ts';
import { SettingsRefused } from './settings/refused.ts';
import type { Service } from './app.ts';
import { secondMs } from './core/time.ts';
import { PieceFault } from './discord/piece-fault.ts';
import type { Configuration } from './settings/configuration.ts';
import { loadAssessorThread } from './system/assessor.ts';
import type { AssessorThread } from './system/assessor.ts';
import { killAtIn } from './system/kill-points.ts';
import { assessorSetup } from './wiring/assessor-setup.ts';
import { servedBy } from './wiring/served.ts';

/** Source: sysexits.h, EX_SOFTWARE. */
const brokenProgramExitCode = 70;
/** How long a stop may take before it is cut short. Source: RELIABILITY F-48. */
const drainLimitMs = 10 * secondMs;

/** One line per fault on standard error, and the exit code for a configuration that cannot be used. */
function refuse(faults: readonly SettingsFault[]): never {
  for (const fault of faults) process.stderr.write(`${faultLine(fault)}\n`);
  process.exit(configurationExitCode);
}

/** Runs the program against Discord, or a Discord-compatible server, until it is told to stop. */
export async function main(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = readEnvironment(environment);
  if (!settings.ok) refuse(settings.faults);
  const configuration = await loadCheckedConfiguration(settings.value.configDir);
  if (!configuration.ok) refuse(configuration.faults);

  const thread = threadFor(settings.value, configuration.value);
  // The rest of the program is loaded while the thread loads its lists.
  const { startService } = await import('./app.ts');
  let service: Service;
  try {
    service = await startService(settings.value, configuration.value, {
      onFatal(what) {
        process.stderr.write(`${what}\n`);
        process.exit(configurationExitCode);
      },
      onBroken(what) {
        process.stderr.write(`${what}\n`);
        process.exit(brokenProgramExitCode);
      },
      killAt: killAtIn(environment, settings.value.mode),
      ...nonceWindowFor(settings.value.mode, environment['NONCE_WINDOW_MS']),
      now: await clockFor(settings.value, environment),
      ...thread,
    });
  } catch (fault) {
    if (fault instanceof SettingsRefused) refuse(fault.faults);
    if (fault instanceof PieceFault) {
      process.stderr.write(`${fault.message}\n`);
      process.exit(brokenProgramExitCode);
    }
    throw fault;
  }
  stopOnSignal(service);
  // Whoever started this as a child process hears that it is up.
  process.send?.({ operationsPort: service.operationsPort });
}

function threadFor(settings: Settings, configuration: Configuration): { readonly assessorThread?: AssessorThread } {
  if (!settings.roles.includes('worker')) return {};
  const served = servedBy(configuration, settings.platform).map(({ municipality }) => municipality);
  return { assessorThread: loadAssessorThread(assessorSetup(served, configuration.national)) };
}

/** The machine's clock; in the sandbox the one a visitor can move. */
const clockFor = async ({ platform }: Settings, environment: NodeJS.ProcessEnv): Promise<Clock> => {
  const url = environment['SANDBOX_CLOCK_URL'];
  return url && platform.kind === 'discord' && platform.api ? followClock(url) : systemClock;
};

/** The first signal drains; a second one ends at once. */
function stopOnSignal(service: Service): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), drainLimitMs).unref();
    service.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Tests shorten what Discord's documentation calls «a few minutes». */
const nonceWindowFor = (mode: Settings['mode'], given: string | undefined): { nonceWindowMs?: number } =>
  mode === 'test' && given !== undefined && /^\d{1,6}$/.test(given) ? { nonceWindowMs: Number(given) } : {};
