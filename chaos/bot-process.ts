import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = new URL('../', import.meta.url);
const program = fileURLToPath(new URL('bin/utekontakt.mjs', root));
/** A process that ends by itself is started again after this, as a service manager would. */
const restartMs = 250;

/** One process of the real program, started again whenever it ends. */
export class BotProcess {
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: WriteStream | undefined;
  #child: ChildProcess | undefined;
  #stopping = false;
  #outageMs = restartMs;
  #startedAt = 0;
  /** Milliseconds from each start until it said that it was ready. */
  readonly startTimes: number[] = [];
  /** Codes of ends nobody asked for. */
  readonly ownEnds: string[] = [];
  /** The last lines on standard error, for the report of a run that went wrong. */
  lastWords = '';
  operationsPort: number | undefined;

  constructor(env: NodeJS.ProcessEnv, log: WriteStream | undefined) {
    this.#env = env;
    this.#log = log;
  }

  /** Starts it; resolves when it is connected for the first time. */
  async start(): Promise<void> {
    const ready = Promise.withResolvers<undefined>();
    this.#launch(() => {
      ready.resolve(undefined);
    });
    await ready.promise;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  #launch(onReady?: () => void): void {
    this.#startedAt = performance.now();
    const child = spawn(process.execPath, [program, 'start'], {
      cwd: fileURLToPath(root),
      env: this.#env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child = child;
    child.stdout?.on('data', (chunk: Buffer) => this.#log?.write(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      this.lastWords = `${this.lastWords}${chunk.toString('utf8')}`.slice(-2_000);
      this.#log?.write(chunk);
    });
    child.once('message', (message) => {
      this.startTimes.push(performance.now() - this.#startedAt);
      this.operationsPort = (message as { readonly operationsPort: number }).operationsPort;
      onReady?.();
    });
    child.once('exit', (code, signal) => {
      if (this.#stopping) return;
      const wasKilled = signal === 'SIGKILL';
      if (!wasKilled) this.ownEnds.push(`${code ?? signal ?? '?'}`);
      void wait(wasKilled ? this.#outageMs : restartMs).then(() => {
        if (!this.#stopping) this.#launch(onReady);
      });
    });
  }

  /** `kill -9`; it is back after `outageMs`. */
  kill(outageMs: number): void {
    this.#outageMs = outageMs;
    this.#child?.kill('SIGKILL');
  }

  /** Ends it for good and answers its exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return null;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    await once(child, 'exit');
    return child.exitCode;
  }
}
