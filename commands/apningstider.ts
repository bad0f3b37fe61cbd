import { Command } from '@sapphire/framework';
import { InteractionContextType } from 'discord.js';
import type { ChatInputCommandInteraction } from 'discord.js';
import { ephemeral } from '../src/discord/reply.ts';
import { commandTexts } from '../src/i18n/commands.ts';

/** Shows whether the service is open now, and when it opens next. */
export class OpeningHoursCommand extends Command {
  constructor(context: Command.LoaderContext) {
    super(context, { name: 'apningstider' });
  }

  override registerApplicationCommands(registry: Command.Registry): void {
    registry.registerChatInputCommand({
      ...commandTexts.openingHours,
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    });
  }

  override async chatInputRun(interaction: ChatInputCommandInteraction): Promise<void> {
    await interaction.reply(
      ephemeral(this.container.app.entrance.openingHoursHere(interaction.locale, interaction.guildId)),
    );
  }
}
