/** One kind of work, done until there is none, then waited for. */
export interface WorkLoop {
  /** There may be work: look now instead of at the next turn. */
  wake(): void;
  /** Takes no more work and resolves when what was begun is done. */
  stop(): Promise<void>;
}

interface WorkLoopOptions {
  /** Does one piece of work; false when there was none. */
  readonly step: () => Promise<boolean>;
  /** How long to wait when there was no work, milliseconds. */
  readonly idleMs: number;
  /** How many pieces at a time. */
  readonly concurrency: number;
  /** A step failed; the loop goes on after `faultMs`. */
  readonly onFault: (fault: unknown) => void;
  readonly faultMs?: number;
}

/** Runs `step` over and over. A failing step never ends the loop. */
export function startWorkLoop({ step, idleMs, concurrency, onFault, faultMs = 500 }: WorkLoopOptions): WorkLoop {
  let stopping = false;
  /** Counts wakes, so that one that comes while a step looks is not lost. */
  let wakes = 0;
  const sleepers = new Set<() => void>();

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        sleepers.delete(done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      sleepers.add(done);
    });

  const lane = async (): Promise<void> => {
    while (!stopping) {
      const seen = wakes;
      const worked = await step().catch(async (fault: unknown) => {
        onFault(fault);
        await sleep(faultMs);
        return true;
      });
      if (!worked && wakes === seen) await sleep(idleMs);
    }
  };
  const wake = (): void => {
    wakes += 1;
    for (const done of [...sleepers]) done();
  };
  const lanes = Array.from({ length: concurrency }, lane);

  return {
    wake,
    async stop() {
      stopping = true;
      wake();
      await Promise.all(lanes);
    },
  };
}
