import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts, optionTexts, themeChoices } from '../src/i18n/commands.ts';

const theme = { type: ApplicationCommandOptionType.String, choices: [...themeChoices] } as const;

/** «/vakt inn» and «/vakt ut»: who is there. In the staff guilds only. */
export class DutyCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'vakt' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    const { dutyIn, dutyOut, theme: first, secondTheme: second } = optionTexts;
    registry.registerChatInputCommand(
      {
        ...commandTexts.duty,
        contexts: [InteractionContextType.Guild],
        options: [
          {
            type: ApplicationCommandOptionType.Subcommand,
            ...dutyIn,
            options: [
              { ...theme, ...first },
              { ...theme, ...second },
            ],
          },
          { type: ApplicationCommandOptionType.Subcommand, ...dutyOut },
        ],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { duty } = this.container.app;
    const isIn = interaction.options.getSubcommand() === optionTexts.dutyIn.name;
    await interaction.editReply(deferred(await (isIn ? duty.checkIn(interaction) : duty.checkOut(interaction))));
  }
}
