import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isCaseId } from '../core/ids.ts';
import type { CaseId } from '../core/ids.ts';
import { minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';
import type { DeskOptions } from './desk.ts';
import { cookieIn, readerAtDoor, send, signedOutPage } from './gate.ts';
import type { Oidc, SigningIn } from './oidc.ts';
import { arrivedPage } from './pages/door.ts';
import { notice } from './pages/layout.ts';
import { beginSession, signedOutPath } from './routes-door.ts';
import type { Sessions } from './sessions.ts';

interface OnTheirWay {
  readonly signingIn: SigningIn;
  readonly token?: string;
  readonly caseId?: CaseId;
  readonly until: Instant;
}

/** How long somebody may take to sign in at the provider. */
const patienceMs = 10 * minuteMs;
const most = 1_000;

/** To the municipality's own sign-in and back. Both ways are plain links, since a form may lead to our own pages only. */
export function addOidcRoutes(app: FastifyInstance, options: DeskOptions, oidc: Oidc, sessions: Sessions): void {
  const { now, flows, secure, address } = options;
  const onTheirWay = new Map<string, OnTheirWay>();
  const cookieName = secure ? '__Host-utekontakt-vei' : 'utekontakt-vei';
  // Lax: the provider's own page sends the browser back here.
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
  const redirectUri = (): string => `${address()}/tilbake`;

  async function leave(reply: FastifyReply, carrying: Pick<OnTheirWay, 'token' | 'caseId'>): Promise<FastifyReply> {
    const { url, signingIn } = await oidc.begin(redirectUri());
    for (const [id, { until }] of onTheirWay) if (until <= now()) onTheirWay.delete(id);
    const [oldest] = onTheirWay.keys();
    if (oldest !== undefined && onTheirWay.size >= most) onTheirWay.delete(oldest);
    const id = randomBytes(32).toString('base64url');
    onTheirWay.set(id, { ...carrying, signingIn, until: now() + patienceMs });
    return reply.header('set-cookie', `${cookieName}=${id}${attributes}`).redirect(url, 303);
  }

  app.get('/inn/:token/videre', (request, reply) => {
    const { token } = request.params as { readonly token: string };
    return leave(reply, { token });
  });

  app.get('/logg-inn', (request, reply) => {
    const { sak = '' } = request.query as { readonly sak?: string };
    return leave(reply, isCaseId(sak) ? { caseId: sak } : {});
  });

  app.get('/tilbake', async (request, reply) => {
    const reader = readerAtDoor(options);
    const { texts } = reader;
    const id = cookieIn(request, cookieName) ?? '';
    const way = onTheirWay.get(id);
    onTheirWay.delete(id);
    if (!way || way.until <= now()) return send(reply, notice(texts.oidc.lost, reader), 403);
    const signedIn = await oidc.finish(new URL(request.url, address()), way.signingIn);
    if (!signedIn) return send(reply, notice(texts.oidc.refused, reader), 403);
    const { token, signingIn } = way;
    const outcome = await flows.signIn({
      subject: signedIn.subject,
      once: signingIn.state.slice(0, 43),
      ...(token === undefined ? {} : { token }),
    });
    if (outcome.kind !== 'entered')
      return send(reply, notice({ title: texts.oidc.title, text: texts.oidc.problems[outcome.kind] }, reader), 403);
    // The browser takes a strict cookie only along from a page of our own.
    const caseId = outcome.caseId ?? way.caseId;
    const { id: staffId, municipalityId } = outcome.staff;
    const who = { staffId, municipalityId, atProvider: signedIn.atProvider };
    return send(beginSession(options, sessions, request, reply, who), arrivedPage(caseId, reader));
  });

  app.get(signedOutPath, (request, reply) => send(reply, signedOutPage(request, options)));

  // Signed out at the provider: it opens this in a frame of its own page (OpenID Connect Front-Channel Logout 1.0).
  app.get('/utlogget-hos-kommunen', (request, reply) => {
    const { sid = '' } = request.query as { readonly sid?: string };
    sessions.endAtProvider(sid);
    return reply.code(204).send();
  });
}
