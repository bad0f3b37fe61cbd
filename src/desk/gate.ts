import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { mayPerform } from '../core/access.ts';
import { isCaseId } from '../core/ids.ts';
import type { CaseId } from '../core/ids.ts';
import type { CaseEntry } from '../core/case.ts';
import type { Access, Purpose } from '../core/incident/dossier.ts';
import type { Municipality } from '../core/municipality.ts';
import type { DeskAct, Subject } from '../flows/desk/act-on-dossier.ts';
import type { Staff } from '../ports.ts';
import type { DeskOptions } from './desk.ts';
import type { Content, Html } from './html.ts';
import { echo, notice, readerOf } from './pages/layout.ts';
import type { Reader, Viewer } from './pages/layout.ts';
import { purposePage, signInLink } from './pages/door.ts';
import { postedOf, typedIn } from './posted.ts';
import { sameToken } from './sessions.ts';
import type { Session, Sessions } from './sessions.ts';

/** A signed-in staff member whose role Discord has confirmed for this request. */
export interface Signed {
  readonly session: Session;
  readonly staff: Staff;
  readonly municipality: Municipality;
  readonly viewer: Viewer;
}

/** The same at a case, with the reason for being there. */
export interface AtCase extends Signed {
  readonly caseId: CaseId;
  readonly purpose: Purpose;
  readonly subject: Subject;
  readonly entries: readonly CaseEntry[];
}

export const freshOnce = (): string => randomBytes(16).toString('base64url');
const isOnce = (value: string): boolean => /^[\w-]{22}$/.test(value);

export const cookieName = (secure: boolean): string => (secure ? '__Host-utekontakt' : 'utekontakt');

export const cookieOf = (request: FastifyRequest, secure: boolean): string | undefined =>
  cookieIn(request, cookieName(secure));

export function cookieIn(request: FastifyRequest, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

export const send = (reply: FastifyReply, page: Html, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').send(page.text);

/** Before we know who it is: the language of the municipality there is, or bokmål where there are several. */
export function readerAtDoor({ municipalities }: Pick<DeskOptions, 'municipalities'>): Reader {
  const languages = new Set(municipalities.all().map(({ language }) => language));
  const [only = 'nb'] = languages;
  return readerOf(languages.size === 1 ? only : 'nb');
}

/** Says how to come in again, by the way that is set up. */
export function signedOutPage(request: FastifyRequest, options: DeskOptions, more?: Content): Html {
  const reader = readerAtDoor(options);
  const { texts } = reader;
  if (!options.oidc) return notice(texts.signedOut, reader, more);
  const { id = '' } = (request.params ?? {}) as { readonly id?: string };
  return notice(texts.oidc.signedOut, reader, [signInLink(isCaseId(id) ? id : undefined, reader), more]);
}

export type Gate = ReturnType<typeof createGate>;

/** Who comes through, and to what. Each answers the request itself when the way is closed, and gives nothing. */
export function createGate(options: DeskOptions, sessions: Sessions) {
  const { now, municipalities, staff: lookup, flows, secure } = options;

  async function signed(request: FastifyRequest, reply: FastifyReply): Promise<Signed | undefined> {
    const session = sessions.find(cookieOf(request, secure) ?? '', now());
    const typed = typedIn(postedOf(request));
    if (!session) {
      send(reply, signedOutPage(request, options, echo(typed, readerAtDoor(options))), 401);
      return undefined;
    }
    const municipality = municipalities.find(session.municipalityId);
    const staff = municipality && (await lookup.find(session.municipalityId, session.staffId));
    if (!staff || !mayPerform(staff.roles, 'desk.open')) {
      sessions.end(session.id);
      const reader = readerAtDoor(options);
      send(reply, notice(reader.texts.refused, reader), 403);
      return undefined;
    }
    const viewer: Viewer = {
      ...readerOf(municipality.language),
      signature: staff.signature,
      service: municipality.service,
      timeZone: municipality.hours.timeZone,
      csrf: session.csrf,
      once: freshOnce(),
    };
    const posted = postedOf(request);
    if (request.method === 'POST' && !(sameToken(posted['csrf'] ?? '', session.csrf) && isOnce(posted['once'] ?? ''))) {
      send(reply, notice(viewer.texts.stale, viewer, echo(typed, viewer)), 403);
      return undefined;
    }
    return { session, staff, municipality, viewer };
  }

  async function atDoor(request: FastifyRequest, reply: FastifyReply) {
    const visitor = await signed(request, reply);
    if (!visitor) return undefined;
    const { id = '' } = request.params as { readonly id?: string };
    const outcome = isCaseId(id) ? await flows.view({ staff: visitor.staff, caseId: id }) : undefined;
    if (outcome?.kind !== 'shown' || !isCaseId(id)) {
      send(reply, notice(visitor.viewer.texts.notFound, visitor.viewer), 404);
      return undefined;
    }
    return { ...visitor, caseId: id, subject: outcome.subject, entries: outcome.entries };
  }

  return {
    signed,
    atDoor,
    /** At a case whose purpose has been given; asks for it otherwise. */
    async atCase(request: FastifyRequest, reply: FastifyReply): Promise<AtCase | undefined> {
      const visitor = await atDoor(request, reply);
      const purpose = visitor?.session.purposes.get(visitor.caseId);
      if (!visitor || purpose) return visitor && purpose && { ...visitor, purpose };
      send(reply, purposePage(visitor.caseId, visitor.subject.dossier.caseNumber, visitor.viewer));
      return undefined;
    },
    /** Written down before it is shown; once per session and kind. */
    async noteSeen({ session, staff, caseId, purpose }: AtCase, what: Access['what']): Promise<void> {
      const key = `${caseId} ${what}` as const;
      if (session.seen.has(key)) return;
      await flows.noteView({ staff, caseId, once: freshOnce() }, what, purpose);
      session.seen.add(key);
    },
  };
}

/** The form that was sent, as an act that counts once. */
export const actOf = ({ staff, caseId }: AtCase, request: FastifyRequest): DeskAct => ({
  staff,
  caseId,
  once: postedOf(request)['once'] ?? freshOnce(),
});
