import type { JsonValue } from '../json.ts';
import type { UploadedFile } from '../validation/message.ts';
import type { World } from '../world/world.ts';

/** One request of the bot, parsed. */
export interface RestRequest {
  readonly world: World;
  readonly query: URLSearchParams;
  readonly body: JsonValue | undefined;
  readonly files: readonly UploadedFile[];
  /** A `:name` part of the path. @throws Error when the route has no such part */
  readonly part: (name: string) => string;
  /** Addresses told to clients. */
  readonly addresses: { readonly gateway: string };
}

export interface RestReply {
  readonly status: number;
  readonly body?: unknown;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route<Handle = (request: RestRequest) => RestReply> {
  readonly method: Method;
  /** Segments; those starting with `:` match anything. */
  readonly segments: readonly string[];
  readonly path: string;
  readonly handle: Handle;
  /** False where the token in the path is the right to call. */
  readonly needsToken: boolean;
}

export function route<Handle = Route['handle']>(
  method: Method,
  path: string,
  handle: Handle,
  options: { readonly needsToken?: boolean } = {},
): Route<Handle> {
  return { method, path, segments: path.split('/').slice(1), handle, needsToken: options.needsToken ?? true };
}

export const ok = (body: unknown): RestReply => ({ status: 200, body });
export const created = (body: unknown): RestReply => ({ status: 201, body });
export const none: RestReply = { status: 204 };

export interface Match<Handle = Route['handle']> {
  readonly route: Route<Handle>;
  readonly parts: ReadonlyMap<string, string>;
}

/** Finds routes by method and path; literal segments win over named ones. */
export class RouteTable<Handle = Route['handle']> {
  readonly #routes: readonly Route<Handle>[];

  constructor(routes: readonly Route<Handle>[]) {
    const named = ({ segments }: Route<Handle>): number => segments.filter((segment) => segment.startsWith(':')).length;
    this.#routes = routes.toSorted((a, b) => named(a) - named(b));
  }

  find(method: string, path: string): Match<Handle> | 'wrong-method' | null {
    const segments = path.split('/').slice(1);
    let otherMethod = false;
    for (const candidate of this.#routes) {
      if (!fits(candidate.segments, segments)) continue;
      if (candidate.method !== method) {
        otherMethod = true;
        continue;
      }
      const parts = candidate.segments.flatMap((name, index) =>
        name.startsWith(':') ? [[name.slice(1), decoded(segments[index] ?? '')] as const] : [],
      );
      return { route: candidate, parts: new Map(parts) };
    }
    return otherMethod ? 'wrong-method' : null;
  }
}

/** A segment as written before it became part of an address; left as it is when that cannot be told. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  if (pattern.length !== segments.length) return false;
  return pattern.every((part, index) => {
    const segment = segments[index] ?? '';
    return part.startsWith(':') ? segment !== '' : part === segment;
  });
}
