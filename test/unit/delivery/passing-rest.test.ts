import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChannelTurns } from '../../../src/discord/channel-turns.ts';
import { createPassingRest, hangsAfterMs } from '../../../src/discord/passing-rest.ts';
import { createRest } from '../../../src/discord/rest.ts';
import { monotonic } from '../../../src/system/monotonic.ts';

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
    return { usual, spare, passing: createPassingRest(usual, spare, monotonic) };
  };
  const route = '/channels/100000000000000001/messages';
  const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('is passed on its route by what comes after it, and by nothing before it has hung', async () => {
    const { usual, passing } = ways();
    const by: string[] = [];
    const post = (name: string, signal = AbortSignal.timeout(4_000)) =>
      passing.send('POST', route, (way) => {
        by.push(way === usual ? `${name} usual` : `${name} spare`);
        return way.post(route, { body: { name }, signal });
      });
    const giveUp = new AbortController();
    const hanging = post('first', giveUp.signal);
    const behind = post('second');
    await later(hangsAfterMs + 100);
    await post('third');
    expect(taken).toEqual(['{"name":"first"}', '{"name":"third"}']);
    giveUp.abort();
    await expect(hanging).rejects.toThrow();
    await behind;
    await post('fourth');
    expect(taken).toEqual(['{"name":"first"}', '{"name":"third"}', '{"name":"second"}', '{"name":"fourth"}']);
    expect(by).toEqual(['first usual', 'second usual', 'third spare', 'fourth usual']);
  });

  it('holds up no other message that is to be changed in its channel', async () => {
    const { passing } = ways();
    const giveUp = new AbortController();
    const hanging = passing.send('PATCH', `${route}/1`, (way) =>
      way.patch(`${route}/1`, { body: {}, signal: giveUp.signal }),
    );
    await later(hangsAfterMs + 100);
    await passing.send('PATCH', `${route}/2`, (way) => way.patch(`${route}/2`, { body: { two: true } }));
    expect(taken).toEqual(['{}', '{"two":true}']);
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
