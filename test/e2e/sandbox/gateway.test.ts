import { once } from 'node:events';
import { REST } from '@discordjs/rest';
import { WebSocketManager, WebSocketShardEvents, type SessionInfo } from '@discordjs/ws';
import { GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { ControlClient, Visitor } from '../../../sandbox/visitor.ts';

let sandbox: Sandbox;
let control: ControlClient;
let kim: Visitor;
const open: (() => Promise<void> | void)[] = [];

beforeEach(async () => {
  sandbox = await startSandbox();
  control = new ControlClient(sandbox.url);
  kim = new Visitor(sandbox.url, sandbox.ids.users.kim);
});

afterEach(async () => {
  for (const close of open.splice(0)) await close();
  await sandbox.close();
});

interface Intake {
  readonly manager: WebSocketManager;
  /** Contents of DMs in the order they came. */
  readonly contents: string[];
  readonly events: string[];
  session: SessionInfo | null;
}

/** A thin intake with its own session store. */
async function startIntake(
  intents: GatewayIntentBits = GatewayIntentBits.DirectMessages,
  stored: SessionInfo | null = null,
): Promise<Intake> {
  const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
  const intake: { -readonly [Key in keyof Intake]: Intake[Key] } = {
    contents: [],
    events: [],
    session: stored,
    manager: new WebSocketManager({
      token: sandbox.token,
      intents,
      rest,
      retrieveSessionInfo: () => intake.session,
      updateSessionInfo: (_shard, session) => {
        intake.session = session;
      },
    }),
  };
  intake.manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    intake.events.push(data.t);
    if (data.t === GatewayDispatchEvents.MessageCreate) intake.contents.push(data.d.content);
  });
  intake.manager.on(WebSocketShardEvents.Error, () => undefined);
  await intake.manager.connect();
  open.push(async () => {
    await intake.manager.destroy();
  });
  return intake;
}

/** A bare WebSocket. */
function rawSocket(query = '?v=10&encoding=json'): WebSocket {
  const socket = new WebSocket(`${sandbox.gatewayUrl}${query}`);
  open.push(() => {
    socket.terminate();
  });
  return socket;
}

const identify = (given: object): string =>
  JSON.stringify({ op: 2, d: { token: sandbox.token, intents: 0, properties: {}, ...given } });

/** The code a socket is closed with after sending this. */
async function closeCode(send: string, query?: string): Promise<unknown> {
  const socket = rawSocket(query);
  const closed = once(socket, 'close');
  socket.on('open', () => {
    socket.send(send);
  });
  return (await closed)[0];
}

describe('the gateway', () => {
  it('tells an intake with DirectMessages of DMs and of nothing in guilds', async () => {
    const intake = await startIntake();
    await kim.send(sandbox.ids.channels.minecraftVelkommen, 'hei alle');
    await kim.sendDm('hei dere');
    await expect.poll(() => intake.contents).toEqual(['hei dere']);
    expect(intake.events).toEqual(['READY', 'MESSAGE_CREATE']);
  });

  it('keeps guild text from a bot without MESSAGE_CONTENT unless the bot is mentioned', async () => {
    const intake = await startIntake(GatewayIntentBits.GuildMessages);
    await kim.send(sandbox.ids.channels.minecraftVelkommen, 'hemmelig');
    await kim.send(sandbox.ids.channels.minecraftVelkommen, `<@${sandbox.ids.bot}> hjelp`);
    await expect.poll(() => intake.contents).toEqual(['', `<@${sandbox.ids.bot}> hjelp`]);
  });

  it('gives the text of guilds to an application that was granted MESSAGE_CONTENT', async () => {
    const granted = await startSandbox({ privilegedIntents: GatewayIntentBits.MessageContent });
    open.push(() => granted.close());
    const own = sandbox;
    sandbox = granted;
    const intake = await startIntake(GatewayIntentBits.GuildMessages | GatewayIntentBits.MessageContent);
    sandbox = own;
    await new Visitor(granted.url, granted.ids.users.kim).send(granted.ids.channels.minecraftVelkommen, 'hei');
    await expect.poll(() => intake.contents).toEqual(['hei']);
  });

  it('resumes a dropped session and replays what was missed, each event once', async () => {
    const intake = await startIntake();
    await kim.sendDm('en');
    await expect.poll(() => intake.contents).toEqual(['en']);
    await control.gateway({ kind: 'drop' });
    await kim.sendDm('to');
    await kim.sendDm('tre');
    await expect.poll(() => intake.contents, { timeout: 8_000 }).toEqual(['en', 'to', 'tre']);
    const { identifies, resumes } = await control.oracle();
    expect([identifies, resumes]).toEqual([1, 1]);
  });

  it('replays already delivered events too when told to overlap', async () => {
    await control.settings({ replayOverlap: 2 });
    const intake = await startIntake();
    await kim.sendDm('en');
    await kim.sendDm('to');
    await expect.poll(() => intake.contents).toEqual(['en', 'to']);
    await control.gateway({ kind: 'drop' });
    await kim.sendDm('tre');
    await expect.poll(() => intake.contents, { timeout: 8_000 }).toEqual(['en', 'to', 'en', 'to', 'tre']);
  });

  it('lets a new process resume the session an old one stored', async () => {
    const first = await startIntake();
    await kim.sendDm('en');
    await expect.poll(() => first.contents).toEqual(['en']);
    const stored = first.session;
    await control.gateway({ kind: 'drop' });
    await first.manager.destroy({ code: 4200, reason: 'away' });
    await kim.sendDm('mens ingen var der');
    const second = await startIntake(GatewayIntentBits.DirectMessages, stored);
    await expect.poll(() => second.contents).toEqual(['mens ingen var der']);
    expect(second.events).not.toContain('READY');
  });

  it('makes a client identify anew once its session has run out', async () => {
    const intake = await startIntake();
    await control.gateway({ kind: 'expire-session' });
    await expect.poll(() => intake.events.filter((t) => t === 'READY').length, { timeout: 12_000 }).toBe(2);
    expect((await control.oracle()).identifies).toBe(2);
  });

  it('forgets a session that was not resumed within its lifetime', async () => {
    await control.settings({ sessionLifetimeMs: 50 });
    const intake = await startIntake();
    const stored = intake.session;
    await intake.manager.destroy({ code: 4200, reason: 'away' });
    await expect.poll(async () => (await control.sessions()).length).toBe(0);
    const second = await startIntake(GatewayIntentBits.DirectMessages, stored);
    await expect.poll(() => second.events, { timeout: 12_000 }).toContain('READY');
  });

  it('ends the session of a client that says goodbye with 1000', async () => {
    const intake = await startIntake();
    await intake.manager.destroy({ code: 1000 });
    await expect.poll(async () => (await control.sessions()).length).toBe(0);
  });

  it('reconnects a client by op 7 and resumes', async () => {
    await startIntake();
    await control.gateway({ kind: 'reconnect' });
    await expect.poll(async () => (await control.oracle()).resumes, { timeout: 8_000 }).toBe(1);
  });

  it('resumes after a resumable INVALID_SESSION', async () => {
    await startIntake();
    await control.gateway({ kind: 'invalid-session', resumable: true });
    await expect.poll(async () => (await control.oracle()).resumes, { timeout: 8_000 }).toBe(1);
  });

  it('gives every session of the same shard every DM', async () => {
    const intakes = [await startIntake(), await startIntake()];
    await kim.sendDm('til begge');
    for (const { contents } of intakes) await expect.poll(() => contents).toEqual(['til begge']);
  });

  it('lets a muted connection starve until the client notices and resumes', async () => {
    await control.settings({ heartbeatIntervalMs: 150 });
    const intake = await startIntake();
    await control.gateway({ kind: 'mute' });
    await kim.sendDm('under stillheten');
    await expect.poll(() => intake.contents, { timeout: 8_000 }).toEqual(['under stillheten']);
  });

  it('sends guilds only to those who asked for guilds', async () => {
    const intake = await startIntake(GatewayIntentBits.Guilds);
    await expect.poll(() => intake.events).toEqual(['READY', 'GUILD_CREATE', 'GUILD_CREATE', 'GUILD_CREATE']);
    await control.setBot(sandbox.ids.guilds.roblox, 'unavailable');
    await control.setBot(sandbox.ids.guilds.roblox, 'member');
    await control.setBot(sandbox.ids.guilds.roblox, 'left');
    await expect.poll(() => intake.events.slice(4)).toEqual(['GUILD_DELETE', 'GUILD_CREATE', 'GUILD_DELETE']);
  });
});

describe('the gateway closes', () => {
  it.each([
    ['a wrong token', () => identify({ token: 'feil' }), 4004],
    ['an intent that does not exist', () => identify({ intents: 1 << 30 }), 4013],
    ['a privileged intent that was not granted', () => identify({ intents: GatewayIntentBits.MessageContent }), 4014],
    ['a shard out of range', () => identify({ shard: [2, 2] }), 4010],
    ['an opcode that does not exist', () => JSON.stringify({ op: 99, d: null }), 4001],
    ['what is not JSON', () => '{', 4002],
    ['a presence before IDENTIFY', () => JSON.stringify({ op: 3, d: {} }), 4003],
  ])('on %s', async (_what, payload, code) => {
    expect(await closeCode(payload())).toBe(code);
  });

  it('on another version', async () => {
    expect(await closeCode('', '?v=8&encoding=json')).toBe(4012);
  });

  it('on a sequence from the future, and answers an unknown session with INVALID_SESSION', async () => {
    const intake = await startIntake();
    const sessionId = intake.session?.sessionId ?? '';
    const resume = (session: string, seq: number): string =>
      JSON.stringify({ op: 6, d: { token: sandbox.token, session_id: session, seq } });
    expect(await closeCode(resume(sessionId, 999))).toBe(4007);

    const socket = rawSocket();
    await once(socket, 'message');
    socket.send(resume('0'.repeat(32), 1));
    const [answer] = (await once(socket, 'message')) as [Buffer];
    expect(JSON.parse(answer.toString())).toMatchObject({ op: 9, d: false });
  });

  it('on a second IDENTIFY', async () => {
    const socket = rawSocket();
    await once(socket, 'message');
    socket.send(identify({}));
    await once(socket, 'message');
    socket.send(identify({}));
    expect((await once(socket, 'close'))[0]).toBe(4005);
  });

  it('on missing heartbeats', async () => {
    await control.settings({ heartbeatIntervalMs: 100 });
    const socket = rawSocket();
    expect((await once(socket, 'close'))[0]).toBe(4009);
  });

  it('on more than 120 payloads in a minute', async () => {
    const socket = rawSocket();
    await once(socket, 'message');
    for (let beat = 0; beat <= 120; beat += 1) socket.send(JSON.stringify({ op: 1, d: null }));
    expect((await once(socket, 'close'))[0]).toBe(4008);
  });
});
