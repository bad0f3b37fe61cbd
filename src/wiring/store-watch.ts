import { setTimeout as wait } from 'node:timers/promises';
import { dayMs, minuteMs, secondMs } from '../core/time.ts';
import type { StoreTrouble } from '../core/store-trouble.ts';
import { createStoreTroubleLedger } from '../flows/store-trouble-ledger.ts';
import { makeTellStoreTrouble } from '../flows/tell-store-trouble.ts';
import type { RunningRole } from '../roles/role.ts';
import type { StoreIncident } from '../store/maintenance.ts';
import { describeFault } from '../system/fault.ts';
import { monotonic } from '../system/monotonic.ts';
import { startWorkLoop } from '../system/work-loop.ts';
import type { Ground } from './ground.ts';
import type { SpeechWays } from './speech.ts';

const tellEveryMs = 5 * secondMs;
/** A file too large to be read at start is read soon after, and every file once a day. Source: RELIABILITY F-38. */
const firstReadMs = 10 * minuteMs;
const readEveryMs = dayMs;
const lookEveryMs = minuteMs;
/** Until then an erasure is written down in the Redis alone, and an old copy of that would undo it. */
const keepLedgerEveryMs = 2 * secondMs;
/** For those whose message goes down with the process to be told so. */
const lastWordsMs = 4 * secondMs;

/**
 * Makes sure that people hear of what is wrong with the store: notes it, tells staff and the municipality's gateway,
 * reads the store through once a day, and ends the process where only opening it anew helps.
 * @param giveUp tells whoever has written what is not stored yet
 */
export function watchStore(ground: Ground, { messenger }: SpeechWays, giveUp: () => Promise<void>): RunningRole {
  const { now, opened, municipalities, pseudonyms, log, metrics, incidents, wants, onBroken } = ground;
  const troubles = createStoreTroubleLedger(opened, now);
  const unnoted = new Map<string, StoreTrouble>();
  let isDamaged = false;
  let ending: Promise<void> | undefined;
  const onFault = (fault: unknown): void => {
    metrics.faults.inc({ part: 'store-watch' });
    log.error('store-watch.fault', describeFault(fault));
  };

  const noting = startWorkLoop({
    async step() {
      for (const [key, trouble] of unnoted) {
        await troubles.note(key, trouble);
        unnoted.delete(key);
      }
    },
    idleMs: tellEveryMs,
    onFault,
  });
  incidents.attend((incident) => {
    if (incident.kind === 'damaged' || incident.kind === 'replaced' || incident.kind === 'set-back') {
      const line = `${'file' in incident ? incident.file : 'STORE_URL'}: ${endedBy[incident.kind]}; the program ends so that it is opened anew`;
      ending ??= Promise.race([giveUp().catch(onFault), wait(lastWordsMs)]).then(() => {
        onBroken(line);
      });
      return;
    }
    const { key, trouble } = troubleOf(incident, now());
    unnoted.set(key, trouble);
    noting.wake();
  });

  const keeping = startWorkLoop({
    step: () => opened.keepLedger(),
    idleMs: keepLedgerEveryMs,
    onFault,
  });
  const stopNoting = async (): Promise<void> => {
    await Promise.all([keeping.stop(), noting.stop()]);
  };

  if (!wants('worker')) return { missing: () => [], stop: stopNoting };

  const telling = startWorkLoop({
    step: makeTellStoreTrouble({ troubles, municipalities, messenger, pseudonyms }),
    idleMs: tellEveryMs,
    onFault,
  });
  let readAt = monotonic() + firstReadMs;
  const reading = startWorkLoop({
    async step() {
      if (monotonic() < readAt) return;
      readAt = monotonic() + readEveryMs;
      const sound = await opened.isSound();
      log.info('store.read-through', { code: sound ? 'sound' : 'damaged' });
      if (sound || isDamaged) return;
      isDamaged = true;
      metrics.faults.inc({ part: 'store' });
      unnoted.set(`damaged:${now()}`, { kind: 'damaged' });
      noting.wake();
    },
    idleMs: lookEveryMs,
    onFault,
  });
  return {
    missing: () => (isDamaged ? ['store: damage was found'] : []),
    async stop() {
      await Promise.all([reading.stop(), telling.stop(), stopNoting()]);
    },
  };
}

const endedBy = {
  damaged: 'the database is damaged',
  replaced: 'another file lies in its place',
  'set-back': 'an old copy was put back',
} as const;

type NotedIncident = Exclude<StoreIncident, { kind: 'damaged' | 'replaced' | 'set-back' }>;

/** What people are told, and what it is told once by: a record that cannot be read is met again every minute. */
function troubleOf(incident: NotedIncident, at: number): { readonly key: string; readonly trouble: StoreTrouble } {
  switch (incident.kind) {
    case 'set-aside':
    case 'found-empty':
      return { key: `${incident.kind}:${at}`, trouble: { kind: incident.kind } };
    case 'restored':
      return {
        key: `restored:${incident.at}`,
        trouble: { kind: incident.from === 'nothing' ? 'found-empty' : 'restored' },
      };
    case 'unreadable': {
      const { record, id } = incident;
      return { key: `unreadable:${record}:${id}`.slice(0, 100), trouble: { kind: 'unreadable', record } };
    }
  }
}
