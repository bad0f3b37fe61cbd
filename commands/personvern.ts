import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** What is kept, how long, and who sees it. */
export class PrivacyCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'personvern' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.privacy,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { entrance } = this.container.app;
    await interaction.reply(ephemeral(entrance.privacyHere(interaction, interaction.guildId)));
  }
}
