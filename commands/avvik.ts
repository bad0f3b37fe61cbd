import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferredWith } from '../src/discord/reply.ts';
import { commandTexts, optionTexts } from '../src/i18n/commands.ts';

/** «/avvik»: a draft of the report of a breach. In the staff guilds only. */
export class BreachCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.breach.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      {
        ...commandTexts.breach,
        contexts: [InteractionContextType.Guild],
        options: [
          { type: ApplicationCommandOptionType.String, ...optionTexts.breachFrom, required: true },
          { type: ApplicationCommandOptionType.String, ...optionTexts.breachUntil },
        ],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const from = interaction.options.getString(optionTexts.breachFrom.name, true);
    const until = interaction.options.getString(optionTexts.breachUntil.name);
    const { body, pictures } = await this.container.app.accounts.breach(interaction, from, until);
    await interaction.editReply(deferredWith(body, pictures));
  }
}
