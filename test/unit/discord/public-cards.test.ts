import { DiscordAPIError } from '@discordjs/rest';
import type { REST } from '@discordjs/rest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NationalContacts } from '../../../src/core/contacts.ts';
import type { Snowflake } from '../../../src/core/ids.ts';
import type { Municipality } from '../../../src/core/municipality.ts';
import { secondMs } from '../../../src/core/time.ts';
import { createPublicCards } from '../../../src/discord/public-cards.ts';
import type { CardPlaces } from '../../../src/discord/public-cards.ts';
import type { OnDuty } from '../../../src/ports.ts';
import { snowflake } from '../../examples/cases.ts';
import { exampleConfiguration } from '../../examples/municipality.ts';

const servers = 500;
/** Discord takes this many requests in a second from one bot. Source: Discord, «Global Rate Limit». */
const globalLimit = 50;
const answerMs = 80;
const botId = snowflake(999);
/** A Monday half an hour into an opening. */
const openTime = Date.UTC(2026, 10, 23, 17, 30);

interface Post {
  readonly id: Snowflake;
  readonly author: { readonly id: string };
  components: readonly { readonly id: number }[];
}

/** Discord as far as cards see it: keeps messages, counts requests, answers after a while. */
class CountingDiscord {
  readonly requests: { readonly method: string; readonly at: number }[] = [];
  readonly channels = new Map<string, Post[]>();
  #last = 10_000;

  count = (method: string): number => this.requests.filter((request) => request.method === method).length;
  busiestSecond = (): number =>
    Math.max(
      0,
      ...this.requests.map(({ at }) => this.requests.filter((other) => other.at >= at && other.at < at + 1_000).length),
    );
  cardsIn = (channelId: string): readonly Post[] => this.channels.get(channelId) ?? [];

  rest(): REST {
    const act = async (method: string, route: string, body?: Pick<Post, 'components'>): Promise<unknown> => {
      this.requests.push({ method, at: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, answerMs));
      const [, , channelId = '', , messageId] = route.split('/');
      const messages = this.channels.get(channelId) ?? [];
      this.channels.set(channelId, messages);
      if (method === 'GET' && messageId === undefined) return messages;
      if (method === 'POST') {
        const made: Post = {
          id: snowflake((this.#last += 1)),
          author: { id: botId },
          components: body?.components ?? [],
        };
        messages.unshift(made);
        return made;
      }
      const found = messages.find(({ id }) => id === messageId);
      if (!found)
        throw new DiscordAPIError({ code: 10_008, message: 'Unknown Message' }, 10_008, 404, method, route, {});
      if (method === 'GET') return found;
      if (method === 'DELETE') messages.splice(messages.indexOf(found), 1);
      else found.components = body?.components ?? [];
      return found;
    };
    return {
      get: (route: string) => act('GET', route),
      post: (route: string, { body }: { body: Post }) => act('POST', route, body),
      patch: (route: string, { body }: { body: Post }) => act('PATCH', route, body),
      delete: (route: string) => act('DELETE', route),
    } as unknown as REST;
  }
}

let municipality: Municipality;
let contacts: NationalContacts;
let discord: CountingDiscord;
let onDuty: readonly OnDuty[];
let places: CardPlaces;
const faults: unknown[] = [];
beforeEach(async () => {
  const { eksempelvik, national } = await exampleConfiguration();
  contacts = national;
  municipality = {
    ...eksempelvik,
    gameGuilds: Array.from({ length: servers }, (_, index) => ({
      guildId: snowflake(20_000 + index),
      cardChannelId: snowflake(30_000 + index),
    })),
  };
  discord = new CountingDiscord();
  onDuty = [];
  places = {};
  faults.length = 0;
  vi.useFakeTimers({ now: openTime });
});
afterEach(() => {
  vi.useRealTimers();
});

const markerOf = (name: string): number => Number(name.replaceAll(/\D/gu, '').slice(-9)) + 1;
const cards = (rest = discord.rest()) =>
  createPublicCards({
    rest,
    botId,
    now: () => Date.now(),
    contacts,
    pseudonyms: { marker: markerOf, nonce: (name) => name.slice(-20) },
    knownDuty: () => Promise.resolve(onDuty),
    findPlaces: () => Promise.resolve(places),
    savePlaces: (_, next) => {
      places = next;
      return Promise.resolve();
    },
    onFault: (fault) => faults.push(fault),
  });
/** How long it takes, milliseconds of the clock Discord sees. */
async function timed(work: Promise<unknown>): Promise<number> {
  const before = Date.now();
  let end: number | undefined;
  void work.then(() => {
    end = Date.now();
  });
  while (end === undefined) await vi.advanceTimersByTimeAsync(100);
  return end - before;
}
const shows = (words: string) =>
  municipality.gameGuilds.filter(({ cardChannelId }) => JSON.stringify(discord.cardsIn(cardChannelId)).includes(words));

describe('cards in 500 servers', () => {
  it('are put up once, within Discord’s limit', async () => {
    await timed(cards().ensure(municipality));
    expect(discord.count('POST')).toBe(servers);
    expect(discord.busiestSecond()).toBeLessThanOrEqual(globalLimit);
    expect(faults).toEqual([]);
  });

  it('are all true within twenty seconds of a change, by one edit each, leaving room for other requests', async () => {
    const up = cards();
    await timed(up.ensure(municipality));
    discord.requests.length = 0;
    onDuty = [{ signature: 'Kari, saksbehandler', themes: [] }];
    expect(await timed(up.ensure(municipality))).toBeLessThan(20 * secondMs);
    expect(shows('Kari, saksbehandler')).toHaveLength(servers);
    expect(discord.requests).toHaveLength(servers);
    expect(discord.count('PATCH')).toBe(servers);
    expect(discord.busiestSecond()).toBeLessThanOrEqual(globalLimit - 15);
  });

  it('are all true within twenty seconds of a change that comes in the midst of another', async () => {
    const up = cards();
    await timed(up.ensure(municipality));
    onDuty = [{ signature: 'Kari, saksbehandler', themes: [] }];
    const first = up.ensure(municipality);
    await vi.advanceTimersByTimeAsync(10 * secondMs);
    onDuty = [];
    expect(await timed(Promise.all([first, up.ensure(municipality)]))).toBeLessThan(20 * secondMs);
    expect(shows('Kari, saksbehandler')).toEqual([]);
  });

  it('become one more round when twenty changes come during one', async () => {
    const up = cards();
    await timed(up.ensure(municipality));
    discord.requests.length = 0;
    const changes = Array.from({ length: 20 }, (_, index) => {
      onDuty = [{ signature: `Person${index}, saksbehandler`, themes: [] }];
      return up.ensure(municipality);
    });
    onDuty = [{ signature: 'Sist, saksbehandler', themes: [] }];
    await timed(Promise.all(changes));
    expect(shows('Sist, saksbehandler')).toHaveLength(servers);
    expect(discord.requests.length).toBeLessThanOrEqual(2 * servers);
  });

  it('are not sent again when nothing has changed', async () => {
    const up = cards();
    await timed(up.ensure(municipality));
    discord.requests.length = 0;
    await timed(up.ensure(municipality));
    expect(discord.requests).toEqual([]);
  });

  it('are found again after a restart where they were noted, by one request each', async () => {
    await timed(cards().ensure(municipality));
    discord.requests.length = 0;
    await timed(cards().ensure(municipality));
    expect([discord.count('PATCH'), discord.requests.length]).toEqual([servers, servers]);
  });

  it('are found again by their marker after a restart with an empty store', async () => {
    await timed(cards().ensure(municipality));
    places = {};
    discord.requests.length = 0;
    await timed(cards().ensure(municipality));
    expect([discord.count('POST'), discord.count('GET'), discord.count('PATCH')]).toEqual([0, servers, servers]);
  });
});

describe('one card', () => {
  const channel = () => municipality.gameGuilds[0]?.cardChannelId ?? '';
  const few = () => ({ ...municipality, gameGuilds: municipality.gameGuilds.slice(0, 2) });

  it('that was deleted is put up again at the next change', async () => {
    const up = cards();
    await timed(up.ensure(few()));
    discord.channels.set(channel(), []);
    onDuty = [{ signature: 'Ola, vakthavende', themes: [] }];
    await timed(up.ensure(few()));
    expect(discord.cardsIn(channel())).toHaveLength(1);
  });

  it('that was deleted is put up again when its turn to be looked for comes, and the others are left alone', async () => {
    const up = cards();
    await timed(up.ensure(few()));
    const [, second] = few().gameGuilds;
    discord.channels.set(second?.cardChannelId ?? '', []);
    discord.requests.length = 0;
    await timed(up.lookAfter(few()));
    await timed(up.lookAfter(few()));
    expect(few().gameGuilds.map(({ cardChannelId }) => discord.cardsIn(cardChannelId).length)).toEqual([1, 1]);
    expect([discord.count('POST'), discord.count('PATCH')]).toEqual([1, 1]);
    discord.requests.length = 0;
    await timed(up.lookAfter(few()));
    await timed(up.lookAfter(few()));
    expect([discord.requests.length, discord.count('GET')]).toEqual([2, 2]);
  });

  it('that cannot be put up does not hold up the others, and is told', async () => {
    const rest = discord.rest();
    const broken = {
      ...rest,
      post: (route: `/${string}`, options: object) =>
        route.includes(channel()) ? Promise.reject(new Error('no access')) : rest.post(route, options),
    } as unknown as REST;
    const ensuring = cards(broken).ensure(few());
    await timed(ensuring);
    expect(await ensuring).toBe(false);
    expect(faults).toHaveLength(1);
    expect(discord.count('POST')).toBe(1);
  });

  it('is the newest message after it was put up again, and the old one is gone', async () => {
    const up = cards();
    await timed(up.ensure(few()));
    const [old] = discord.cardsIn(channel());
    const reposting = up.repost(few(), '7');
    await timed(reposting);
    expect(await reposting).toEqual({ up: 2, failed: 0 });
    expect(discord.cardsIn(channel())).toHaveLength(1);
    expect(discord.cardsIn(channel())[0]?.id).not.toBe(old?.id);
  });
});
