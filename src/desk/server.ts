import { readFileSync } from 'node:fs';
import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeskOptions } from './desk.ts';
import { createGate, readerAtDoor, send } from './gate.ts';
import type { Html } from './html.ts';
import { echo, notice } from './pages/layout.ts';
import { postedOf, typedIn } from './posted.ts';
import { addActRoutes } from './routes-act.ts';
import { addAfterRoutes } from './routes-after.ts';
import { addDoorRoutes } from './routes-door.ts';
import { addOidcRoutes } from './routes-oidc.ts';
import { addReadRoutes } from './routes-read.ts';
import { createSessions } from './sessions.ts';

/** Larger than every field together at its longest, in percent encoding. */
const longestForm = 256 * 1024;

const style = readFileSync(new URL('style.css', import.meta.url), 'utf8');

/** No script, no other origin, no frame, nothing kept by the browser or told to another page. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** The desk as a server that listens to nothing yet. */
export function createDeskServer(options: DeskOptions): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: longestForm, routerOptions: { maxParamLength: 700 } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) => {
    done(null, new URLSearchParams(String(body)));
  });

  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(headers);
    if (options.secure) void reply.header('strict-transport-security', 'max-age=31536000');
    if (!isOurs(request, options.hosts())) return send(reply, notFound(options), 421);
    return undefined;
  });
  app.setNotFoundHandler((_request, reply) => send(reply, notFound(options), 404));
  app.setErrorHandler((fault, request, reply) => apologise(options, fault, request, reply));

  const sessions = createSessions();
  const gate = createGate(options, sessions);
  app.get('/stil.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(style));
  addDoorRoutes(app, options, sessions, gate);
  if (options.oidc) addOidcRoutes(app, options, options.oidc, sessions);
  addReadRoutes(app, options, gate);
  addActRoutes(app, options, gate);
  addAfterRoutes(app, options, gate);
  return app;
}

function notFound(options: DeskOptions): Html {
  const reader = readerAtDoor(options);
  return notice(reader.texts.notFound, reader);
}

/** Our own name, and a form from one of our own pages. */
function isOurs({ headers: { host, origin }, method }: FastifyRequest, hosts: ReadonlySet<string>): boolean {
  if (host === undefined || !hosts.has(host)) return false;
  if (method !== 'POST' || origin === undefined || origin === 'null') return true;
  return URL.canParse(origin) && hosts.has(new URL(origin).host);
}

function apologise(options: DeskOptions, fault: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const reader = readerAtDoor(options);
  const { texts } = reader;
  const status = (fault as { readonly statusCode?: unknown }).statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500)
    return send(reply, notice(texts.stale, reader), status);
  const reference = options.report(fault);
  const text = texts.fault.text(reference);
  return send(reply, notice({ title: texts.fault.title, text }, reader, echo(typedIn(postedOf(request)), reader)), 503);
}
