import type { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { GatewayDispatchPayload } from 'discord-api-types/v10';
import type { Snowflake } from '../core/ids.ts';
import type { InboundMessage } from '../core/inbound.ts';
import { secondMs } from '../core/time.ts';
import type { Clock, GatewaySession, InboxEntry, Pseudonyms, Store } from '../ports.ts';
import { createHeldUp } from './held-up.ts';
import { makeCatchUp } from './catch-up.ts';
import type { ReadPage } from './catch-up.ts';
import { createSessionKeeper } from './session-keeper.ts';
import { translateDispatch } from './translate.ts';
import { beatMs } from './watch.ts';
import type { Watch } from './watch.ts';

export type IntakeFatal = 'token-refused' | 'intents-refused' | 'sharding-required';

export interface IntakeOptions {
  /** Names this intake's stored session: two intakes have two names. */
  readonly name: string;
  readonly token: string;
  readonly botId: Snowflake;
  /** Asked by intakes alone, since how long an answer may take is set on it. */
  readonly rest: REST;
  readonly readPage: ReadPage;
  readonly now: Clock;
  /** Milliseconds on a clock that never jumps. */
  readonly monotonic: () => number;
  readonly store: Pick<Store, 'accept' | 'loadSession' | 'dropSession' | 'listDmCursors'>;
  readonly watch: Watch;
  readonly lanes: Pick<Pseudonyms, 'lane'>;
  /** Something reached the inbox. */
  readonly onAccepted: () => void;
  readonly onEvent: (
    event: 'ready' | 'resumed' | 'session-lost' | 'closed' | 'duplicate' | 'read-back' | 'resting',
    code?: number,
  ) => void;
  /** Messages wait because the store has refused for seconds. Asked about once a second, one telling at a time. */
  readonly onHeldUp: (waiting: readonly InboundMessage[]) => Promise<void>;
  /** The store takes messages again. */
  readonly onRelieved: () => void;
  /** The store or Discord failed; the event is kept and tried again. */
  readonly onFault: (fault: unknown) => void;
  /** Discord will not let this bot in; nothing helps but a person. */
  readonly onFatal: (fatal: IntakeFatal) => void;
  /** Whether Discord has refused for good. */
  readonly isFinal: (fault: unknown) => boolean;
  readonly isUnauthorised: (fault: unknown) => boolean;
}

export interface Intake {
  /** Connects; resolves when the session is up. Discord being away is waited for. */
  start(): Promise<void>;
  isReady(): boolean;
  /** False while messages wait because the store has refused for seconds. */
  isKeeping(): boolean;
  /** Since Discord was last heard, milliseconds; `Infinity` before the first time. */
  silentMs(): number;
  /** Tells at once of every message that is not stored: the program is about to end without the store. */
  giveUp(): Promise<void>;
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
const firstConnectWaitMs = 200;
/** How long to wait before Discord is asked again to let us in: doubled up to this. */
const longestConnectWaitMs = 30 * secondMs;
/** How long a question that hangs holds the first attempt up; each further attempt waits as much longer, up to the last. */
const firstAnswerMs = secondMs;
const longestAnswerMs = 5 * secondMs;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Takes direct messages in from the raw gateway. The session's progress is stored in the same transaction as the
 * message, so that a restart resumes where the last commit was. Source: RELIABILITY §1, findings 3 and 5.
 */
export function createIntake(options: IntakeOptions): Intake {
  const { name, token, botId, rest, readPage, now, monotonic, store, watch, lanes } = options;
  const { onAccepted, onEvent, onHeldUp, onRelieved, onFault, onFatal, isFinal, isUnauthorised } = options;
  const heldUp = createHeldUp(monotonic);
  const keeper = createSessionKeeper();
  let ready = false;
  let stopping = false;
  let heardAt = -Infinity;
  let tail: Promise<void> = Promise.resolve();
  let beating: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;

  const manager = new WebSocketManager({
    token,
    intents: GatewayIntentBits.DirectMessages,
    rest,
    shardIds: [0],
    retrieveSessionInfo: () => keeper.forLibrary(),
    updateSessionInfo(_shard, info) {
      // The library forgets the session when it is told to stop; we keep it, to resume after the restart.
      if (stopping) return;
      if (keeper.update(info) === 'lost') {
        enqueue(() => store.dropSession(name));
        onEvent('session-lost');
      }
    },
  });

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    heardAt = monotonic();
    // The session the event belongs to, which may be another by the time the event is stored.
    const session = keeper.current();
    owe(data);
    enqueue(() => take(data, session));
  });
  manager.on(WebSocketShardEvents.HeartbeatComplete, () => {
    heardAt = monotonic();
  });
  manager.on(WebSocketShardEvents.Ready, () => {
    isUp('ready');
    enqueue(() => watch.began(name));
    enqueue(() => Promise.resolve(void readBack()));
  });
  manager.on(WebSocketShardEvents.Resumed, () => {
    isUp('resumed');
  });
  manager.on(WebSocketShardEvents.Hello, () => {
    keeper.greeted();
  });
  manager.on(WebSocketShardEvents.Closed, ({ code }) => {
    ready = false;
    keeper.parted();
    onEvent('closed', code);
    const fatal = fatalCodes.get(code);
    if (fatal) onFatal(fatal);
  });
  manager.on(WebSocketShardEvents.Error, ({ error }) => {
    onFault(error);
  });

  function isUp(how: 'ready' | 'resumed'): void {
    ready = true;
    heardAt = monotonic();
    onEvent(how);
  }

  const catchUp = makeCatchUp({
    readPage,
    store,
    translating: () => ({ lanes, botId, now: now() }),
    accept: async (entry) => {
      if ((await store.accept(entry, undefined)) === 'accepted') onAccepted();
    },
    onFault,
    isFinal,
  });

  let reading: Promise<void> | undefined;
  /** Until it is done it is owed, also after a restart. */
  function readBack(): Promise<void> {
    reading ??= (async () => {
      for (let from = await watch.readBackFrom(name); from !== undefined; from = await watch.readBackFrom(name)) {
        if ((await catchUp(from, () => stopping)) === 'stopped') return;
        await watch.readBack(name, from);
        onEvent('read-back');
      }
    })()
      .catch(onFault)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  }

  /** One event after the other, each until it is safe: an event that cannot be stored is not forgotten. */
  function enqueue(work: () => Promise<void>): void {
    tail = tail.then(async () => {
      for (let wait = 50; ; wait = Math.min(wait * 2, secondMs)) {
        try {
          await work();
          heldUp.took();
          return;
        } catch (fault) {
          onFault(fault);
          heldUp.refused();
          if (stopping) return;
          await pause(wait);
        }
      }
    });
  }

  const translated = (payload: GatewayDispatchPayload): InboxEntry | undefined =>
    translateDispatch(payload, { lanes, botId, now: now() });

  /** So that whoever waits behind an event that cannot be stored is known as well. */
  function owe(payload: GatewayDispatchPayload): void {
    try {
      const entry = translated(payload);
      if (entry) heldUp.arrived(entry.id, entry.inbound);
    } catch (fault) {
      onFault(fault);
    }
  }

  async function take(payload: GatewayDispatchPayload, session: GatewaySession | undefined): Promise<void> {
    const entry = translated(payload);
    const reached = session && { ...session, sequence: payload.s };
    if (entry || payload.t === GatewayDispatchEvents.Ready) await keep(entry, reached);
    if (reached) keeper.reached(reached);
  }

  async function keep(entry: InboxEntry | undefined, reached: GatewaySession | undefined): Promise<void> {
    const inbound = entry?.inbound;
    const cursor =
      inbound?.kind === 'message' && inbound.channelId
        ? { channelId: inbound.channelId, userId: inbound.senderId, lastMessageId: inbound.messageId }
        : undefined;
    // A session that has ended meanwhile must not come back; what was written in it is kept all the same.
    const current = keeper.current();
    const session = reached?.sessionId === current?.sessionId ? reached : current;
    const progress = session && { intake: name, session, ...(cursor ? { cursor } : {}) };
    const outcome = await store.accept(entry, progress);
    if (!entry) return;
    heldUp.safe(entry.id);
    if (outcome === 'accepted') onAccepted();
    else onEvent('duplicate');
  }

  let isTelling = false;
  let wasHeldUp = false;
  async function tellHeldUp(): Promise<void> {
    const waiting = heldUp.late();
    if (waiting.length === 0) {
      if (wasHeldUp) onRelieved();
      wasHeldUp = false;
      return;
    }
    if (isTelling) return;
    isTelling = true;
    wasHeldUp = true;
    try {
      await onHeldUp(waiting);
    } finally {
      isTelling = false;
    }
  }

  async function connect(): Promise<void> {
    let answerMs = firstAnswerMs;
    for (let wait = firstConnectWaitMs; !stopping; wait = Math.min(wait * 2, longestConnectWaitMs)) {
      try {
        rest.options.timeout = answerMs;
        answerMs = Math.min(answerMs + firstAnswerMs, longestAnswerMs);
        await manager.connect();
        return;
      } catch (fault) {
        onFault(fault);
        if (isUnauthorised(fault)) onFatal('token-refused');
        await pause(wait);
      }
    }
  }

  return {
    async start() {
      const stored = await store.loadSession(name);
      keeper.restore(stored);
      const restMs = stored ? 0 : await watch.restMs();
      if (restMs > 0) onEvent('resting');
      await pause(restMs);
      await connect();
      void readBack();
      const beat = (): void => {
        if (ready) watch.beat(name).catch(onFault);
      };
      beat();
      beating = setInterval(beat, beatMs);
      looking = setInterval(() => void tellHeldUp().catch(onFault), secondMs);
    },
    isReady: () => ready,
    giveUp: () => onHeldUp(heldUp.all()),
    isKeeping: () => heldUp.late().length === 0,
    silentMs: () => monotonic() - heardAt,
    async stop() {
      stopping = true;
      ready = false;
      clearInterval(beating);
      clearInterval(looking);
      await tail;
      await manager.destroy({ code: resumableCloseCode, reason: 'restart' });
    },
  };
}
