import { spawn } from 'node:child_process';
import { readFileSync, realpathSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { backup, restore } from '../../src/cli/backup.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { examineBackup } from '../../src/flows/doctor/backup-taken.ts';
import { openErasureLedger } from '../../src/store/erasure-ledger.ts';
import type { StoreIncident } from '../../src/store/maintenance.ts';
import type { RedisStore } from '../../src/store/redis/redis-store.ts';
import { createKeyring, nameMasterKey } from '../../src/system/keyring.ts';
import { auditRetentionMs } from '../../src/store/retention.ts';
import { hasRedis, makeRedisGround, RedisServer } from './redis-server.ts';
import type { RedisGround } from './redis-server.ts';
import { aCase, canaries, caseId, commitOf, day, message, noon, opening, post } from './samples.ts';

let server: RedisServer;
let ground: RedisGround;
let incidents: StoreIncident[];
beforeAll(async () => {
  if (hasRedis) server = await RedisServer.start();
});
afterAll(async () => {
  if (hasRedis) await server.dispose();
});
beforeEach(() => {
  if (hasRedis) ground = makeRedisGround(server);
  incidents = [];
});

const open = (ledger = ground.ledger, at = noon): Promise<RedisStore> =>
  ground.open({ ledger, clock: () => at, onFault: (incident) => incidents.push(incident) });
const eraseCase = async (store: RedisStore, name: string): Promise<void> => {
  const based = { basedOn: [{ caseId: caseId(name), version: 1 }] };
  await store.commit(commitOf(`erase:${name}`, [{ kind: 'save-case', case: aCase(name), eraseAt: noon }], based));
  await store.eraseExpired(noon);
};
const named = (ledger = ground.ledger): readonly string[] =>
  openErasureLedger(ledger)
    .since(0)
    .map(({ erased }) => erased.caseId);
const claimOne = async (store: RedisStore, n: number): Promise<void> => {
  await store.accept(message(n), undefined);
  const held = await store.claimInbox(noon + n, 1000);
  if (held) await store.commit(commitOf(held.id, [], { finishes: held }));
};

/** `ledger-process.ts`, on the same Redis and with the same ledger. */
function startProcess(task: 'erase' | 'settle', life = '') {
  const program = fileURLToPath(new URL('ledger-process.ts', import.meta.url));
  const child = spawn(process.execPath, [program, task, ground.url, ground.ledger, life], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  return { stdout: child.stdout, kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}

describe.runIf(hasRedis)('the ledger of a Redis', () => {
  it('names what was erased, once, and holds no word of anybody', async () => {
    const store = await open();
    await store.commit(opening('one'));
    await store.commit(opening('two'));
    await eraseCase(store, 'one');
    await store.keepLedger();
    await eraseCase(store, 'two');
    await store.keepLedger();
    await store.keepLedger();
    expect(named()).toEqual([caseId('one'), caseId('two')]);
    const bytes = readFileSync(ground.ledger, 'utf8');
    for (const words of Object.values(canaries)) expect(bytes).not.toContain(words);
    await store.close();
  });

  it('goes on where it stopped: what nobody wrote down, and a line that was cut off', async () => {
    const store = await open();
    for (const name of ['one', 'two', 'three']) await store.commit(opening(name));
    await eraseCase(store, 'one');
    await eraseCase(store, 'two');
    await store.close();

    const second = await open();
    await second.keepLedger();
    expect(named()).toEqual([caseId('one'), caseId('two')]);
    await eraseCase(second, 'three');
    await second.keepLedger();
    await second.close();
    truncateSync(ground.ledger, readFileSync(ground.ledger).length - 9);
    const third = await open();
    await third.keepLedger();
    expect(named()).toEqual([caseId('one'), caseId('two'), caseId('three')]);
    await third.close();
  });

  it('loses nothing to a process that is killed anywhere', async () => {
    const erased: string[] = [];
    for (let life = 0; life < 6; life += 1) {
      const child = startProcess('erase', String(life));
      let lines = 0;
      for await (const chunk of child.stdout) {
        const names = String(chunk).trim().split('\n');
        erased.push(...names);
        lines += names.length;
        if (lines > 3 + life) child.kill('SIGKILL');
      }
      await child.ended;
    }
    const store = await open();
    await store.keepLedger();
    const lines = openErasureLedger(ground.ledger).since(0);
    expect(lines.map(({ n }) => n)).toEqual(lines.map((_, index) => index + 1));
    expect(named()).toEqual(expect.arrayContaining(erased.map(caseId)));
    expect(incidents).toEqual([]);
    await store.close();
  }, 60_000);

  it('that can no longer be written is told of, and work goes on; one that cannot be read is refused', async () => {
    const folder = join(server.folder, 'shut');
    const store = await open(join(folder, 'redis.erased'));
    await claimOne(store, 1);
    await store.keepLedger();
    rmSync(folder, { recursive: true });
    // A file stands where its folder should be: this stops every user.
    writeFileSync(folder, '');
    await claimOne(store, 2);
    await expect(store.keepLedger()).rejects.toMatchObject({ code: 'unavailable' });
    await claimOne(store, 3);
    await store.close();
    await expect(open(join(folder, 'redis.erased'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('forgets after a year, here and there, but never how far it counted', async () => {
    const store = await open();
    await store.commit(opening('one'));
    await store.commit(opening('two'));
    await eraseCase(store, 'one');
    await eraseCase(store, 'two');
    await store.keepLedger();
    const much = noon + auditRetentionMs + day;
    const later = await open(ground.ledger, much);
    await later.commit(opening('three', {}, noon));
    await later.eraseExpired(much);
    await later.keepLedger();
    expect(openErasureLedger(ground.ledger).since(0)).toMatchObject([{ n: 3, erased: { caseId: caseId('three') } }]);
    const left = await server.ask((client) => client.zcard(`{${ground.prefix}}:erased`));
    expect(left).toBeLessThan(3);
    await later.close();
    await (await open(ground.ledger, much)).close();
    expect(incidents).toEqual([]);
    await store.close();
  });

  it('on a machine that comes later holds all that was erased before', async () => {
    const store = await open();
    await store.commit(opening('one'));
    await eraseCase(store, 'one');
    const other = `${ground.ledger}-other`;
    const elsewhere = await open(other);
    await elsewhere.keepLedger();
    expect(named(other)).toEqual([caseId('one')]);
    await store.close();
    await elsewhere.close();
  });
});

describe.runIf(hasRedis)('an old copy of a Redis', () => {
  it('is settled once, however many machines know better', async () => {
    const other = `${ground.ledger}-other`;
    const store = await open();
    const elsewhere = await open(other);
    await store.commit(opening('one'));
    await server.copy();
    await eraseCase(store, 'one');
    for (const one of [store, elsewhere]) {
      await one.keepLedger();
      await one.close();
    }
    await server.putBack();
    const first = await open(ground.ledger, noon + day);
    const second = await open(other, noon + 2 * day);
    expect(incidents).toEqual([
      { kind: 'restored', at: noon + day, from: 'copy' },
      { kind: 'restored', at: noon + day, from: 'copy' },
    ]);
    await first.keepLedger();
    await second.keepLedger();
    expect(named()).toEqual([caseId('one')]);
    await first.close();
    await second.close();
  });

  it('stays known for one when a machine that knows nothing was first, or the first was killed half-way', async () => {
    const store = await open();
    await store.commit(opening('one'));
    await server.copy();
    await eraseCase(store, 'one');
    await store.keepLedger();
    await store.close();
    await server.putBack();
    // Everything but the erasures: as when they had not been reached.
    const ignorant = await ground.open({ ledger: `${ground.ledger}-empty`, isRestored: true });
    expect(await ignorant.findCase(caseId('one'))).toBeDefined();
    await ignorant.close();
    const knowing = await open();
    expect(await knowing.findCase(caseId('one'))).toBeUndefined();
    await knowing.close();
  });

  it('is settled whole in the end, however often whoever settles it is killed', async () => {
    const store = await open();
    await store.commit(opening('one'));
    await server.copy();
    await eraseCase(store, 'one');
    await store.keepLedger();
    await store.close();
    const ledger = openErasureLedger(ground.ledger);
    const others = Array.from({ length: 20_000 }, (_, index) => caseId(`other-${index}`));
    ledger.copy(others.map((id, index) => ({ n: index + 2, at: noon, erased: { kind: 'case', caseId: id } })));
    await server.putBack();
    const settled = (): Promise<number> => server.ask((client) => client.zcard(`{${ground.prefix}}:erased`));

    for (const enough of [1, others.length / 4, others.length / 2]) {
      const child = startProcess('settle');
      while ((await settled()) < enough) await sleep(1);
      child.kill('SIGKILL');
      await child.ended;
      expect(await settled()).toBeLessThan(others.length);
    }
    await (await open()).close();
    expect(await settled()).toBe(ledger.last()?.n);
    const again = await open();
    expect(await again.findCase(caseId('one'))).toBeUndefined();
    await again.close();
  }, 60_000);

  it('that replaces the store in use hands nothing out to whoever had it open', async () => {
    const store = await open();
    const other = await open(`${ground.ledger}-other`);
    await store.commit(commitOf('q', [{ kind: 'queue', entry: post('alert', { priority: 0 }) }]));
    await server.copy();
    await claimOne(store, 1);
    await store.claimOutbox(noon + 5, 1000, 9);
    await server.putBack();
    const refused = async (work: () => Promise<unknown>): Promise<unknown> => {
      for (;;) {
        const fault: unknown = await work().catch((error: unknown) => error);
        if (incidents.length > 0) return fault;
        // The connection is made anew.
        await sleep(20);
      }
    };
    expect(await refused(() => store.claimOutbox(noon + 5, 1000, 9))).toMatchObject({ code: 'unavailable' });
    expect(incidents).toEqual([{ kind: 'set-back' }]);

    const anew = await open(ground.ledger, noon + day);
    expect(await anew.claimOutbox(noon + day, 1000, 9)).toMatchObject([{ id: 'alert', firstTriedAt: noon }]);
    incidents = [];
    // The other had taken nothing that was lost; it learns of it from whoever settled it.
    expect(await refused(() => other.keepLedger())).toMatchObject({ code: 'unavailable' });
    expect(incidents).toEqual([{ kind: 'set-back' }]);
    for (const one of [store, other, anew]) await one.close();
  });

  it('without a single thing in it is told from a new store', async () => {
    const store = await open();
    await claimOne(store, 1);
    await store.keepLedger();
    await store.close();
    await server.ask((client) => client.flushall());
    await (await open()).close();
    await (await open()).close();
    const told = { kind: 'restored', at: noon, from: 'nothing' };
    expect(incidents).toEqual([told, told]);
  });

  it('is taken for one when the operator says so, although nothing shows it', async () => {
    const store = await open();
    await store.commit(commitOf('q', [{ kind: 'queue', entry: post('alert', { priority: 0 }) }]));
    await store.close();
    const again = await ground.open({
      clock: () => noon + day,
      isRestored: true,
      onFault: (one) => incidents.push(one),
    });
    expect(incidents).toEqual([{ kind: 'restored', at: noon + day, from: 'copy' }]);
    await again.close();
  });

  it('is not seen in a server that was only killed and started again', async () => {
    const store = await open();
    await claimOne(store, 1);
    await store.commit(opening('one'));
    await eraseCase(store, 'one');
    await store.keepLedger();
    await store.close();
    await server.down('SIGKILL');
    await server.up();
    await (await open()).close();
    expect(incidents).toEqual([]);
  });
});

describe.runIf(hasRedis)('the commands on a Redis', () => {
  const said: string[] = [];
  const masterKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index + 1));
  const openKeyed = (): Promise<RedisStore> =>
    ground.open({
      keyring: createKeyring([nameMasterKey(masterKey)]),
      clock: Date.now,
      onFault: (incident) => incidents.push(incident),
    });
  const terminal = (): Terminal => ({
    environment: {
      STORE_URL: ground.url,
      ERASURE_LEDGER: ground.ledger,
      MASTER_KEY: masterKey.toString('base64'),
      NODE_ENV: 'production',
      DISCORD_TOKEN: 'invented.sandbox.token',
    },
    input: process.stdin,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
  });
  beforeEach(() => {
    said.length = 0;
  });

  it('«backup» has the server write a dump, says where, and keeps the ledger and the doctor informed', async () => {
    const store = await openKeyed();
    await store.commit(opening('one'));
    await eraseCase(store, 'one');
    expect(await examineBackup(store, Date.now())).toEqual([{ kind: 'backup-old' }]);
    rmSync(join(server.folder, 'dump.rdb'), { force: true });
    expect(await backup([], terminal())).toBe(0);
    const folder = realpathSync(server.folder);
    expect(said.join('')).toBe(`${folder}/dump.rdb (on the machine of the Redis)\n${ground.ledger}\n`);
    expect(readFileSync(join(server.folder, 'dump.rdb')).includes('utekontakt')).toBe(true);
    expect(named()).toEqual([caseId('one')]);
    expect(await examineBackup(store, Date.now())).toEqual([]);
    await store.close();
  });

  it('«restore» settles what the operator put back, also when nothing else would show it', async () => {
    const store = await openKeyed();
    await store.commit(opening('one'));
    await store.commit(commitOf('q', [{ kind: 'queue', entry: post('alert', { priority: 0 }) }]));
    await server.copy();
    await eraseCase(store, 'one');
    await store.keepLedger();
    await store.close();
    await server.putBack();
    expect(await restore([], terminal())).toBe(0);
    expect(said.join('')).toContain(`${ground.ledger}: what it names is erased again\n`);
    const again = await openKeyed();
    expect(await again.findCase(caseId('one'))).toBeUndefined();
    expect(incidents).toMatchObject([{ kind: 'restored', from: 'copy' }]);
    await again.close();
  });

  it('«restore» says so when the ledger is gone too', async () => {
    await (await openKeyed()).close();
    expect(await restore([], terminal())).toBe(0);
    expect(said.join('')).toContain('names nothing; what was erased after the copy was made lives until its deadline');
  });

  it.each([backup, restore])('refuse the files of an embedded store', async (command) => {
    expect(await command(['a', 'b'], terminal())).toBe(64);
    expect(said.join('')).toBe(`usage: utekontakt ${command.name}\n`);
  });
});
