import type { ClockView } from './control-api.ts';

/** The sandbox's time: real time plus an offset that people may move. Epoch milliseconds, UTC. */
export class SandboxClock {
  #offsetMs = 0;

  now(): number {
    return Date.now() + this.#offsetMs;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  move(offsetMs: number): void {
    this.#offsetMs = Math.trunc(offsetMs);
  }

  moveTo(now: number): void {
    this.move(now - Date.now());
  }

  view(): ClockView {
    return { offsetMs: this.#offsetMs, now: this.iso() };
  }
}
