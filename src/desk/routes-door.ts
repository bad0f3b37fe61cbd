import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { purposes } from '../core/incident/dossier.ts';
import type { Purpose } from '../core/incident/dossier.ts';
import type { DeskOptions } from './desk.ts';
import { cookieName, cookieOf, readerAtDoor, send, signedOutPage } from './gate.ts';
import type { Gate } from './gate.ts';
import { enterPage, leavingPage } from './pages/door.ts';
import { caseAddress, notice } from './pages/layout.ts';
import { postedOf } from './posted.ts';
import type { Sessions } from './sessions.ts';

/** Where the provider sends the browser back when it has signed out there. */
export const signedOutPath = '/logget-ut';

const isPurpose = (value: string | undefined): value is Purpose =>
  (purposes as readonly (string | undefined)[]).includes(value);

const attributesOf = (secure: boolean): string => `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

/** A session of its own for whoever comes in, in place of the one the browser had. */
export function beginSession(
  { secure, now }: DeskOptions,
  sessions: Sessions,
  request: FastifyRequest,
  reply: FastifyReply,
  who: Parameters<Sessions['begin']>[0],
): FastifyReply {
  sessions.end(cookieOf(request, secure) ?? '');
  const session = sessions.begin(who, now());
  return reply.header('set-cookie', `${cookieName(secure)}=${session.id}${attributesOf(secure)}`);
}

/** In, out, and the reason for opening a case. */
export function addDoorRoutes(app: FastifyInstance, options: DeskOptions, sessions: Sessions, gate: Gate): void {
  const { flows, secure } = options;

  app.get('/inn/:token', (request, reply) => {
    const { token } = request.params as { readonly token: string };
    return send(reply, enterPage(token, options.oidc !== undefined, readerAtDoor(options)));
  });

  app.post('/inn', async (request, reply) => {
    // Where the municipality has a sign-in of its own, a link alone is not enough.
    const reader = readerAtDoor(options);
    const { texts } = reader;
    if (options.oidc) return send(reply, notice(texts.oidc.signedOut, reader), 403);
    const outcome = await flows.enter(postedOf(request)['token'] ?? '');
    if (outcome.kind !== 'entered') {
      const text = outcome.kind === 'not-permitted' ? texts.enter.refused : texts.enter[outcome.kind];
      return send(reply, notice({ title: texts.enter.title, text }, reader), 403);
    }
    const { staff, caseId } = outcome;
    const { id: staffId, municipalityId } = staff;
    return beginSession(options, sessions, request, reply, { staffId, municipalityId }).redirect(
      caseAddress(caseId),
      303,
    );
  });

  app.post('/ut', async (request, reply) => {
    const visitor = await gate.signed(request, reply);
    if (!visitor) return reply;
    sessions.end(visitor.session.id);
    void reply.header('set-cookie', `${cookieName(secure)}=${attributesOf(secure)}; Max-Age=0`);
    const { atProvider } = visitor.session;
    const onTo = atProvider && (await options.oidc?.leave(atProvider, `${options.address()}${signedOutPath}`));
    return send(reply, onTo === undefined ? signedOutPage(request, options) : leavingPage(onTo, readerAtDoor(options)));
  });

  app.post('/sak/:id/formal', async (request, reply) => {
    const visitor = await gate.atDoor(request, reply);
    if (!visitor) return reply;
    const { purpose } = postedOf(request);
    if (isPurpose(purpose)) {
      visitor.session.purposes.set(visitor.caseId, purpose);
      await gate.noteSeen({ ...visitor, purpose }, 'case');
    }
    return reply.redirect(caseAddress(visitor.caseId), 303);
  });
}
