import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { Visitor } from '../../../sandbox/visitor.ts';
import { openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { startOutside } from './outside.ts';
import type { Outside } from './outside.ts';
import { acuteWords, aWhile, madeUpWord, until } from './stage.ts';

const minuteMs = 60_000;
let outside: Outside;
let scene: Scene;

beforeAll(async () => {
  outside = await startOutside();
  scene = await openScene({}, outside.env);
  await startBot();
});
afterAll(async () => {
  await scene.close();
  outside.close();
});

const startBot = (): Promise<unknown> => scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
const later = (minutes: number): Promise<unknown> =>
  scene.control('POST', '/clock', { offsetMs: minutes * minuteMs + 5_000 });

describe('an acute case nobody takes (F-61)', () => {
  const mention = says(`<@&${seedIds.roles.vakthavende}>`);

  it('calls the one on duty at once', async () => {
    await scene.sander.sendDm(`${acuteWords} ${madeUpWord(7)}`);
    await scene.kari.waitForMessage(staffChannel, mention);
  });

  it('calls in the fallback channel after five minutes', async () => {
    await later(5);
    await scene.kari.waitForMessage(seedIds.channels.reserveVakt, mention, 15_000);
  });

  it('sends the coordinators a direct message after ten, without a word of it', async () => {
    await later(10);
    const berit = new Visitor(scene.sandbox.url, seedIds.users.berit);
    const told = await berit.waitForDm(says(/Sak \d+/u), 15_000);
    expect(JSON.stringify(told)).not.toContain(madeUpWord(7));
  });

  it('calls the gateway outside after fifteen, signed and without a word of it', async () => {
    await later(15);
    await until(() => outside.alerts().length > 0);
    const [call] = outside.alerts();
    const timestamp = call?.headers.get('x-utekontakt-timestamp') ?? '';
    const signature = createHmac('sha256', outside.secret)
      .update(`${timestamp}.${call?.body ?? ''}`)
      .digest('hex');
    expect(call?.headers.get('x-utekontakt-signature')).toBe(`sha256=${signature}`);
    expect(Object.keys(JSON.parse(call?.body ?? '{}') as object).sort()).toEqual([
      'case',
      'event',
      'municipality',
      'severity',
      'step',
    ]);
  });

  it('stops as soon as a human takes it', async () => {
    const card = await scene.kari.waitForMessage(staffChannel, says('## Akutt'));
    await scene.kari.press(card, 'Jeg tar den');
    await scene.kari.waitForMessage(staffChannel, says(/Tatt av/u));
    const before = (await scene.kari.messages(staffChannel)).filter(mention).length;
    await later(20);
    await aWhile();
    await aWhile();
    expect((await scene.kari.messages(staffChannel)).filter(mention)).toHaveLength(before);
    expect(outside.alerts()).toHaveLength(1);
  });
});

describe('an alert that Discord takes nowhere (F-61)', () => {
  it('is told of to the gateway outside after three minutes, once, and is shown when Discord is back', async () => {
    const before = outside.alerts().length;
    await scene.fault({ method: 'POST', route: '/channels/*/messages', kind: 'refuse', status: 500 });
    await scene.sander.sendDm(`${acuteWords} ${madeUpWord(8)}`);
    await aWhile();
    await later(24);
    await until(() => outside.alerts().length > before);
    await aWhile();
    const told = outside.alerts().slice(before);
    expect(told.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { event: 'trouble', municipality: 'eksempelvik', trouble: 'not-delivering' },
    ]);
    await scene.control('DELETE', '/faults');
    await scene.kari.waitForMessage(staffChannel, says('## Akutt'), 15_000);
  });
});

describe('the monitor outside (F-62)', () => {
  it('has been told that everything works', async () => {
    await until(() => outside.pulses().length > 0);
  });

  it('hears nothing more when the program is gone', async () => {
    await scene.bot.stop('SIGKILL');
    const before = outside.pulses().length;
    await aWhile();
    expect(outside.pulses()).toHaveLength(before);
  });
});

describe('a token that Discord no longer accepts (F-13)', () => {
  it('is told to the gateway outside before the program ends', async () => {
    await startBot();
    const before = outside.alerts().length;
    await scene.control('PATCH', '/settings', { unauthorized: true });
    expect(await scene.bot.ended()).toBe(78);
    const told = outside.alerts().slice(before);
    expect(told.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { event: 'trouble', municipality: 'eksempelvik', trouble: 'shut-out' },
    ]);
  });
});
