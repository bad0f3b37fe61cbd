import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayOpcodes as Op } from '../discord-codes.ts';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { GatewayAct, GatewaySessionView } from '../control-api.ts';
import { ApiError } from '../errors.ts';
import type { World } from '../world/world.ts';
import { Connection } from './connection.ts';
import { dispatchesFor, guildCreate, type Dispatch } from './dispatches.ts';
import { decode, identify, identifyFault, readyPayload, resume } from './handshake.ts';
import { PRIVILEGED } from './intents.ts';
import { memberChunk } from './member-chunk.ts';
import { readPresence } from './presence.ts';
import { Session } from './session.ts';

/** After this many intervals without a heartbeat the client counts as gone. */
const MISSED_BEATS = 2;
const IDENTIFY_EVERY_MS = 5_000;

/** Gateway v10 over JSON. Source: Discord API docs, "Gateway". */
export class GatewayServer {
  readonly #world: World;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 16_384 });
  readonly #sessions = new Map<string, Session>();
  readonly #connections = new Set<Connection>();
  readonly #privileged: number;
  readonly #url: () => string;
  readonly #watch: NodeJS.Timeout;
  readonly #stopListening: () => void;
  #identifiedAt = -Infinity;

  /** @param privileged privileged intents the application has been granted */
  constructor(world: World, privileged: number, url: () => string) {
    this.#world = world;
    this.#privileged = privileged & PRIVILEGED;
    this.#url = url;
    this.#stopListening = world.listen((event) => {
      for (const dispatch of dispatchesFor(world, event)) this.#tell(dispatch);
    });
    this.#watch = setInterval(() => {
      this.#closeZombies();
    }, 250);
    this.#watch.unref();
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, query: URLSearchParams): void {
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      this.#accept(webSocket, query);
    });
  }

  views(): readonly GatewaySessionView[] {
    return [...this.#sessions.values()].map((session) => session.view());
  }

  /** Does something to connections. @throws ApiError 404 for an unknown session */
  act({ kind, session: id, code, resumable }: GatewayAct): void {
    if (id !== undefined && !this.#sessions.has(id)) throw new ApiError(404, 0, 'no such session');
    for (const session of [...this.#sessions.values()].filter((entry) => id === undefined || entry.id === id)) {
      const { connection } = session;
      switch (kind) {
        case 'drop':
          connection?.drop();
          break;
        case 'mute':
        case 'unmute':
          if (connection !== null) connection.muted = kind === 'mute';
          break;
        case 'close':
          connection?.close(code ?? 4000, 'sandbox');
          break;
        case 'expire-session':
          this.#forget(session);
          connection?.drop();
          break;
        case 'invalid-session':
          connection?.send(JSON.stringify({ op: Op.InvalidSession, d: resumable ?? false, s: null, t: null }));
          this.#detach(session);
          if (resumable !== true) this.#forget(session);
          break;
        case 'reconnect':
          connection?.send(JSON.stringify({ op: Op.Reconnect, d: null, s: null, t: null }));
      }
    }
  }

  close(): void {
    clearInterval(this.#watch);
    this.#stopListening();
    for (const session of this.#sessions.values()) session.stay();
    for (const connection of this.#connections) connection.drop();
    this.#sockets.close();
  }

  #accept(socket: WebSocket, query: URLSearchParams): void {
    const connection = new Connection(socket, performance.now());
    this.#connections.add(connection);
    socket.on('error', () => {
      connection.drop();
    });
    socket.on('close', (code) => {
      this.#closed(connection, code);
    });
    socket.on('message', (data, isBinary) => {
      this.#received(connection, data, isBinary);
    });
    if (query.get('v') !== '10' && query.has('v')) {
      connection.close(4012, 'Invalid API version.');
      return;
    }
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
      connection.close(4002, 'The sandbox speaks plain JSON only.');
      return;
    }
    const hello = (): void => {
      connection.lastBeatAt = performance.now();
      const d = { heartbeat_interval: this.#world.settings.heartbeatIntervalMs, _trace: ['sandbox'] };
      connection.send(JSON.stringify({ t: null, s: null, op: Op.Hello, d }));
    };
    if (this.#world.settings.helloDelayMs > 0) setTimeout(hello, this.#world.settings.helloDelayMs).unref();
    else hello();
  }

  #received(connection: Connection, data: RawData, isBinary: boolean): void {
    if (!connection.mayReceive(performance.now())) {
      connection.close(4008, 'You are being rate limited.');
      return;
    }
    const parsed = isBinary ? null : decode(data);
    if (parsed === null) {
      connection.close(4002, 'Error while decoding payload.');
      return;
    }
    switch (parsed.op) {
      case Op.Heartbeat:
        connection.lastBeatAt = performance.now();
        connection.send(JSON.stringify({ t: null, s: null, op: Op.HeartbeatAck, d: null }));
        return;
      case Op.Identify:
        this.#identify(connection, parsed.d);
        return;
      case Op.Resume:
        this.#resume(connection, parsed.d);
        return;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
      case Op.RequestSoundboardSounds:
        this.#afterIdentify(connection, parsed.op, parsed.d);
        return;
      default:
        connection.close(4001, 'Unknown opcode.');
    }
  }

  #afterIdentify(connection: Connection, op: number, d: unknown): void {
    if (connection.session === null) {
      connection.close(4003, 'Not authenticated.');
      return;
    }
    if (op === Op.PresenceUpdate) this.#setPresence(d);
    const chunk = op === Op.RequestGuildMembers ? memberChunk(this.#world, d) : null;
    if (chunk !== null) connection.session.dispatch('GUILD_MEMBERS_CHUNK', JSON.stringify(chunk));
  }

  #setPresence(d: unknown): void {
    this.#world.presence = { ...this.#world.presence, ...readPresence(d) };
    this.#presenceChanged();
  }

  #presenceChanged(): void {
    const sessions = [...this.#sessions.values()].filter(({ connection }) => connection !== null).length;
    const online = sessions > 0;
    const { status, activity } = this.#world.presence;
    this.#world.presence = {
      online,
      sessions,
      activity,
      status: online ? (status === 'offline' ? 'online' : status) : 'offline',
    };
    this.#world.emit({ kind: 'presence-changed' });
  }

  #identify(connection: Connection, d: unknown): void {
    const given = identify.safeParse(d);
    if (connection.session !== null) {
      connection.close(4005, 'Already authenticated.');
      return;
    }
    if (!given.success) {
      connection.close(4002, 'Error while decoding payload.');
      return;
    }
    const fault = identifyFault(this.#world, this.#privileged, given.data);
    if (fault !== null) {
      connection.close(...fault);
      return;
    }
    if (this.#tooSoon()) {
      connection.send(JSON.stringify({ op: Op.InvalidSession, d: false, s: null, t: null }));
      return;
    }
    const session = new Session({
      intents: Number(given.data.intents),
      shard: given.data.shard ?? [0, 1],
      identifiedAt: this.#world.clock.iso(),
      connection,
    });
    this.#sessions.set(session.id, session);
    connection.session = session;
    this.#world.oracle.identified();
    if (given.data.presence) this.#setPresence(given.data.presence);
    this.#welcome(session);
    this.#presenceChanged();
  }

  /** Discord takes one IDENTIFY in five seconds; only when rates are as strict as Discord's. */
  #tooSoon(): boolean {
    const now = performance.now();
    const soon = this.#world.settings.rateLimits === 'discord' && now - this.#identifiedAt < IDENTIFY_EVERY_MS;
    if (!soon) this.#identifiedAt = now;
    return soon;
  }

  #welcome(session: Session): void {
    const world = this.#world;
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.botState !== 'left' && session.hears({ intents: 0, guildId: guild.id }),
    );
    session.dispatch('READY', JSON.stringify(readyPayload(world, session, guilds, this.#url())));
    for (const guild of guilds) {
      const dispatch: Dispatch = { t: 'GUILD_CREATE', d: guildCreate(world, guild), intents: 1, guildId: guild.id };
      if (session.hears(dispatch) && guild.botState === 'member')
        session.dispatch(dispatch.t, JSON.stringify(dispatch.d));
    }
  }

  #resume(connection: Connection, d: unknown): void {
    const given = resume.safeParse(d);
    if (!given.success) {
      connection.close(4002, 'Error while decoding payload.');
      return;
    }
    if (connection.session !== null) {
      connection.close(4005, 'Already authenticated.');
      return;
    }
    const { token, session_id: id, seq } = given.data;
    const { settings, oracle, application } = this.#world;
    if (settings.unauthorized || token !== application.token) {
      connection.close(4004, 'Authentication failed.');
      return;
    }
    const session = this.#sessions.get(id);
    if (session !== undefined && seq > session.sequence) {
      connection.close(4007, 'Invalid seq.');
      return;
    }
    if (session === undefined || settings.refuseResume || !session.canReplayFrom(seq)) {
      connection.send(JSON.stringify({ op: Op.InvalidSession, d: false, s: null, t: null }));
      return;
    }
    session.stay();
    const before = session.connection;
    session.connection = connection;
    connection.session = session;
    if (before !== null && before !== connection) {
      before.session = null;
      before.close(4000, 'Resumed elsewhere.');
    }
    session.resumes += 1;
    oracle.resumed();
    session.replayFrom(seq, settings.replayOverlap);
    session.dispatch('RESUMED', JSON.stringify({ _trace: ['sandbox'] }));
    this.#presenceChanged();
  }

  /** A client that says goodbye with 1000 or 1001 gives its session up; any other end leaves it resumable for a while. */
  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session?.connection !== connection) return;
    this.#detach(session);
    if (code === 1000 || code === 1001) this.#forget(session);
    this.#presenceChanged();
  }

  /** Takes a session off its connection; it can be resumed on the same or another one for a while. */
  #detach(session: Session): void {
    if (session.connection !== null) session.connection.session = null;
    session.connection = null;
    session.expireAfter(this.#world.settings.sessionLifetimeMs, () => {
      this.#forget(session);
    });
  }

  #forget(session: Session): void {
    session.stay();
    this.#sessions.delete(session.id);
  }

  #tell(dispatch: Dispatch): void {
    let full: string | null = null;
    let blank: string | null = null;
    for (const session of this.#sessions.values()) {
      if (!session.hears(dispatch)) continue;
      if (dispatch.blank !== undefined && !session.readsContent()) {
        blank ??= JSON.stringify(dispatch.blank);
        session.dispatch(dispatch.t, blank);
      } else {
        full ??= JSON.stringify(dispatch.d);
        session.dispatch(dispatch.t, full);
      }
    }
  }

  #closeZombies(): void {
    const oldest = performance.now() - MISSED_BEATS * this.#world.settings.heartbeatIntervalMs;
    for (const connection of this.#connections) {
      if (connection.lastBeatAt < oldest) connection.close(4009, 'Session timed out.');
    }
  }
}
