import { Command } from '@sapphire/framework';
import { InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferredWith } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/statistikk»: figures without persons, as table, picture and sheet. In the staff guilds only. */
export class StatisticsCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.statistics.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.statistics, contexts: [InteractionContextType.Guild] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { body, pictures } = await this.container.app.accounts.statistics(interaction);
    await interaction.editReply(deferredWith(body, pictures));
  }
}
