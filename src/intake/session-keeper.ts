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
  /** Discord has said HELLO: it is there, and what it refuses from now on is refused. */
  greeted(): void;
  /** The connection has ended. */
  parted(): void;
}

/**
 * The library forgets a session not only when Discord refuses it, but also when Discord cannot be reached. Only what
 * happens after HELLO is Discord's own answer; before it the session is kept, to be resumed when the network is back.
 */
export function createSessionKeeper(): SessionKeeper {
  let session: GatewaySession | undefined;
  let isGreeted = false;

  return {
    restore(stored) {
      session = stored;
    },
    current: () => session,
    forLibrary: () => (session ? toLibrary(session) : null),
    update(info) {
      if (info) {
        // The library raises the sequence before the event is stored; only a new session is taken over from it.
        if (info.sessionId !== session?.sessionId) session = fromLibrary(info);
        return 'kept';
      }
      if (!session || !isGreeted) return 'kept';
      session = undefined;
      isGreeted = false;
      return 'lost';
    },
    reached(safe) {
      if (safe.sessionId === session?.sessionId) session = safe;
    },
    greeted() {
      isGreeted = true;
    },
    parted() {
      isGreeted = false;
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
