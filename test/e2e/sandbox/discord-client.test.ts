import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  ComponentType,
  Events,
  InteractionContextType,
  MessageFlags,
  StringSelectMenuBuilder,
  type Client,
  type Message,
  type TextChannel,
} from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModalView } from '../../../sandbox/control-api.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/sandbox.ts';
import { openedModal, shownMessage, textOfMessage, Visitor } from '../../../sandbox/visitor.ts';
import { choicesForm, fieldsForm } from './forms.ts';
import { codeOf, onInteraction, staffChannel, startTestBot } from './test-bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;
let kim: Visitor;
let kari: Visitor;
let berit: Visitor;

beforeAll(async () => {
  sandbox = await startSandbox();
  bot = await startTestBot(sandbox);
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

const vakt = (): Promise<TextChannel> => staffChannel(bot, sandbox);

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

/** A form on Kari's screen, opened from a button in the staff channel. */
async function openForm(customId: string): Promise<ModalView> {
  const { id } = await (await vakt()).send({ content: 'Skjema', components: [customButton(customId, 'Fyll ut')] });
  const message = await kari.waitForMessage(sandbox.ids.channels.vakt, (entry) => entry.id === id);
  return openedModal(await kari.press(message, 'Fyll ut'));
}
