import { isSnowflake } from '../core/ids.ts';
import type { MunicipalityId } from '../core/ids.ts';
import { makeUnlink } from '../flows/desk/sign-in.ts';
import { StoreFault } from '../ports.ts';
import { readEnvironment } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { openStore } from '../store/open-store.ts';
import { systemClock } from '../system/clock.ts';
import { openKeyring, placeOf } from '../system/configured-store.ts';
import type { Terminal } from './terminal.ts';

const usageExitCode = 64;
const usage = `usage: utekontakt sign-in part MUNICIPALITY DISCORD-USER-ID   part a staff member from a sign-in they no longer have
`;

/**
 * `utekontakt sign-in part`: the next one-time link joins the account in Discord to whoever signs in then.
 * @returns 0; 1 when there was nothing to part; 64 for another use; 78 for a wrong key or configuration
 */
export async function signIn(args: readonly string[], { environment, out, err }: Terminal): Promise<number> {
  const [task, municipalityId = '', staffId = ''] = args;
  if (task !== 'part' || !isSnowflake(staffId) || args.length > 3) {
    err(usage);
    return usageExitCode;
  }
  const settings = readEnvironment(environment);
  if (!settings.ok) {
    for (const fault of settings.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  try {
    const { value } = settings;
    const store = await openStore({ ...placeOf(value), keyring: openKeyring(value), clock: systemClock });
    try {
      const parted = await makeUnlink({ now: systemClock, store })(municipalityId as MunicipalityId, staffId);
      out(parted ? 'parted\n' : 'there was nothing to part\n');
      return parted ? 0 : 1;
    } finally {
      await store.close();
    }
  } catch (fault) {
    if (!(fault instanceof SettingsRefused) && !(fault instanceof StoreFault)) throw fault;
    err(`${fault.message}\n`);
    return configurationExitCode;
  }
}
