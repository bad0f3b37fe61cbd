import { randomBytes } from 'node:crypto';
import type { GatewaySessionView } from '../control-api.ts';
import type { Connection } from './connection.ts';
import { wants } from './intents.ts';
import { GatewayIntentBits as I } from '../discord-codes.ts';
import type { Dispatch } from './dispatches.ts';

/** Events kept for replay; a client further behind must identify anew. */
const MOST_KEPT = 60_000;

/** One session of the bot: outlives its connection for a while and replays what was missed. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: readonly [number, number];
  readonly identifiedAt: string;
  connection: Connection | null;
  resumes = 0;
  #sequence = 0;
  /** Kept payloads; the first has sequence `#firstKept`. */
  #kept: string[] = [];
  #firstKept = 1;
  #expiry: NodeJS.Timeout | null = null;

  constructor(given: {
    intents: number;
    shard: readonly [number, number];
    identifiedAt: string;
    connection: Connection;
  }) {
    this.intents = given.intents;
    this.shard = given.shard;
    this.identifiedAt = given.identifiedAt;
    this.connection = given.connection;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** True when the event is on this session's shard and one of its intents lets it through. */
  hears({ intents, guildId }: Pick<Dispatch, 'intents' | 'guildId'>): boolean {
    const [shard, count] = this.shard;
    const home = guildId === null ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(count));
    return home === shard && wants(this.intents, intents);
  }

  readsContent(): boolean {
    return wants(this.intents, I.MessageContent);
  }

  /** Numbers the event, keeps it for replay, and sends it when somebody is connected. @param body JSON of `d` */
  dispatch(t: string, body: string): void {
    this.#sequence += 1;
    const payload = `{"t":"${t}","s":${this.#sequence},"op":0,"d":${body}}`;
    // What greets a connection is not replayed on the next one.
    this.#kept.push(t === 'READY' || t === 'RESUMED' ? '' : payload);
    if (this.#kept.length > MOST_KEPT * 1.2) {
      const dropped = this.#kept.length - MOST_KEPT;
      this.#kept = this.#kept.slice(dropped);
      this.#firstKept += dropped;
    }
    this.connection?.send(payload);
  }

  /** Whether everything after this sequence is still there. */
  canReplayFrom(sequence: number): boolean {
    return sequence + 1 >= this.#firstKept;
  }

  /** Sends again what came after `sequence`, and `overlap` events before it. */
  replayFrom(sequence: number, overlap: number): void {
    const start = Math.max(0, sequence - this.#firstKept + 1 - overlap);
    for (const payload of this.#kept.slice(start)) {
      if (payload !== '') this.connection?.send(payload);
    }
  }

  expireAfter(ms: number, forget: () => void): void {
    this.stay();
    this.#expiry = setTimeout(forget, ms);
    this.#expiry.unref();
  }

  stay(): void {
    if (this.#expiry !== null) clearTimeout(this.#expiry);
    this.#expiry = null;
  }

  view(): GatewaySessionView {
    return {
      id: this.id,
      connected: this.connection !== null,
      intents: this.intents,
      sequence: this.#sequence,
      shard: this.shard,
      identifiedAt: this.identifiedAt,
      resumes: this.resumes,
      muted: this.connection?.muted ?? false,
    };
  }
}
