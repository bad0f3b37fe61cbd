import { z } from 'zod';
import type { GatewayServer } from '../gateway/gateway-server.ts';
import type { JsonValue } from '../json.ts';
import type { RestServer } from '../rest/rest-server.ts';
import type { World } from '../world/world.ts';

export interface ControlRequest {
  readonly world: World;
  readonly gateway: GatewayServer;
  readonly rest: RestServer;
  readonly query: URLSearchParams;
  readonly body: JsonValue | undefined;
  readonly part: (name: string) => string;
}

/** Gives the answer's body; undefined answers 204. */
export type ControlHandle = (request: ControlRequest) => unknown;

/** @throws ZodError naming what does not fit */
export function parse<Schema extends z.ZodType<object>>(schema: Schema, { body }: ControlRequest): z.infer<Schema> {
  return schema.parse(body ?? {});
}
