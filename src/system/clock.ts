import { secondMs } from '../core/time.ts';
import type { Clock } from '../ports.ts';

/** The machine's clock, in epoch milliseconds. */
export const systemClock: Clock = () => Date.now();

/** How soon a clock that was moved is noticed. */
const lookEveryMs = secondMs;

/**
 * The sandbox's clock, which a visitor can move: the machine's clock and an offset read from `url` every second. Keeps
 * the last offset when it cannot be read. Never keeps the process alive.
 */
export async function followClock(url: string): Promise<Clock> {
  let offsetMs = 0;
  const look = async (): Promise<void> => {
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(lookEveryMs) });
      const { offsetMs: told } = (await response.json()) as { readonly offsetMs?: unknown };
      if (typeof told === 'number' && Number.isFinite(told)) offsetMs = told;
    } catch {
      // The sandbox is busy or gone; the time it last told goes on.
      return;
    }
  };
  await look();
  setInterval(() => void look(), lookEveryMs).unref();
  return () => Date.now() + Math.round(offsetMs);
}
