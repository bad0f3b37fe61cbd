import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { ControlClient, Visitor } from '../../../sandbox/visitor.ts';

let sandbox: Sandbox;
let control: ControlClient;
let messages: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  control = new ControlClient(sandbox.url);
  messages = `/channels/${sandbox.ids.channels.vakt}/messages`;
});

afterEach(async () => {
  await sandbox.close();
});

/** A request as a bot without a library sends it. */
function rest(method: string, path: string, body?: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${sandbox.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${sandbox.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
}

const posts = async (): Promise<readonly string[]> => (await control.oracle()).posts.map(({ text }) => text);

describe('a fault', () => {
  it('refuses without doing anything, as often as it was told', async () => {
    await control.fault({
      kind: 'refuse',
      method: 'POST',
      route: '/channels/*/messages',
      status: 403,
      code: 50013,
      count: 1,
    });
    const refused = await rest('POST', messages, { content: 'en' });
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 50013 }]);
    expect((await rest('POST', messages, { content: 'to' })).status).toBe(200);
    expect(await posts()).toEqual(['to']);
  });

  it('carries the request out and then answers with an error', async () => {
    await control.fault({ kind: 'fail-after', method: 'POST', status: 502, count: 1 });
    expect((await rest('POST', messages, { content: 'sendt likevel' })).status).toBe(502);
    expect(await posts()).toEqual(['sendt likevel']);
  });

  it('carries the request out and then cuts the connection', async () => {
    await control.fault({ kind: 'reset-after', method: 'POST', count: 1 });
    await expect(rest('POST', messages, { content: 'sendt likevel' })).rejects.toThrow();
    expect(await posts()).toEqual(['sendt likevel']);
  });

  it('carries the request out and then never answers', async () => {
    await control.fault({ kind: 'hang-after', method: 'POST', count: 1 });
    await expect(rest('POST', messages, { content: 'sendt likevel' }, AbortSignal.timeout(150))).rejects.toThrow();
    expect(await posts()).toEqual(['sendt likevel']);
  });

  it('hangs or resets without doing anything', async () => {
    await control.fault({ kind: 'hang', method: 'POST', count: 1 });
    await expect(rest('POST', messages, { content: 'x' }, AbortSignal.timeout(150))).rejects.toThrow();
    await control.fault({ kind: 'reset', method: 'POST', count: 1 });
    await expect(rest('POST', messages, { content: 'x' })).rejects.toThrow();
    expect(await posts()).toEqual([]);
  });

  it('answers 429 with the scope and the wait it was told', async () => {
    await control.fault({ kind: 'rate-limit', retryAfterMs: 1_500, scope: 'shared', count: 1 });
    const limited = await rest('POST', messages, { content: 'x' });
    expect(limited.status).toBe(429);
    expect(limited.headers.get('x-ratelimit-scope')).toBe('shared');
    expect(limited.headers.get('retry-after')).toBe('2');
    expect(await limited.json()).toEqual({ message: 'You are being rate limited.', retry_after: 1.5, global: false });
  });

  it('delays an answer', async () => {
    await control.fault({ kind: 'delay', delayMs: 200, count: 1 });
    const before = performance.now();
    await rest('POST', messages, { content: 'x' });
    expect(performance.now() - before).toBeGreaterThan(190);
  });

  it('hits by a chance that the same seed repeats', async () => {
    const run = async (): Promise<readonly number[]> => {
      await control.noFaults();
      await control.fault({ kind: 'refuse', method: 'GET', probability: 0.5, seed: 7, status: 503 });
      const statuses: number[] = [];
      for (let round = 0; round < 20; round += 1) statuses.push((await rest('GET', '/users/@me')).status);
      return statuses;
    };
    const first = await run();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await run()).toEqual(first);
  });
});

describe('the rates of Discord', () => {
  it('lets five messages of a channel through in five seconds and counts them down', async () => {
    await control.settings({ rateLimits: 'discord' });
    const answers: Response[] = [];
    for (let round = 0; round < 6; round += 1) answers.push(await rest('POST', messages, { content: String(round) }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['4', '3', '2', '1', '0', '0']);
    expect(answers[5]?.headers.get('x-ratelimit-scope')).toBe('user');
    const elsewhere = await rest('POST', `/channels/${sandbox.ids.channels.reserveVakt}/messages`, { content: 'x' });
    expect(elsewhere.status).toBe(200);
    expect(elsewhere.headers.get('x-ratelimit-bucket')).toBe(answers[0]?.headers.get('x-ratelimit-bucket'));
  });

  it('lets fifty requests a second through in all', async () => {
    await control.settings({ rateLimits: 'discord' });
    const paths = ['/users/@me', '/users/@me/guilds', '/gateway/bot', '/applications/@me'];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => rest('GET', paths[index % paths.length] ?? '')),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
  });
});

describe('the switches', () => {
  it('answers everything with 401 when the token is revoked', async () => {
    await control.settings({ unauthorized: true });
    const answer = await rest('GET', '/users/@me');
    expect([answer.status, await answer.json()]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
  });

  it('refuses unknown settings and faults', async () => {
    await expect(control.call('PATCH', '/settings', { nonceWindow: 1 })).rejects.toMatchObject({ status: 400 });
    await expect(control.call('POST', '/faults', { kind: 'explode' })).rejects.toMatchObject({ status: 400 });
  });

  it('keeps count of who wrote first and of what was answered', async () => {
    const kim = new Visitor(sandbox.url, sandbox.ids.users.kim);
    await kim.sendDm('en');
    await kim.sendDm('to');
    await rest('GET', '/users/@me');
    const { dms, restStatuses } = await control.oracle();
    expect(dms.map(({ firstContact }) => firstContact)).toEqual([true, false]);
    expect(restStatuses).toEqual({ '200': 1 });
    await control.forgetOracle();
    expect(await control.oracle()).toMatchObject({ dms: [], posts: [], restStatuses: {} });
  });
});
