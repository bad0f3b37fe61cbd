import { setTimeout as wait } from 'node:timers/promises';
import { isUnauthorised } from '../discord/refusal.ts';
import { secondMs } from '../core/time.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { describeFault } from '../system/fault.ts';
import type { Log } from '../system/log.ts';

const firstWaitMs = 100;
const longestWaitMs = 30 * secondMs;

/**
 * Asks Discord until it answers: an outage is waited for. A question that hangs is given up, the first after a second.
 * @throws SettingsRefused when the token is not accepted
 */
export async function askPatiently<Answer>(ask: (signal: AbortSignal) => Promise<Answer>, log: Log): Promise<Answer> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, longestWaitMs)) {
    try {
      return await ask(AbortSignal.timeout(waitMs * 10));
    } catch (cause) {
      if (isUnauthorised(cause)) throw new SettingsRefused('DISCORD_TOKEN', 'Discord does not accept it', { cause });
      log.warn('discord.unreachable', describeFault(cause));
      await wait(waitMs);
    }
  }
}
