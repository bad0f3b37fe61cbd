import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:net';
import { Redis } from 'ioredis';
import type { StoreBlow } from './plan.ts';

/** A store for one run, gone with it. */
export interface RunStore {
  /** For `STORE_URL`. */
  readonly url: string;
  /** For `ERASURE_LEDGER`. */
  readonly ledger: string;
  /** Does this to the store; resolves when it can be used again. */
  strike(blow: StoreBlow): Promise<void>;
  close(): Promise<void>;
}

/** @param within the folder to make it in; the machine's temporary one when absent */
export async function openRunStore(kind: 'sqlite' | 'redis', within = tmpdir()): Promise<RunStore> {
  const folder = mkdtempSync(join(within, 'utekontakt-chaos-'));
  const ledger = join(folder, 'redis.erased');
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  if (kind === 'sqlite') {
    return {
      url: `file:${join(folder, 'utekontakt.db')}`,
      ledger,
      strike: () => Promise.reject(new Error('a file takes no blows')),
      close: () => {
        remove();
        return Promise.resolve();
      },
    };
  }
  const port = await freePort();
  const launch = () =>
    spawn(
      'redis-server',
      [
        ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
        ...['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'],
        ...['--aof-load-truncated', 'no'],
      ],
      { stdio: 'ignore' },
    );
  let redis = launch();
  await answering(port);
  const ask = async (...command: readonly [string, ...string[]]): Promise<void> => {
    const client = new Redis({ port, lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.call(...command);
    } finally {
      client.disconnect();
    }
  };
  const end = async (): Promise<void> => {
    redis.kill('SIGKILL');
    await once(redis, 'exit');
  };
  const blows: Readonly<Record<StoreBlow, () => Promise<void>>> = {
    async 'store-restart'() {
      await end();
      await wait(restartPauseMs);
      redis = launch();
      await answering(port);
    },
    'store-cut': () => ask('CLIENT', 'KILL', 'TYPE', 'normal'),
    async 'store-freeze'() {
      redis.kill('SIGSTOP');
      await wait(freezeMs);
      redis.kill('SIGCONT');
    },
    async 'store-demote'() {
      // Nobody answers there, so that nothing is copied over what we have.
      await ask('REPLICAOF', '127.0.0.1', '1');
      await wait(demotedMs);
      await ask('REPLICAOF', 'NO', 'ONE');
    },
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    ledger,
    strike: (blow) => blows[blow](),
    async close() {
      await end();
      remove();
    },
  };
}

const restartPauseMs = 300;
/** Longer than the store waits for an answer (0.8 s). */
const freezeMs = 1_500;
const demotedMs = 700;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const socket = connect(port, '127.0.0.1');
    const opened = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (opened) return;
    await wait(50);
  }
  throw new Error('redis-server does not answer');
}
