import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { AtCase, Gate } from './gate.ts';

type CasePath = `/sak/:id${string}`;
type Handle = (at: AtCase, reply: FastifyReply, request: FastifyRequest) => Promise<FastifyReply>;

/** Ways to a case. Nothing of one runs before the gate has let this person through to this case. */
export function caseRoutes(app: FastifyInstance, gate: Gate) {
  const behindGate =
    (handle: Handle): RouteHandlerMethod =>
    async (request, reply) => {
      const at = await gate.atCase(request, reply);
      return at ? handle(at, reply, request) : reply;
    };
  return {
    get(path: CasePath, handle: Handle): void {
      app.get(path, behindGate(handle));
    },
    post(path: CasePath, handle: Handle): void {
      app.post(path, behindGate(handle));
    },
  };
}
