import { readdir } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import {
  ApplicationCommandRegistries,
  LogLevel,
  RegisterBehavior,
  SapphireClient,
  container,
} from '@sapphire/framework';
import type { ILogger, Store as PieceStore } from '@sapphire/framework';
import type { LoaderStrategy, Piece } from '@sapphire/pieces';
import { GatewayIntentBits, Routes } from 'discord-api-types/v10';
import { secondMs } from '../core/time.ts';
import { PieceFault } from './piece-fault.ts';

interface ClientOptions {
  /** Another Discord-compatible server, without a trailing slash. */
  readonly api?: string;
  /** Asks until there is an answer; a question that hangs is given up by the signal. */
  readonly patiently: <Answer>(ask: (signal: AbortSignal) => Promise<Answer>) => Promise<Answer>;
  /** Something inside the framework went wrong; the text itself may quote people and is not passed on. */
  readonly onTrouble: (level: 'warn' | 'error') => void;
}

/** The parts of the framework's loader that are set. */
type Loading = Pick<LoaderStrategy<Piece>, 'supportedExtensions' | 'preload' | 'onError'>;

/** Guild events and interactions only; no privileged intent, and no message reaches this client at all. */
export const appIntents = [GatewayIntentBits.Guilds] as const;

/** The Sapphire client, not yet connected. Its pieces are loaded by `loadPieces`. */
export function createClient({ api, patiently, onTrouble }: ClientOptions): SapphireClient {
  ApplicationCommandRegistries.setDefaultBehaviorWhenNotIdentical(RegisterBehavior.BulkOverwrite);
  const client = new SapphireClient({
    intents: [...appIntents],
    baseUserDirectory: null,
    allowedMentions: { parse: [], repliedUser: false },
    rest: { version: '10', retries: 0, timeout: 5 * secondMs, ...(api ? { api } : {}) },
    loadDefaultErrorListeners: false,
    loadApplicationCommandRegistriesStatusListeners: false,
    logger: { instance: quietLogger(onTrouble) },
  });
  askForGatewayPatiently(client, patiently);
  return client;
}

/** The library gives up for good at the first answer that fails, and an ended login takes the other roles with it. */
function askForGatewayPatiently({ rest }: SapphireClient, patiently: ClientOptions['patiently']): void {
  const get = rest.get.bind(rest);
  rest.get = (route, options) =>
    route === Routes.gatewayBot() ? patiently((signal) => get(route, { ...options, signal })) : get(route, options);
}

/**
 * Loads every piece under `root` (`commands/`, `listeners/`, `interaction-handlers/`), in TypeScript as it is. Done before
 * anything connects, so that a broken piece leaves nothing half-started.
 * @throws PieceFault naming every file that gave no piece
 */
export async function loadPieces({ stores }: SapphireClient, root: URL): Promise<void> {
  const failed: string[] = [];
  const all = [...stores.values()] as unknown as readonly PieceStore<Piece>[];
  for (const strategy of new Set(all.map((store) => store.strategy as unknown as Loading))) {
    strategy.supportedExtensions.push('.ts');
    strategy.preload = (file) => import(pathToFileURL(file.path).href) as ReturnType<typeof strategy.preload>;
    strategy.onError = (_fault, path) => {
      failed.push(path.split('/').slice(-2).join('/'));
    };
  }
  stores.registerPath(root);
  await Promise.all(all.map((store) => store.loadAll()));
  for (const store of all) {
    const names = await pieceFiles(new URL(`${store.name}/`, root));
    failed.push(...names.filter((name) => !store.has(name)).map((name) => `${store.name}/${name}.ts`));
    // Logging in would load everything once more, and end half of what is loaded.
    store.loadAll = () => Promise.resolve();
  }
  if (failed.length > 0) throw new PieceFault([...new Set(failed)].sort());
}

/** Puts what pieces may use into the container: the one thing they see. */
export const provideApp = (app: typeof container.app): void => {
  container.app = app;
};

async function pieceFiles(folder: URL): Promise<readonly string[]> {
  try {
    const files = await readdir(folder);
    return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}

/** The framework's own log lines may hold whatever an error held: only that there was trouble is kept. */
function quietLogger(onTrouble: ClientOptions['onTrouble']): ILogger {
  const nothing = (): void => undefined;
  const warn = (): void => {
    onTrouble('warn');
  };
  const error = (): void => {
    onTrouble('error');
  };
  return {
    has: (level) => level >= LogLevel.Warn,
    trace: nothing,
    debug: nothing,
    info: nothing,
    warn,
    error,
    fatal: error,
    write: (level) => {
      if (level >= LogLevel.Error) error();
      else if (level >= LogLevel.Warn) warn();
    },
  };
}
