import type { APIMessage } from 'discord-api-types/v10';
import { isUnauthorised, refusalOf } from '../discord/refusal.ts';
import { startIntakes } from '../roles/intake.ts';
import type { RunningRole } from '../roles/role.ts';
import { monotonic } from '../system/monotonic.ts';
import type { Ground } from './ground.ts';
import type { SpeechWays } from './speech.ts';

/** What takes direct messages in. */
export function startIntakeRole(ground: Ground, { paced }: SpeechWays, onAccepted: () => void): Promise<RunningRole> {
  const { settings, token, botId, rest, now, store, watch, pseudonyms, log, metrics, reach, onFatal } = ground;
  return startIntakes({
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
    onAccepted,
    onFatal(fatal) {
      onFatal(`DISCORD_TOKEN: Discord refuses the gateway (${fatal})`);
    },
    log,
    metrics,
  });
}
