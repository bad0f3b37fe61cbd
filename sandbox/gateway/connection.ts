import type { WebSocket } from 'ws';
import type { Session } from './session.ts';

/** One WebSocket of the bot. */
export class Connection {
  readonly #socket: WebSocket;
  session: Session | null = null;
  /** Nothing goes out any more, not even heartbeat ACKs. */
  muted = false;
  /** Monotonic milliseconds of the last heartbeat, or of HELLO. */
  lastBeatAt: number;
  /** Payloads received in the present minute. */
  #received: { count: number; since: number };

  constructor(socket: WebSocket, now: number) {
    this.#socket = socket;
    this.lastBeatAt = now;
    this.#received = { count: 0, since: now };
  }

  send(payload: string): void {
    if (!this.muted && this.#socket.readyState === this.#socket.OPEN) this.#socket.send(payload);
  }

  /** Counts a payload. @returns false above 120 in 60 seconds */
  mayReceive(now: number): boolean {
    if (now - this.#received.since > 60_000) this.#received = { count: 0, since: now };
    this.#received.count += 1;
    return this.#received.count <= 120;
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }

  /** Cuts the socket without a close frame. */
  drop(): void {
    this.#socket.terminate();
  }
}
