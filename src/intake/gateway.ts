import type { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import type { SessionInfo } from '@discordjs/ws';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import { secondMs } from '../core/time.ts';
import type { Clock, GatewaySession, InboxEntry, Pseudonyms, Store } from '../ports.ts';
import { makeCatchUp } from './catch-up.ts';
import { translateDispatch } from './translate.ts';

export type IntakeFatal = 'token-refused' | 'intents-refused' | 'sharding-required';

export interface IntakeOptions {
  /** Names this intake's stored session: two intakes have two names. */
  readonly name: string;
  readonly token: string;
  readonly botId: Snowflake;
  readonly rest: REST;
  readonly now: Clock;
  readonly store: Pick<Store, 'accept' | 'loadSession' | 'dropSession' | 'listDmCursors'>;
  readonly lanes: Pick<Pseudonyms, 'lane'>;
  /** Something reached the inbox. */
  readonly onAccepted: () => void;
  readonly onEvent: (event: 'ready' | 'resumed' | 'session-lost' | 'closed' | 'duplicate', code?: number) => void;
  /** The store or Discord failed; the event is kept and tried again. */
  readonly onFault: (fault: unknown) => void;
  /** Discord will not let this bot in; nothing helps but a person. */
  readonly onFatal: (fatal: IntakeFatal) => void;
}

export interface Intake {
  /** Connects; resolves when the session is up. */
  start(): Promise<void>;
  isReady(): boolean;
  /** Finishes what has arrived and leaves the session resumable. */
  stop(): Promise<void>;
}

const fatalCodes: ReadonlyMap<number, IntakeFatal> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, 'token-refused'],
  [GatewayCloseCodes.InvalidIntents, 'intents-refused'],
  [GatewayCloseCodes.DisallowedIntents, 'intents-refused'],
  [GatewayCloseCodes.ShardingRequired, 'sharding-required'],
  [GatewayCloseCodes.InvalidShard, 'sharding-required'],
]);

/** Closing with 1000 or 1001 would end the session; this code leaves it to be resumed. Source: RELIABILITY §1.8. */
const resumableCloseCode = 4200;

/**
 * Takes direct messages in from the raw gateway. The session's progress is stored in the same transaction as the
 * message, so that a restart resumes where the last commit was. Source: RELIABILITY §1, findings 3 and 5.
 */
export function createIntake(options: IntakeOptions): Intake {
  const { name, token, botId, rest, now, store, lanes, onAccepted, onEvent, onFault, onFatal } = options;
  /** As the library knows it, with our own idea of how far we have come. */
  let session: GatewaySession | undefined;
  let ready = false;
  let stopping = false;
  let tail: Promise<void> = Promise.resolve();

  const manager = new WebSocketManager({
    token,
    intents: GatewayIntentBits.DirectMessages,
    rest,
    shardIds: [0],
    retrieveSessionInfo: () => (session ? toLibrary(session) : null),
    updateSessionInfo(_shard, info) {
      // The library forgets the session when it is told to stop; we keep it, to resume after the restart.
      if (stopping) return;
      if (!info) {
        session = undefined;
        enqueue(() => store.dropSession(name));
        onEvent('session-lost');
      } else if (info.sessionId !== session?.sessionId) {
        session = fromLibrary(info);
      }
    },
  });

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    enqueue(() => take(data));
  });
  manager.on(WebSocketShardEvents.Ready, () => {
    ready = true;
    onEvent('ready');
    void catchUp();
  });
  manager.on(WebSocketShardEvents.Resumed, () => {
    ready = true;
    onEvent('resumed');
  });
  manager.on(WebSocketShardEvents.Closed, ({ code }) => {
    ready = false;
    onEvent('closed', code);
    const fatal = fatalCodes.get(code);
    if (fatal) onFatal(fatal);
  });
  manager.on(WebSocketShardEvents.Error, ({ error }) => {
    onFault(error);
  });

  const catchUp = makeCatchUp({
    rest,
    store,
    translating: () => ({ lanes, botId, now: now() }),
    accept: async (entry) => {
      if ((await store.accept(entry, undefined)) === 'accepted') onAccepted();
    },
    onFault,
  });

  /** One event after the other, each until it is safe: an event that cannot be stored is not forgotten. */
  function enqueue(work: () => Promise<void>): void {
    tail = tail.then(async () => {
      for (let wait = 50; ; wait = Math.min(wait * 2, 5 * secondMs)) {
        try {
          await work();
          return;
        } catch (fault) {
          onFault(fault);
          if (stopping) return;
          await new Promise((resolve) => setTimeout(resolve, wait));
        }
      }
    });
  }

  async function take(payload: GatewayDispatchPayload): Promise<void> {
    const entry = translateDispatch(payload, { lanes, botId, now: now() });
    const current = session;
    if (!current) return;
    const reached = { ...current, sequence: payload.s };
    if (entry || payload.t === GatewayDispatchEvents.Ready) await keep(entry, reached);
    if (session?.sessionId === reached.sessionId) session = reached;
  }

  async function keep(entry: InboxEntry | undefined, reached: GatewaySession): Promise<void> {
    const inbound = entry?.inbound;
    const cursor =
      inbound?.kind === 'message' && inbound.channelId
        ? { channelId: inbound.channelId, userId: inbound.senderId, lastMessageId: inbound.messageId }
        : undefined;
    const outcome = await store.accept(entry, { intake: name, session: reached, ...(cursor ? { cursor } : {}) });
    if (!entry) return;
    if (outcome === 'accepted') onAccepted();
    else onEvent('duplicate');
  }

  return {
    async start() {
      session = await store.loadSession(name);
      await manager.connect();
    },
    isReady: () => ready,
    async stop() {
      stopping = true;
      ready = false;
      await tail;
      await manager.destroy({ code: resumableCloseCode, reason: 'restart' });
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
