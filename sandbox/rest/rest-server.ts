import { setTimeout as wait } from 'node:timers/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RestFault } from '../control-api.ts';
import { ApiError, refuse } from '../errors.ts';
import type { World } from '../world/world.ts';
import { FaultDesk } from './faults.ts';
import { RateLimits, type Verdict } from './rate-limit.ts';
import { parseBody, readAll, type ParsedBody } from './request-body.ts';
import type { RequestLog } from './request-log.ts';
import { RouteTable, type Match, type RestReply } from './route.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { guildRoutes } from './routes/guilds.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { scheduledEventRoutes } from './routes/scheduled-events.ts';
import { userRoutes } from './routes/users.ts';

const table = new RouteTable([
  ...userRoutes,
  ...guildRoutes,
  ...scheduledEventRoutes,
  ...channelRoutes,
  ...messageRoutes,
  ...commandRoutes,
  ...interactionRoutes,
]);

interface Call {
  readonly method: string;
  /** Without `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly parsed: ParsedBody;
  readonly headers: Record<string, string>;
}

/** REST v10: finds the route, checks token, faults and rates, and answers in Discord's shapes. */
export class RestServer {
  readonly faults = new FaultDesk();
  readonly #world: World;
  readonly #limits = new RateLimits();
  readonly #log: RequestLog;
  readonly #addresses: { readonly gateway: string };

  constructor(world: World, log: RequestLog, addresses: { readonly gateway: string }) {
    this.#world = world;
    this.#log = log;
    this.#addresses = addresses;
  }

  /** @param path the path without query */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    const method = request.method ?? 'GET';
    const inner = path.replace(/^\/api(?:\/v\d+)?/u, '');
    const headers: Record<string, string> = {};
    const fault = this.faults.hit(method, inner);
    try {
      if (!/^\/api(?:\/v10)?\//u.test(path)) throw new ApiError(400, 50041, 'Invalid API version');
      const raw = await readAll(request);
      const parsed = parseBody(raw, request.headers['content-type'] ?? '');
      this.#log.write(method, query.size === 0 ? path : `${path}?${query.toString()}`, parsed.body);
      const call: Call = { method, path: inner, query, parsed, headers };
      if (fault !== null && (await this.#beforehand(fault, response, headers))) return;
      const reply = this.#carryOut(call, request.headers.authorization);
      if (fault !== null && this.#afterwards(fault, response, headers)) return;
      this.#send(response, reply, headers);
    } catch (error) {
      this.#send(response, this.#refusal(error), headers);
    }
  }

  #carryOut(call: Call, authorization: string | undefined): RestReply {
    const match = table.find(call.method, call.path);
    if (match === null) throw refuse(0);
    if (match === 'wrong-method') throw new ApiError(405, 0, '405: Method Not Allowed');
    this.#checkToken(match, authorization);
    const verdict = this.#takeTurn(match, call);
    Object.assign(call.headers, verdict.headers);
    if (verdict.refused !== null) return rateLimited(verdict.refused.retryAfterMs, verdict.refused.scope, call.headers);
    const { parts, route } = match;
    return route.handle({
      world: this.#world,
      query: call.query,
      body: call.parsed.body,
      files: call.parsed.files,
      addresses: this.#addresses,
      part: (name) => {
        const part = parts.get(name);
        if (part === undefined) throw new Error(`route ${route.path} has no part ${name}`);
        return part;
      },
    });
  }

  #checkToken({ route }: Match, authorization: string | undefined): void {
    const known = authorization === `Bot ${this.#world.application.token}`;
    if (this.#world.settings.unauthorized || (route.needsToken && !known))
      throw new ApiError(401, 0, '401: Unauthorized');
  }

  #takeTurn({ route, parts }: Match, { method }: Call): Verdict {
    // Callbacks have no bucket and do not count towards the 50 a second.
    const isCallback = route.path.endsWith('/callback');
    if (isCallback) return { headers: {}, refused: null };
    const major = ['channel', 'guild', 'token'].map((name) => parts.get(name) ?? '').join(':');
    const { rateLimits } = this.#world.settings;
    return this.#limits.take(rateLimits, method, route.path, major, route.needsToken, performance.now(), Date.now());
  }

  /** True when the fault has answered, or never will. */
  async #beforehand(fault: RestFault, response: ServerResponse, headers: Record<string, string>): Promise<boolean> {
    switch (fault.kind) {
      case 'refuse':
        this.#send(response, faultReply(fault), headers);
        return true;
      case 'rate-limit':
        this.#send(response, rateLimited(fault.retryAfterMs ?? 1_000, fault.scope ?? 'user', headers), headers);
        return true;
      case 'hang':
        this.#world.oracle.answered('hang');
        return true;
      case 'reset':
        this.#cut(response);
        return true;
      case 'delay':
        await wait(fault.delayMs ?? 1_000);
        return false;
      case 'fail-after':
      case 'hang-after':
      case 'reset-after':
        return false;
    }
  }

  #afterwards(fault: RestFault, response: ServerResponse, headers: Record<string, string>): boolean {
    switch (fault.kind) {
      case 'fail-after':
        this.#send(response, faultReply(fault), headers);
        return true;
      case 'hang-after':
        this.#world.oracle.answered('hang');
        return true;
      case 'reset-after':
        this.#cut(response);
        return true;
      default:
        return false;
    }
  }

  #cut(response: ServerResponse): void {
    this.#world.oracle.answered('reset');
    response.socket?.resetAndDestroy();
  }

  #refusal(error: unknown): RestReply {
    if (error instanceof ApiError) return { status: error.status, body: error.body() };
    console.error('sandbox: bug while answering a REST request', error);
    return { status: 500, body: { message: '500: Internal Server Error', code: 0 } };
  }

  #send(response: ServerResponse, { status, body }: RestReply, headers: Record<string, string>): void {
    this.#world.oracle.answered(String(status));
    if (response.destroyed) return;
    const text = body === undefined ? '' : JSON.stringify(body);
    response.writeHead(status, { ...headers, ...(text === '' ? {} : { 'content-type': 'application/json' }) });
    response.end(text);
  }
}

function faultReply({ status, code, message }: RestFault): RestReply {
  const chosen = status ?? 502;
  return { status: chosen, body: { message: message ?? `${chosen}: sandbox fault`, code: code ?? 0 } };
}

function rateLimited(
  retryAfterMs: number,
  scope: 'user' | 'shared' | 'global',
  headers: Record<string, string>,
): RestReply {
  const seconds = Math.max(0.001, retryAfterMs / 1000);
  headers['retry-after'] = String(Math.ceil(seconds));
  headers['x-ratelimit-scope'] = scope;
  headers['x-ratelimit-reset-after'] = seconds.toFixed(3);
  if (scope === 'global') headers['x-ratelimit-global'] = 'true';
  return {
    status: 429,
    body: {
      message: 'You are being rate limited.',
      retry_after: Number(seconds.toFixed(3)),
      global: scope === 'global',
    },
  };
}
