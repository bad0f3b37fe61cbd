import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ControlServer } from './control/control-server.ts';
import { EventStream } from './control/event-stream.ts';
import type { Settings } from './control-api.ts';
import { PRIVILEGED } from './gateway/intents.ts';
import { GatewayServer } from './gateway/gateway-server.ts';
import { RequestLog } from './rest/request-log.ts';
import { RestServer } from './rest/rest-server.ts';
import { addNeighbour } from './seed-neighbour.ts';
import { seedIds, seedToken, seedWorld } from './seed.ts';
import type { World } from './world/world.ts';
import { serveFile } from './static-files.ts';
import { GatewayIntentBits } from './discord-codes.ts';

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Every REST request of the bot is appended here as one JSON object a line. Default: `SANDBOX_REQUEST_LOG`. */
  readonly requestLog?: string;
  /** Privileged intents the application has been granted, as a bit set. Default none. */
  readonly privilegedIntents?: number;
  readonly settings?: Partial<Settings>;
  /** A second municipality's guild beside the first. */
  readonly neighbour?: boolean;
}

export interface Sandbox {
  readonly port: number;
  /** Where the page and the control API are, without slash at the end. */
  readonly url: string;
  /** For `rest.api` of discord.js, without version and slash. */
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  readonly token: string;
  readonly ids: typeof seedIds;
  close(): Promise<void>;
}

/**
 * Starts a local Discord with the invented municipality in it, on 127.0.0.1 only.
 * @throws Error with `code: 'EADDRINUSE'` when the port is taken
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = seedWorld();
  if (options.neighbour) addNeighbour(world);
  Object.assign(world.settings, options.settings);
  const privileged = (options.privilegedIntents ?? 0) & PRIVILEGED;
  world.mayReadContent = (privileged & GatewayIntentBits.MessageContent) !== 0;
  const log = new RequestLog(options.requestLog ?? process.env['SANDBOX_REQUEST_LOG']);

  const http = createServer({ keepAliveTimeout: 30_000 });
  await listening(http, options.port ?? 0);
  const { port } = http.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const gatewayUrl = `ws://127.0.0.1:${port}/gateway`;
  world.baseUrl = url;

  const gateway = new GatewayServer(world, privileged, () => gatewayUrl);
  const rest = new RestServer(world, log, { gateway: gatewayUrl });
  const control = new ControlServer(world, gateway, rest);
  const stream = new EventStream(world);

  http.on('request', (request, response) => {
    void answer(request, response, { rest, control, world, port });
  });
  http.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (/^\/gateway\/?$/u.test(pathname)) gateway.upgrade(request, socket, head, searchParams);
    else if (pathname === '/sandbox/events' && isOwnPage(request, port))
      stream.upgrade(request, socket, head, searchParams);
    else socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  });

  return {
    port,
    url,
    apiUrl: `${url}/api`,
    gatewayUrl,
    token: seedToken,
    ids: seedIds,
    close: async () => {
      gateway.close();
      stream.close();
      world.interactions.close();
      const closed = Promise.withResolvers<undefined>();
      http.close(() => {
        closed.resolve(undefined);
      });
      http.closeAllConnections();
      await closed.promise;
      await log.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: { readonly rest: RestServer; readonly control: ControlServer; readonly world: World; readonly port: number },
): Promise<void> {
  response.on('error', () => {
    response.destroy();
  });
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname.startsWith('/api/')) return parts.rest.handle(request, response, pathname, searchParams);
  if (pathname.startsWith('/sandbox/')) {
    if (isOwnPage(request, parts.port)) return parts.control.handle(request, response, pathname, searchParams);
    response.writeHead(403).end();
    return undefined;
  }
  if (pathname.startsWith('/attachments/')) {
    parts.world.oracle.attachmentFetched();
    response.writeHead(404).end();
    return undefined;
  }
  return serveFile(response, pathname);
}

/** Other web pages open in the same browser must not reach the control API, nor may a foreign name resolve to it. */
function isOwnPage({ headers }: IncomingMessage, port: number): boolean {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  return own.includes(host ?? '') && (origin === undefined || own.some((name) => origin === `http://${name}`));
}

async function listening(server: Server, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject);
    resolve(undefined);
  });
  await promise;
}
