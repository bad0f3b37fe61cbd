import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { CaseId, MunicipalityId, Snowflake } from '../core/ids.ts';
import type { Access, Purpose } from '../core/incident/dossier.ts';
import type { AtProvider } from './oidc.ts';
import { hourMs, minuteMs } from '../core/time.ts';
import type { Instant } from '../core/time.ts';

/** A staff member at the desk. Lives in memory only: a restart signs everybody out. */
export interface Session {
  readonly id: string;
  readonly csrf: string;
  readonly staffId: Snowflake;
  readonly municipalityId: MunicipalityId;
  readonly startedAt: Instant;
  lastAt: Instant;
  /** Why each case was opened in this session. */
  readonly purposes: Map<CaseId, Purpose>;
  /** Where the municipality's own sign-in let them in. */
  readonly atProvider?: AtProvider;
  /** What has been logged as seen in this session. */
  readonly seen: Set<`${CaseId} ${Access['what']}`>;
}

/** Source: DESIGN §5, sessions 30 minutes idle. A shift is over after nine hours. */
export const sessionLimits = { idleMs: 30 * minuteMs, longestMs: 9 * hourMs, most: 500 } as const;

export interface Sessions {
  begin(who: Pick<Session, 'staffId' | 'municipalityId' | 'atProvider'>, now: Instant): Session;
  /** The session while it lives; being found keeps it alive. */
  find(id: string, now: Instant): Session | undefined;
  end(id: string): void;
  /** Every session that came from this one at the provider. */
  endAtProvider(sid: string): void;
}

const token = (): string => randomBytes(32).toString('base64url');

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  const isOver = ({ lastAt, startedAt }: Session, now: Instant): boolean =>
    now - lastAt >= sessionLimits.idleMs || now - startedAt >= sessionLimits.longestMs;
  return {
    begin(who, now) {
      for (const [id, session] of sessions) if (isOver(session, now)) sessions.delete(id);
      const [oldest] = sessions.keys();
      if (oldest !== undefined && sessions.size >= sessionLimits.most) sessions.delete(oldest);
      const session: Session = {
        ...who,
        id: token(),
        csrf: token(),
        startedAt: now,
        lastAt: now,
        purposes: new Map(),
        seen: new Set(),
      };
      sessions.set(session.id, session);
      return session;
    },
    find(id, now) {
      const session = sessions.get(id);
      if (!session) return undefined;
      if (isOver(session, now)) {
        sessions.delete(id);
        return undefined;
      }
      session.lastAt = now;
      return session;
    },
    end(id) {
      sessions.delete(id);
    },
    endAtProvider(sid) {
      for (const [id, { atProvider }] of sessions) if (atProvider?.sid === sid) sessions.delete(id);
    },
  };
}

/** Compares without telling by its time how much was right. */
export function sameToken(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
