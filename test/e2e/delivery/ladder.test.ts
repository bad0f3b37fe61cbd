import { createHmac } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedIds } from '../../../sandbox/seed.ts';
import { Visitor } from '../../../sandbox/visitor.ts';
import { openScene, says, staffChannel } from '../service/harness.ts';
import type { Scene } from '../service/harness.ts';
import { acuteWords, aWhile, madeUpWord, until } from './stage.ts';

const secret = 'en-oppdiktet-hemmelighet-paa-over-32-tegn';
const minuteMs = 60_000;
const folder = mkdtempSync(join(tmpdir(), 'utekontakt-ladder-'));
const received: { readonly path: string; readonly headers: Headers; readonly body: string }[] = [];
let outside: Server;
let scene: Scene;

beforeAll(async () => {
  outside = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      received.push({
        path: request.url ?? '',
        headers: new Headers(request.headers as Record<string, string>),
        body,
      });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => {
    outside.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;

  cpSync(fileURLToPath(new URL('../../../config', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'eksempelvik', 'municipality.json');
  const municipality = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const escalation = { coordinatorIds: [seedIds.users.berit], webhook: `${url}/varsel` };
  writeFileSync(file, JSON.stringify({ ...municipality, escalation }));

  scene = await openScene({}, { CONFIG_DIR: folder, ALERT_WEBHOOK_SECRET: secret, DEAD_MAN_URL: `${url}/puls` });

  await startBot();
});
afterAll(async () => {
  await scene.close();
  outside.close();
  rmSync(folder, { recursive: true, force: true });
});

const startBot = (): Promise<unknown> => scene.bot.start({ SANDBOX_CLOCK_URL: `${scene.sandbox.url}/sandbox/clock` });
const calls = (path: string) => received.filter((one) => one.path === path);
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
    await until(() => calls('/varsel').length > 0);
    const [call] = calls('/varsel');
    const timestamp = call?.headers.get('x-utekontakt-timestamp') ?? '';
    const signature = createHmac('sha256', secret)
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
    expect(calls('/varsel')).toHaveLength(1);
  });
});

describe('the monitor outside (F-62)', () => {
  it('has been told that everything works', async () => {
    await until(() => calls('/puls').length > 0);
  });

  it('hears nothing more when the program is gone', async () => {
    await scene.bot.stop('SIGKILL');
    const before = calls('/puls').length;
    await aWhile();
    expect(calls('/puls')).toHaveLength(before);
  });
});

describe('a token that Discord no longer accepts (F-13)', () => {
  it('is told to the gateway outside before the program ends', async () => {
    await startBot();
    const before = calls('/varsel').length;
    await scene.control('PATCH', '/settings', { unauthorized: true });
    expect(await scene.bot.ended()).toBe(78);
    const told = calls('/varsel').slice(before);
    expect(told.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      { event: 'trouble', municipality: 'eksempelvik', trouble: 'shut-out' },
    ]);
  });
});
