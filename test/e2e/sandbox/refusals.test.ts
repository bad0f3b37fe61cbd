import { ChannelType, ThreadAutoArchiveDuration, type Client, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { ControlClient, openedModal, Visitor } from '../../../sandbox/visitor.ts';
import { smallForm } from './forms.ts';
import { codeOf, onInteraction, staffChannel, startTestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;
let control: ControlClient;
let kim: Visitor;
let kari: Visitor;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox);
  control = new ControlClient(sandbox.url);
  const { users } = sandbox.ids;
  kim = new Visitor(sandbox.url, users.kim);
  kari = new Visitor(sandbox.url, users.kari);
  await bot.application.commands.set([{ name: 'apningstider', description: 'Shows opening hours' }]);
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

const vakt = (): Promise<TextChannel> => staffChannel(bot, sandbox);

describe('what Discord refuses, the sandbox refuses', () => {
  it('refuses a DM to somebody who has closed them or has blocked the bot', async () => {
    const user = await bot.users.fetch(sandbox.ids.users.alex);
    const alex = new Visitor(sandbox.url, user.id);
    await alex.set({ dmOpen: false });
    expect(await codeOf(user.send('hei'))).toBe(50007);
    await alex.set({ dmOpen: true, blocksBot: true });
    expect(await codeOf(user.send('hei'))).toBe(50007);
    await alex.set({ blocksBot: false });
    expect((await user.send('hei')).content).toBe('hei');
  });

  it('refuses a channel that cannot be seen and an act without the right', async () => {
    const { channels, roles } = sandbox.ids;
    const channel = await vakt();
    await control.setOverwrite(channels.vakt, roles.municipalityBot, 'role', 0n, 0x400n);
    expect(await codeOf(channel.send('hei'))).toBe(50001);
    await control.setOverwrite(channels.vakt, roles.municipalityBot, 'role', 0x400n, 0x800n);
    expect(await codeOf(channel.send('hei'))).toBe(50013);
    await control.setOverwrite(channels.vakt, roles.municipalityBot, 'role', 0xc00n, 0n);
    await channel.send('hei');
  });

  it('refuses a second answer, a late one, and a token that has run out', async () => {
    const channel = sandbox.ids.channels.vakt;
    const twice = onInteraction(bot, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
      const body = { type: 4, data: { content: 'svar' } };
      await bot.rest.post(route, { body, auth: false });
      await bot.rest.post(route, { body, auth: false });
    });
    await kari.runCommand(channel, 'apningstider');
    await expect.poll(() => twice.errors[0]).toMatchObject({ code: 40060 });

    await control.settings({ firstAnswerMs: 60 });
    const late = onInteraction(bot, async (interaction) => {
      await new Promise((resolve) => setTimeout(resolve, 120));
      if (interaction.isChatInputCommand()) await interaction.reply('for sent');
    });
    expect((await kari.runCommand(channel, 'apningstider')).kind).toBe('failed');
    await expect.poll(() => late.errors[0]).toMatchObject({ code: 10062 });
    await control.settings({ firstAnswerMs: 3_000 });

    const old = onInteraction(bot, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('nå');
      await control.moveClock(16 * 60_000);
      await interaction.followUp('etter 16 minutter');
    });
    await kari.runCommand(channel, 'apningstider');
    await expect.poll(() => old.errors[0]).toMatchObject({ code: 50027, status: 401 });
    await control.moveClock(0);
  });

  it('refuses a form as answer to a form', async () => {
    const refused = onInteraction(bot, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.showModal(smallForm);
      else if (interaction.isModalSubmit()) {
        const route = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
        await bot.rest.post(route, { body: { type: 9, data: smallForm }, auth: false });
      }
    });
    const modal = openedModal(await kari.runCommand(sandbox.ids.channels.vakt, 'apningstider'));
    await control.settings({ firstAnswerMs: 200 });
    await kari.fillModal(modal, { Navn: 'x' });
    await control.settings({ firstAnswerMs: 3_000 });
    await expect.poll(() => refused.errors[0]).toMatchObject({ code: 50035 });
  });

  it('starts one thread from a message and keeps a private thread to its members', async () => {
    const channel = await vakt();
    const message = await channel.send('Sak 12');
    const thread = await message.startThread({ name: 'Sak 12', autoArchiveDuration: ThreadAutoArchiveDuration.OneDay });
    expect(thread.id).toBe(message.id);
    const again = bot.rest.post(`/channels/${channel.id}/messages/${message.id}/threads`, { body: { name: 'igjen' } });
    expect(await codeOf(again)).toBe(160004);

    const apart = await channel.threads.create({ name: 'Sak 13', type: ChannelType.PrivateThread });
    const ola = new Visitor(sandbox.url, sandbox.ids.users.ola);
    const hidden = new Visitor(sandbox.url, sandbox.ids.users.kim);
    await expect(hidden.messages(apart.id)).rejects.toMatchObject({ code: 50001 });
    await apart.members.add(ola.id);
    await apart.send('bare for Ola');
    expect((await ola.messages(apart.id)).at(-1)?.content).toBe('bare for Ola');

    await apart.setLocked(true);
    await apart.setArchived(true);
    expect(await codeOf(apart.members.add(sandbox.ids.users.kari))).toBe(50083);
  });

  it('makes one message of an enforced nonce and hands the same one back', async () => {
    const channel = await vakt();
    const [first, second] = [
      await channel.send({ content: 'varsel', nonce: 'abc123', enforceNonce: true }),
      await channel.send({ content: 'varsel', nonce: 'abc123', enforceNonce: true }),
    ];
    expect(second.id).toBe(first.id);
    await control.settings({ nonceWindowMs: 0 });
    expect((await channel.send({ content: 'varsel', nonce: 'abc123', enforceNonce: true })).id).not.toBe(first.id);
    await control.settings({ nonceWindowMs: 180_000 });
  });

  it('does not bulk delete what is older than two weeks, nor anything a person wrote in a DM', async () => {
    const channel = await vakt();
    const messages = [await channel.send('en'), await channel.send('to')];
    await control.moveClock(15 * 24 * 3_600_000);
    const old = bot.rest.post(`/channels/${channel.id}/messages/bulk-delete`, {
      body: { messages: messages.map(({ id }) => id) },
    });
    expect(await codeOf(old)).toBe(50034);
    await control.moveClock(0);
    await channel.bulkDelete(messages);
    const { id, channelId } = await kim.sendDm('slett meg');
    expect(await codeOf(bot.rest.delete(`/channels/${channelId}/messages/${id}`))).toBe(50003);
  });

  it('answers 404 for a route that does not exist and 401 for a wrong token', async () => {
    const unknown = await fetch(`${sandbox.apiUrl}/v10/nothing/here`, {
      headers: { authorization: `Bot ${sandbox.token}` },
    });
    expect([unknown.status, await unknown.json()]).toEqual([404, { message: '404: Not Found', code: 0 }]);
    const stranger = await fetch(`${sandbox.apiUrl}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
    expect(stranger.status).toBe(401);
  });
});
