import { createHash } from 'node:crypto';
import { Cluster, Redis } from 'ioredis';
import type { RedisOptions } from 'ioredis';
import { StoreFault } from '../../ports.ts';
import type { RedisAddress } from './address.ts';
import { toFault } from './faults.ts';

type Argument = string | Buffer;
type Client = Redis | Cluster;

/**
 * Down or slow must be known at once, so that the intake can say so: nothing is queued for later and nothing is sent
 * twice behind our back. Source: RELIABILITY F-29 and finding 11.
 */
const failFast = {
  commandTimeout: 800,
  connectTimeout: 2_000,
  maxRetriesPerRequest: 1,
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  lazyConnect: true,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, 1_000),
} as const satisfies RedisOptions;

/** How long a replica may take to confirm a write, milliseconds. Less than the command's own limit. */
const replicaTimeoutMs = 500;

function makeClient(address: RedisAddress): Client {
  const { username, password } = address;
  const login = { ...(username ? { username } : {}), ...(password ? { password } : {}) };
  switch (address.kind) {
    case 'single':
      return new Redis({
        ...failFast,
        ...login,
        ...address.node,
        db: address.database,
        ...(address.tls ? { tls: {} } : {}),
      });
    case 'sentinel':
      return new Redis({
        ...failFast,
        ...login,
        sentinels: [...address.nodes],
        name: address.master,
        db: address.database,
      });
    case 'cluster':
      return new Cluster([...address.nodes], {
        lazyConnect: true,
        enableOfflineQueue: false,
        redisOptions: { ...login, commandTimeout: failFast.commandTimeout, connectTimeout: failFast.connectTimeout },
        clusterRetryStrategy: failFast.retryStrategy,
      });
  }
}

/** One client, scripts by their digest, faults in the port's words. */
export class RedisConnection {
  readonly prefix: string;
  readonly #client: Client;
  readonly #replicas: number;
  readonly #digests = new Map<string, string>();

  private constructor(client: Client, prefix: string, replicas: number) {
    this.#client = client;
    this.prefix = prefix;
    this.#replicas = replicas;
  }

  static async open(address: RedisAddress): Promise<RedisConnection> {
    const client = makeClient(address);
    // Every fault reaches the caller of a command; without a listener the driver would print it.
    client.on('error', () => undefined);
    try {
      await client.connect();
    } catch (error) {
      client.disconnect();
      throw new StoreFault('unavailable', { cause: new Error(error instanceof Error ? error.name : 'unknown') });
    }
    return new RedisConnection(client, `{${address.prefix}}`, address.replicas);
  }

  /** Runs a script as one step. Answers are numbers, `null`, buffers and arrays of them. */
  async run(script: string, ...values: readonly (Argument | Uint8Array | number)[]): Promise<unknown> {
    const sent = values.map((value) =>
      typeof value === 'string' ? value : typeof value === 'number' ? String(value) : Buffer.from(value),
    );
    try {
      return await this.#sendConfirmed('EVALSHA', this.#digest(script), '1', this.prefix, ...sent);
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw toFault(error);
    }
    return this.#faulting(() => this.#sendConfirmed('EVAL', script, '1', this.prefix, ...sent));
  }

  /** One plain command on the key with this name under the prefix. */
  async call(command: string, key: string, ...values: readonly Argument[]): Promise<unknown> {
    return this.#faulting(() => this.#client.callBuffer(command, [`${this.prefix}:${key}`, ...values]));
  }

  /** Asks every server that may hold the data. */
  async everyServer<T>(ask: (server: Redis) => Promise<T>): Promise<readonly T[]> {
    const servers = this.#client instanceof Cluster ? this.#client.nodes('master') : [this.#client];
    return this.#faulting(() => Promise.all(servers.map(ask)));
  }

  async close(): Promise<void> {
    if (this.#client.status !== 'ready') {
      this.#client.disconnect();
      return;
    }
    try {
      await this.#client.quit();
    } catch {
      this.#client.disconnect();
    }
  }

  #digest(script: string): string {
    const known = this.#digests.get(script);
    if (known) return known;
    const digest = createHash('sha1').update(script).digest('hex');
    this.#digests.set(script, digest);
    return digest;
  }

  /**
   * Both commands leave in one go on one connection: a connection made anew between them would ask the wrong server, and
   * be told that all is well.
   */
  async #sendConfirmed(command: string, ...values: readonly Argument[]): Promise<unknown> {
    const sent = this.#client.callBuffer(command, [...values]);
    if (this.#replicas === 0) return sent;
    const waited = this.#client.call('WAIT', String(this.#replicas), String(replicaTimeoutMs));
    const [answer, confirmed] = await Promise.all([sent, waited]);
    if (Number(confirmed) < this.#replicas) throw new StoreFault('unavailable', { cause: new Error('no replica') });
    return answer;
  }

  async #faulting<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toFault(error);
    }
  }
}
