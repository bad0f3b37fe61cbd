import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  MessageFlags,
  Partials,
  Routes,
  type Interaction,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { card, caseForm, caseMessage, municipalityMenu, writeForm } from './stand-in-forms.ts';

/**
 * A bot without rules that does one of everything the page must show. It answers DMs, posts a card and a case, opens
 * forms, and lets one button go unanswered.
 */
export async function startStandInBot(sandbox: Sandbox): Promise<Client<true>> {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    rest: { api: sandbox.apiUrl, version: '10' },
  });
  const ready = Promise.withResolvers<Client<true>>();
  client.once(Events.ClientReady, ready.resolve);
  client.on(Events.InteractionCreate, (interaction) => {
    void answer(interaction);
  });
  client.on(Events.MessageCreate, (message) => {
    if (message.author.bot || message.channel.type !== ChannelType.DM) return;
    void message.reply(`Takk. Du skrev ${String(message.content.length)} tegn.`).then(async (reply) => {
      await reply.reply(municipalityMenu);
    });
  });
  await client.login(sandbox.token);
  const bot = await ready.promise;
  await setUp(bot, sandbox);
  return bot;
}

async function setUp(client: Client<true>, { ids }: Sandbox): Promise<void> {
  await client.application.commands.set([
    {
      name: 'apningstider',
      nameLocalizations: { no: 'åpningstider' },
      description: 'Opening hours',
      descriptionLocalizations: { no: 'Når er Utekontakten åpen?' },
    },
    {
      name: 'mal',
      description: 'Svar med en mal',
      options: [
        {
          name: 'navn',
          description: 'Hvilken mal',
          type: ApplicationCommandOptionType.String,
          required: true,
          autocomplete: true,
        },
        { name: 'antall', description: 'Hvor mange', type: ApplicationCommandOptionType.Integer, required: false },
      ],
    },
    { name: 'Meld fra', type: ApplicationCommandType.Message },
  ]);
  const entrance = await client.channels.fetch(ids.channels.minecraftUtekontakten);
  if (entrance?.isSendable()) await entrance.send(card);
  const duty = await client.channels.fetch(ids.channels.vakt);
  if (duty?.type !== ChannelType.GuildText) throw new Error('the duty channel is gone');
  const posted = await duty.send(caseMessage(ids.roles.vakthavende, 'nummeret mitt er [telefonnummer]'));
  await client.rest.post(Routes.threads(duty.id, posted.id), { body: { name: 'Sak 4821' } });
  await client.rest.post(Routes.channelMessages(posted.id), { body: { content: 'Alt om saken samles her.' } });
}

const whisper = (content: string) => ({ content, flags: MessageFlags.Ephemeral }) as const;

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    const all = ['Vi har lest det', 'Vi ringer deg', 'Ta kontakt igjen'];
    const typed = interaction.options.getFocused().toLowerCase();
    await interaction.respond(
      all.filter((name) => name.toLowerCase().includes(typed)).map((name) => ({ name, value: name })),
    );
  } else if (interaction.isChatInputCommand()) {
    if (interaction.commandName === 'mal') {
      await interaction.reply(whisper(`Malen er «${interaction.options.getString('navn', true)}»`));
      return;
    }
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await interaction.editReply('Åpent til **21.00**');
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(whisper(`Takk for at du sa fra om «${interaction.targetMessage.content}»`));
  } else if (interaction.isStringSelectMenu()) {
    await interaction.update({ content: `Du valgte ${interaction.values.join(', ')}`, components: [] });
  } else if (interaction.isUserSelectMenu()) {
    await interaction.reply(whisper(`Gitt til ${interaction.users.map((user) => user.displayName).join(' og ')}`));
  } else if (interaction.isButton()) {
    await answerButton(interaction);
  } else if (interaction.isModalSubmit()) {
    await interaction.reply(whisper(summaryOf(interaction)));
  }
}

async function answerButton(
  interaction: Extract<Interaction, { isButton(): boolean }> & { customId: string },
): Promise<void> {
  if (!interaction.isButton()) return;
  switch (interaction.customId) {
    case 'write':
      await interaction.showModal(writeForm);
      return;
    case 'form':
      await interaction.showModal(caseForm);
      return;
    case 'take':
      await interaction.update({ content: `${interaction.user.displayName} har saken` });
      return;
    case 'never':
      return;
    default:
      await interaction.reply(whisper('Ring **113** når det står om liv.'));
  }
}

function summaryOf({ customId, fields }: ModalSubmitInteraction): string {
  if (customId === 'write-form') return `Mottatt ${String(fields.getTextInputValue('text').length)} tegn`;
  const category = fields.getStringSelectValues('category').join(', ');
  return `Skjema: ${category}, ${String(fields.getRadioGroup('identity'))}, ${fields.getTextInputValue('note')}`;
}
