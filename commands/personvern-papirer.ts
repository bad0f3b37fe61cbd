import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferredWith } from '../src/discord/reply.ts';
import { commandTexts, optionTexts, paperChoices } from '../src/i18n/commands.ts';

/** «/personvern-papirer»: papers made from the settings that are in force. In the staff guilds only. */
export class PrivacyPapersCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.papers.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      {
        ...commandTexts.papers,
        contexts: [InteractionContextType.Guild],
        options: [
          {
            type: ApplicationCommandOptionType.String,
            ...optionTexts.paperKind,
            required: true,
            choices: [...paperChoices],
          },
        ],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const kind = interaction.options.getString(optionTexts.paperKind.name, true);
    const { body, pictures } = await this.container.app.accounts.paper(interaction, kind);
    await interaction.editReply(deferredWith(body, pictures));
  }
}
