import { Command } from '@sapphire/framework';
import { InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/status»: what is missing before the service may be used, in one list. In the staff guilds only. */
export class StatusCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.status.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.status, contexts: [InteractionContextType.Guild] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.setup.status(interaction)));
  }
}
