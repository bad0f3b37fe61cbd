import { Command } from '@sapphire/framework';
import { ApplicationCommandOptionType, InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts, optionTexts } from '../src/i18n/commands.ts';

/** «/godkjenning [strategi]»: how far the approval has come, and the next step. In the staff guilds only. */
export class ApprovalCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.approve.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      {
        ...commandTexts.approve,
        contexts: [InteractionContextType.Guild],
        options: [{ type: ApplicationCommandOptionType.Integer, ...optionTexts.strategy, min_value: 1, max_value: 4 }],
      },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const strategy = interaction.options.getInteger(optionTexts.strategy.name);
    await interaction.editReply(deferred(await this.container.app.approval.open(interaction, strategy)));
  }
}
