import { once } from 'node:events';
import { ActivityType, MessageFlags, type Client, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { SandboxEvent } from '../../../sandbox/control-api.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { ControlClient, Visitor } from '../../../sandbox/visitor.ts';
import { onInteraction, startTestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;
let control: ControlClient;
let kim: Visitor;
let kari: Visitor;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox);
  control = new ControlClient(sandbox.url);
  kim = new Visitor(sandbox.url, sandbox.ids.users.kim);
  kari = new Visitor(sandbox.url, sandbox.ids.users.kari);
  await bot.application.commands.set([{ name: 'hjelp', description: 'Help' }]);
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

/** The event stream of one person, from its greeting on. */
async function watch(userId: string): Promise<{ readonly events: SandboxEvent[]; readonly close: () => void }> {
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/sandbox/events?user=${userId}`);
  const events: SandboxEvent[] = [];
  socket.on('message', (data: Buffer) => {
    events.push(JSON.parse(data.toString()) as SandboxEvent);
  });
  await once(socket, 'message');
  return {
    events,
    close: () => {
      socket.close();
    },
  };
}

const kinds = (events: readonly SandboxEvent[]): readonly string[] => events.map(({ kind }) => kind);

const staffChannel = async (): Promise<TextChannel> =>
  (await bot.channels.fetch(sandbox.ids.channels.vakt)) as TextChannel;

describe('a person in the sandbox', () => {
  it('sees the own guilds and only the channels the own roles open', async () => {
    const names = async (visitor: Visitor): Promise<readonly string[]> =>
      (await visitor.view()).guilds.flatMap(({ channels }) => channels.map(({ name }) => name));
    expect(await names(kim)).toEqual(['velkommen', 'utekontakten']);
    expect(await names(kari)).toEqual(['velkommen', 'utekontakt-vakt', 'reserve-vakt', 'velkommen', 'utekontakten']);
    await control.setRoles(sandbox.ids.guilds.municipality, kari.id, []);
    expect(await names(kari)).toEqual(['velkommen', 'velkommen', 'utekontakten']);
    await expect(kari.send(sandbox.ids.channels.vakt, 'hei')).rejects.toMatchObject({ code: 50001 });
    const { saksbehandler, vakthavende } = sandbox.ids.roles;
    await control.setRoles(sandbox.ids.guilds.municipality, kari.id, [saksbehandler, vakthavende]);
  });

  it('hears live what happens where the person can see it, and nothing else', async () => {
    const [mine, theirs] = [await watch(kim.id), await watch(kari.id)];
    await kim.sendDm('bare til boten');
    await (await staffChannel()).send('bare til vakta');
    await expect.poll(() => kinds(theirs.events)).toContain('message-created');
    const contents = (events: readonly SandboxEvent[]): readonly string[] =>
      events.flatMap((event) => (event.kind === 'message-created' ? event.message.content : []));
    expect(contents(mine.events)).toEqual(['bare til boten']);
    expect(contents(theirs.events)).toEqual(['bare til vakta']);
    mine.close();
    theirs.close();
  });

  it('alone hears of an ephemeral answer', async () => {
    onInteraction(bot, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'bare deg', flags: MessageFlags.Ephemeral });
    });
    const sander = await watch(sandbox.ids.users.sander);
    const own = await watch(kim.id);
    await kim.runCommand(sandbox.ids.channels.minecraftUtekontakten, 'hjelp');
    await expect.poll(() => kinds(own.events)).toContain('message-created');
    expect(kinds(sander.events)).toEqual(['hello']);
    sander.close();
    own.close();
  });

  it('edits and deletes the own messages, not those of others', async () => {
    const message = await kim.sendDm('skriveleif');
    expect((await kim.edit(message, 'skrivefeil')).editedAt).not.toBeNull();
    const { channelId } = message;
    const botMessage = await (await bot.users.fetch(kim.id)).send('fra boten');
    await expect(kim.delete({ ...message, id: botMessage.id })).rejects.toMatchObject({ code: 50013 });
    await kim.delete(message);
    expect((await kim.messages(channelId)).some(({ id }) => id === message.id)).toBe(false);
  });

  it('sends attachments, stickers, voice, polls and forwards as Discord delivers them', async () => {
    const shapes = await Promise.all([
      kim.sendDm({ attachments: [{ filename: 'bilde.png', contentType: 'image/png', size: 42 }] }),
      kim.sendDm({ stickers: ['vink'] }),
      kim.sendDm({ voiceSeconds: 3 }),
      kim.sendDm({ poll: { question: 'Hva nå?', answers: ['a', 'b'] } }),
      kim.sendDm({ forward: { content: 'videresendt' } }),
    ]);
    const { channelId } = await kim.sendDm('slutt');
    const fetched = await Promise.all(
      shapes.map(
        async ({ id }) => (await bot.rest.get(`/channels/${channelId}/messages/${id}`)) as Record<string, unknown>,
      ),
    );
    expect(fetched).toMatchObject([
      { attachments: [{ filename: 'bilde.png', size: 42 }] },
      { sticker_items: [{ name: 'vink' }] },
      { flags: 8192, attachments: [{ duration_secs: 3 }] },
      { poll: { question: { text: 'Hva nå?' } } },
      { content: '', message_snapshots: [{ message: { content: 'videresendt' } }], message_reference: { type: 1 } },
    ]);
    expect((await control.oracle()).attachmentFetches).toBe(0);
    await fetch(shapes[0].attachments[0]?.url ?? '');
    expect((await control.oracle()).attachmentFetches).toBe(1);
    await expect(kim.sendDm('')).rejects.toMatchObject({ code: 50006 });
    await expect(kim.sendDm('x'.repeat(2001))).rejects.toMatchObject({ status: 400 });
  });

  it('cannot write to a bot it has blocked', async () => {
    await kim.set({ blocksBot: true });
    await expect(kim.sendDm('hei')).rejects.toMatchObject({ code: 50007 });
    await kim.set({ blocksBot: false });
  });

  it('reaches the bot without a shared guild only with the app installed', async () => {
    const stranger = new Visitor(sandbox.url, sandbox.ids.users.fremmed);
    expect((await stranger.view()).guilds).toEqual([]);
    await stranger.sendDm('hei');
    const user = await bot.users.fetch(stranger.id);
    expect((await user.send('hei igjen')).content).toBe('hei igjen');
    await control.removeMember(sandbox.ids.guilds.minecraft, kim.id);
    await expect((await bot.users.fetch(kim.id)).send('hei')).rejects.toMatchObject({ code: 50278 });
    await control.setRoles(sandbox.ids.guilds.minecraft, kim.id, []);
  });
});

describe('the world around', () => {
  it('moves its clock, and new messages with it', async () => {
    const night = new Date(Date.now() + 12 * 3_600_000);
    await control.call('POST', '/clock', { now: night.toISOString() });
    const message = await kim.sendDm('midt på natta');
    expect(Math.abs(Date.parse(message.createdAt) - night.getTime())).toBeLessThan(5_000);
    await control.moveClock(0);
    const later = await kim.sendDm('tilbake');
    expect(BigInt(later.id) > BigInt(message.id)).toBe(true);
  });

  it('tells whether the bot is there and what it says about itself', async () => {
    bot.user.setPresence({
      status: 'idle',
      activities: [{ name: 'Åpner kl. 14', type: ActivityType.Custom, state: 'Åpner kl. 14' }],
    });
    await expect
      .poll(async () => (await control.world()).presence)
      .toEqual({ online: true, status: 'idle', activity: 'Åpner kl. 14', sessions: 1 });
  });

  it('takes a channel away so that the bot meets 10003', async () => {
    const channel = await staffChannel();
    await control.deleteChannel(sandbox.ids.channels.reserveVakt);
    const gone = bot.rest.post(`/channels/${sandbox.ids.channels.reserveVakt}/messages`, { body: { content: 'x' } });
    await expect(gone).rejects.toMatchObject({ code: 10003 });
    expect((await channel.send('her')).content).toBe('her');
  });

  it('answers neither other web pages nor foreign host names', async () => {
    const foreign = await fetch(`${sandbox.url}/sandbox/world`, { headers: { origin: 'https://example.org' } });
    expect(foreign.status).toBe(403);
    const own = await fetch(`${sandbox.url}/sandbox/world`, { headers: { origin: sandbox.url } });
    expect(own.status).toBe(200);
  });

  it('serves the browser modules of the page, and nothing outside it', async () => {
    for (const path of ['/vendor/preact.js', '/vendor/preact-hooks.js', '/vendor/htm.js']) {
      const answer = await fetch(`${sandbox.url}${path}`);
      expect(answer.headers.get('content-type')).toContain('javascript');
      expect(await answer.text()).toMatch(/export\s*(\{|default)/u);
    }
    expect((await fetch(`${sandbox.url}/..%2f..%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${sandbox.url}/%2e%2e/seed.ts`)).status).toBe(404);
  });
});
