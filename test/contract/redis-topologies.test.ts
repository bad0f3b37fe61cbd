import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, hasRedis, makeRedisGround, RedisServer, safeSettings } from './redis-server.ts';
import { message, noon } from './samples.ts';
import { describeStore } from './store-contract.ts';

describe.runIf(hasRedis)('on a cluster', () => {
  const nodes: RedisServer[] = [];
  beforeAll(async () => {
    const busPorts: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      // A node listens on two ports; the second would be 10 000 above the first, where another test may be.
      busPorts.push(await freePort());
      const settings = ['--cluster-enabled', 'yes', '--cluster-port', String(busPorts[n])];
      nodes.push(await RedisServer.start([...safeSettings, ...settings]));
    }
    const [first, ...others] = nodes;
    if (!first) throw new Error('no node');
    for (const [n, other] of others.entries()) {
      const busPort = String(busPorts[n + 1]);
      await first.ask((client) => client.call('CLUSTER', 'MEET', '127.0.0.1', String(other.port), busPort));
    }
    const share = Math.ceil(16_384 / nodes.length);
    for (const [n, node] of nodes.entries()) {
      const last = Math.min(16_383, (n + 1) * share - 1);
      await node.ask((client) => client.call('CLUSTER', 'ADDSLOTSRANGE', String(n * share), String(last)));
    }
    for (const node of nodes) {
      await until(async () => (await node.ask((client) => client.cluster('INFO'))).includes('cluster_state:ok'));
    }
  }, 40_000);
  afterAll(async () => {
    for (const node of nodes) await node.dispose();
  });

  describeStore('the Redis store', () => {
    const [first] = nodes;
    if (!first) throw new Error('no node');
    const address = `redis-cluster://${nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}`;
    const ground = makeRedisGround(first, address);
    return Promise.resolve({
      ...ground,
      bytes: () => Promise.resolve(Buffer.concat(nodes.map((node) => node.bytes()))),
    });
  });
});

describe.runIf(hasRedis)('behind Sentinel', () => {
  it('goes on with the promoted server after the primary is killed, and loses nothing acknowledged', async () => {
    const primary = await RedisServer.start();
    const replica = await RedisServer.start([...safeSettings, '--replicaof', `127.0.0.1 ${primary.port}`]);
    await expect
      .poll(() => primary.ask((client) => client.info('replication')), { timeout: 10_000 })
      .toContain('state=online');
    const port = await freePort();
    const folder = mkdtempSync(join(tmpdir(), 'utekontakt-sentinel-'));
    const config = join(folder, 'sentinel.conf');
    writeFileSync(
      config,
      `port ${port}\nbind 127.0.0.1\ndir ${folder}\nsentinel monitor uk 127.0.0.1 ${primary.port} 1\n` +
        'sentinel down-after-milliseconds uk 500\nsentinel failover-timeout uk 3000\n',
    );
    const sentinel = spawn('redis-server', [config, '--sentinel'], { stdio: 'ignore' });
    const ground = makeRedisGround(primary, `redis-sentinel://127.0.0.1:${port}/uk`);
    try {
      await until(() =>
        ground.open().then(
          (opened) => opened.close().then(() => true),
          () => false,
        ),
      );
      const store = await ground.open({ url: `${ground.url}&replicas=1` });
      const follower = await ground.open();
      for (let n = 0; n < 50; n += 1) expect(await store.accept(message(n), undefined)).toBe('accepted');
      // Sentinel promotes only what it knows.
      await sleep(1_500);
      await primary.down('SIGKILL');
      // What the promoted server has, it calls a duplicate.
      await until(async () => (await follower.accept(message(0), undefined).catch(() => 'not yet')) === 'duplicate');
      expect((await follower.stats(noon)).inboxWaiting).toBe(50);
      // Nobody is left to confirm: then nothing is acknowledged.
      await expect(store.accept(message(50), undefined)).rejects.toMatchObject({ code: 'unavailable' });
      await follower.close();
      await store.close();
    } finally {
      sentinel.kill('SIGKILL');
      await primary.dispose();
      await replica.dispose();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isSo()) return;
    await sleep(100);
  }
  throw new Error('waited 20 s in vain');
}
