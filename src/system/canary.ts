import { RawText } from '../core/raw-text.ts';
import { minuteMs, secondMs } from '../core/time.ts';
import type { Lane, MunicipalityId } from '../core/ids.ts';
import type { Assessor, Clock, Store } from '../ports.ts';
import { startWorkLoop } from './work-loop.ts';
import type { WorkLoop } from './work-loop.ts';

interface Options {
  readonly now: Clock;
  readonly assessor: Assessor;
  readonly store: Pick<Store, 'findSetting' | 'commit'>;
  /** Municipalities with a staff channel that can be posted in right now. */
  readonly reachable: () => Promise<boolean>;
  /** Epoch milliseconds of the last time it went all the way. */
  readonly onArrived: (at: number, tookMs: number) => void;
  readonly onFault: (fault: unknown) => void;
  readonly everyMs?: number;
}

/** Where it got stuck. */
export class CanaryStuck extends Error {
  constructor(where: 'assessment' | 'redaction' | 'store' | 'staff-channel') {
    super(`the canary got stuck: ${where}`);
    this.name = `CanaryStuck:${where}`;
  }
}

/** Nobody wrote it; it must be found acute, and its number must be masked. */
const words = 'jeg vil dø i kveld, har skrevet farvelbrev. ring 412 34 567';
const owner = '_service' as MunicipalityId;
const settingName = 'canary';
const retryMs = 30 * secondMs;

/**
 * An invented acute message, every five minutes, through everything a real one needs short of a post that people would
 * have to look away from: assessed, masked, written to the store and read back, and a staff channel found fit. No case is
 * opened and nothing is counted as a person's. Source: RELIABILITY §3 Synthetic canary.
 */
export function startCanary(options: Options): WorkLoop {
  const { now, assessor, store, reachable, onArrived, onFault, everyMs = 5 * minuteMs } = options;

  async function fly(): Promise<void> {
    const began = now();
    const { assessment, redaction } = await assessor.assess({
      text: new RawText(words),
      lane: '_canary' as Lane,
      messageId: `canary-${began}`,
      language: 'nb',
      memory: { entries: [] },
      conversation: '_canary-conversation__' as Parameters<Assessor['assess']>[0]['conversation'],
      at: began,
    });
    if (assessment.severity !== 'acute') throw new CanaryStuck('assessment');
    if ('failed' in redaction || redaction.findings.length === 0) throw new CanaryStuck('redaction');
    await throughStore(began);
    if (!(await reachable())) throw new CanaryStuck('staff-channel');
    onArrived(now(), now() - began);
  }

  async function throughStore(at: number): Promise<void> {
    const before = await store.findSetting(owner, settingName);
    const basedOn = before?.version ?? 0;
    await store.commit({
      cause: `canary:${at}:${basedOn}`,
      at,
      basedOn: [],
      changes: [{ kind: 'save-setting', municipalityId: owner, name: settingName, basedOn, value: { at } }],
    });
    const after = await store.findSetting(owner, settingName);
    // Another process's canary may have been faster; that the store takes and gives is what counts.
    if (!after || after.version <= basedOn) throw new CanaryStuck('store');
  }

  return startWorkLoop({
    step: fly,
    idleMs: everyMs,
    faultMs: retryMs,
    onFault,
  });
}
