import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { InteractionReceipt, MessageView, RestFault } from '../../../sandbox/control-api.ts';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '../../../sandbox/sandbox.ts';
import { seedIds } from '../../../sandbox/seed.ts';
import { Visitor, buttonLabels, shownMessage, textOfMessage } from '../../../sandbox/visitor.ts';
import { assertNothingOfTheDesk } from './desk-words.ts';

const root = new URL('../../../', import.meta.url);
const program = fileURLToPath(new URL('bin/utekontakt.mjs', root));
const masterKey = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 7 + 1)).toString('base64');

/** The real program as a process of its own, against a sandbox. */
export class Bot {
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | undefined;
  /** Everything it has printed, over all starts. */
  output = '';

  constructor(env: NodeJS.ProcessEnv) {
    this.#env = env;
  }

  /** Starts it and waits until it is connected. @throws when it ends first */
  async start(extra: NodeJS.ProcessEnv = {}): Promise<{ readonly operationsPort: number }> {
    const child = this.launch(extra);
    const [message] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the bot ended with ${String(code)}: ${this.output}`);
      }),
    ])) as [{ operationsPort: number }];
    return message;
  }

  /** One of its commands, beside the running program. */
  async command(command: readonly string[], extra: NodeJS.ProcessEnv = {}) {
    const child = spawn(process.execPath, [program, ...command], {
      cwd: fileURLToPath(root),
      env: { ...this.#env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [stdout, stderr, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'exit') as Promise<[number | null]>,
    ]);
    return { status, stdout, stderr };
  }

  /** Starts it, or another of its commands, without waiting. */
  launch(extra: NodeJS.ProcessEnv = {}, command: readonly string[] = ['start']): ChildProcess {
    const child = spawn(process.execPath, [program, ...command], {
      cwd: fileURLToPath(root),
      env: { ...this.#env, ...extra },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (printed: string) => {
        this.output += printed;
      });
    }
    this.#child = child;
    return child;
  }

  /** Resolves with the exit code, or null when a signal ended it. */
  async ended(): Promise<number | null> {
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  }

  /** Without waiting for what it does. */
  signal(name: NodeJS.Signals): void {
    this.#child?.kill(name);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.signal(signal);
    return this.ended();
  }
}

export interface Scene {
  readonly sandbox: Sandbox;
  readonly bot: Bot;
  readonly kim: Visitor;
  readonly sander: Visitor;
  readonly kari: Visitor;
  readonly ola: Visitor;
  readonly berit: Visitor;
  /** A content producer. */
  readonly iben: Visitor;
  readonly dataDir: string;
  readonly requestLog: string;
  /** Makes the next matching requests of the bot fail. */
  fault(fault: RestFault): Promise<void>;
  control(method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, body?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** A sandbox with the real program in it. */
export async function openScene(options: SandboxOptions = {}, env: NodeJS.ProcessEnv = {}): Promise<Scene> {
  const dataDir = mkdtempSync(join(tmpdir(), 'utekontakt-e2e-'));
  const requestLog = join(dataDir, 'requests.jsonl');
  const sandbox = await startSandbox({ requestLog, ...options });
  const bot = new Bot({
    PATH: process.env['PATH'],
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API: sandbox.apiUrl,
    STORE_URL: `file:${join(dataDir, 'utekontakt.db')}`,
    ERASURE_LEDGER: join(dataDir, 'redis.erased'),
    MASTER_KEY: masterKey,
    OPERATIONS_PORT: '0',
    NODE_ENV: 'test',
    ...env,
  });
  const visitor = (name: keyof typeof seedIds.users): Visitor => new Visitor(sandbox.url, seedIds.users[name]);
  const control = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${sandbox.url}/sandbox${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer}`);
    return answer === '' ? undefined : (JSON.parse(answer) as unknown);
  };
  return {
    sandbox,
    bot,
    kim: visitor('kim'),
    sander: visitor('sander'),
    kari: visitor('kari'),
    ola: visitor('ola'),
    berit: visitor('berit'),
    iben: visitor('iben'),
    dataDir,
    requestLog,
    control,
    fault: async (fault) => {
      await control('POST', '/faults', fault);
    },
    async close() {
      await bot.stop('SIGKILL');
      await sandbox.close();
      try {
        // Every scene of the suite is looked through: nothing of the sealed desk goes to Discord.
        assertNothingOfTheDesk(requestLog);
      } finally {
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
}

export const staffChannel = seedIds.channels.vakt;
export const cardChannel = seedIds.channels.minecraftUtekontakten;

export const says =
  (words: string | RegExp) =>
  (message: MessageView): boolean =>
    typeof words === 'string' ? textOfMessage(message).includes(words) : words.test(textOfMessage(message));

/** What an interaction's answer has become once it is no longer «thinking». */
export async function answerTo(visitor: Visitor, receipt: InteractionReceipt): Promise<MessageView> {
  const shown = shownMessage(receipt);
  const isAnswered = (message: MessageView): boolean => message.id === shown.id && textOfMessage(message) !== '';
  return isAnswered(shown) ? shown : visitor.waitForMessage(shown.channelId, isAnswered);
}

/** Discord learns of commands a moment after the program is up. */
export async function commandIsThere(visitor: Visitor, channelId: string, name: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await visitor.commands(channelId)).some((command) => command.name === name)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no command ${name}`);
}

/** The service's public card, as this person sees it. */
export const publicCard = (visitor: Visitor): Promise<MessageView> =>
  visitor.waitForMessage(cardChannel, (message) => buttonLabels(message).includes('Når er dere her?'));

/** Every byte the program has left on disk, as text that can be searched. */
export const bytesOnDisk = (folder: string): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'requests.jsonl')
    .map(({ name }) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');
