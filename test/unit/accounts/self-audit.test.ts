import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case.ts';
import type { SelfAudit } from '../../../src/core/self-audit.ts';
import { dayMs, hourMs } from '../../../src/core/time.ts';
import { selfAudit } from '../../../src/discord/views/self-audit.ts';
import { createThreadCount } from '../../../src/discord/old-threads.ts';
import { makeSelfAudit } from '../../../src/flows/accounts/self-audit.ts';
import { makeEraseMyData } from '../../../src/flows/data-subject/erase-my-data.ts';
import type { Delivery } from '../../../src/ports.ts';
import { snowflakeOf } from '../../contract/samples.ts';
import { snowflake } from '../../examples/cases.ts';
import { openFlowScene } from '../flows/scene.ts';
import { bodyFaults, textOf } from '../views/body-faults.ts';
import { municipality, openTime } from '../views/samples.ts';

let scene: Awaited<ReturnType<typeof openFlowScene>>;
let told: SelfAudit[];
let threads: number | undefined;
let copies: number | undefined;
let isLogIntact: boolean;
let delivery: Delivery;
beforeEach(async () => {
  scene = await openFlowScene();
  told = [];
  threads = 0;
  copies = 0;
  isLogIntact = true;
  delivery = { kind: 'posted' };
});
afterEach(() => scene.store.close());

const run = () =>
  makeSelfAudit({
    now: scene.now,
    store: scene.store,
    municipalities: { all: () => [scene.eksempelvik] },
    pseudonyms: scene.pseudonyms,
    countThreads: () => Promise.resolve(threads),
    countCopies: () => Promise.resolve(copies),
    isLogIntact: () => Promise.resolve(isLogIntact),
    messenger: {
      deliver(speech) {
        if (speech.kind === 'self-audit' && delivery.kind === 'posted') told.push(speech.audit);
        return Promise.resolve(delivery);
      },
    },
  })();
const lines = async () =>
  (await scene.store.listAudit(scene.eksempelvik.id, 0, scene.now(), 99)).filter(
    ({ event }) => event === 'retention.audited',
  );

describe('the nightly look', () => {
  it('is done once a day, is quiet when all is well, and leaves a line in the log', async () => {
    expect(await run()).toBe(true);
    expect(await run()).toBe(false);
    expect(told).toEqual([]);
    expect((await lines()).map(({ details }) => details)).toEqual([
      { sound: true, overdue: 0, oldThreads: 0, oldCopies: 0, requests: 0 },
    ]);
    scene.pass(dayMs);
    expect(await run()).toBe(true);
    expect(await lines()).toHaveLength(2);
  });

  it('tells what is older than its deadline when the erasure has not run', async () => {
    await scene.receive(scene.message('hei'));
    scene.pass(31 * dayMs);
    await run();
    expect(told[0]?.overdue).toMatchObject({ cases: 1, entries: 1 });
    expect(JSON.stringify(told)).not.toContain('hei');
    await scene.store.eraseExpired(scene.now());
    scene.pass(dayMs);
    await run();
    expect(told).toHaveLength(1);
  });

  it('leaves the erasure an hour before it calls anything late', async () => {
    await scene.receive(scene.message('hei'));
    const current = await scene.openCase();
    scene.pass(current.lastMessageAt + 30 * dayMs - scene.now() + hourMs / 2);
    await run();
    expect(told[0]?.overdue ?? {}).not.toHaveProperty('cases');
  });

  it('tells of threads that lie still, of old copies, of an altered log, and notes when it could not look', async () => {
    threads = 2;
    copies = 1;
    isLogIntact = false;
    await run();
    expect(told[0]).toMatchObject({ oldThreads: 2, oldCopies: 1, isLogIntact: false });
    scene.pass(dayMs);
    threads = undefined;
    copies = undefined;
    isLogIntact = true;
    await run();
    expect(told).toHaveLength(1);
    expect((await lines())[1]?.details).toMatchObject({
      oldThreads: 'not looked',
      oldCopies: 'not looked',
      sound: true,
    });
  });

  it('tries again when it could not be told', async () => {
    threads = 1;
    delivery = { kind: 'later' };
    expect(await run()).toBe(false);
    delivery = { kind: 'posted' };
    expect(await run()).toBe(true);
    expect(told).toHaveLength(1);
  });

  it('reminds of a request seven days before it is due and when it is late, and forgets it with its case', async () => {
    scene.state.assessment = { ...scene.state.assessment, severity: 'serious' };
    await scene.receive(scene.message('noe alvorlig'));
    const current: Case = await scene.openCase();
    const erase = makeEraseMyData({ ...scene, staffCopies: { remove: () => Promise.resolve(true) } });
    await erase('p', scene.eksempelvik, snowflake(1));
    await run();
    expect(told).toEqual([]);
    scene.pass(24 * dayMs);
    await run();
    expect(told[0]?.requests).toMatchObject([{ number: current.number, onPaper: false, isLate: false }]);
    // Held, so that the case outlives the deadline.
    const held = await scene.openCase();
    await scene.store.commit({
      cause: 'hold',
      at: scene.now(),
      basedOn: [{ caseId: held.id, version: held.version }],
      changes: [{ kind: 'save-case', case: held, eraseAt: scene.now() + 60 * dayMs }],
    });
    scene.pass(7 * dayMs);
    await run();
    expect(told[1]?.requests).toMatchObject([{ isLate: true }]);
    scene.pass(90 * dayMs);
    await scene.store.eraseExpired(scene.now());
    await run();
    expect(told.slice(2).every(({ requests }) => requests.length === 0)).toBe(true);
    expect((await scene.store.findSetting(scene.eksempelvik.id, 'erasure-requests'))?.value).toEqual([]);
  });
});

describe('what coordinators are told', () => {
  it('says what is wrong and what to do, and calls them', () => {
    const audit = {
      overdue: { cases: 1, entries: 4 },
      oldThreads: 2,
      oldCopies: 3,
      isLogIntact: false,
      requests: Array.from({ length: 40 }, (_, n) => ({
        number: 4_800 + n,
        onPaper: n % 3 === 1,
        dueAt: openTime,
        isLate: n % 2 === 0,
      })),
    };
    const body = selfAudit({ kind: 'self-audit', municipality, audit }, 7);
    expect(bodyFaults(body)).toEqual([]);
    expect(body.allowed_mentions.roles).toEqual([municipality.roles.coordinator]);
    const text = textOf(body);
    for (const words of [
      'samtaler: 1',
      '2 sakstråder',
      '3 kopier av databasen',
      'audit verify',
      'Sak 4800',
      '/avvik',
    ]) {
      expect(text).toContain(words);
    }
  });
});

describe('the count of old threads', () => {
  const botId = snowflake(5);
  const thread = (n: number, at: number, overrides = {}) => ({
    id: snowflakeOf(at, n),
    owner_id: botId,
    parent_id: municipality.staffChannelId,
    last_message_id: snowflakeOf(at, n),
    type: 11,
    ...overrides,
  });

  it('takes the service’s own in the staff channels, in use or put away, each once', async () => {
    const old = openTime - 40 * dayMs;
    const twice = thread(1, old);
    const get = (route: string) =>
      Promise.resolve({
        threads: route.includes('active')
          ? [
              twice,
              thread(2, openTime),
              thread(3, old, { owner_id: snowflake(6) }),
              thread(4, old, { parent_id: snowflake(7) }),
              thread(5, old, { last_message_id: snowflakeOf(openTime) }),
            ]
          : route.includes(municipality.staffChannelId)
            ? [twice, thread(6, old)]
            : [],
      });
    const count = createThreadCount({ get: get }, botId, () => undefined);
    expect(await count(municipality, openTime - 35 * dayMs)).toBe(2);
  });

  it('says that it could not look when Discord refuses', async () => {
    const faults: unknown[] = [];
    const count = createThreadCount({ get: () => Promise.reject(new Error('away')) }, botId, (fault) => {
      faults.push(fault);
    });
    expect(await count(municipality, openTime)).toBeUndefined();
    expect(faults).toHaveLength(1);
  });
});
