import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Urgency } from '../../../src/discord/budget.ts';
import { createChannelTurns } from '../../../src/discord/channel-turns.ts';
import { createPassingRest, hangsAfterMs } from '../../../src/discord/passing-rest.ts';
import { createRest } from '../../../src/discord/rest.ts';

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a request that hangs', () => {
  let server: Server;
  let api: string;
  /** Bodies in the order the server took them; the first is never answered. */
  let taken: string[];

  beforeEach(async () => {
    taken = [];
    server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        taken.push(body);
        if (taken.length > 1) response.setHeader('content-type', 'application/json').end(JSON.stringify({ id: body }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    api = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const ways = () => {
    const [usual, spare] = [createRest({ token: 'x', api }), createRest({ token: 'x', api })];
    return { usual, passing: createPassingRest(usual, spare) };
  };
  const route = '/channels/100000000000000001/messages';

  it('is passed on its route by what comes after it, the most urgent first, and by nothing before it has hung', async () => {
    const { usual, passing } = ways();
    const by: string[] = [];
    const giveUp = new AbortController();
    const post = (name: string, urgency: Urgency, signal?: AbortSignal) =>
      passing.send('POST', route, urgency, (way) => {
        by.push(`${name} ${way === usual ? 'usual' : 'spare'}`);
        return way.post(route, { body: { name }, ...(signal ? { signal } : {}) });
      });
    const hanging = post('first', 2, giveUp.signal);
    const behind = [post('note', 2), post('alert', 0)];
    await later(hangsAfterMs / 2);
    expect(by).toEqual(['first usual']);
    await Promise.all(behind);
    expect(by).toEqual(['first usual', 'alert spare', 'note spare']);
    expect(taken).toEqual(['first', 'alert', 'note'].map((name) => JSON.stringify({ name })));
    giveUp.abort();
    await expect(hanging).rejects.toThrow();
    await post('last', 2);
    expect(by.at(-1)).toBe('last usual');
  });

  it('holds up no other message that is to be changed in its channel', async () => {
    const { passing } = ways();
    const giveUp = new AbortController();
    const change = (id: number, signal?: AbortSignal) =>
      passing.send('PATCH', `${route}/${id}`, 2, (way) =>
        way.patch(`${route}/${id}`, { body: { id }, ...(signal ? { signal } : {}) }),
      );
    const hanging = change(1, giveUp.signal);
    await change(2);
    expect(taken).toEqual(['{"id":1}', '{"id":2}']);
    giveUp.abort();
    await expect(hanging).rejects.toThrow();
  });

  it('gives the turn in its channel to the most urgent that waits, once', async () => {
    const turns = createChannelTurns();
    const went: string[] = [];
    let finish = (): void => undefined;
    const hanging = turns.take('a', 2, () => new Promise<void>((resolve) => (finish = resolve)));
    const note = turns.take('a', 2, async () => {
      went.push('note');
      await later(50);
    });
    const alert = turns.take('a', 0, async () => {
      went.push('alert');
      finish();
      await later(50);
      went.push('alert is there');
    });
    expect(went).toEqual([]);
    await Promise.all([hanging, note, alert]);
    expect(went).toEqual(['alert', 'alert is there', 'note']);
  });
});
