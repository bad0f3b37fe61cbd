import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { startLocalDiscord } from '../../../chaos/local-discord.ts';
import type { LocalDiscord } from '../../../chaos/local-discord.ts';
import type { ReceivedPost, Settings } from '../../../sandbox/control-api.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { assertNothingOfTheDesk } from '../service/desk-words.ts';
import { Bot } from '../service/harness.ts';

export const masterKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 3 + 5)).toString('base64');
export const staffChannels: readonly string[] = [seedIds.channels.vakt, seedIds.channels.reserveVakt];
export const acuteWords = 'jeg vil dø i kveld. har skrevet farvelbrev og orker ikke mer';
export const ordinaryWords = 'hei, dette er en melding til øvelsen';

/** The real program, the local Discord with a crowd in it, and what really went over the wire. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly folder: string;
  /** Another process of the program on the same store. */
  process(extra: NodeJS.ProcessEnv): Bot;
  /** All posts so far, or those with these words. */
  posts(words?: string): readonly ReceivedPost[];
  /** Posts with these words, as soon as there are any. @throws after `limitMs` */
  shown(words: string, limitMs?: number): Promise<readonly ReceivedPost[]>;
  alerts(): readonly ReceivedPost[];
  toSenders(): readonly ReceivedPost[];
  /** Every post went to the municipality's staff or to a sender; no post was made twice. */
  expectNothingAstray(): void;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly settings?: Partial<Settings>;
  readonly env?: NodeJS.ProcessEnv;
}

export async function openStage({ settings = {}, env = {} }: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'utekontakt-delivery-'));
  const requestLog = join(folder, 'requests.jsonl');
  const discord = await startLocalDiscord(50, requestLog);
  Object.assign(discord.world.settings, settings);
  const bots: Bot[] = [];
  const process = (extra: NodeJS.ProcessEnv): Bot => {
    const bot = new Bot({
      PATH: globalThis.process.env['PATH'],
      DISCORD_TOKEN: discord.token,
      DISCORD_API: discord.apiUrl,
      STORE_URL: `file:${join(folder, 'utekontakt.db')}`,
      ERASURE_LEDGER: join(folder, 'redis.erased'),
      MASTER_KEY: masterKey,
      OPERATIONS_PORT: '0',
      NODE_ENV: 'test',
      ...env,
      ...extra,
    });
    bots.push(bot);
    return bot;
  };
  const bot = process({});
  const posts = (words = ''): readonly ReceivedPost[] =>
    discord.world.oracle.view().posts.filter(({ text }) => text.includes(words));

  return {
    discord,
    bot,
    folder,
    process,
    posts,
    async shown(words, limitMs = 20_000) {
      await until(() => posts(words).length > 0, limitMs, `post with «${words}»`);
      return posts(words);
    },
    alerts: () => posts(`<@&${seedIds.roles.vakthavende}>`),
    toSenders: () => posts().filter(({ recipientId }) => recipientId !== null),
    expectNothingAstray() {
      const cardChannels: readonly string[] = [
        seedIds.channels.minecraftUtekontakten,
        seedIds.channels.robloxUtekontakten,
      ];
      const astray = posts().filter(
        ({ recipientId, channelId, parentId }) =>
          recipientId === null && ![...staffChannels, ...cardChannels].includes(parentId ?? channelId),
      );
      expect(astray).toEqual([]);
      const nonces = posts().flatMap(({ nonce }) => nonce ?? []);
      expect(nonces.filter((nonce, index) => nonces.indexOf(nonce) !== index)).toEqual([]);
    },
    async close() {
      for (const one of bots) await one.stop('SIGKILL');
      await discord.close();
      try {
        assertNothingOfTheDesk(requestLog);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

/** Looks again until it is so. @throws after `limitMs` */
export async function until(isSo: () => boolean | Promise<boolean>, limitMs = 20_000, what = 'change'): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`no ${what} within ${limitMs} ms`);
    await wait(25);
  }
}

/** Long enough for a copy to come, were there one. */
export const aWhile = (): Promise<void> => wait(1_500);

/** A made-up word that redaction leaves alone, found nowhere else. */
export function madeUpWord(index: number): string {
  const syllables = ['ba', 'do', 'fu', 'gi', 'ka', 'lo', 'mu', 'ni', 'pa', 'ro'];
  const digits = String(index).padStart(4, '0');
  return `zq${[...digits].map((digit) => syllables[Number(digit)] ?? '').join('')}`;
}
