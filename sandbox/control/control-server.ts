import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { ApiError } from '../errors.ts';
import type { GatewayServer } from '../gateway/gateway-server.ts';
import { parseJson, type JsonValue } from '../json.ts';
import { readAll } from '../rest/request-body.ts';
import type { RestServer } from '../rest/rest-server.ts';
import { RouteTable } from '../rest/route.ts';
import type { World } from '../world/world.ts';
import type { ControlHandle, ControlRequest } from './control-route.ts';
import { machineRoutes } from './machine-routes.ts';
import { userRoutes } from './user-routes.ts';
import { worldRoutes } from './world-routes.ts';

const table = new RouteTable<ControlHandle>([...userRoutes, ...worldRoutes, ...machineRoutes]);

/** The control API over HTTP. Reachable on loopback only, and only by pages of the sandbox itself. */
export class ControlServer {
  readonly #parts: Pick<ControlRequest, 'world' | 'gateway' | 'rest'>;

  constructor(world: World, gateway: GatewayServer, rest: RestServer) {
    this.#parts = { world, gateway, rest };
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    query: URLSearchParams,
  ): Promise<void> {
    try {
      const match = table.find(request.method ?? 'GET', path);
      if (match === null || match === 'wrong-method') throw new ApiError(404, 0, 'no such control route');
      const raw = await readAll(request);
      const body: JsonValue | undefined = raw.length === 0 ? undefined : parseJson(raw.toString('utf8'));
      const reply = await match.route.handle({
        ...this.#parts,
        query,
        body,
        part: (name) => match.parts.get(name) ?? '',
      });
      send(response, reply === undefined ? 204 : 200, reply);
    } catch (error) {
      const { status, body } = refusal(error);
      send(response, status, body);
    }
  }
}

function refusal(error: unknown): { readonly status: number; readonly body: unknown } {
  if (error instanceof ApiError) return { status: error.status, body: error.body() };
  if (error instanceof z.ZodError) return { status: 400, body: { message: z.prettifyError(error), code: 0 } };
  if (error instanceof SyntaxError) return { status: 400, body: { message: 'the body is not JSON', code: 0 } };
  console.error('sandbox: bug while answering a control request', error);
  return { status: 500, body: { message: 'the sandbox failed', code: 0 } };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (response.destroyed) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, text === '' ? {} : { 'content-type': 'application/json' });
  response.end(text);
}
