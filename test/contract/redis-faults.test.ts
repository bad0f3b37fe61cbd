import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreIncident } from '../../src/store/maintenance.ts';
import { openRedisStore } from '../../src/store/redis/redis-store.ts';
import type { RedisStore } from '../../src/store/redis/redis-store.ts';
import { createKeyring } from '../../src/system/keyring.ts';
import { hasRedis, makeRedisGround, RedisServer, safeSettings } from './redis-server.ts';
import type { RedisGround } from './redis-server.ts';
import { aCase, caseId, commitOf, day, lane, message, municipality, noon, opening, post, session } from './samples.ts';
import { key, keyring } from './store-contract.ts';

const servers: RedisServer[] = [];
const start = async (...settings: readonly string[]): Promise<RedisServer> => {
  const server = await RedisServer.start([...safeSettings, ...settings]);
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.dispose();
});

describe.runIf(hasRedis)('a Redis that may lose what it acknowledged', () => {
  it.each([
    ['appendonly no', ['--appendonly', 'no']],
    ['appendfsync no', ['--appendfsync', 'no']],
    ['aof-load-truncated yes', ['--aof-load-truncated', 'yes']],
    ['maxmemory-policy allkeys-lru', ['--maxmemory-policy', 'allkeys-lru']],
  ])('is refused with %s', async (setting, settings) => {
    const server = await start(...settings);
    const ground = makeRedisGround(server);
    const [name = '', value = ''] = setting.split(' ');
    const fault: unknown = await ground.open().catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: 'StoreFault', code: 'unavailable' });
    expect(fault).toMatchObject({
      cause: { message: expect.stringContaining(`${name} is ${value}, must be`) as string },
    });
    await (await ground.open({ allowUnsafe: true })).close();
  });
});

describe.runIf(hasRedis)('a Redis that fails', () => {
  it('gives back after a kill what it acknowledged', async () => {
    const server = await start();
    const ground = makeRedisGround(server);
    const store = await ground.open();
    for (let n = 0; n < 30; n += 1) await store.commit(opening(`c${n}`));
    await store.accept(message(1), undefined);
    await server.down('SIGKILL');
    await server.up();
    const again = await ground.open();
    for (let n = 0; n < 30; n += 1) expect(await again.findCase(caseId(`c${n}`))).toBeDefined();
    expect((await again.claimInbox(noon + 5, 1000))?.id).toBe(message(1).id);
    await again.close();
    await store.close();
  });

  it('says so at once when it is down, and works again when it is back', async () => {
    const server = await start();
    const store = await makeRedisGround(server).open();
    await server.down();
    await sleep(50);
    const before = performance.now();
    await expect(store.accept(message(1), undefined)).rejects.toMatchObject({
      name: 'StoreFault',
      code: 'unavailable',
    });
    expect(performance.now() - before).toBeLessThan(300);
    await server.up();
    let outcome = '';
    for (let tries = 0; tries < 60 && outcome === ''; tries += 1) {
      outcome = await store.accept(message(1), undefined).catch(() => sleep(50).then(() => ''));
    }
    expect(outcome).toBe('accepted');
    await store.close();
  });

  it('says so within a second when it hangs, and a repetition doubles nothing', async () => {
    const server = await start();
    const store = await makeRedisGround(server).open();
    await store.accept(message(1), undefined);
    const held = await store.claimInbox(noon + 5, 60_000);
    if (!held) throw new Error('nothing to do');
    server.signal('SIGSTOP');
    const before = performance.now();
    const request = opening('one', { finishes: held });
    await expect(store.commit(request)).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.accept(message(2), undefined)).rejects.toMatchObject({ code: 'unavailable' });
    expect(performance.now() - before).toBeLessThan(2_500);
    server.signal('SIGCONT');
    await sleep(100);
    // What was in flight may have been done after all.
    expect(['committed', 'already-committed']).toContain(await store.commit(request));
    expect(['accepted', 'duplicate']).toContain(await store.accept(message(2), undefined));
    expect((await store.findCase(caseId('one')))?.version).toBe(1);
    expect((await store.claimInbox(noon + 5, 60_000))?.id).toBe(message(2).id);
    expect(await store.claimInbox(noon + 5, 60_000)).toBeUndefined();
    await store.close();
  });

  it('is unavailable when nobody answers at the address', async () => {
    const server = await start();
    await server.down();
    await expect(makeRedisGround(server).open()).rejects.toMatchObject({ name: 'StoreFault', code: 'unavailable' });
  });

  it('says full when there is no memory, keeps what it has, and erases all the same', async () => {
    const server = await start('--maxmemory', '3mb');
    const store = await makeRedisGround(server).open();
    await store.commit(opening('one', {}, noon + day));
    let kept = 0;
    const fill = async (): Promise<void> => {
      for (; kept < 20_000; kept += 1) await store.accept(message(kept, { lane: lane(String(kept)) }), undefined);
    };
    await expect(fill()).rejects.toMatchObject({ code: 'full' });
    expect((await store.stats(noon)).inboxWaiting).toBe(kept);
    expect(await store.eraseExpired(noon + day)).toMatchObject({ cases: 1 });
    await server.ask((client) => client.config('SET', 'maxmemory', '0'));
    expect(await store.accept(message(kept), undefined)).toBe('accepted');
    await store.close();
  });

  it('says read-only when it has become a replica', async () => {
    const primary = await start();
    const server = await start();
    const store = await makeRedisGround(server).open();
    await server.ask((client) => client.replicaof('127.0.0.1', primary.port));
    await expect(store.accept(message(1), undefined)).rejects.toMatchObject({ code: 'read-only' });
    await store.close();
  });
});

describe.runIf(hasRedis)('a Redis with a replica', () => {
  it('acknowledges nothing that the replica has not got', async () => {
    const primary = await start();
    const replica = await start();
    await replica.ask((client) => client.replicaof('127.0.0.1', primary.port));
    await expect
      .poll(() => primary.ask((client) => client.info('replication')), { timeout: 8_000 })
      .toContain('state=online');
    const ground = makeRedisGround(primary);
    const store = await openRedisStore({ url: `${ground.url}&replicas=1`, keyring, clock: () => noon });
    expect(await store.accept(message(1), undefined)).toBe('accepted');

    replica.signal('SIGSTOP');
    await expect(store.accept(message(2), undefined)).rejects.toMatchObject({ code: 'unavailable' });
    replica.signal('SIGCONT');
    await expect
      .poll(() => store.accept(message(2), undefined).catch(() => 'not yet'), { timeout: 5_000 })
      .toBe('duplicate');

    await primary.down();
    await replica.ask((client) => client.replicaof('NO', 'ONE'));
    const promoted = await openRedisStore({
      url: ground.url.replace(primary.url, replica.url),
      keyring,
      clock: () => noon,
    });
    expect((await promoted.claimInbox(noon + 5, 1000))?.id).toBe(message(1).id);
    expect((await promoted.stats(noon)).inboxWaiting).toBe(2);
    await promoted.close();
    await store.close();
  });
});

describe.runIf(hasRedis)('what lies in a Redis', () => {
  let server: RedisServer;
  let ground: RedisGround;
  let store: RedisStore;
  const incidents: StoreIncident[] = [];
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server.dispose());
  beforeEach(async () => {
    incidents.length = 0;
    ground = makeRedisGround(server);
    store = await ground.open({ onFault: (incident) => incidents.push(incident) });
  });
  afterEach(() => store.close());
  const name = (suffix: string) => `{${ground.prefix}}:${suffix}`;

  it('is refused when somebody else put it there', async () => {
    const foreign = makeRedisGround(server);
    await server.ask((client) => client.set(`{${foreign.prefix}}:theirs`, 'x'));
    await expect(foreign.open()).rejects.toMatchObject({ name: 'StoreFault', code: 'unknown-version' });
    const confused = makeRedisGround(server);
    await server.ask((client) => client.set(`{${confused.prefix}}:meta`, 'x'));
    await expect(confused.open()).rejects.toMatchObject({ code: 'unknown-version' });
    expect(await server.ask((client) => client.get(`{${foreign.prefix}}:theirs`))).toBe('x');
  });

  it('is refused when a later version wrote it', async () => {
    await server.ask((client) => client.hset(name('meta'), 'version', '2'));
    await expect(ground.open()).rejects.toMatchObject({ code: 'unknown-version' });
  });

  it('is not opened anew when the store key was taken out', async () => {
    await server.ask((client) => client.hdel(name(`keys:${key(1).kid}`), 'store'));
    await expect(ground.open()).rejects.toMatchObject({ code: 'wrong-key' });
  });

  it('lies in one slot, under one prefix, named by opaque ids', async () => {
    await store.accept(message(1), undefined);
    await store.commit(opening('one'));
    const keys = await server.ask((client) => client.keys(`*${ground.prefix}}*`));
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((found) => !found.startsWith(name('')))).toEqual([]);
  });

  it('can be used after the server forgot the scripts', async () => {
    await server.ask((client) => client.script('FLUSH'));
    expect(await store.accept(message(1), undefined)).toBe('accepted');
  });

  it('does not hold up the others when one record cannot be opened', async () => {
    await store.accept(message(1), undefined);
    await store.accept(message(2), undefined);
    const posts = [post('p1', { priority: 0 }), post('p2')].map((entry) => ({ kind: 'queue', entry }) as const);
    await store.commit(commitOf('q', posts));
    const garbage = Buffer.concat([Buffer.of(1), Buffer.alloc(80, 7)]);
    await server.ask((client) => client.hset(name(`inbox:item:${message(1).id}`), 'b', garbage));
    await server.ask((client) => client.hset(name('outbox:item:p1'), 'b', garbage));
    expect((await store.claimInbox(noon + 5, 1000))?.id).toBe(message(2).id);
    expect(await store.claimOutbox(noon, 1000, 9)).toEqual([]);
    expect((await store.claimOutbox(noon, 1000, 9)).map(({ id }) => id)).toEqual(['p2']);
    const unreadable = { kind: 'unreadable', code: 'corrupt' };
    expect(incidents).toEqual([
      { ...unreadable, record: 'inbox', id: message(1).id },
      { ...unreadable, record: 'outbox', id: 'p1' },
    ]);
    await store.claimOutbox(noon + 60_000, 1000, 9);
    expect(incidents).toHaveLength(3);
    expect(await store.stats(noon)).toMatchObject({ inboxWaiting: 2, outboxWaiting: 2 });
  });

  it('hides only what cannot be opened from lists', async () => {
    for (const one of ['one', 'two']) await store.commit(opening(one));
    const cursor = { channelId: message(1).order, userId: message(1).order, lastMessageId: message(1).order };
    await store.accept(undefined, { intake: 'a', session: session(1), cursor });
    const garbage = Buffer.concat([Buffer.of(1), Buffer.alloc(80, 7)]);
    await server.ask((client) => client.hset(name(`case:${caseId('one')}`), 'b', garbage));
    await server.ask((client) => client.hset(name('cursors'), 'x', Buffer.concat([Buffer.alloc(20, '0'), garbage])));
    expect((await store.listOpenCases(municipality)).map(({ id }) => id)).toEqual([caseId('two')]);
    expect(await store.listDmCursors()).toEqual([cursor]);
    expect(incidents).toEqual([
      { kind: 'unreadable', record: 'case', id: caseId('one'), code: 'corrupt' },
      { kind: 'unreadable', record: 'cursor', id: 'x', code: 'corrupt' },
    ]);
  });

  it('leaves nothing of a case when that is erased but its id among what must stay erased', async () => {
    const empty = new Set(await server.ask((client) => client.keys(`*${ground.prefix}}*`)));
    await store.commit(opening('one', {}, noon + day));
    await store.commit(commitOf('q', [{ kind: 'queue', entry: post('p', { eraseAt: noon + day }) }]));
    const [entry] = await store.claimOutbox(noon, 1000, 1);
    const posted = { channelId: message(1).order, messageId: message(2).order };
    if (entry) await store.settleOutbox(entry.id, entry.lease, { kind: 'sent', posted, at: noon }, []);
    await store.eraseExpired(noon + 30 * day);
    const left = await server.ask((client) => client.keys(`*${ground.prefix}}*`));
    expect(left.filter((found) => !empty.has(found))).toEqual([`{${ground.prefix}}:erased`]);
    const noted = await server.ask((client) => client.zrange(`{${ground.prefix}}:erased`, '0', '-1'));
    const line = { n: 1, at: noon + 30 * day, erased: { kind: 'case', caseId: caseId('one') } };
    expect(noted).toEqual([JSON.stringify(line)]);
  });

  it('shows every change of the audit chain', async () => {
    for (const n of [1, 2, 3]) {
      await store.commit(commitOf(`a${n}`, [{ kind: 'audit', entry: { event: 'x', at: noon + n } }]));
    }
    const whole = await server.ask((client) => client.hgetBuffer(name('audit'), '2'));
    if (!whole) throw new Error('no row');
    for (let at = 0; at < whole.length; at += 1) {
      const altered = Buffer.from(whole);
      altered[at] = (altered[at] ?? 0) ^ 1;
      await server.ask((client) => client.hset(name('audit'), '2', altered));
      expect((await store.verifyAudit()).kind).toBe('broken');
    }
    await server.ask((client) => client.hset(name('audit'), '2', whole));
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 3 });
    await server.ask((client) => client.hdel(name('audit'), '3'));
    expect(await store.verifyAudit()).toEqual({ kind: 'broken', sequence: 3 });
  });

  it('keeps one chain when many commits are made at once', async () => {
    const other = await ground.open();
    const commits = Array.from({ length: 40 }, (_, n) =>
      (n % 2 === 0 ? store : other).commit(commitOf(`a${n}`, [{ kind: 'audit', entry: { event: 'x', at: noon } }])),
    );
    expect(new Set(await Promise.all(commits))).toEqual(new Set(['committed']));
    expect(await store.verifyAudit()).toMatchObject({ kind: 'intact', rows: 40 });
    await other.close();
  });

  it('can be stopped anywhere in a key rotation, and go on', async () => {
    for (let n = 0; n < 10; n += 1) await store.commit(opening(`c${n}`));
    const renewed = await ground.open({ keyring: createKeyring([key(2), key(1)]) });
    const total = Object.values(await renewed.countKeys()).reduce((a, b) => a + b, 0);
    for (let left = total; left > 0;) {
      const racing = aCase(`r${left}`);
      const basedOn = [{ caseId: racing.id, version: 0 }];
      await renewed.commit(
        commitOf(`r${left}`, [{ kind: 'save-case', case: racing, eraseAt: noon + day }], { basedOn }),
      );
      ({ left } = await renewed.rotateKeys(3));
      for (let n = 0; n < 10; n += 1) expect(await renewed.findCase(caseId(`c${n}`))).toBeDefined();
    }
    expect(Object.keys(await renewed.countKeys())).toEqual([key(2).kid]);
    await renewed.close();
  });
});
