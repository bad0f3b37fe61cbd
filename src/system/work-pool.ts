import type { WorkLoop } from './work-loop.ts';

interface WorkPoolOptions<Piece> {
  /** Takes at most `limit` pieces of what is due; fewer when there are not so many. */
  readonly claim: (limit: number) => Promise<readonly Piece[]>;
  readonly run: (piece: Piece) => Promise<void>;
  /** How many pieces at a time. */
  readonly width: number;
  /** How long to wait when there was nothing, milliseconds. */
  readonly idleMs: number;
  readonly onFault: (fault: unknown) => void;
  /** After a claim that failed, milliseconds. */
  readonly faultMs?: number;
}

/** Keeps up to `width` pieces of work going; a slow one holds nobody up but itself. A failing one never ends the pool. */
export function startWorkPool<Piece>(options: WorkPoolOptions<Piece>): WorkLoop {
  const { claim, run, width, idleMs, onFault, faultMs = 500 } = options;
  const going = new Set<Promise<void>>();
  let stopping = false;
  /** Something happened since the last look. */
  let stirred = false;
  let rouse: (() => void) | undefined;

  const wake = (): void => {
    stirred = true;
    rouse?.();
  };
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(done, ms);
      function done(): void {
        clearTimeout(timer);
        rouse = undefined;
        resolve();
      }
      if (stirred) done();
      else rouse = done;
    });

  const begin = (piece: Piece): void => {
    const work = run(piece)
      .catch(onFault)
      .finally(() => {
        going.delete(work);
        // What waited behind this piece may be due now.
        wake();
      });
    going.add(work);
  };

  const look = async (): Promise<void> => {
    while (!stopping) {
      stirred = false;
      const room = width - going.size;
      if (room > 0) {
        try {
          const pieces = await claim(room);
          pieces.forEach(begin);
          if (pieces.length === room) continue;
        } catch (fault) {
          onFault(fault);
          stirred = false;
          await rest(faultMs);
          continue;
        }
      }
      await rest(idleMs);
    }
  };
  const looking = look();

  return {
    wake,
    async stop() {
      stopping = true;
      wake();
      await looking;
      await Promise.all(going);
    },
  };
}
