/** One kind of work, done until there is none, then waited for. */
export interface WorkLoop {
  /** There may be work: look now instead of at the next turn. */
  wake(): void;
  /** Takes no more work and resolves when what was begun is done. */
  stop(): Promise<void>;
}

interface WorkLoopOptions {
  /** Does what there is to do; true when there may be more at once. */
  readonly step: () => Promise<unknown>;
  /** How long to wait when there was no more, milliseconds. */
  readonly idleMs: number;
  /** A step failed; the loop goes on after `faultMs`. */
  readonly onFault: (fault: unknown) => void;
  readonly faultMs?: number;
}

/** Runs `step` over and over. A failing step never ends the loop. */
export function startWorkLoop({ step, idleMs, onFault, faultMs = 500 }: WorkLoopOptions): WorkLoop {
  let stopping = false;
  /** Counts wakes, so that one that comes while a step looks is not lost. */
  let wakes = 0;
  let endSleep = (): void => undefined;

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const run = async (): Promise<void> => {
    while (!stopping) {
      const seen = wakes;
      const mayBeMore = await step().catch(async (fault: unknown) => {
        onFault(fault);
        await sleep(faultMs);
        return true;
      });
      if (mayBeMore !== true && wakes === seen) await sleep(idleMs);
    }
  };
  const wake = (): void => {
    wakes += 1;
    endSleep();
  };
  const running = run();

  return {
    wake,
    async stop() {
      stopping = true;
      wake();
      await running;
    },
  };
}
