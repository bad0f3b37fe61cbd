import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  ComponentType,
  DiscordAPIError,
  Events,
  InteractionContextType,
  MessageFlags,
  StringSelectMenuBuilder,
  TextInputStyle,
  ThreadAutoArchiveDuration,
  type APIModalInteractionResponseCallbackData,
  type Client,
  type Message,
  type TextChannel,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModalView } from '../../../sandbox/control-api.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { ControlClient, openedModal, shownMessage, textOfMessage, Visitor } from '../../../sandbox/visitor.ts';
import { onInteraction, startTestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;
let control: ControlClient;
let kim: Visitor;
let kari: Visitor;
let berit: Visitor;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox);
  control = new ControlClient(sandbox.url);
  const { users } = sandbox.ids;
  kim = new Visitor(sandbox.url, users.kim);
  kari = new Visitor(sandbox.url, users.kari);
  berit = new Visitor(sandbox.url, users.berit);
  await bot.application.commands.set([
    {
      name: 'apningstider',
      nameLocalizations: { no: 'åpningstider' },
      description: 'Shows opening hours',
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    },
    {
      name: 'svar',
      description: 'Answers',
      options: [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'kort',
          description: 'Short',
          options: [
            {
              type: ApplicationCommandOptionType.String,
              name: 'tekst',
              description: 'Text',
              required: true,
              autocomplete: true,
            },
          ],
        },
      ],
      defaultMemberPermissions: 0x20n,
      contexts: [InteractionContextType.Guild],
    },
    { name: 'Meld fra', type: ApplicationCommandType.Message, contexts: [InteractionContextType.Guild] },
  ]);
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

const vakt = async (): Promise<TextChannel> => {
  const channel = await bot.channels.fetch(sandbox.ids.channels.vakt);
  if (channel?.type !== ChannelType.GuildText) throw new Error('no staff channel');
  return channel;
};

const codeOf = async (work: Promise<unknown>): Promise<number | string> => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof DiscordAPIError) return error.code;
  throw new Error(`expected Discord to refuse, got ${String(error)}`);
};

const customButton = (customId: string, label: string) =>
  new ActionRowBuilder<ButtonBuilder>().addComponents(
    new ButtonBuilder({ customId, label, style: ButtonStyle.Primary }),
  );

describe('a discord.js client in the sandbox', () => {
  it('sees the guilds and their channels after login', () => {
    expect(bot.guilds.cache.map(({ name }) => name).toSorted()).toEqual([
      'Eksempelvik Minecraft',
      'Eksempelvik kommune',
      'Vikinglag Roblox',
    ]);
    expect(bot.channels.cache.get(sandbox.ids.channels.vakt)).toBeDefined();
  });

  it('gets the members it names, over REST and over the gateway', async () => {
    const guild = await bot.guilds.fetch(sandbox.ids.guilds.municipality);
    const { kari: known, ola } = sandbox.ids.users;
    expect((await guild.members.fetch(ola)).roles.cache.has(sandbox.ids.roles.saksbehandler)).toBe(true);
    expect([...(await guild.members.fetch({ user: [known, ola] })).keys()].toSorted()).toEqual([known, ola]);
  });

  it('reads a first DM with its content and answers it', async () => {
    const received = new Promise<Message>((resolve) => {
      bot.once(Events.MessageCreate, resolve);
    });
    await kim.sendDm('hei, er det noen der?');
    const message = await received;
    expect(message.content).toBe('hei, er det noen der?');
    await message.reply('Hei! Vi er her.');
    const answer = await kim.waitForDm(({ content }) => content === 'Hei! Vi er her.');
    expect(answer.replyToId).toBe(message.id);
  });

  it('answers a slash command called by its Norwegian name, for the caller only', async () => {
    onInteraction(bot, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'Åpent til 20', flags: MessageFlags.Ephemeral });
    });
    const receipt = await kim.runCommand(sandbox.ids.channels.minecraftUtekontakten, 'åpningstider');
    expect(shownMessage(receipt)).toMatchObject({ content: 'Åpent til 20', ephemeral: true, type: 20 });
    const others = await kari.messages(sandbox.ids.channels.minecraftUtekontakten);
    expect(others.some(({ content }) => content === 'Åpent til 20')).toBe(false);
    const own = await kim.messages(sandbox.ids.channels.minecraftUtekontakten);
    expect(own.some(({ content }) => content === 'Åpent til 20')).toBe(true);
  });

  it('hides commands from those without the right and completes options for those with it', async () => {
    onInteraction(bot, async (interaction) => {
      if (interaction.isAutocomplete())
        await interaction.respond([{ name: `${interaction.options.getFocused()}!`, value: 'x' }]);
    });
    const names = (await kari.commands(sandbox.ids.channels.vakt)).map(({ shownName }) => shownName);
    expect(names).toContain('åpningstider');
    expect(names).not.toContain('svar');
    await expect(kari.runCommand(sandbox.ids.channels.vakt, 'svar kort', { tekst: 'x' })).rejects.toThrow('no command');
    expect(await berit.complete(sandbox.ids.channels.vakt, 'svar kort', 'tekst', { tekst: 'ja' })).toEqual([
      { name: 'ja!', value: 'x' },
    ]);
  });

  it('opens a form from a button and gets what was written and ticked', async () => {
    const answers: unknown[] = [];
    onInteraction(bot, async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(fieldsForm);
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      answers.push(
        fields.getTextInputValue('tekst'),
        fields.getStringSelectValues('valg'),
        fields.getRadioGroup('radio'),
        fields.getCheckboxGroup('flere'),
        fields.getCheckbox('kryss'),
      );
      await interaction.reply({ content: 'Takk', flags: MessageFlags.Ephemeral });
    });
    const modal = await openForm('skjema-felt');
    await expect(kari.fillModal(modal, { 'Radio nå': 'A' })).rejects.toThrow('must be filled in');
    const receipt = await kari.fillModal(modal, {
      'Fri tekst': 'noe tekst',
      'Velg én': ['En'],
      'Radio nå': 'A',
      'Velg flere': ['b', 'c'],
      'Sett kryss': true,
    });
    expect(shownMessage(receipt).content).toBe('Takk');
    expect(answers).toEqual(['noe tekst', ['1'], 'a', ['b', 'c'], true]);
    await expect(kari.fillModal(modal, {})).rejects.toThrow('not open');
  });

  it('gets the people, roles and channels chosen in a form', async () => {
    const answers: unknown[] = [];
    onInteraction(bot, async (interaction) => {
      if (interaction.isButton()) await interaction.showModal(choicesForm);
      if (!interaction.isModalSubmit()) return;
      const { fields } = interaction;
      answers.push(
        [...(fields.getSelectedUsers('hvem')?.keys() ?? [])],
        [...(fields.getSelectedRoles('rolle')?.keys() ?? [])],
        [...(fields.getSelectedChannels('kanal')?.keys() ?? [])],
      );
      await interaction.deferUpdate();
    });
    const { users, roles, channels } = sandbox.ids;
    const modal = await openForm('skjema-valg');
    await expect(kari.fillModal(modal, { 'Hvem er med': roles.vakthavende })).rejects.toThrow('cannot be chosen');
    const receipt = await kari.fillModal(modal, {
      'Hvem er med': users.ola,
      'Hvilken rolle': roles.vakthavende,
      'Hvilken kanal': channels.vakt,
    });
    expect(receipt.kind).toBe('silent');
    expect(answers).toEqual([[users.ola], [roles.vakthavende], [channels.vakt]]);
  });

  it('takes a choice in a select, defers the update and changes the message later', async () => {
    onInteraction(bot, async (interaction) => {
      if (!interaction.isStringSelectMenu()) return;
      await interaction.deferUpdate();
      await interaction.editReply({ content: `Valgt ${interaction.values.join()}`, components: [] });
    });
    const menu = new StringSelectMenuBuilder({
      customId: 'meny',
      placeholder: 'Velg nivå',
      options: [
        { label: 'Lav', value: 'lav' },
        { label: 'Høy', value: 'hoy' },
      ],
    });
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu);
    const { id } = await (await vakt()).send({ content: 'Nivå?', components: [row] });
    const message = await kari.waitForMessage(sandbox.ids.channels.vakt, (entry) => entry.id === id);
    await expect(kari.choose(message, 'Velg nivå', ['finnes ikke'])).rejects.toThrow('no option');
    expect((await kari.choose(message, 'Velg nivå', ['Høy'])).kind).toBe('silent');
    await kari.waitForMessage(sandbox.ids.channels.vakt, (entry) => entry.id === id && entry.content === 'Valgt hoy');
  });

  it('fills a private placeholder by its first follow-up and gives the callback back when asked', async () => {
    onInteraction(bot, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.deferReply({ flags: MessageFlags.Ephemeral, withResponse: true });
      expect(resource?.message?.flags.has(MessageFlags.Loading)).toBe(true);
      await interaction.followUp({ content: 'først' });
      await interaction.followUp({ content: 'så', flags: MessageFlags.Ephemeral });
    });
    const channel = sandbox.ids.channels.robloxUtekontakten;
    const sander = new Visitor(sandbox.url, sandbox.ids.users.sander);
    const receipt = await sander.runCommand(channel, 'apningstider');
    expect(receipt.kind).toBe('thinking');
    await sander.waitForMessage(channel, ({ content }) => content === 'så');
    const contents = (await sander.messages(channel)).map(({ content, ephemeral, loading }) => [
      content,
      ephemeral,
      loading,
    ]);
    expect(contents).toEqual([
      ['først', true, false],
      ['så', true, false],
    ]);
  });

  it('uses a message command with the content of its target', async () => {
    let seen = '';
    onInteraction(bot, async (interaction) => {
      if (!interaction.isMessageContextMenuCommand()) return;
      seen = interaction.targetMessage.content;
      await interaction.reply({ content: 'Mottatt', flags: MessageFlags.Ephemeral });
    });
    const message = await kim.send(sandbox.ids.channels.minecraftVelkommen, 'jeg er bekymret for en venn');
    expect(shownMessage(await kim.useOnMessage(message, 'Meld fra')).content).toBe('Mottatt');
    expect(seen).toBe('jeg er bekymret for en venn');
  });

  it('shows a container with text and buttons, and refuses content beside it', async () => {
    const channel = await vakt();
    const sent = await channel.send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: ComponentType.Container,
          components: [
            { type: ComponentType.TextDisplay, content: 'Sak 4711' },
            { type: ComponentType.Separator },
            { type: ComponentType.TextDisplay, content: 'ALVORLIG' },
          ],
        },
        customButton('ta', 'Jeg tar den'),
      ],
    });
    const message = await kari.waitForMessage(channel.id, ({ id }) => id === sent.id);
    expect(textOfMessage(message)).toBe('Sak 4711\nALVORLIG');
    expect(
      await codeOf(
        channel.send({
          flags: MessageFlags.IsComponentsV2,
          content: 'nei',
          components: [{ type: ComponentType.TextDisplay, content: 'x' }],
        }),
      ),
    ).toBe(50035);
    expect(await codeOf(sent.edit({ content: 'nei' }))).toBe(50035);
    const legacy = await channel.send('gammel');
    const components = [{ type: ComponentType.TextDisplay, content: 'ny' }];
    expect(await codeOf(legacy.edit({ flags: MessageFlags.IsComponentsV2, components }))).toBe(50035);
    expect((await legacy.edit({ flags: MessageFlags.IsComponentsV2, content: null, components })).content).toBe('');
  });

  it('sends files by name and size only', async () => {
    const channel = await vakt();
    const sent = await channel.send({
      content: 'fil',
      files: [{ attachment: Buffer.from('abc'), name: 'æøå.txt', description: 'en fil' }],
    });
    expect(sent.attachments.first()).toMatchObject({ size: 3, description: 'en fil' });
  });
});

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

const options = ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() }));

const fieldsForm = {
  custom_id: 'felt',
  title: 'Felt',
  components: [
    {
      type: ComponentType.Label,
      label: 'Fri tekst',
      component: { type: ComponentType.TextInput, custom_id: 'tekst', style: TextInputStyle.Paragraph },
    },
    {
      type: ComponentType.Label,
      label: 'Velg én',
      component: { type: ComponentType.StringSelect, custom_id: 'valg', options: [{ label: 'En', value: '1' }] },
    },
    {
      type: ComponentType.Label,
      label: 'Radio nå',
      component: { type: ComponentType.RadioGroup, custom_id: 'radio', options },
    },
    {
      type: ComponentType.Label,
      label: 'Velg flere',
      component: { type: ComponentType.CheckboxGroup, custom_id: 'flere', options },
    },
    { type: ComponentType.Label, label: 'Sett kryss', component: { type: ComponentType.Checkbox, custom_id: 'kryss' } },
  ],
} satisfies APIModalInteractionResponseCallbackData;

const choicesForm = {
  custom_id: 'valg',
  title: 'Valg',
  components: [
    {
      type: ComponentType.Label,
      label: 'Hvem er med',
      component: { type: ComponentType.UserSelect, custom_id: 'hvem' },
    },
    {
      type: ComponentType.Label,
      label: 'Hvilken rolle',
      component: { type: ComponentType.RoleSelect, custom_id: 'rolle' },
    },
    {
      type: ComponentType.Label,
      label: 'Hvilken kanal',
      component: { type: ComponentType.ChannelSelect, custom_id: 'kanal' },
    },
  ],
} satisfies APIModalInteractionResponseCallbackData;

const smallForm = {
  custom_id: 'lite',
  title: 'Lite skjema',
  components: [
    {
      type: ComponentType.Label,
      label: 'Navn',
      component: { type: ComponentType.TextInput, custom_id: 'navn', style: TextInputStyle.Short },
    },
  ],
} satisfies APIModalInteractionResponseCallbackData;

/** A form on Kari's screen, opened from a button in the staff channel. */
async function openForm(customId: string): Promise<ModalView> {
  const { id } = await (await vakt()).send({ content: 'Skjema', components: [customButton(customId, 'Fyll ut')] });
  const message = await kari.waitForMessage(sandbox.ids.channels.vakt, (entry) => entry.id === id);
  return openedModal(await kari.press(message, 'Fyll ut'));
}
