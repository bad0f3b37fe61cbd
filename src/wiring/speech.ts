import { createDiscordMessenger } from '../discord/create-messenger.ts';
import { describeFault } from '../system/fault.ts';
import { messengerWithKillPoints } from '../system/kill-points.ts';
import { monotonic } from '../system/monotonic.ts';
import type { Ground } from './ground.ts';

export type SpeechWays = ReturnType<typeof openSpeech>;

/** Everything that speaks to Discord unprompted, on one budget. */
export function openSpeech(ground: Ground) {
  const { rest, openRest, botId, now, national, settings, log, metrics, webhook, onUnauthorised, reach } = ground;
  const { messenger, paced, channels } = createDiscordMessenger({
    rest,
    spareRest: openRest(),
    botId,
    now,
    monotonic,
    contacts: national,
    webhook,
    perSecond: settings.requestsPerSecond,
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
  return { messenger: messengerWithKillPoints(messenger, reach), paced, channels };
}
