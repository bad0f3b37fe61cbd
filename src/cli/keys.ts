import { readEnvironment } from '../settings/environment.ts';
import type { Settings } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { StoreFault } from '../ports.ts';
import type { OpenedStore } from '../store/open-store.ts';
import { openStore } from '../store/open-store.ts';
import { makeFindLeave } from '../flows/settings/find-leave.ts';
import { systemClock } from '../system/clock.ts';
import { openKeyring, placeOf } from '../system/configured-store.ts';
import { createReach, killAtIn, withKillPoints } from '../system/kill-points.ts';
import { loadCheckedConfiguration } from './checked-configuration.ts';
import type { Terminal } from './terminal.ts';

const needsTwo =
  'two persons must agree first: one presses «Be om bytte av nøkkel» in /oppsett, another confirms within 24 hours\n';
const usageExitCode = 64;
const usage = `usage: utekontakt keys count    how many data keys each master key wraps
       utekontakt keys rotate   move them all to MASTER_KEY; the old one stands in MASTER_KEY_PREVIOUS
`;

/** Data keys moved in one transaction: short enough that alerts do not wait. */
const stepKeys = 200;

/**
 * `utekontakt keys count` and `utekontakt keys rotate`. The service may run meanwhile when it knows both keys. Stopping
 * half-way is harmless: the next run goes on.
 * @returns 0; 1 when nobody has agreed to it; 64 for another use; 78 for a wrong key or configuration
 */
export async function keys(args: readonly string[], { environment, out, err }: Terminal): Promise<number> {
  const [task] = args;
  if ((task !== 'count' && task !== 'rotate') || args.length > 1) {
    err(usage);
    return usageExitCode;
  }
  const settings = readEnvironment(environment);
  const configuration = settings.ok ? await loadCheckedConfiguration(settings.value.configDir) : settings;
  if (!settings.ok || !configuration.ok) {
    for (const fault of configuration.ok ? [] : configuration.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  try {
    const reach = createReach(killAtIn(environment, settings.value.mode));
    const store = withKillPoints(await open(settings.value), reach);
    try {
      if (task === 'rotate') {
        const { configured } = configuration.value;
        const municipalities = configured.map(({ municipality }) => municipality);
        if ((await makeFindLeave({ now: systemClock, store })(municipalities, 'keys.rotate')) === 'needed') {
          err(needsTwo);
          return 1;
        }
        await rotate(store, out);
      }
      for (const [kid, count] of Object.entries(await store.countKeys())) out(`${kid}  ${count} data keys\n`);
    } finally {
      await store.close();
    }
    return 0;
  } catch (fault) {
    if (!(fault instanceof SettingsRefused) && !(fault instanceof StoreFault)) throw fault;
    err(`${fault.message}\n`);
    return configurationExitCode;
  }
}

const open = (settings: Settings): Promise<OpenedStore> =>
  openStore({ ...placeOf(settings), keyring: openKeyring(settings), clock: systemClock });

async function rotate(store: OpenedStore, out: Terminal['out']): Promise<void> {
  for (let left = 1; left > 0;) {
    const step = await store.rotateKeys(stepKeys);
    left = step.left;
    out(`moved ${step.moved}, left ${left}\n`);
  }
}
