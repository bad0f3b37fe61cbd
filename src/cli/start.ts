import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { main } from '../main.ts';
import { readEnvironment } from '../settings/environment.ts';
import type { Settings } from '../settings/environment.ts';
import { configurationExitCode, faultLine } from '../settings/fault.ts';
import { SettingsRefused } from '../settings/refused.ts';
import { masterKeyFor } from '../system/configured-store.ts';
import type { Terminal } from './terminal.ts';

const root = new URL('../../', import.meta.url);
/** A bot that ended unexpectedly is started again, as a service manager would. */
const restartMs = 500;

/**
 * `utekontakt start`: with DISCORD_TOKEN the program runs against Discord; without it, a local sandbox is started with
 * an invented municipality in it, and the real program beside it.
 * @returns when it was told to stop: 0; 78 for something that must be put right first
 */
export async function start(_args: readonly string[], { environment, out, err }: Terminal): Promise<number> {
  const settings = readEnvironment(environment);
  if (!settings.ok) {
    for (const fault of settings.faults) err(`${faultLine(fault)}\n`);
    return configurationExitCode;
  }
  if (settings.value.platform.kind === 'discord') {
    await main(environment);
    return 0;
  }
  try {
    return await startInSandbox(settings.value, environment, out);
  } catch (fault) {
    if (!(fault instanceof SettingsRefused)) throw fault;
    for (const one of fault.faults) err(`${faultLine(one)}\n`);
    return configurationExitCode;
  }
}

interface SandboxAddress {
  readonly url: string;
  readonly apiUrl: string;
  readonly token: string;
}

async function startInSandbox(
  settings: Settings,
  environment: NodeJS.ProcessEnv,
  out: Terminal['out'],
): Promise<number> {
  const fresh = environment['STORE_URL'] === undefined;
  const storeUrl = environment['STORE_URL'] ?? 'file:data/sandbox/utekontakt.db';
  // The sandbox forgets when it stops, so what was stored about it would point nowhere.
  if (fresh) rmSync(new URL('data/sandbox/', root), { recursive: true, force: true });
  const masterKey = fresh ? masterKeyFor({ kind: 'made-up' }) : masterKeyFor(settings.masterKey);

  const sandbox = fork(new URL('sandbox/main.ts', root), {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const address = await firstMessage<SandboxAddress>(sandbox);
  const bot = superviseBot({
    ...environment,
    DISCORD_TOKEN: address.token,
    DISCORD_API: address.apiUrl,
    SANDBOX_CLOCK_URL: `${address.url}/sandbox/clock`,
    STORE_URL: storeUrl,
    MASTER_KEY: Buffer.from(masterKey).toString('base64'),
    MASTER_KEY_FILE: '',
    OPERATIONS_PORT: environment['OPERATIONS_PORT'] ?? '0',
    LOG_LEVEL: environment['LOG_LEVEL'] ?? 'warn',
  });
  const stopped = stopOnSignal(bot, sandbox);
  await bot.ready;
  out(`Sandbox: ${address.url}\n`);
  return stopped;
}

interface SupervisedBot {
  /** Resolves when the bot is connected; rejects when it refuses to start. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

function superviseBot(env: NodeJS.ProcessEnv): SupervisedBot {
  const { promise: ready, resolve, reject } = Promise.withResolvers<undefined>();
  let stopping = false;
  let bot = launch();

  function launch(): ChildProcess {
    const child = fork(new URL('bin/utekontakt.mjs', root), ['start'], {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('message', () => {
      resolve(undefined);
    });
    child.once('exit', (code) => {
      if (code === configurationExitCode) reject(new BotRefused());
      else if (!stopping) {
        setTimeout(() => {
          if (!stopping) bot = launch();
        }, restartMs);
      }
    });
    return child;
  }

  return {
    ready,
    async stop() {
      stopping = true;
      if (bot.exitCode !== null || bot.signalCode !== null) return;
      const gone = new Promise((done) => bot.once('exit', done));
      bot.kill('SIGTERM');
      await gone;
    },
  };
}

/** The bot has said on standard error what is wrong. */
class BotRefused extends Error {}

function stopOnSignal(bot: SupervisedBot, sandbox: ChildProcess): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const end = async (code: number): Promise<void> => {
    await bot.stop();
    sandbox.kill('SIGTERM');
    resolve(code);
  };
  process.once('SIGINT', () => void end(0));
  process.once('SIGTERM', () => void end(0));
  bot.ready.catch(() => end(configurationExitCode));
  return promise;
}

/** What a child says first. @throws SettingsRefused when it ends before it has said anything */
function firstMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => {
      resolve(message as Message);
    });
    child.once('exit', () => {
      reject(new SettingsRefused('SANDBOX_PORT', 'the port is in use; choose another'));
    });
  });
}
