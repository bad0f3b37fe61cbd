import { createWriteStream, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { BotProcess } from './bot-process.ts';
import { restFaults } from './faults.ts';
import { startLocalDiscord } from './local-discord.ts';
import type { LocalDiscord } from './local-discord.ts';
import type { ChaosOptions } from './options.ts';
import { isStoreBlow, makePlan, tokenPattern } from './plan.ts';
import type { Plan } from './plan.ts';
import { openRunStore } from './stores.ts';
import type { RunStore } from './stores.ts';
import { judge } from './verdict.ts';
import type { Verdict, WrittenMessage } from './verdict.ts';

export interface Run {
  readonly verdict: Verdict;
  readonly kills: number;
  readonly drops: number;
  readonly storeBlows: number;
  readonly senders: number;
  readonly identifies: number;
  readonly resumes: number;
  readonly restStatuses: Readonly<Record<string, number>>;
  /** Milliseconds each start took until the process said that it was ready. */
  readonly startTimes: readonly number[];
  /** Processes that ended without being told to, by exit code. */
  readonly ownEnds: readonly string[];
  /** Exit codes of the orderly end. */
  readonly exitCodes: readonly (number | null)[];
  /** Largest resident memory seen, bytes. */
  readonly peakMemory: number;
  readonly lastWords: string;
}

/** With nothing new to be seen for this long, what is missing counts as lost. */
const patienceMs = 45_000;
const masterKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 5 + 3)).toString('base64');

/** Runs the real processes against the local Discord while things break, and judges what came of it. */
export async function runChaos(options: ChaosOptions): Promise<Run> {
  const plan = makePlan(options);
  const store = await openRunStore(options.store, options.folder);
  const discord = await startLocalDiscord(plan.senders);
  const { nonceWindowMs, sessionLifetimeMs, rateLimits } = options;
  Object.assign(discord.world.settings, { nonceWindowMs, sessionLifetimeMs, rateLimits });
  const log = options.log === undefined ? undefined : createWriteStream(options.log, { flags: 'a' });
  const env = {
    PATH: process.env['PATH'],
    DISCORD_TOKEN: discord.token,
    DISCORD_API: discord.apiUrl,
    // A local Discord without limits is asked as fast as work comes.
    ...(options.rateLimits === 'generous' ? { DISCORD_REQUESTS_PER_SECOND: '999' } : {}),
    STORE_URL: store.url,
    ERASURE_LEDGER: store.ledger,
    MASTER_KEY: masterKey,
    OPERATIONS_PORT: '0',
    NODE_ENV: 'test',
    NONCE_WINDOW_MS: String(Math.min(nonceWindowMs, 60_000)),
    LOG_LEVEL: log ? 'info' : 'silent',
  };
  const bots =
    options.intakes === 1
      ? [new BotProcess(env, log)]
      : [
          new BotProcess({ ...env, INTAKE_NAME: 'first' }, log),
          new BotProcess({ ...env, INTAKE_NAME: 'second', ROLES: 'intake' }, log),
        ];
  try {
    for (const bot of bots) await bot.start();
    const watch = watchMemory(bots);
    for (const fault of restFaults(options.faults, options.seed)) discord.rest.faults.arm(fault);
    const written = await playOut(plan, options, discord, bots, store);
    discord.rest.faults.disarm();
    await settled(written, discord);
    const exitCodes = await Promise.all(bots.map((bot) => bot.stop()));
    const oracle = discord.world.oracle.view();
    const threadNames = new Map([...discord.world.channels.values()].map(({ id, name }) => [id, name]));
    return {
      verdict: judge(written, oracle, threadNames),
      kills: plan.blows.filter(({ kind }) => kind === 'kill').length,
      drops: plan.blows.filter(({ kind }) => kind === 'drop' || kind === 'expire').length,
      storeBlows: plan.blows.filter(({ kind }) => isStoreBlow(kind)).length,
      senders: plan.senders,
      identifies: oracle.identifies,
      resumes: oracle.resumes,
      restStatuses: oracle.restStatuses,
      startTimes: bots.flatMap((bot) => bot.startTimes),
      ownEnds: bots.flatMap((bot) => bot.ownEnds),
      exitCodes,
      peakMemory: watch.stop(),
      lastWords: bots.map(({ lastWords }) => lastWords).join('\n'),
    };
  } finally {
    await Promise.all(bots.map((bot) => bot.stop('SIGKILL')));
    await discord.close();
    await store.close();
    log?.end();
  }
}

/** Writes every message and strikes every blow at its time. */
async function playOut(
  plan: Plan,
  options: ChaosOptions,
  discord: LocalDiscord,
  bots: readonly BotProcess[],
  store: RunStore,
): Promise<readonly WrittenMessage[]> {
  const began = performance.now();
  const until = (atMs: number): Promise<void> => wait(Math.max(0, atMs - (performance.now() - began)));
  const met = new Set<number>();
  const written: WrittenMessage[] = [];

  const writing = async (): Promise<void> => {
    for (const message of plan.messages) {
      await until(message.atMs);
      const firstContact = !met.has(message.sender);
      met.add(message.sender);
      written.push({ ...message, messageId: discord.write(message.sender, message.text), firstContact });
    }
  };
  const striking = async (): Promise<void> => {
    let turn = 0;
    for (const { atMs, kind } of plan.blows) {
      await until(atMs);
      if (isStoreBlow(kind)) {
        await store.strike(kind);
      } else if (kind === 'kill') {
        bots[turn % bots.length]?.kill(options.outageMs);
        turn += 1;
      } else {
        discord.gateway.act({ kind: kind === 'drop' ? 'drop' : 'expire-session' });
      }
    }
  };
  await Promise.all([writing(), striking()]);
  return written;
}

/** Waits until every message is seen, or nothing new has been seen for long. */
async function settled(written: readonly WrittenMessage[], { world }: LocalDiscord): Promise<void> {
  const missing = new Set(written.map(({ token }) => token));
  let looked = 0;
  let changedAt = performance.now();
  while (performance.now() - changedAt < patienceMs) {
    const { posts } = world.oracle.view();
    for (const { text } of posts.slice(looked)) {
      for (const token of text.match(tokenPattern) ?? []) missing.delete(token);
    }
    if (posts.length > looked) changedAt = performance.now();
    looked = posts.length;
    // A while longer once all is there: a copy would come late.
    if (missing.size === 0 && performance.now() - changedAt > 6_000) return;
    await wait(100);
  }
}

function watchMemory(bots: readonly BotProcess[]): { stop(): number } {
  let peak = 0;
  const timer = setInterval(() => {
    for (const { pid } of bots) if (pid !== undefined) peak = Math.max(peak, residentBytes(pid));
  }, 500);
  return {
    stop() {
      clearInterval(timer);
      return peak;
    },
  };
}

/** Source: proc(5), VmRSS in kB. 0 where the process is gone or there is no /proc. */
function residentBytes(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? 0 : Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}
