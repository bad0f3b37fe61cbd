import { Command } from '@sapphire/framework';
import { InteractionContextType, MessageFlags } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { deferred } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/innsyn»: what people ask on paper, and wishes for erasure that a person must weigh. In the staff guilds only. */
export class RequestsCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.requests.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand(
      { ...commandTexts.requests, contexts: [InteractionContextType.Guild] },
      { guildIds: [...this.container.app.staffGuildIds()] },
    );
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(deferred(await this.container.app.requests.overview(interaction)));
  }
}
