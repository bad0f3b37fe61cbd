import type { FastifyInstance } from 'fastify';
import { purposes } from '../core/incident/dossier.ts';
import type { Purpose } from '../core/incident/dossier.ts';
import { deskNb as texts } from '../i18n/desk/nb.ts';
import type { DeskOptions } from './desk.ts';
import { cookieName, cookieOf, send } from './gate.ts';
import type { Gate } from './gate.ts';
import { enterPage } from './pages/door.ts';
import { caseAddress, notice } from './pages/layout.ts';
import { postedOf } from './posted.ts';
import type { Sessions } from './sessions.ts';

const isPurpose = (value: string | undefined): value is Purpose =>
  (purposes as readonly (string | undefined)[]).includes(value);

/** In, out, and the reason for opening a case. */
export function addDoorRoutes(app: FastifyInstance, options: DeskOptions, sessions: Sessions, gate: Gate): void {
  const { now, flows, secure } = options;
  const attributes = `; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;

  app.get('/inn/:token', (request, reply) => {
    const { token } = request.params as { readonly token: string };
    return send(reply, enterPage(token));
  });

  app.post('/inn', async (request, reply) => {
    const outcome = await flows.enter(postedOf(request)['token'] ?? '');
    if (outcome.kind !== 'entered') {
      const text = outcome.kind === 'not-permitted' ? texts.enter.refused : texts.enter[outcome.kind];
      return send(reply, notice({ title: texts.enter.title, text }), 403);
    }
    const { staff, caseId } = outcome;
    sessions.end(cookieOf(request, secure) ?? '');
    const session = sessions.begin({ staffId: staff.id, municipalityId: staff.municipalityId }, now());
    return reply
      .header('set-cookie', `${cookieName(secure)}=${session.id}${attributes}`)
      .redirect(caseAddress(caseId), 303);
  });

  app.post('/ut', async (request, reply) => {
    const visitor = await gate.signed(request, reply);
    if (!visitor) return reply;
    sessions.end(visitor.session.id);
    void reply.header('set-cookie', `${cookieName(secure)}=${attributes}; Max-Age=0`);
    return send(reply, notice(texts.signedOut));
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
