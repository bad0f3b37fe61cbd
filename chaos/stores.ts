import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:net';

/** A store for one run, gone with it. */
export interface RunStore {
  /** For `STORE_URL`. */
  readonly url: string;
  close(): Promise<void>;
}

/** @param within the folder to make it in; the machine's temporary one when absent */
export async function openRunStore(kind: 'sqlite' | 'redis', within = tmpdir()): Promise<RunStore> {
  const folder = mkdtempSync(join(within, 'utekontakt-chaos-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  if (kind === 'sqlite') {
    return {
      url: `file:${join(folder, 'utekontakt.db')}`,
      close: () => {
        remove();
        return Promise.resolve();
      },
    };
  }
  const port = await freePort();
  const redis = spawn(
    'redis-server',
    [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''],
      ...['--appendonly', 'yes', '--appendfsync', 'always', '--maxmemory-policy', 'noeviction'],
      ...['--aof-load-truncated', 'no'],
    ],
    { stdio: 'ignore' },
  );
  await answering(port);
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      redis.kill('SIGKILL');
      await once(redis, 'exit');
      remove();
    },
  };
}

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
