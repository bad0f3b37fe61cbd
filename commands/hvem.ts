import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** Who we are, our duties, and how to know that we are genuine. */
export class WhoAreYouCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'hvem' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.whoAreYou,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    const { entrance } = this.container.app;
    await interaction.reply(ephemeral(entrance.whoAreYouHere(interaction, interaction.guildId)));
  }
}
