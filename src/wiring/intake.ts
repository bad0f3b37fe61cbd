import type { APIMessage } from 'discord-api-types/v10';
import type { InboundMessage } from '../core/inbound.ts';
import { isUnauthorised, refusalOf } from '../discord/refusal.ts';
import { startIntakes } from '../roles/intake.ts';
import type { IntakeRole } from '../roles/intake.ts';
import { makeTellNotReceived } from '../flows/tell-not-received.ts';
import type { NotReceived } from '../flows/tell-not-received.ts';
import { loadAssessorThread, startAssessor } from '../system/assessor.ts';
import type { RunningAssessor } from '../system/assessor.ts';
import { monotonic } from '../system/monotonic.ts';
import { assessorSetup } from './assessor-setup.ts';
import type { Ground } from './ground.ts';
import type { SpeechWays } from './speech.ts';

/** Source: RELIABILITY F-57. */
const assessmentLimitMs = 250;

/** What takes direct messages in. */
export function startIntakeRole(ground: Ground, speech: SpeechWays, onAccepted: () => void): IntakeRole {
  const { paced } = speech;
  const { settings, token, botId, openRest, now, store, watch, pseudonyms, log, metrics, reach, shutOut } = ground;
  const telling = tellingNotReceived(ground, speech);
  const intakes = startIntakes({
    count: settings.intakes,
    name: settings.intakeName,
    token,
    botId,
    rest: openRest(),
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
    onHeldUp: (waiting) => telling.tell(waiting),
    onRelieved() {
      telling.over();
    },
    onFatal(fatal) {
      shutOut(`DISCORD_TOKEN: Discord refuses the gateway (${fatal})`);
    },
    log,
    metrics,
  });
  return {
    up: intakes.up,
    missing: () => intakes.missing(),
    giveUp: () => intakes.giveUp(),
    async stop() {
      await intakes.stop();
      await telling.close();
    },
  };
}

/** The means to tell, made when they are first needed: an outage is rare, and the lists of words are large. */
function tellingNotReceived(ground: Ground, { messenger }: SpeechWays): NotReceived & { close(): Promise<void> } {
  const { now, configured, live, national, pseudonyms, metrics, log } = ground;
  /** As far as memory knows it: the store cannot be asked now. */
  const municipalities = {
    candidates: async (inbound: InboundMessage) => {
      const found = await configured.candidates(inbound);
      return found.flatMap(({ id }) => ground.municipalities.find(id) ?? []);
    },
  };
  let assessor: RunningAssessor | undefined;
  let made: NotReceived | undefined;
  const make = (): NotReceived => {
    assessor = startAssessor({
      pseudonyms,
      first: loadAssessorThread(assessorSetup(live.all(), national)),
      limitMs: assessmentLimitMs,
      onFault(reason) {
        metrics.notAssessed.inc({ reason });
        log.error('assessor.fault', { code: reason });
      },
    });
    return makeTellNotReceived({ now, assessor, municipalities, messenger, pseudonyms });
  };
  return {
    async tell(waiting) {
      log.error('intake.not-storing', { count: waiting.length });
      made ??= make();
      await made.tell(waiting);
    },
    over() {
      log.info('intake.storing');
      made?.over();
    },
    async close() {
      await assessor?.close();
    },
  };
}
