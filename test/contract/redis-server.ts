import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import type { RedisStore, RedisStoreOptions } from '../../src/store/redis/redis-store.ts';
import { noon } from './samples.ts';
import { keyring } from './store-contract.ts';
import type { Ground } from './store-contract.ts';

/** Whether a Redis can be started here. CI says that it must be. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;
if (!hasRedis && process.env['REQUIRE_REDIS'] === '1')
  throw new Error('REQUIRE_REDIS=1, and no redis-server was found');

/** What production demands. */
export const safeSettings = ['--appendonly', 'yes', '--appendfsync', 'always', '--aof-load-truncated', 'no'];

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

/** A real server of our own, on a free port and in a folder of its own. */
export class RedisServer {
  readonly port: number;
  readonly folder: string;
  readonly #settings: readonly string[];
  #process: ChildProcess | undefined;

  private constructor(port: number, folder: string, settings: readonly string[]) {
    this.port = port;
    this.folder = folder;
    this.#settings = settings;
  }

  static async start(settings: readonly string[] = safeSettings): Promise<RedisServer> {
    const server = new RedisServer(await freePort(), mkdtempSync(join(tmpdir(), 'utekontakt-redis-')), settings);
    await server.up();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async up(...instead: readonly string[]): Promise<void> {
    const base = [
      '--port',
      String(this.port),
      '--bind',
      '127.0.0.1',
      '--dir',
      this.folder,
      '--save',
      '',
      '--daemonize',
      'no',
    ];
    this.#process = spawn('redis-server', [...base, ...this.#settings, ...instead], { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries += 1) {
      if (await this.ask((client) => client.ping()).catch(() => undefined)) return;
      await sleep(25);
    }
    throw new Error('redis-server did not start');
  }

  /** As an operator does: a dump, set apart. */
  async copy(): Promise<void> {
    await this.save();
    copyFileSync(join(this.folder, 'dump.rdb'), join(this.folder, 'kept.rdb'));
  }

  /** As an operator does: without the append-only files, from the dump, and append-only again (docs/store.md). */
  async putBack(): Promise<void> {
    await this.down();
    rmSync(join(this.folder, 'appendonlydir'), { recursive: true });
    copyFileSync(join(this.folder, 'kept.rdb'), join(this.folder, 'dump.rdb'));
    await this.up('--appendonly', 'no');
    await this.ask((client) => client.config('SET', 'appendonly', 'yes'));
    await this.settled();
  }

  signal(name: NodeJS.Signals): void {
    this.#process?.kill(name);
  }

  async down(name: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(name);
    await ended;
  }

  /** One question over a connection of its own. */
  async ask<T>(question: (client: Redis) => Promise<T>): Promise<T> {
    const client = new Redis({ port: this.port, lazyConnect: true, retryStrategy: () => null, commandTimeout: 5_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await question(client);
    } finally {
      client.disconnect();
    }
  }

  /** Resolves when a dump made now is on the disk, and the append-only file is not being written anew. */
  async save(): Promise<void> {
    await this.settled();
    await this.ask((client) => client.bgsave());
    await this.settled();
  }

  /** Waits until Redis has written what it was asked to write. */
  async settled(): Promise<void> {
    for (;;) {
      const info = await this.ask((client) => client.info('persistence'));
      if (/rdb_bgsave_in_progress:0/u.test(info) && !/aof_rewrite_(?:in_progress|scheduled):1/u.test(info)) return;
      await sleep(50);
    }
  }

  bytes(): Buffer {
    const files = readdirSync(this.folder, { recursive: true }).map((name) => join(this.folder, String(name)));
    return Buffer.concat(files.map(contentOf));
  }

  async dispose(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Redis writes and renames files of its own while we look. */
function contentOf(file: string): Buffer {
  try {
    return statSync(file).isFile() ? readFileSync(file) : Buffer.alloc(0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

let grounds = 0;

export interface RedisGround extends Ground {
  readonly url: string;
  readonly prefix: string;
  /** The ledger of the machine that opens it. */
  readonly ledger: string;
  open(options?: Partial<RedisStoreOptions>): Promise<RedisStore>;
}

/** A prefix of its own on a server; what one test leaves the next does not meet. */
export function makeRedisGround(server: RedisServer, address = server.url): RedisGround {
  const prefix = `uk-${(grounds += 1)}`;
  const url = `${address}?prefix=${prefix}`;
  const ledger = join(server.folder, `${prefix}.erased`);
  return {
    url,
    prefix,
    ledger,
    open: (options = {}) => openRedisStore({ url, keyring, clock: () => noon, ledger, ...options }),
    bytes: () => Promise.resolve(server.bytes()),
    dispose: () => Promise.resolve(),
  };
}
