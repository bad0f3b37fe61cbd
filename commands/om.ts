import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** «/om»: what the bot is, how often its program is wrong, and which version this is. */
export class AboutCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: commandTexts.about.name });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.about,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { entrance } = this.container.app;
    await interaction.reply(ephemeral(entrance.aboutHere(interaction, interaction.guildId)));
  }
}
