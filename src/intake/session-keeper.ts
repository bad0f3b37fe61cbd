import type { SessionInfo } from '@discordjs/ws';
import type { GatewaySession } from '../ports.ts';

/** The gateway session as the library is to see it: with our own idea of how far we have come. */
export interface SessionKeeper {
  /** From the store, before the first connection. */
  restore(session: GatewaySession | undefined): void;
  current(): GatewaySession | undefined;
  forLibrary(): SessionInfo | null;
  /** What the library says about the session. `lost`: it is gone for good. */
  update(info: SessionInfo | null): 'kept' | 'lost';
  /** Everything up to here is safe. */
  reached(session: GatewaySession): void;
  /** Discord has let the session in. */
  proven(): void;
}

/**
 * The library forgets a session not only when Discord refuses it, but also when a HELLO is late. So the first time it
 * forgets, the session is offered once more; Discord decides. Only a second refusal without success in between ends it.
 */
export function createSessionKeeper(): SessionKeeper {
  let session: GatewaySession | undefined;
  let doubted = false;

  return {
    restore(stored) {
      session = stored;
    },
    current: () => session,
    forLibrary: () => (session ? toLibrary(session) : null),
    update(info) {
      if (!info) {
        if (session && !doubted) {
          doubted = true;
          return 'kept';
        }
        const wasThere = session !== undefined;
        session = undefined;
        doubted = false;
        return wasThere ? 'lost' : 'kept';
      }
      // The library raises the sequence before the event is stored; only a new session is taken over from it.
      if (info.sessionId !== session?.sessionId) session = fromLibrary(info);
      return 'kept';
    },
    reached(safe) {
      if (safe.sessionId === session?.sessionId) session = safe;
    },
    proven() {
      doubted = false;
    },
  };
}

const toLibrary = ({ sessionId, resumeUrl, sequence, shardId, shardCount }: GatewaySession): SessionInfo => ({
  sessionId,
  resumeURL: resumeUrl,
  sequence,
  shardId,
  shardCount,
});

const fromLibrary = ({ sessionId, resumeURL, sequence, shardId, shardCount }: SessionInfo): GatewaySession => ({
  sessionId,
  resumeUrl: resumeURL,
  sequence,
  shardId,
  shardCount,
});
